//! Turns the names of currencies in both languages into ISO codes.
//! Knows nothing of amounts.

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(&'static str);

/// How one currency is written. The first Chinese word, symbol and English word are the ones we write.
struct Row {
    code: &'static str,
    zh: &'static [&'static str],
    signs: &'static [&'static str],
    en: &'static [&'static str],
}

const ROWS: &[Row] = &[
    Row {
        code: "CNY",
        // 元人民币 stands before 元, so that the longer wording is taken whole.
        zh: &["元人民币", "元"],
        signs: &["RMB", "CNY", "人民币", "CN¥", "¥"],
        en: &["yuan", "renminbi", "RMB", "CNY"],
    },
    Row {
        code: "USD",
        zh: &["美元", "美金"],
        signs: &["US$", "USD", "$"],
        en: &["dollars", "dollar", "USD"],
    },
    Row { code: "EUR", zh: &["欧元"], signs: &["€", "EUR"], en: &["euros", "euro", "EUR"] },
    Row { code: "GBP", zh: &["英镑"], signs: &["£", "GBP"], en: &["pounds", "GBP"] },
    Row { code: "JPY", zh: &["日元"], signs: &["JP¥", "JPY"], en: &["yen", "JPY"] },
    Row { code: "HKD", zh: &["港元", "港币"], signs: &["HK$", "HKD", "港币"], en: &["HKD"] },
    Row { code: "MOP", zh: &["澳门元"], signs: &["MOP$", "MOP"], en: &["patacas", "MOP"] },
    Row { code: "RUB", zh: &["卢布"], signs: &["RUB"], en: &["roubles", "rubles", "RUB"] },
    Row { code: "KRW", zh: &["韩元"], signs: &["KRW"], en: &["KRW"] },
    Row { code: "SGD", zh: &["新加坡元", "新元"], signs: &["S$", "SGD"], en: &["SGD"] },
    Row { code: "AUD", zh: &["澳元"], signs: &["A$", "AUD"], en: &["AUD"] },
    Row { code: "CAD", zh: &["加元"], signs: &["C$", "CAD"], en: &["CAD"] },
    Row { code: "CHF", zh: &["瑞士法郎"], signs: &["CHF"], en: &["CHF"] },
];

impl Currency {
    /// The renminbi, the currency of most figures in the plans.
    pub const CNY: Self = Self("CNY");
    /// The dollar of the United States.
    pub const USD: Self = Self("USD");

    /// The currency of an ISO 4217 code, if it is one that plans write.
    pub fn of(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code == code).map(|row| Self(row.code))
    }

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Every word that follows an amount in Chinese, longer ones before those they contain.
    pub(super) fn zh_words() -> impl Iterator<Item = (&'static str, Self)> {
        // 新加坡元 and 澳门元 end in 元 but never begin with it, so the order of the rows is enough.
        ROWS.iter().flat_map(|row| row.zh.iter().map(|word| (*word, Self(row.code))))
    }

    /// Every sign that stands before an amount; the longest that matches is the right one.
    pub(super) fn signs() -> impl Iterator<Item = (&'static str, Self)> {
        ROWS.iter().flat_map(|row| row.signs.iter().map(|sign| (*sign, Self(row.code))))
    }

    /// The currency of a single word after an amount in English.
    pub(super) fn of_en_word(word: &str) -> Option<Self> {
        ROWS.iter()
            // Codes keep their case: RUB is a currency, a rub is not.
            .find(|row| {
                row.en
                    .iter()
                    .any(|known| *known == word || (known.len() > 3 && known.eq_ignore_ascii_case(word)))
            })
            .map(|row| Self(row.code))
    }

    /// The word that we write after an amount in Chinese.
    pub(super) fn zh_word(self) -> &'static str {
        let words = self.row().map_or(&[] as &[_], |row| row.zh);
        words.last().filter(|word| **word == "元").or(words.first()).copied().unwrap_or_default()
    }

    /// The sign that we write before an amount in English.
    pub(super) fn sign(self) -> &'static str {
        self.row().and_then(|row| row.signs.first()).copied().unwrap_or_default()
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.code == self.0)
    }
}
