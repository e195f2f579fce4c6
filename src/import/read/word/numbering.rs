//! Turns `numbering.xml` and the order of the paragraphs into the numbers that a reader sees: 一、 （二） 1. 第三条
//! Knows nothing of text.

use super::xml::{self, Element, Piece};
use crate::import::read::{Limits, Refusal};
use std::collections::BTreeMap;

/// Levels that a list has.
const LEVELS: usize = 9;

/// Characters of what stands around a number.
const LONGEST: usize = 40;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    format: String,
    /// `%1、`, `第%1条`.
    text: String,
    start: usize,
}

impl Default for Level {
    fn default() -> Self {
        Self { format: "decimal".to_owned(), text: String::new(), start: 1 }
    }
}

/// All lists, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<usize, Vec<Level>>,
    /// The list of a numbering, and where its levels start anew.
    lists: BTreeMap<usize, (usize, BTreeMap<usize, usize>)>,
    counts: BTreeMap<usize, [Option<usize>; LEVELS]>,
    /// Numberings that have begun: their new starts hold once.
    begun: std::collections::BTreeSet<usize>,
}

impl Numbering {
    pub(super) fn read(xml: &str, limits: Limits) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        let (mut list, mut number, mut level) = (None, None, 0);
        xml::read(xml, limits, &mut |piece| {
            let element = match piece {
                Piece::Start(element) => element,
                Piece::End(name) if name == "w:abstractNum" => return list = None,
                Piece::End(name) if name == "w:num" => return number = None,
                _ => return,
            };
            match element.name.as_str() {
                "w:abstractNum" => list = element.number("abstractNumId"),
                "w:num" => number = element.number("numId"),
                "w:lvl" | "w:lvlOverride" => level = element.number("ilvl").unwrap_or(0).min(LEVELS - 1),
                "w:abstractNumId" => {
                    if let (Some(number), Some(id)) = (number, element.number("val")) {
                        numbering.lists.entry(number).or_default().0 = id;
                    }
                }
                "w:startOverride" => {
                    if let (Some(number), Some(start)) = (number, element.number("val")) {
                        numbering.lists.entry(number).or_default().1.insert(level, start);
                    }
                }
                _ => {
                    if let (Some(list), None) = (list, number) {
                        let levels =
                            numbering.abstracts.entry(list).or_insert_with(|| vec![Level::default(); LEVELS]);
                        levels[level].take(&element);
                    }
                }
            }
        })?;
        Ok(numbering)
    }

    /// The number of the next paragraph of a list; none for bullets and what is no list.
    pub(super) fn next(&mut self, number: usize, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (list, starts) = self.lists.get(&number)?;
        let levels = self.abstracts.get(list)?;
        let counts = self.counts.entry(*list).or_default();
        if self.begun.insert(number) {
            for at in starts.keys() {
                counts[*at] = None;
            }
        }
        let start = |at: usize| starts.get(&at).copied().unwrap_or(levels[at].start);
        counts[level] = Some(counts[level].map_or_else(|| start(level), |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let own = &levels[level];
        if own.format == "bullet" || own.format == "none" || own.text.is_empty() {
            return None;
        }
        let mut text = own.text.clone();
        for (at, upper) in levels.iter().enumerate().take(level + 1) {
            let count = counts[at].unwrap_or_else(|| start(at));
            text = text.replace(&format!("%{}", at + 1), &written(&upper.format, count));
        }
        Some(text)
    }
}

impl Level {
    fn take(&mut self, element: &Element) {
        let value = || element.value("val").unwrap_or_default().to_owned();
        match element.name.as_str() {
            "w:start" => self.start = element.number("val").unwrap_or(1),
            "w:numFmt" => self.format = element.value("format").map_or_else(value, str::to_owned),
            "w:lvlText" => self.text = value().chars().take(LONGEST).collect(),
            _ => {}
        }
    }
}

/// A count as a format writes it.
fn written(format: &str, count: usize) -> String {
    let letter = |first: u8| {
        let at = u8::try_from(count.saturating_sub(1) % 26).unwrap_or(0);
        char::from(first + at).to_string().repeat(1 + count.saturating_sub(1).min(700) / 26)
    };
    let stem =
        |stems: &str| stems.chars().nth(count.saturating_sub(1)).map_or(count.to_string(), String::from);
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "koreanCounting"
        | "一, 二, 三, ..." => chinese(count),
        "chineseLegalSimplified" | "ideographLegalTraditional" => legal(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => stem("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalZero" => format!("{count:02}"),
        "ideographTraditional" => stem("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => stem("子丑寅卯辰巳午未申酉戌亥"),
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "bullet" | "none" => String::new(),
        _ => count.to_string(),
    }
}

/// 1 → 一, 12 → 十二, 110 → 一百一十; digits from 1000 on.
fn chinese(count: usize) -> String {
    let digit = |value: usize| "零一二三四五六七八九".chars().nth(value).unwrap_or('零');
    let mut text = String::new();
    let (hundreds, tens, ones) = (count / 100, count / 10 % 10, count % 10);
    if count == 0 || count >= 1000 {
        return if count == 0 { "零".to_owned() } else { count.to_string() };
    }
    if hundreds > 0 {
        text.extend([digit(hundreds), '百']);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text.push('零'),
        0 => {}
        1 if hundreds == 0 => text.push('十'),
        _ => text.extend([digit(tens), '十']),
    }
    if ones > 0 {
        text.push(digit(ones));
    }
    text
}

/// 1 → 壹, 12 → 壹拾贰.
fn legal(count: usize) -> String {
    let usual = "零一二三四五六七八九十百";
    let form = |c: char| {
        usual.chars().position(|known| known == c).and_then(|at| "零壹贰叁肆伍陆柒捌玖拾佰".chars().nth(at))
    };
    let text = chinese(count);
    let text = if (10..20).contains(&count) { format!("一{text}") } else { text };
    text.chars().map(|c| form(c).unwrap_or(c)).collect()
}

fn roman(count: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if count == 0 || count >= 400 {
        return count.to_string();
    }
    let mut left = count;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        text.push_str(&sign.repeat(left / value));
        left %= value;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_as_their_format_has_them() {
        let cases = [
            ("chineseCounting", 21, "二十一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCounting", 105, "一百零五"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("decimalEnclosedCircleChinese", 3, "③"),
            ("decimalEnclosedCircleChinese", 21, "21"),
            ("ideographTraditional", 2, "乙"),
            ("lowerLetter", 28, "bb"),
            ("upperRoman", 49, "XLIX"),
            ("decimalZero", 7, "07"),
            ("decimal", 7, "7"),
        ];
        for (format, count, expected) in cases {
            assert_eq!(written(format, count), expected, "{format} {count}");
        }
    }
}
