//! Turns the numbers in a run of sentences into a verdict: does each follow the one before it?
//! Knows nothing of copies.

/// How deep a number stands: 一、 （一） 1. 一是
const LEVELS: usize = 4;

/// The last number of each level, as far as a copy was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Numbering {
    last: [u8; LEVELS],
    /// Text may be lost before the next number.
    lost: bool,
}

impl Numbering {
    /// Text is lost here: whatever number comes next may come.
    pub(super) fn lose(&mut self) {
        self.lost = true;
    }

    /// Goes on over a sentence; the number of its numbers that do not follow.
    pub(super) fn read(&mut self, numbers: &[(usize, u8)]) -> u32 {
        let mut broken = 0;
        for (level, number) in numbers {
            let follows = *number == self.last[*level] + 1;
            broken += u32::from(!follows && !self.lost);
            self.last[*level] = *number;
            self.last[level + 1..].fill(0);
            self.lost = false;
        }
        broken
    }
}

/// The numbers of a sentence in order, each with its level.
pub(super) fn numbers(sentence: &str) -> Vec<(usize, u8)> {
    let mut found = Vec::new();
    let digits = sentence.len() - sentence.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let chinese = sentence.len() - sentence.trim_start_matches(|c| value_of(c).is_some()).len();
    let rest = |length: usize| sentence[length..].chars().next();
    match (rest(digits), rest(chinese)) {
        (Some('.' | '．'), _) if (1..=2).contains(&digits) => {
            found.extend(sentence[..digits].parse().map(|n| (2, n)))
        }
        (_, Some('、')) if chinese > 0 => found.extend(value(&sentence[..chinese]).map(|n| (0, n))),
        (_, Some('是')) if chinese > 0 => found.extend(value(&sentence[..chinese]).map(|n| (3, n))),
        _ => {}
    }
    for piece in sentence.split('（').skip(1) {
        let inner = piece.split_once('）').and_then(|(inner, _)| value(inner));
        found.extend(inner.map(|number| (1, number)));
    }
    found
}

/// 一 → 1, 十二 → 12, 二十一 → 21.
fn value(text: &str) -> Option<u8> {
    let digits: Vec<u8> = text.chars().map(value_of).collect::<Option<_>>()?;
    match digits.as_slice() {
        [one] => Some(*one),
        [10, ones @ 1..=9] => Some(10 + ones),
        [tens @ 2..=9, 10] => Some(tens * 10),
        [tens @ 2..=9, 10, ones @ 1..=9] => Some(tens * 10 + ones),
        _ => None,
    }
}

fn value_of(c: char) -> Option<u8> {
    "一二三四五六七八九十".chars().position(|digit| digit == c).and_then(|at| u8::try_from(at + 1).ok())
}
