//! Turns a diagnostic into words of one language, from the message files beside this file.
//! Knows nothing of the faults beyond their code and arguments.

use super::{Code, Diagnostic, Severity};
use crate::lang::Lang;
use crate::message::Messages;

/// The words of the reports in one language.
pub struct Wording {
    messages: Messages,
    lang: Lang,
}

impl Wording {
    /// The words of `lang`.
    pub fn new(lang: Lang) -> Self {
        let text = match lang {
            Lang::Zh => include_str!("messages/zh.ftl"),
            Lang::En => include_str!("messages/en.ftl"),
        };
        Wording { messages: Messages::new(lang, &[text]).0, lang }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What is wrong.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let name = diagnostic.code.name();
        self.messages.say(name, None, &args_of(diagnostic)).unwrap_or_else(|| name.to_owned())
    }

    /// What to do now, if there is something to say: the nearest valid value, else the general advice.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        let name = diagnostic.code.name();
        let args = args_of(diagnostic);
        let has_nearest = diagnostic.args.contains_key("nearest");
        let near = has_nearest.then(|| self.messages.say(name, Some("nearest"), &args)).flatten();
        near.or_else(|| self.messages.say(name, Some("hint"), &args))
    }

    /// What a code means and why it matters, for `check --explain`.
    pub fn explain(&self, code: Code) -> String {
        let name = code.name();
        self.messages.say(name, Some("explain"), &[]).unwrap_or_else(|| name.to_owned())
    }

    /// A word or sentence of the tool itself: `hint`, `summary`.
    pub fn word(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.messages.say(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// The name of a severity.
    pub fn severity(&self, severity: Severity) -> String {
        self.word(if severity == Severity::Error { "error" } else { "warning" }, &[])
    }
}

fn args_of(diagnostic: &Diagnostic) -> Vec<(&str, &str)> {
    diagnostic.args.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect()
}
