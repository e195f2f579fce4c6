//! Turns Fluent messages into words of one language, with plurals as that language counts.
//! Knows nothing of what is said or where.

use crate::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Messages that need no argument, made once.
    plain: BTreeMap<String, String>,
    keys: Vec<String>,
}

/// Part of a message text that is no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadMessage {
    /// Which of the texts.
    pub text: usize,
    /// Its bytes.
    pub span: Range<usize>,
    /// What is wrong, in English, as the parser says it.
    pub why: String,
}

impl Messages {
    /// Takes texts in; a message of a later text replaces one of the same name of an earlier text.
    pub fn new(lang: Lang, texts: &[&str]) -> (Messages, Vec<BadMessage>) {
        let tag = lang.code().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut bad = Vec::new();
        let mut keys = BTreeMap::new();
        for (index, text) in texts.iter().enumerate() {
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, faults)| {
                    bad.extend(faults.into_iter().map(|fault| BadMessage {
                        text: index,
                        span: fault.slice.clone().unwrap_or(fault.pos.clone()),
                        why: fault.kind.to_string(),
                    }));
                    resource
                });
            keys.extend(message_keys(&resource).map(|key| (key, ())));
            bundle.add_resource_overriding(Arc::new(resource));
        }
        let mut messages = Messages { bundle, plain: BTreeMap::new(), keys: keys.into_keys().collect() };
        messages.plain = messages.without_arguments();
        (messages, bad)
    }

    /// All keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// All messages that need no argument, by key.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// A message without arguments; the key itself where there is none, so that a gap is seen.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A message, or one of its attributes, with arguments. Whole numbers count as numbers, so that plurals work.
    pub fn say(&self, key: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set((*name).to_owned(), argument(value));
        }
        self.format(key, attribute, Some(&fluent)).map(|(text, _)| text)
    }

    fn without_arguments(&self) -> BTreeMap<String, String> {
        let complete = |key: &String| {
            let (text, whole) = self.format(key, None, None)?;
            whole.then(|| (key.clone(), text))
        };
        self.keys.iter().filter_map(complete).collect()
    }

    fn format(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<(String, bool)> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut faults).into_owned();
        Some((text, faults.is_empty()))
    }
}

fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if value == "0" || !value.starts_with('0') => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

fn message_keys(resource: &FluentResource) -> impl Iterator<Item = String> + '_ {
    resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_missing_words() {
        let text =
            "n = { $n ->\n    [one] 1 plan\n   *[other] { $n } plans\n}\nplain = words\n    .hint = more\n";
        let (messages, bad) = Messages::new(Lang::En, &[text]);
        assert!(bad.is_empty());
        assert_eq!(messages.say("n", None, &[("n", "1")]).as_deref(), Some("1 plan"));
        assert_eq!(messages.say("n", None, &[("n", "12")]).as_deref(), Some("12 plans"));
        assert_eq!(messages.say("plain", Some("hint"), &[]).as_deref(), Some("more"));
        assert_eq!((messages.word("plain"), messages.word("gone")), ("words", "gone"));
        assert_eq!(messages.plain().keys().collect::<Vec<_>>(), ["plain"]);
    }

    #[test]
    fn a_later_text_replaces_and_a_broken_one_is_reported() {
        let (messages, bad) = Messages::new(Lang::Zh, &["a = 甲\nb = 乙\n", "a = 丙\n= broken\n"]);
        assert_eq!((messages.word("a"), messages.word("b")), ("丙", "乙"));
        assert_eq!(bad.len(), 1);
        assert_eq!(bad[0].text, 1);
    }
}
