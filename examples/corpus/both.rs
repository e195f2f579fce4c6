//! Says the same thing in both languages.
//! Knows nothing of what is said.

/// A language of the corpus.
#[derive(Clone, Copy)]
pub(crate) enum Lang {
    Zh,
    En,
}

impl Lang {
    pub(crate) const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The code in file names and addresses.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }
}

/// One value for each language.
#[derive(Clone)]
pub(crate) struct Both<T> {
    pub(crate) zh: T,
    pub(crate) en: T,
}

impl<T> Both<T> {
    pub(crate) fn of(&self, lang: Lang) -> &T {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Both<String> {
    /// As an inline table of TOML; the corpus has neither quotes nor backslashes.
    pub(crate) fn toml(&self) -> String {
        format!("{{ zh = \"{}\", en = \"{}\" }}", self.zh, self.en)
    }
}
