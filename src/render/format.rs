//! Turns dates, numbers and lists into how a language writes and orders them.
//! Knows nothing of pages.

use crate::lang::Lang;
use crate::record::PartialDate;
use icu_calendar::{Date, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use std::cmp::Ordering;

/// One language's ways of writing.
pub struct Format {
    lang: Lang,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    decimal: Option<DecimalFormatter>,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Format {
    /// The ways of a language: pinyin order for Chinese, British dates for English.
    pub fn new(lang: Lang) -> Self {
        let locale: Locale = match lang {
            Lang::Zh => locale!("zh-Hans-CN"),
            Lang::En => locale!("en-GB"),
        };
        let order: CollatorPreferences = match lang {
            Lang::Zh => locale!("zh-u-co-pinyin").into(),
            Lang::En => locale!("en").into(),
        };
        Format {
            lang,
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            collator: Collator::try_new(order, CollatorOptions::default()).ok(),
        }
    }

    /// 2021年12月31日, 31 December 2021; 2016年3月, March 2016; 2021年, 2021.
    pub fn date(&self, date: PartialDate) -> String {
        let day = |day| Date::try_new_gregorian(i32::from(date.year), date.month.unwrap_or(1), day).ok();
        let written = match (date.month, date.day) {
            (Some(_), Some(number)) => {
                self.day.as_ref().zip(day(number)).map(|(format, day)| format.format(&day).to_string())
            }
            (Some(_), None) => {
                self.month.as_ref().zip(day(1)).map(|(format, day)| format.format(&day).to_string())
            }
            (None, _) => Some(match self.lang {
                Lang::Zh => format!("{}年", date.year),
                Lang::En => date.year.to_string(),
            }),
        };
        written.unwrap_or_else(|| date.to_string())
    }

    /// A span of years: 2021—2025年, 2021–2025.
    pub fn years(&self, start: i16, end: i16) -> String {
        match (self.lang, start == end) {
            (Lang::Zh, true) => format!("{start}年"),
            (Lang::En, true) => start.to_string(),
            (Lang::Zh, false) => format!("{start}—{end}年"),
            (Lang::En, false) => format!("{start}–{end}"),
        }
    }

    /// A count with separators: 12,500.
    pub fn count(&self, number: usize) -> String {
        self.amount(&number.to_string())
    }

    /// An exact number with separators. What is no decimal stays as it is.
    pub fn amount(&self, number: &str) -> String {
        match (&self.decimal, Decimal::try_from_str(number)) {
            (Some(format), Ok(decimal)) => format.format(&decimal).to_string(),
            _ => number.to_owned(),
        }
    }

    /// The order of two names: pinyin in Chinese, the alphabet in English.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b));
        order.then_with(|| a.cmp(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let (zh, en) = (Format::new(Lang::Zh), Format::new(Lang::En));
        let cases = [
            ("2021-12-31", "2021年12月31日", "31 December 2021"),
            ("2016-03", "2016年3月", "March 2016"),
            ("2021", "2021年", "2021"),
        ];
        for (iso, chinese, english) in cases {
            assert_eq!((zh.date(date(iso)).as_str(), en.date(date(iso)).as_str()), (chinese, english));
        }
        assert_eq!(
            (zh.years(2021, 2025).as_str(), en.years(2021, 2025).as_str()),
            ("2021—2025年", "2021–2025")
        );
    }

    #[test]
    fn numbers_keep_their_exact_value() {
        let en = Format::new(Lang::En);
        for (given, written) in [("12500", "12,500"), ("3.50", "3.50"), ("1/3", "1/3"), ("0", "0")] {
            assert_eq!(en.amount(given), written);
        }
    }

    #[test]
    fn chinese_lists_are_in_pinyin_order() {
        let zh = Format::new(Lang::Zh);
        let mut names = ["商务部", "财政部", "教育部", "外交部", "国家药监局", "阿富汗"];
        names.sort_by(|a, b| zh.compare(a, b));
        assert_eq!(names, ["阿富汗", "财政部", "国家药监局", "教育部", "商务部", "外交部"]);
    }
}
