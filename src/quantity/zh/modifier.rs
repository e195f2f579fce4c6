//! Turns the Chinese words around a numeral into its comparator, its change, its currency sign and its rate.
//! Knows nothing of how the numeral is read.

use crate::lang::is_han;
use crate::quantity::currency::Currency;
use crate::quantity::reader::Reader;
use crate::quantity::value::{Change, Comparator};

use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// A word before a numeral and the characters before it that make it part of another word: 节约, 条约.
type Before = (&'static str, (Comparator, &'static str));

/// Longer words before those that they end with.
const BEFORE: &[Before] = &[
    ("不少于", (AtLeast, "")),
    ("不低于", (AtLeast, "")),
    ("不小于", (AtLeast, "")),
    ("不短于", (AtLeast, "")),
    ("不得少于", (AtLeast, "")),
    ("不得低于", (AtLeast, "")),
    ("至少", (AtLeast, "")),
    ("最少", (AtLeast, "")),
    ("最低", (AtLeast, "")),
    ("起码", (AtLeast, "")),
    ("≥", (AtLeast, "")),
    ("不得超过", (AtMost, "")),
    ("不超过", (AtMost, "")),
    ("不超", (AtMost, "")),
    ("不高于", (AtMost, "")),
    ("不大于", (AtMost, "")),
    ("不多于", (AtMost, "")),
    ("不长于", (AtMost, "")),
    ("最多", (AtMost, "")),
    ("至多", (AtMost, "")),
    ("≤", (AtMost, "")),
    ("不到", (LessThan, "看找达做得想")),
    ("不足", (LessThan, "")),
    ("未满", (LessThan, "")),
    ("低于", (LessThan, "")),
    ("少于", (LessThan, "")),
    ("小于", (LessThan, "")),
    ("未达", (LessThan, "")),
    ("<", (LessThan, "")),
    ("超过", (MoreThan, "")),
    ("超出", (MoreThan, "")),
    ("突破", (MoreThan, "")),
    ("高于", (MoreThan, "")),
    ("多于", (MoreThan, "")),
    ("大于", (MoreThan, "")),
    ("逾", (MoreThan, "")),
    ("超", (MoreThan, "赶高")),
    (">", (MoreThan, "")),
    ("大约", (About, "")),
    ("大概", (About, "")),
    ("大致", (About, "")),
    ("约", (About, "节公条合签契预集违制履简缔爽相")),
    ("将近", (Nearly, "")),
    ("接近", (Nearly, "")),
    ("几乎", (Nearly, "")),
    ("近", (Nearly, "最附邻临靠相远亲走")),
];

/// Characters that may stand between a comparator and the numeral: 约占1/3, 超过了20家.
const FILLERS: &[(&str, ())] =
    &[("占", ()), ("为", ()), ("有", ()), ("达到", ()), ("达", ()), ("了", ()), ("需", ()), ("是", ())];

/// What stands before a numeral and belongs to its value.
pub(super) struct Left {
    /// Where the first of it begins.
    pub(super) start: usize,
    pub(super) comparator: Option<Comparator>,
    pub(super) currency: Option<Currency>,
    /// 每: what follows is the base of a rate.
    pub(super) is_rate: bool,
}

impl Left {
    /// What is left of it before a length of time: 近三年 means the last three years, and 每三年 no rate.
    pub(super) fn of_duration(self, reader: &Reader, i: usize) -> Self {
        let is_recent = self.comparator == Some(Nearly) && reader.at(self.start) == '近';
        if is_recent || self.is_rate {
            return Self { start: i, comparator: None, currency: None, is_rate: false };
        }
        self
    }
}

/// What stands before the numeral at `i`, not below `floor`.
pub(super) fn left(reader: &Reader, i: usize, floor: usize) -> Left {
    let mut left = Left { start: i, comparator: None, currency: None, is_rate: false };
    let near = reader.gap_before(i, floor);
    if let Some((currency, start)) = currency(reader, near, floor) {
        (left.currency, left.start) = (Some(currency), start);
    } else if let Some(start) = reader.ends(near, floor, "每") {
        left.start = start;
        left.is_rate = true;
        return left;
    }
    let near = reader.gap_before(left.start, floor);
    let filled = reader.entry_before(near, floor, FILLERS).map(|((), start)| start);
    for end in [Some(near), filled].into_iter().flatten() {
        if let Some(((comparator, unless), start)) = reader.entry_before(end, floor, BEFORE)
            && !unless.contains(reader.before(start))
        {
            (left.comparator, left.start) = (Some(*comparator), start);
            break;
        }
    }
    left
}

/// The longest currency sign that ends at `i`.
fn currency(reader: &Reader, i: usize, floor: usize) -> Option<(Currency, usize)> {
    Currency::signs()
        .filter_map(|(sign, currency)| Some((currency, reader.ends(i, floor, sign)?)))
        .min_by_key(|(_, start)| *start)
}

/// 上百, 过千: words that bound a bare multiplier only.
pub(super) fn bare_bound(reader: &Reader, i: usize, floor: usize) -> Option<(Comparator, usize)> {
    const WORDS: &[Before] = &[("上", (AtLeast, "以之海至百千")), ("过", (MoreThan, "通经不"))];
    let ((comparator, unless), start) = reader.entry_before(i, floor, WORDS)?;
    (!unless.contains(reader.before(start))).then_some((*comparator, start))
}

/// A word behind a figure and the characters behind it that make it another word.
const AFTER: &[Before] = &[
    ("左右", (About, "岸手侧")),
    ("上下", (About, "游级联")),
    ("及以上", (AtLeast, "")),
    ("或以上", (AtLeast, "")),
    ("以上", (AtLeast, "述各几简统")),
    ("及以下", (AtMost, "")),
    ("或以下", (AtMost, "")),
    ("以下", (AtMost, "简措几各统同问任条")),
    ("以内", (AtMost, "")),
    ("之内", (AtMost, "")),
    ("有余", (MoreThan, "")),
    ("余", (MoreThan, "")),
    ("多", (MoreThan, "边元样方数层用")),
];

/// 内 behind a length of time: 三年内, but not in 三年内部.
const INSIDE: Before = ("内", (AtMost, "容涵地外科蒙镜"));

/// The comparator behind the figure that ends at `i`, and where it ends.
pub(super) fn right(reader: &Reader, i: usize, is_duration: bool) -> Option<(Comparator, usize)> {
    let gap = reader.gap(i);
    let bound = |(word, (comparator, unless)): &Before| {
        let end = reader.starts(gap, word)?;
        (!unless.contains(reader.at(end))).then_some((*comparator, end))
    };
    let found = AFTER.iter().find_map(bound).or_else(|| if is_duration { bound(&INSIDE) } else { None })?;
    // 余 and 多 stand right behind a unit of time only: 3年多, but 个多 is the beginning of another word.
    let is_excess = matches!(reader.at(gap), '余' | '多');
    (!is_excess || (is_duration && gap == i)).then_some(found)
}

/// Verbs right before a figure that make it a step.
const STEPS: &[(&str, Change)] = &[
    ("增加", Change::Increase),
    ("增长", Change::Increase),
    ("提高", Change::Increase),
    ("提升", Change::Increase),
    ("上升", Change::Increase),
    ("上涨", Change::Increase),
    ("上调", Change::Increase),
    ("扩大", Change::Increase),
    ("增幅", Change::Increase),
    ("增", Change::Increase),
    ("减少", Change::Decrease),
    ("降低", Change::Decrease),
    ("下降", Change::Decrease),
    ("下调", Change::Decrease),
    ("缩短", Change::Decrease),
    ("压缩", Change::Decrease),
    ("缩减", Change::Decrease),
    ("减", Change::Decrease),
    ("降", Change::Decrease),
];

/// Verbs of stepping that may have their object between them and the figure: 增加床位50张.
const FAR_STEPS: &[(&str, Change)] = &[("增加", Change::Increase), ("减少", Change::Decrease)];

/// Verbs that add, right before a figure or with their object between.
const ADDS: &[(&str, Change)] = &[
    ("新增", Change::Add),
    ("新建", Change::Add),
    ("新设", Change::Add),
    ("新添", Change::Add),
    ("新开", Change::Add),
    ("增设", Change::Add),
    ("增建", Change::Add),
    ("再建", Change::Add),
    ("再设", Change::Add),
    ("再增", Change::Add),
    ("另建", Change::Add),
];

/// How far before a figure its verb of adding may stand: 新增国医大师、全国名中医3名.
const REACH: usize = 12;

/// What the words before the figure at `i` say of its change.
pub(super) fn change(reader: &Reader, i: usize, floor: usize) -> Change {
    let near = reader.gap_before(i, floor);
    let near = reader.ends(near, floor, "了").unwrap_or(near);
    let mut at = near;
    while near - at < REACH && at > floor {
        let table = if at == near { &[ADDS, STEPS] as &[_] } else { &[ADDS, FAR_STEPS] };
        // 增加值 is a noun, whatever stands behind it.
        if let Some(change) = table.iter().find_map(|table| Some(*reader.entry_before(at, floor, table)?.0))
            && reader.at(at) != '值'
        {
            return change;
        }
        let char = reader.before(at);
        // 新增至30家 and 新增后达到30家 are levels again.
        if !(is_han(char) || matches!(char, '、' | '（' | '）' | '(' | ')' | ' '))
            || matches!(char, '至' | '到' | '达')
        {
            return Change::Level;
        }
        at -= 1;
    }
    Change::Level
}
