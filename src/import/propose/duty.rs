//! Turns what a paragraph says of who leads, joins, answers and guides into duties: lists, brackets, label lines, sentences.
//! Knows nothing of tables and projects.

use super::known::Known;
use super::passage::{Paragraph, sentences};
use super::record::{Duty, Name};
use super::roles::{ROLES, Roles, bodies, is_label_line, label, leading_list, names, next, roles};
use crate::content::words::{Basis, Role};
use crate::import::bodies::looks_like_body;
use crate::import::draft::Draft;
use std::ops::Range;

/// Headings of clauses that hold nothing but such a list.
const HEADINGS: [&str; 7] = ["部门分工", "职责分工", "责任分工", "任务分工", "责任单位", "责任部门", "分工"];

/// The rule that the first of a list leads, where the plan gives it.
pub(super) fn first_leads(draft: &Draft) -> bool {
    const FIRST: [&str; 7] =
        ["排第一位", "列第一位", "排在第一", "列在第一", "排名第一", "第一个单位", "第一位的"];
    super::passage::paragraphs(draft).iter().any(|paragraph| {
        let text = paragraph.text();
        FIRST.iter().any(|first| {
            text.find(first)
                .is_some_and(|at| text[at..].chars().take(24).collect::<String>().contains("牵头"))
        })
    })
}

/// Reads the duties of paragraphs.
pub(super) struct Reader<'k> {
    pub(super) known: &'k Known,
    /// The plan's rule that the first of a list leads.
    pub(super) first_leads: bool,
}

impl Reader<'_> {
    /// The duties that a paragraph gives.
    pub(super) fn read(&self, paragraph: &Paragraph<'_>) -> Vec<Duty> {
        let text = paragraph.text();
        let heading = paragraph.clause.heading.text();
        let listed = HEADINGS.iter().any(|word| heading.trim_end_matches('。').ends_with(word));
        if let Some((role, from)) = label(text).filter(|_| is_label_line(text)) {
            return self.labelled(paragraph, role, from);
        }
        let mut duties = Vec::new();
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            let is_list = listed || self.is_bare_list(words);
            let (span, roles) = match bracket(words) {
                Some(inside) => (
                    sentence.start + inside.start..sentence.start + inside.end,
                    roles(&words[inside], self.known),
                ),
                None if is_list => (sentence.clone(), roles(before_rule(words), self.known)),
                None => (sentence.clone(), self.sentence(words)),
            };
            let ordered = is_list || span != sentence;
            duties.extend(self.duties(paragraph, span, roles, ordered, words));
        }
        duties
    }

    /// 牵头单位：甲 参与单位：乙 on one line or several.
    fn labelled(&self, paragraph: &Paragraph<'_>, role: Role, from: usize) -> Vec<Duty> {
        let text = paragraph.text();
        let mut starts: Vec<(usize, usize, Role)> = vec![(0, from, role)];
        for (at, _) in
            text.char_indices().filter(|(_, char)| matches!(char, '；' | '。' | ' ' | '，' | '\u{3000}'))
        {
            let behind = at + next(text, at);
            starts.extend(label(&text[behind..]).map(|(role, from)| (behind, behind + from, role)));
        }
        let mut duties = Vec::new();
        for (index, (_, from, role)) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(text.len(), |next| next.0);
            let Some(list) = text.get(*from..end) else { continue };
            let roles = names(list, self.known).into_iter().map(|name| (name, *role)).collect();
            duties.extend(self.duties(paragraph, 0..text.len(), roles, *role == Role::Responsible, text));
        }
        duties
    }

    /// A sentence that is nothing but a list with its role: 甲、乙、丙等负责。
    fn is_bare_list(&self, sentence: &str) -> bool {
        let words = before_rule(sentence).trim().trim_end_matches('。');
        let ends = words.ends_with("负责") || words.ends_with("参与") || words.ends_with("牵头");
        let first = words.split(['、', '，']).next().unwrap_or(words);
        let several = words.matches('、').count() >= 1;
        ends && several
            && (looks_like_body(first) || self.known.owner(first).is_some())
            && words.chars().count() <= 160
    }

    /// 甲要…, 各地要…, 甲负责…, 在甲指导下: what a sentence says of its own subject.
    fn sentence(&self, sentence: &str) -> Roles {
        let words = sentence
            .trim_start_matches(|char: char| char.is_whitespace() || "一二三四五六七八九十是".contains(char));
        let mut found = self.guided(words);
        let verb = ["要", "负责", "应当", "应"]
            .iter()
            .filter_map(|verb| words.find(verb).map(|at| (at, *verb)))
            .min();
        found.extend(self.parts(words));
        let Some((at, verb)) = verb else { return found };
        let from = words[..at].rfind(['，', '：']).map_or(0, |sign| sign + '，'.len_utf8());
        let subject = words[from..at].trim_end_matches(['都', '也', '均', '分', '别']);
        let behind = &words[at + verb.len()..];
        // 会同 parts who leads from who joins.
        let (first, second) = match (subject.split_once("会同"), behind.strip_prefix("会同")) {
            (Some((first, second)), _) => (first, second),
            (None, Some(behind)) => (subject, leading_list(behind)),
            (None, None) => (subject, ""),
        };
        if subject.is_empty() || !self.is_subject(first) {
            return found;
        }
        let first = names(first, self.known);
        let head: String = behind.chars().take(30).collect();
        let manages =
            ["统筹", "协调", "组织"].iter().any(|word| head.starts_with(word)) || head.contains("统筹");
        let role = match () {
            () if !second.is_empty() || head.contains("牵头") => Role::Lead,
            () if manages && !first.iter().all(|name| is_local(&name.text)) => Role::Coordinate,
            () => Role::Responsible,
        };
        found.extend(first.into_iter().map(|name| (name, role)));
        if !second.is_empty() && self.is_subject(second) {
            found.extend(names(second, self.known).into_iter().map(|name| (name, Role::Participate)));
        }
        found
    }

    /// …，乙、丙按职责分工负责，…: a list with its role between the commas of a sentence, behind the first.
    fn parts(&self, words: &str) -> Roles {
        let parts = words.split(['，', '；', '。']).skip(1);
        let lists = parts.filter(|part| ["负责", "配合", "参与"].iter().any(|word| part.ends_with(word)));
        let named = |part: &&str| {
            let first = part.split('、').next().unwrap_or(part);
            let official =
                ["部", "委", "局", "署", "厅", "政府", "部门"].iter().any(|word| first.ends_with(word));
            let listed = first.len() < part.len() && official && looks_like_body(first);
            listed || self.known.owner(first).is_some() || is_collective(first)
        };
        lists.filter(named).flat_map(|part| roles(part, self.known)).collect()
    }

    /// 在甲指导下, 在甲统筹下, 发挥甲的统筹协调作用
    fn guided(&self, words: &str) -> Roles {
        const UNDER: [(&str, &str, Role); 6] = [
            ("在", "指导下", Role::Guide),
            ("在", "领导下", Role::Guide),
            ("在", "统筹下", Role::Coordinate),
            ("在", "部署下", Role::Coordinate),
            ("在", "协调下", Role::Coordinate),
            ("发挥", "的统筹协调作用", Role::Coordinate),
        ];
        let of = |(open, close, role): &(&str, &str, Role)| -> Roles {
            let end = words.find(close).filter(|end| *end < 240);
            let span = end.and_then(|end| words[..end].rfind(open).map(|start| start + open.len()..end));
            let list = span.map_or("", |span| &words[span]).trim_end_matches(['的', '统', '一', '筹']);
            bodies(list, self.known).into_iter().map(|name| (name, *role)).collect()
        };
        UNDER.iter().flat_map(of).collect()
    }

    /// Whether all names of a list are bodies that a sentence may have for its subject.
    fn is_subject(&self, list: &str) -> bool {
        names(list, self.known).iter().all(|name| name.id.is_some() || is_collective(&name.text))
    }

    /// The duties of a list. Where the plan rules so, the first of those who answer leads.
    fn duties(
        &self,
        paragraph: &Paragraph<'_>,
        span: Range<usize>,
        roles: Roles,
        ordered: bool,
        sentence: &str,
    ) -> Vec<Duty> {
        let led = roles.iter().any(|(_, role)| *role == Role::Lead);
        let ruled_here = sentence.contains("第一");
        let ruled = ordered && self.first_leads && roles.iter().any(|(_, role)| *role == Role::Responsible);
        let duty = |(index, (department, role)): (usize, (Name, Role))| {
            let (role, basis) = match role {
                Role::Responsible if ruled && !led && index == 0 => {
                    (Role::Lead, if ruled_here { Basis::Stated } else { Basis::Inherited })
                }
                role => (role, Basis::Stated),
            };
            Duty { department, role, basis, origin: paragraph.origin(span.clone()) }
        };
        roles.into_iter().enumerate().map(duty).collect()
    }
}

/// 各地 and project units do what they are told; they coordinate nobody.
fn is_local(name: &str) -> bool {
    name.starts_with("各") || name.ends_with("单位") || name.ends_with("城市")
}

/// Bodies that a sentence may have for its subject though no register knows them.
fn is_collective(name: &str) -> bool {
    const COLLECTIVES: [&str; 12] = [
        "各县",
        "各乡镇",
        "各地",
        "各有关",
        "各级",
        "各省",
        "各区",
        "各市",
        "各部门",
        "各单位",
        "国务院有关",
        "有关部门",
    ];
    let starts = COLLECTIVES.iter().any(|word| name.starts_with(word));
    let units =
        ["项目单位", "试点城市", "主管部门", "试点单位", "建设单位"].iter().any(|word| name.ends_with(word));
    // 市民政局, 省教育厅: a body of the place that the document is for.
    let own = ["市", "省", "区", "县", "州", "自治区"].iter().any(|word| name.starts_with(word))
        && ["局", "厅", "委", "办公室", "政府", "委员会", "部门"].iter().any(|word| name.ends_with(word));
    let government = name.ends_with("人民政府");
    (starts || units || own || government) && name.chars().count() <= 30
}

/// The inside of a bracket at the end of a sentence that gives roles.
fn bracket(sentence: &str) -> Option<Range<usize>> {
    let words = sentence.trim_end();
    let words = words.strip_suffix(['。', '；']).unwrap_or(words).trim_end();
    let inner = words.strip_suffix(['）', ')', '】', ']', '〕'])?;
    let open = matching(inner)?;
    let inside = open..inner.len();
    let text = &inner[inside.clone()];
    let speaks = ROLES.iter().any(|(word, _)| text.trim_end().ends_with(word)) || label(text).is_some();
    speaks.then_some(inside)
}

/// Where the bracket opens that closes at the end of `inner`.
fn matching(inner: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, char) in inner.char_indices().rev() {
        match char {
            '）' | ')' | '】' | '〕' => depth += 1,
            '（' | '(' | '【' | '[' | '〔' if depth == 0 => return Some(at + char.len_utf8()),
            '（' | '(' | '【' | '〔' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The list without the rule behind it: ，排第一位的为牵头单位，下同.
fn before_rule(sentence: &str) -> &str {
    let rule = ["，排第一", "，列第一", "，排在第一", "（排第一", "（列第一", "，第一"];
    let end = rule.iter().filter_map(|rule| sentence.find(rule)).min().unwrap_or(sentence.len());
    &sentence[..end]
}
