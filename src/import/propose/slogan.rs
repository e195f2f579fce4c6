//! Turns aims that are put as a slogan into figures: 建成“一中心、二平台、三基地”.
//! Knows nothing of records.

use crate::content::value_of;
use crate::import::repair::is_han;
use std::ops::Range;

/// A count of a slogan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The bytes of the number and of what is counted.
    pub(super) span: Range<usize>,
    pub(super) value: u16,
    /// The bytes of what is counted.
    pub(super) noun: Range<usize>,
}

/// Verbs that make a slogan an aim; what is only laid out (构建“一轴、两翼”格局) is none.
const VERBS: [&str; 5] = ["建成", "建设", "打造", "建立", "搭建"];

/// What follows a slogan that tells how things are arranged.
const SHAPES: [&str; 8] = ["格局", "布局", "体系", "模式", "机制", "空间", "框架", "的"];

/// The counts of the slogans in a sentence: two or more, one after the other, each a Chinese numeral and a noun.
pub(super) fn counts(text: &str, sentence: &Range<usize>) -> Vec<Count> {
    let mut found = Vec::new();
    let words = &text[sentence.clone()];
    for verb in VERBS {
        for (at, _) in words.match_indices(verb) {
            let from = sentence.start + at + verb.len();
            let from = from
                + text[from..sentence.end].chars().next().filter(|c| *c == '“').map_or(0, char::len_utf8);
            let end = text[from..sentence.end]
                .find(|char: char| char != '、' && !is_han(char))
                .map_or(sentence.end, |end| from + end);
            let list: Option<Vec<Count>> = parts(text, from..end).map(|part| count(text, part)).collect();
            let behind = text[end..].trim_start_matches('”');
            let is_shape = SHAPES.iter().any(|word| behind.starts_with(word));
            found.extend(list.filter(|list| list.len() >= 2 && !is_shape).into_iter().flatten());
        }
    }
    found
}

/// The parts between 、.
fn parts(text: &str, span: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = span.start;
    text[span].split('、').map(move |part| {
        let part = from..from + part.len();
        from = part.end + '、'.len_utf8();
        part
    })
}

/// 二平台
fn count(text: &str, span: Range<usize>) -> Option<Count> {
    let words = &text[span.clone()];
    let number: usize =
        words.chars().take_while(|char| "一二两三四五六七八九十".contains(*char)).map(char::len_utf8).sum();
    let noun = span.start + number..span.end;
    let length = text[noun.clone()].chars().count();
    let value = match &words[..number] {
        "两" => Some(2),
        number => value_of(number),
    };
    (1..=8).contains(&length).then_some(Count { span, value: value?, noun })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u16, &str)> {
        let found = counts(text, &(0..text.len()));
        found.into_iter().map(|count| (count.value, &text[count.noun])).collect()
    }

    #[test]
    fn every_part_of_a_slogan_is_a_count() {
        let all = vec![(1, "枢纽"), (2, "园区"), (3, "仓库")];
        assert_eq!(read("力争到2035年，建成“一枢纽、两园区、三仓库”。"), all);
        assert_eq!(read("建成一枢纽、两园区、三仓库，服务全省。"), all);
    }

    #[test]
    fn layouts_lists_and_sayings_are_no_counts() {
        for text in [
            "构建“一轴、两翼”的发展格局。",
            "打造“一核、两带”格局。",
            "建设一、二、三级网络。",
            "建设“一带一路”。",
            "建立台账、档案和三项制度。",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
