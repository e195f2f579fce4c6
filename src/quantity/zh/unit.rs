//! Turns the Chinese word behind a numeral into a unit.
//! Knows nothing of the numeral but whether it is written in digits.

use crate::quantity::currency::Currency;
use crate::quantity::reader::Reader;
use crate::quantity::value::{Measure, TimeUnit, Unit};

/// A unit and where its word ends.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) unit: Unit,
    /// The word as we know it.
    pub(super) word: &'static str,
    pub(super) end: usize,
    /// How many of the unit one word stands for: 成 is ten per cent.
    pub(super) factor: i128,
    /// Whether the word counts after a Chinese numeral too: 三家 yes, 三方 (in 三药三方) no.
    pub(super) after_han: bool,
}

impl Found {
    /// A unit that is not in the tables.
    pub(super) fn plain(unit: Unit, end: usize) -> Self {
        Self { unit, word: "", end, factor: 1, after_han: true }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Count,
    People,
    Age,
    Times,
    Percent,
    Tenth,
    PerMille,
    Points,
    Measure(Measure),
    Duration(TimeUnit),
}

/// What a word may stand behind.
#[derive(Clone, Copy, PartialEq)]
enum After {
    Any,
    /// Behind Arabic digits only: with Chinese numerals the word makes names.
    Digits,
}

use After::{Any, Digits};
use Kind::{Age, Count, Duration, PerMille, Percent, Points, Tenth, Times};

/// word, meaning, what it stands behind, and the characters behind it that make it another word
type Row = (&'static str, Kind, After, &'static str);

/// Longer words before those that they begin with.
const ROWS: &[Row] = &[
    ("个百分点", Points, Any, ""),
    ("百分点", Points, Any, ""),
    ("%", Percent, Any, ""),
    ("‰", PerMille, Any, ""),
    ("成", Tenth, Any, "立果为员功长熟效本分都就品药型形绩套批交语人年才"),
    ("倍", Times, Any, "增数"),
    ("个工作日", Count, Any, ""),
    ("工作日", Count, Any, ""),
    ("个月", Duration(TimeUnit::Month), Any, ""),
    ("个星期", Duration(TimeUnit::Week), Any, ""),
    ("个季度", Duration(TimeUnit::Quarter), Any, ""),
    ("个小时", Duration(TimeUnit::Hour), Any, ""),
    ("个学时", Count, Any, ""),
    ("个", Count, Any, "性别人体世"),
    ("周岁", Age, Any, ""),
    ("周", Duration(TimeUnit::Week), Any, "边岁转围期恩报刊年"),
    ("星期", Duration(TimeUnit::Week), Any, ""),
    ("岁", Age, Any, ""),
    ("年", Duration(TimeUnit::Year), Any, "级代轮龄份度"),
    ("小时", Duration(TimeUnit::Hour), Any, ""),
    ("分钟", Duration(TimeUnit::Minute), Any, ""),
    ("天", Duration(TimeUnit::Day), Any, "然津下气地生堂坛台"),
    ("人次", Count, Any, ""),
    ("常住人口", Kind::People, Any, ""),
    ("户籍人口", Kind::People, Any, ""),
    ("人口", Kind::People, Any, ""),
    ("居民", Kind::People, Any, ""),
    ("人", Kind::People, Any, "均类民力工才事物体生文格大"),
    ("名", Kind::People, Any, "录单牌称义额老城"),
    ("位", Kind::People, Any, "一数于次居置移元"),
    ("平方公里", Kind::Measure(Measure::SquareKilometre), Any, ""),
    ("平方米", Kind::Measure(Measure::SquareMetre), Any, ""),
    ("m²", Kind::Measure(Measure::SquareMetre), Any, ""),
    ("㎡", Kind::Measure(Measure::SquareMetre), Any, ""),
    ("立方米", Kind::Measure(Measure::CubicMetre), Any, ""),
    ("m³", Kind::Measure(Measure::CubicMetre), Any, ""),
    ("公顷", Kind::Measure(Measure::Hectare), Any, ""),
    ("公里", Kind::Measure(Measure::Kilometre), Any, ""),
    ("千米", Kind::Measure(Measure::Kilometre), Any, ""),
    ("公斤", Kind::Measure(Measure::Kilogram), Any, ""),
    ("千克", Kind::Measure(Measure::Kilogram), Any, ""),
    ("毫升", Kind::Measure(Measure::Millilitre), Any, ""),
    ("亩", Kind::Measure(Measure::Mu), Any, ""),
    ("吨", Kind::Measure(Measure::Tonne), Any, ""),
    ("米", Kind::Measure(Measure::Metre), Digits, ""),
    ("克", Kind::Measure(Measure::Gram), Digits, ""),
    ("升", Kind::Measure(Measure::Litre), Digits, "级学至到"),
    ("km", Kind::Measure(Measure::Kilometre), Any, ""),
    ("kg", Kind::Measure(Measure::Kilogram), Any, ""),
    ("ml", Kind::Measure(Measure::Millilitre), Any, ""),
    // Words for things.
    ("方面", Count, Any, ""),
    ("学时", Count, Any, ""),
    ("课时", Count, Any, ""),
    ("学分", Count, Any, ""),
    ("标准箱", Count, Any, ""),
    ("千瓦时", Count, Any, ""),
    ("千瓦", Count, Any, ""),
    ("兆瓦", Count, Any, ""),
    ("家", Count, Any, "庭长属乡园禽"),
    ("项", Count, Any, "目"),
    ("项目", Count, Digits, ""),
    ("所", Count, Any, "有谓属在"),
    ("张", Count, Any, "力"),
    ("种", Count, Any, "植子业质"),
    ("次", Count, Any, "区要生数第序"),
    ("例", Count, Any, "如外"),
    ("支", Count, Any, "持撑付出部援"),
    ("批", Count, Any, "准次复发评"),
    ("件", Count, Any, ""),
    ("套", Count, Any, ""),
    ("部", Count, Any, "曲署分位队落"),
    ("本", Count, Any, "科土市来身级质地报院"),
    ("册", Count, Any, ""),
    ("篇", Count, Any, ""),
    ("条", Count, Any, "件例约线"),
    ("处", Count, Any, "理方于长置"),
    ("座", Count, Any, "谈"),
    ("栋", Count, Any, ""),
    ("间", Count, Any, "接隔断"),
    ("台", Count, Any, "湾"),
    ("辆", Count, Any, ""),
    ("艘", Count, Any, ""),
    ("架", Count, Any, "构"),
    ("门", Count, Any, "诊类槛户"),
    ("类", Count, Any, "似别型"),
    ("场次", Count, Any, ""),
    ("场", Count, Any, "景所地馆"),
    ("届", Count, Any, "一二三四五六七八中全人政委常"),
    ("轮", Count, Any, "船"),
    ("组", Count, Any, "织建成合"),
    ("对", Count, Any, "于外接口标应策"),
    ("份", Count, Any, "额"),
    ("幅", Count, Any, "度员"),
    ("株", Count, Any, ""),
    ("棵", Count, Any, ""),
    ("盏", Count, Any, ""),
    ("眼", Count, Digits, ""),
    ("幢", Count, Any, ""),
    ("宗", Count, Digits, "旨教"),
    ("块", Count, Digits, ""),
    ("班次", Count, Any, ""),
    ("头", Count, Digits, ""),
    ("只", Count, Digits, "有要能是"),
    ("户", Count, Any, "籍外口"),
    ("村", Count, Any, "医"),
    ("镇", Count, Any, "痛"),
    ("乡", Count, Any, "村"),
    ("县", Count, Any, "域级"),
    ("区", Count, Digits, "域间分"),
    ("市", Count, Any, "场民级值容"),
    ("省", Count, Any, "级略"),
    ("州", Count, Digits, ""),
    ("国", Count, Any, "集际家标内外产医药债务有民营企道发"),
    ("地", Count, Any, "区方位市级震理道"),
    ("校", Count, Any, "园长友外"),
    ("院", Count, Digits, ""),
    ("科", Count, Digits, "技学研普"),
    ("端", Count, Digits, ""),
    ("页", Count, Digits, ""),
    ("字", Count, Digits, "节"),
    ("床", Count, Digits, "位旁"),
    ("款", Count, Any, ""),
    // 五大能力 counts, 大学 and 大型 do not; 十九大 is left to the reader of numerals.
    ("大", Count, Any, "学会家型量夫概约小豆陆洋臣致力幅都数"),
    ("方", Count, Digits, "面式法案向针便剂"),
];

/// Words of a money amount that are too common in names to follow a small Chinese numeral: 二元, 三元.
const LOOSE_MONEY: &str = "元";

/// The unit at `i`, blanks that a PDF left passed over.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    let i = reader.gap(i);
    if let Some(money) = money(reader, i) {
        return Some(money);
    }
    ROWS.iter().find_map(|(word, kind, after, unless)| {
        let end = reader.starts(i, word)?;
        let next = reader.at(end);
        if unless.chars().any(|char| char == next) {
            return None;
        }
        let factor = if matches!(kind, Tenth) { 10 } else { 1 };
        Some(Found { unit: unit(*kind, word), word, end, factor, after_han: *after == Any })
    })
}

fn unit(kind: Kind, word: &str) -> Unit {
    match kind {
        Count => Unit::Count(word.to_owned()),
        Kind::People => Unit::People,
        Age => Unit::Age,
        Times => Unit::Times,
        Percent | Tenth => Unit::Percent,
        PerMille => Unit::PerMille,
        Points => Unit::Points,
        Kind::Measure(measure) => Unit::Measure(measure),
        Duration(unit) => Unit::Duration(unit),
    }
}

fn money(reader: &Reader, i: usize) -> Option<Found> {
    let (word, currency, end) =
        Currency::zh_words().find_map(|(word, currency)| Some((word, currency, reader.starts(i, word)?)))?;
    // 元首, 元素, 元旦 are words of their own.
    if matches!(reader.at(end), '首' | '素' | '旦' | '化' | '数' | '气') {
        return None;
    }
    let end = reader.starts(end, "人民币").unwrap_or(end);
    Some(Found { unit: Unit::Money(currency), word, end, factor: 1, after_han: word != LOOSE_MONEY })
}

/// Words behind digits without a unit that make them a name or a number of something.
const NAMES: &[&str] = &["工程", "计划", "热线", "冠状病毒", "新型冠状"];

/// The same for single characters.
const NUMBERS: &str = "号级楼室版期路型线时点世日年月层届周季位章节强";

/// Whether digits without a unit that end at `i` are part of a name, a rank or a number of something.
pub(super) fn forbids_digits(reader: &Reader, i: usize) -> bool {
    let i = reader.gap(i);
    NUMBERS.contains(reader.at(i)) || NAMES.iter().any(|name| reader.starts(i, name).is_some())
}
