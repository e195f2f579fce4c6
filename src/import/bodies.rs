//! Turns the names of bodies, as official texts list them, into single names.
//! Knows nothing of registers and roles: what is a known name, the caller says.

use std::ops::Range;

/// What the name of a body may end with. Only in a list of bodies is one character enough to know it.
const ENDINGS: [&str; 71] = [
    "分行",
    "支行",
    "海关",
    "边检站",
    "残联",
    "办公厅",
    "办公室",
    "委员会",
    "领导小组",
    "工作组",
    "联席会议",
    "委员",
    "中心",
    "医院",
    "大学",
    "学院",
    "学校",
    "高校",
    "院校",
    "学会",
    "协会",
    "商会",
    "促进会",
    "联合会",
    "基金会",
    "研究院",
    "研究所",
    "科学院",
    "工程院",
    "政府",
    "法院",
    "检察院",
    "银行",
    "公司",
    "集团",
    "企业",
    "组织",
    "机构",
    "单位",
    "部门",
    "各地",
    "地方",
    "地区",
    "党委",
    "司局",
    "总社",
    "总会",
    "使馆",
    "兵团",
    "军区",
    "联盟",
    "博物馆",
    "图书馆",
    "服务站",
    "社区",
    "街道",
    "乡镇",
    "市区",
    "部",
    "委",
    "局",
    "署",
    "厅",
    "司",
    "处",
    "办",
    "省",
    "市",
    "县",
    "会",
    "园",
];

/// Endings that one character gives away only in a list.
const LIST_ENDINGS: [&str; 14] =
    ["科", "股", "区", "州", "盟", "所", "站", "馆", "院", "社", "团", "校", "组", "室"];

/// Words that make a phrase of what would else be a name.
const PHRASES: [&str; 16] = [
    "专人", "负责", "牵头", "参与", "以及", "工作", "落实", "按照", "根据", "结合", "推进", "加强", "完善",
    "对", "是", "的",
];

/// The longest name of a body, in characters.
const LONGEST: usize = 40;

/// Whether a phrase that stands in a list of bodies can be the name of one.
pub(super) fn looks_like_body(name: &str) -> bool {
    if name.len() > 4 * LONGEST {
        return false;
    }
    let name = name.trim();
    let core = strip_bracket(name);
    let length = core.chars().count();
    let ends = ENDINGS.iter().chain(&LIST_ENDINGS).any(|ending| core.ends_with(ending));
    let phrase = PHRASES.iter().any(|phrase| {
        core.contains(phrase)
            && !core.contains("工作领导小组")
            && !core.ends_with("工作组")
            && !core.contains("工作委员会")
            && !core.ends_with("联席会议")
    });
    ends && (2..=LONGEST).contains(&length) && !phrase && !core.contains(['。', '；', '：', '，', '《'])
}

/// The name without a bracket at its end: 各省（区、市） → 各省.
pub(super) fn strip_bracket(name: &str) -> &str {
    match name.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '('])) {
        Some(open) => &name[..open],
        None => name,
    }
}

/// Splits a list of bodies at 、 ， ； 和 及 与, never inside brackets, quotation marks or a `known` span, and takes 等
/// and a closing stop off. Gives the bytes of the names and, for each, whether a comma or semicolon stands before it.
pub(super) fn split(list: &str, known: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut start = 0;
    let mut depth = 0_u32;
    let mut grouped = false;
    let protected = |at: usize| {
        let next = known.partition_point(|span| span.end <= at);
        known.get(next).is_some_and(|span| span.start < at)
    };
    for (at, char) in list.char_indices() {
        match char {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + char.len_utf8();
        let parts_here = match char {
            '、' | '，' | ',' | '；' | ';' | '。' => depth == 0,
            _ if char.is_whitespace() => depth == 0 && looks_like_body(&list[start..at]),
            '和' | '及' | '与' | '并' => {
                let before = list[start..at].trim_end_matches('等');
                depth == 0 && !protected(at) && looks_like_body(before) && begins_body(&list[end..])
            }
            _ => false,
        };
        if parts_here && !protected(at) {
            parts.push((start..at, grouped));
            grouped = !matches!(char, '、' | '和' | '及' | '与' | '并');
            start = end;
        }
    }
    parts.push((start..list.len(), grouped));
    let trimmed = parts.into_iter().map(|(span, grouped)| (trim(list, span), grouped));
    join_regions(list, trimmed.filter(|(span, _)| !span.is_empty()).collect())
}

/// Whether the list goes on with a name: up to the next separator it looks like one.
fn begins_body(rest: &str) -> bool {
    let rest = &rest[..rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at)];
    let end = rest.find(['、', '，', '；', '。', '等']).unwrap_or(rest.len());
    let next = &rest[..end];
    let first = next.split(['和', '及', '与']).next().unwrap_or(next);
    looks_like_body(next) || looks_like_body(first)
}

/// The span without blanks, a leading 以 or 由, and 等, 等部门, 等单位 at its end.
fn trim(list: &str, span: Range<usize>) -> Range<usize> {
    let mut name = &list[span.clone()];
    let mut start = span.start;
    let shorter =
        name.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '等' | '和' | '及'));
    start += name.len() - shorter.len();
    name = shorter.trim_end();
    for ending in ["等部门和单位", "等有关部门", "等相关部门", "等部门", "等单位", "等院校", "等机构", "等"]
    {
        if let Some(rest) = name.strip_suffix(ending) {
            name = rest;
            break;
        }
    }
    // 以及 loses its 及 at the separator.
    name = name.strip_suffix('以').unwrap_or(name);
    let name = name.trim_end();
    start..start + name.len()
}

/// 各省、自治区、直辖市人民政府 is one name.
fn join_regions(list: &str, parts: Vec<(Range<usize>, bool)>) -> Vec<(Range<usize>, bool)> {
    const REGIONS: [&str; 17] = [
        "有关省",
        "各有关省",
        "有关市",
        "各省",
        "省",
        "各自治区",
        "自治区",
        "各直辖市",
        "直辖市",
        "各市",
        "各县",
        "各区",
        "各盟",
        "各地",
        "各州",
        "市",
        "县",
    ];
    let mut joined: Vec<(Range<usize>, bool)> = Vec::new();
    let mut open: Option<(Range<usize>, bool)> = None;
    for (span, grouped) in parts {
        let whole = match open.take() {
            Some((first, first_grouped)) => (first.start..span.end, first_grouped),
            None => (span.clone(), grouped),
        };
        if REGIONS.contains(&&list[span]) {
            open = Some(whole);
        } else {
            joined.push(whole);
        }
    }
    joined.extend(open);
    joined
}

/// The name with the parent that it leaves out: after 国家某某委甲司, 乙司 is 国家某某委乙司. The parent is the longest name
/// that `parent` knows at the beginning of the name before.
pub(super) fn with_parent(
    name: &str,
    before: &str,
    parent: impl Fn(&str) -> Option<usize>,
) -> Option<String> {
    const UNITS: [&str; 5] = ["司", "局", "办", "处", "厅"];
    let short =
        name.chars().count() <= 6 && !name.ends_with("公司") && UNITS.iter().any(|unit| name.ends_with(unit));
    let foreign = ["国家", "中国", "全国", "中央", "省", "市", "区"].iter().any(|word| name.contains(word));
    let end = parent(before).filter(|end| *end < before.len())?;
    (short && !foreign && !before.starts_with(name)).then(|| format!("{}{name}", &before[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &str) -> Vec<&str> {
        split(list, &[]).into_iter().map(|(span, _)| &list[span]).collect()
    }

    #[test]
    fn lists_are_split_at_every_usual_sign() {
        let cases: [(&str, &[&str]); 9] = [
            ("教育部、财政部等", &["教育部", "财政部"]),
            ("工业和信息化部、文化和旅游部", &["工业和信息化部", "文化和旅游部"]),
            ("水利部、林业局和粮食局等部门", &["水利部", "林业局", "粮食局"]),
            ("某省卫生厅，某市第二医院。", &["某省卫生厅", "某市第二医院"]),
            (
                "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
                &["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
            ),
            ("中国造船协会及中国港口协会", &["中国造船协会", "中国港口协会"]),
            ("粮食局等和各有关省级人民政府", &["粮食局", "各有关省级人民政府"]),
            ("推进“绿色、安全”工作领导小组办公室", &["推进“绿色、安全”工作领导小组办公室"]),
            ("水利部 林业局", &["水利部", "林业局"]),
        ];
        for (list, expected) in cases {
            assert_eq!(names(list), expected, "{list}");
        }
    }

    #[test]
    fn a_name_without_its_parent_gets_it_from_the_name_before() {
        let parent = |name: &str| name.starts_with("国家粮食局").then_some("国家粮食局".len());
        assert_eq!(with_parent("应急办", "国家粮食局规划司", parent).as_deref(), Some("国家粮食局应急办"));
        assert_eq!(with_parent("某省粮食局", "国家粮食局规划司", parent), None);
        assert_eq!(with_parent("规划司", "某大学", parent), None);
    }

    #[test]
    fn phrases_are_no_bodies() {
        for phrase in ["专人", "按职责分工", "加强工作部", "质量", "项目的单位"] {
            assert!(!looks_like_body(phrase), "{phrase}");
        }
        for name in ["教育部", "各有关单位", "各省（区、市）", "某工作领导小组办公室", "第二医院"]
        {
            assert!(looks_like_body(name), "{name}");
        }
    }
}
