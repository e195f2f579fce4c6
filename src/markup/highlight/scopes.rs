//! Turns the scopes of syntect's grammars into our classes.
//! Knows nothing of HTML.

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

use super::{Class, Spans};

/// Which scopes are of which class; the first that fits counts. What a scope does not say,
/// the scopes around it do: the quotation marks of a string are of the string.
const CLASSES: [(&str, Option<Class>); 41] = [
    ("comment", Some(Class::Comment)),
    ("punctuation.definition.comment", Some(Class::Comment)),
    ("punctuation.definition.string", Some(Class::String)),
    ("punctuation.definition.tag", Some(Class::Punctuation)),
    ("punctuation.definition.variable", Some(Class::Variable)),
    ("punctuation.definition.annotation", Some(Class::Attribute)),
    ("punctuation.section.embedded", Some(Class::Punctuation)),
    ("punctuation.section.interpolation", Some(Class::Punctuation)),
    ("punctuation.accessor", Some(Class::Punctuation)),
    ("punctuation.separator", Some(Class::Punctuation)),
    ("punctuation.section", Some(Class::Punctuation)),
    ("punctuation.terminator", Some(Class::Punctuation)),
    ("constant.character.escape", Some(Class::Constant)),
    ("constant.numeric", Some(Class::Number)),
    ("constant", Some(Class::Constant)),
    ("string.regexp", Some(Class::Constant)),
    ("string", Some(Class::String)),
    ("keyword.operator.word", Some(Class::Keyword)),
    ("keyword.operator.logical.python", Some(Class::Keyword)),
    ("keyword.operator", Some(Class::Operator)),
    ("keyword", Some(Class::Keyword)),
    ("storage.type.numeric", Some(Class::Type)),
    ("storage", Some(Class::Keyword)),
    ("entity.name.tag", Some(Class::Tag)),
    ("entity.other.attribute-name", Some(Class::Attribute)),
    ("entity.name.function", Some(Class::Function)),
    ("entity.name", Some(Class::Type)),
    ("entity.other.inherited-class", Some(Class::Type)),
    ("support.function", Some(Class::Function)),
    ("support.constant", Some(Class::Constant)),
    ("support.type.property-name", Some(Class::Attribute)),
    ("support", Some(Class::Type)),
    ("variable.function", Some(Class::Function)),
    ("variable.annotation", Some(Class::Attribute)),
    ("variable.language", Some(Class::Keyword)),
    ("variable", Some(Class::Variable)),
    ("meta.annotation", Some(Class::Attribute)),
    ("meta.attribute", Some(Class::Attribute)),
    ("invalid", None),
    ("source", None),
    ("text", None),
];

/// The grammars, and the scopes that have a class.
#[derive(Debug)]
pub(super) struct Scopes {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, Option<Class>)>,
    /// In JSON a key is a string like any other but for what holds it.
    key: Option<Scope>,
}

impl Scopes {
    /// Unpacks the grammars; each is compiled when it is first used.
    pub(super) fn load() -> Self {
        let classes = CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class)));
        Scopes {
            syntaxes: SyntaxSet::load_defaults_newlines(),
            classes: classes.collect(),
            key: Scope::new("meta.structure.dictionary.key").ok(),
        }
    }

    /// Writes code; plain, from the line on at which a grammar fails.
    pub(super) fn highlight(&self, lang: &str, code: &str, spans: &mut Spans<'_>) {
        let Some(syntax) = self.syntaxes.find_syntax_by_token(token(lang)) else {
            return spans.push(None, code);
        };
        let mut state = ParseState::new(syntax);
        let mut stack = ScopeStack::new();
        let mut rest = code;
        for line in code.split_inclusive('\n') {
            let Ok(changes) = state.parse_line(line, &self.syntaxes) else { break };
            let mut from = 0;
            for (at, change) in changes {
                if from < at {
                    spans.push(self.class(&stack), &line[from..at]);
                    from = at;
                }
                if stack.apply(&change).is_err() {
                    break;
                }
            }
            spans.push(self.class(&stack), &line[from..]);
            rest = &rest[line.len()..];
        }
        spans.push(None, rest);
    }

    /// The class of what stands in some scopes: what the innermost of them says.
    fn class(&self, stack: &ScopeStack) -> Option<Class> {
        let scopes = stack.as_slice();
        let class = scopes.iter().rev().find_map(|&scope| {
            let fits = self.classes.iter().find(|(prefix, _)| prefix.is_prefix_of(scope));
            fits.map(|(_, class)| *class)
        })?;
        let is_key = |key: Scope| scopes.iter().any(|&scope| key.is_prefix_of(scope));
        match class {
            Some(Class::String) if self.key.is_some_and(is_key) => Some(Class::Attribute),
            class => class,
        }
    }
}

/// What syntect calls a language that has other names on fences.
fn token(lang: &str) -> &str {
    match lang {
        "shell" | "zsh" | "console" | "sh" => "bash",
        "jsonc" | "geojson" | "webmanifest" => "json",
        "mjs" | "cjs" | "jsx" | "ts" | "typescript" => "js",
        other => other,
    }
}
