//! Turns a diagnostic into words of one language, from the message files beside this file.
//! Knows nothing of the faults beyond their code and arguments.

use super::{Code, Diagnostic, Severity};
use crate::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// The words of the reports in one language.
pub struct Wording {
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// The words of `lang`.
    pub fn new(lang: Lang) -> Self {
        let (tag, text) = match lang {
            Lang::Zh => ("zh", include_str!("messages/zh.ftl")),
            Lang::En => ("en", include_str!("messages/en.ftl")),
        };
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle =
            FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Wording { bundle }
    }

    /// What is wrong.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let name = diagnostic.code.name();
        self.say(name, None, &args_of(diagnostic)).unwrap_or_else(|| name.to_owned())
    }

    /// What to do now, if there is something to say: the nearest valid value, else the general advice.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let name = diagnostic.code.name();
        let args = args_of(diagnostic);
        let near =
            diagnostic.args.contains_key("nearest").then(|| self.say(name, Some("nearest"), &args)).flatten();
        near.or_else(|| self.say(name, Some("hint"), &args))
    }

    /// What a code means and why it matters, for `check --explain`.
    pub fn explain(&self, code: Code) -> String {
        self.say(code.name(), Some("explain"), &FluentArgs::new()).unwrap_or_else(|| code.name().to_owned())
    }

    /// A word or sentence of the tool itself: `error`, `hint`, `summary`.
    pub fn word(&self, key: &str, args: &[(&'static str, String)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            set(&mut fluent, name, value);
        }
        self.say(key, None, &fluent).unwrap_or_else(|| key.to_owned())
    }

    /// The name of a severity.
    pub fn severity(&self, severity: Severity) -> String {
        self.word(if severity == Severity::Error { "error" } else { "warning" }, &[])
    }

    fn say(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut faults).into_owned())
    }
}

fn args_of(diagnostic: &Diagnostic) -> FluentArgs<'_> {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        set(&mut args, name, value);
    }
    args
}

/// Whole numbers go in as numbers, so that plurals work; all else as text.
fn set<'a>(args: &mut FluentArgs<'a>, name: &'static str, value: &'a str) {
    match value.parse::<u32>() {
        Ok(number) if !value.starts_with('0') || value == "0" => args.set(name, number),
        _ => args.set(name, value),
    }
}
