//! Turns a quantity of the text into the words of a record: value, unit, comparator, change, and what is counted.
//! Knows nothing of targets and facts.

use super::known::Known;
use super::record::UnitName;
use crate::content::words::{Change, Comparator};
use crate::quantity::{self, Currency, Quantity, TimeUnit, Unit};
use std::ops::Range;

/// Whether a quantity can be the figure of a record: no time, no age, no base of a rate.
pub(super) fn counts(quantity: &Quantity) -> bool {
    match &quantity.unit {
        // 两国, 五省: whose they are, no count of what is done.
        Unit::Count(word) => !["国", "省", "方", "地", "校", "者"].contains(&word.as_str()),
        Unit::Age | Unit::Per(_) | Unit::Duration(_) => false,
        unit => !unit.is_calendar(),
    }
}

/// The exact number, as records write it.
pub(super) fn number(value: quantity::Rational) -> String {
    quantity::decimal(value)
}

/// The unit's word and id.
pub(super) fn unit(quantity: &Quantity, text: &str, known: &Known) -> Option<UnitName> {
    let word = match &quantity.unit {
        Unit::Count(word) if word.is_empty() => return None,
        Unit::Count(word) => word.clone(),
        Unit::People => {
            // 名 and 人 count the same.
            let code = known.unit("人").or_else(|| known.unit("名"));
            let word = text[quantity.span.clone()].chars().rev().find(|char| "名人位".contains(*char));
            return Some(UnitName { code, zh: word.unwrap_or('人').to_string(), en: None });
        }
        Unit::Percent => "%".to_owned(),
        Unit::PerMille => "‰".to_owned(),
        Unit::Points => "个百分点".to_owned(),
        Unit::Times => "倍".to_owned(),
        Unit::Fraction => "比重".to_owned(),
        Unit::Money(currency) if *currency == Currency::CNY => "元".to_owned(),
        Unit::Money(currency) if *currency == Currency::USD => "美元".to_owned(),
        Unit::Money(currency) => currency.code().to_owned(),
        Unit::Measure(measure) => measure.zh().to_owned(),
        Unit::Duration(TimeUnit::Year) => "年".to_owned(),
        Unit::Duration(TimeUnit::Month) => "个月".to_owned(),
        Unit::Duration(_) | Unit::Age | Unit::Per(_) | Unit::Date { .. } | Unit::PlanPeriod(_) => {
            return None;
        }
    };
    Some(UnitName { code: known.unit(&word), zh: word, en: None })
}

pub(super) fn comparator(quantity: &Quantity) -> Comparator {
    match quantity.comparator {
        quantity::Comparator::Exactly => Comparator::Exactly,
        quantity::Comparator::AtLeast => Comparator::AtLeast,
        quantity::Comparator::AtMost => Comparator::AtMost,
        quantity::Comparator::About => Comparator::About,
        quantity::Comparator::Nearly => Comparator::Nearly,
        quantity::Comparator::MoreThan => Comparator::MoreThan,
        quantity::Comparator::LessThan => Comparator::LessThan,
        quantity::Comparator::Range => Comparator::Range,
    }
}

pub(super) fn change(quantity: &Quantity) -> Change {
    match quantity.change {
        quantity::Change::Level => Change::Level,
        quantity::Change::Increase => Change::Increase,
        quantity::Change::Decrease => Change::Decrease,
        quantity::Change::Add => Change::Add,
    }
}

/// What is counted: the words behind a count, the words before a share or a sum.
/// `from` is where the figure before it ended, if there is one between the same commas.
pub(super) fn subject(text: &str, span: &Range<usize>, from: usize, quantity: &Quantity) -> String {
    let behind = text[quantity.span.end..span.end.max(quantity.span.end)].trim_start();
    let behind = behind.trim_start_matches(|char: char| "以上以下左右余多".contains(char));
    let end = behind.find(['，', '。', '；', '：', '（']).unwrap_or(behind.len());
    let counted = noun(cut_at_and(&behind[..end])).trim();
    let counts_things = matches!(quantity.unit, Unit::Count(_) | Unit::People | Unit::Measure(_));
    if counts_things && counted.chars().count() >= 2 && !behind.starts_with(['、', '和', '及']) {
        return counted.to_owned();
    }
    let own = text[from.max(span.start)..quantity.span.start].trim_start_matches(['、', '和', '及', '与']);
    before(if own.chars().count() >= 2 { own } else { &text[span.start..quantity.span.start] })
}

/// What a row of attributes leads to: 特色鲜明、设备齐全的医院 is 医院. A list without such a noun stays whole.
fn noun(words: &str) -> &str {
    let listed =
        words.find('、').and_then(|at| words[at..].rfind('的').map(|of| &words[at + of + '的'.len_utf8()..]));
    listed.filter(|noun| noun.chars().count() >= 2).unwrap_or(words)
}

/// Up to 和 before another figure: 50名甲和200名乙.
fn cut_at_and(words: &str) -> &str {
    let next = ['和', '及', '与', '、'].iter().filter_map(|and| {
        let at = words.find(*and)?;
        let rest = words[at + and.len_utf8()..].trim_start();
        rest.starts_with(|char: char| char.is_ascii_digit() || "一二三四五六七八九十百".contains(char))
            .then_some(at)
    });
    next.min().map_or(words, |at| &words[..at])
}

/// The words before a figure without the verb and the time that lead to it.
fn before(words: &str) -> String {
    const VERBS: [&str; 38] = [
        "累计",
        "目前有",
        "均",
        "共",
        "达到",
        "达",
        "提高到",
        "提高至",
        "提升至",
        "提升到",
        "增加到",
        "增至",
        "增长到",
        "降低到",
        "降至",
        "控制在",
        "保持在",
        "稳定在",
        "不低于",
        "不少于",
        "不超过",
        "不高于",
        "超过",
        "突破",
        "力争",
        "争取",
        "增长",
        "增加",
        "提高",
        "降低",
        "减少",
        "下降",
        "将",
        "为",
        "约",
        "近",
        "占",
        "约占",
    ];
    let mut words = words.trim();
    while let Some(rest) = VERBS.iter().find_map(|verb| words.strip_suffix(verb)) {
        words = rest.trim_end();
    }
    // 素养水平在某年末 — what comes behind 在 or 到 with a year is the time.
    let time = ["在“", "到“", "在2", "到2", "至2"].iter().filter_map(|word| words.rfind(word)).max();
    let words = time.filter(|at| *at > 0).map_or(words, |at| &words[..at]);
    words.trim().to_owned()
}
