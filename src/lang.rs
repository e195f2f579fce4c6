//! Turns "which language?" into a type: [`Lang`], and values that exist in both ([`Bilingual`]) or perhaps one ([`Texts`]).
//! Knows nothing else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the portal's two languages. Both are first class: neither is "the default".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese, simplified characters.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order in which output lists them.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The two letters that stand in paths, file names and data: `zh`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag for `lang` attributes and `hreflang`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// The language on the other panel.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// Reads `zh` or `en`.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// A value that exists in both languages. Total: a missing tongue does not compile or is a fault in the content.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T> {
    /// The Chinese value.
    pub zh: T,
    /// The English value.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// Makes both values by one rule.
    pub fn from_fn(mut make: impl FnMut(Lang) -> T) -> Self {
        Bilingual { zh: make(Lang::Zh), en: make(Lang::En) }
    }

    /// The value in one language.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The value in one language, to change it.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }

    /// Both values through one rule.
    pub fn map<U>(&self, mut change: impl FnMut(&T) -> U) -> Bilingual<U> {
        Bilingual { zh: change(&self.zh), en: change(&self.en) }
    }
}

/// A text of a plan: either language may be missing, and what is missing is missing, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Texts<T> {
    /// The Chinese text, if there is one.
    pub zh: Option<T>,
    /// The English text, if there is one.
    pub en: Option<T>,
}

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Texts::none()
    }
}

impl<T> Texts<T> {
    /// No text in either language.
    pub fn none() -> Self {
        Texts { zh: None, en: None }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        match lang {
            Lang::Zh => self.zh.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }

    /// The place of the text in one language, to fill or empty it.
    pub fn slot(&mut self, lang: Lang) -> &mut Option<T> {
        match lang {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }

    /// The text in `lang`, or else the other one with its own language.
    pub fn best(&self, lang: Lang) -> Option<(Lang, &T)> {
        let here = self.get(lang).map(|text| (lang, text));
        here.or_else(|| self.get(lang.other()).map(|text| (lang.other(), text)))
    }
}

/// A character of the Chinese script.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' | '〇')
}
