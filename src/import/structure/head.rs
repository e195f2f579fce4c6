//! Turns the lines above and below a document's text into its metadata: title, number, issuers, addressees, dates.
//! Knows nothing of clauses.

use super::landmark::{
    document_number, is_qualifier, is_title, only_date, openness, period, without_qualifier,
};
use super::mark::{Kind, is_blank, is_han, marks};
use super::unit::Unit;
use crate::import::bodies::{self, looks_like_body};
use crate::import::draft::Metadata;

/// What a header says, by the words of its keys.
const KEYS: [(&str, Key); 32] = [
    ("办理结果", Key::Other),
    ("签发人", Key::Other),
    ("发文机关", Key::Issuer),
    ("发文单位", Key::Issuer),
    ("发布机构", Key::Issuer),
    ("发布单位", Key::Issuer),
    ("制发机关", Key::Issuer),
    ("印发机关", Key::Issuer),
    ("公开主体", Key::Issuer),
    ("制定机关", Key::Issuer),
    ("发文字号", Key::Number),
    ("公文文号", Key::Number),
    ("文件编号", Key::Number),
    ("文号", Key::Number),
    ("成文日期", Key::Issued),
    ("发文日期", Key::Issued),
    ("印发日期", Key::Issued),
    ("生成日期", Key::Issued),
    ("发布日期", Key::Published),
    ("发布时间", Key::Published),
    ("公开日期", Key::Published),
    ("标题", Key::Title),
    ("文件名称", Key::Title),
    ("索引号", Key::Other),
    ("主题分类", Key::Other),
    ("主题词", Key::Other),
    ("信息类别", Key::Other),
    ("公开方式", Key::Other),
    ("公开属性", Key::Other),
    ("有效性", Key::Other),
    ("来源", Key::Other),
    ("名称", Key::Title),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Issuer,
    Number,
    Issued,
    Published,
    Title,
    Other,
}

/// What was read of a document so far.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) metadata: Metadata,
    /// Issuers as the head names them: the title, the letterhead, a header table.
    named: Vec<String>,
    /// Issuers as they signed.
    signed: Vec<String>,
}

impl Head {
    /// Reads the head at the beginning of the units and takes it off them.
    pub(super) fn read(&mut self, units: &mut Vec<Unit>) {
        let mut at = 0;
        while at < units.len() {
            let Some(taken) = self.line(units, at).filter(|taken| *taken > 0) else { break };
            at += taken;
        }
        for unit in units.drain(..at) {
            self.metadata.strands.extend(unit.into_strands());
        }
    }

    /// How many units the part of the head at `at` takes up; none where the text begins.
    fn line(&mut self, units: &[Unit], at: usize) -> Option<usize> {
        if let Unit::Table(table) = &units[at] {
            let cells: Vec<&str> = table.rows.iter().flatten().flatten().map(|cell| cell.text()).collect();
            return self.header_table(&cells).then_some(1);
        }
        let line = units[at].words()?;
        if line.is_empty() || openness(line).is_some_and(|span| span.len() + 6 > line.len()) {
            return Some(1);
        }
        if self.header_line(line) {
            return Some(1);
        }
        if let Some(number) = document_number(line).filter(|span| span.len() + 30 > line.len()) {
            self.metadata.number.get_or_insert_with(|| squeeze(&line[number]));
            return Some(1);
        }
        if let Some(date) = only_date(line) {
            self.metadata.published.get_or_insert(date);
            return Some(1);
        }
        if let Some(taken) = self.title(units, at) {
            return Some(taken);
        }
        if self.addressees(line) || self.letterhead(line) {
            return Some(1);
        }
        let remark =
            line.starts_with(['（', '(']) && line.ends_with(['）', ')']) && self.metadata.title.is_some();
        if remark {
            let date = super::landmark::dates(line).into_iter().next();
            self.metadata.issued = self.metadata.issued.take().or(date.map(|(_, date)| date));
            return Some(1);
        }
        None
    }

    /// A table of keys and values: 索引号, 发文机关, 发文字号.
    fn header_table(&mut self, cells: &[&str]) -> bool {
        let keys: Vec<Option<Key>> = cells.iter().map(|cell| key(cell)).collect();
        if keys.iter().flatten().count() < 2 {
            // Keys and values may stand in the same cell.
            let lines: Vec<bool> = cells.iter().map(|cell| self.header_line(cell)).collect();
            return lines.iter().filter(|read| **read).count() >= 2;
        }
        for (index, found) in keys.iter().enumerate() {
            if let (Some(found), Some(value)) = (found, cells.get(index + 1)) {
                self.set(*found, value.trim());
            }
        }
        true
    }

    /// A line of `key：value` pairs.
    fn header_line(&mut self, line: &str) -> bool {
        let squeezed = squeeze(line);
        let mut found: Vec<(usize, usize, Key)> = Vec::new();
        for (word, key) in KEYS {
            let at = [format!("{word}："), format!("{word}:")];
            let at = at
                .iter()
                .filter_map(|word| squeezed.find(word.as_str()).map(|at| (at, at + word.len())))
                .min();
            let inside =
                at.is_some_and(|at| found.iter().any(|(start, end, _)| *start <= at.0 && at.0 < *end));
            found.extend(at.filter(|_| !inside).map(|(start, end)| (start, end, key)));
        }
        found.sort_by_key(|(start, ..)| *start);
        if found.first().is_none_or(|(start, ..)| *start > 0) || line.contains('。') {
            return false;
        }
        for (index, (_, end, key)) in found.iter().enumerate() {
            let next = found.get(index + 1).map_or(squeezed.len(), |next| next.0);
            if let Some(value) = squeezed.get(*end..next) {
                self.set(*key, value);
            }
        }
        true
    }

    fn set(&mut self, key: Key, value: &str) {
        if value.is_empty() {
            return;
        }
        // A page gives the time of day too, and without a blank it runs into the day.
        let day =
            value.split_once(':').and_then(|(day, _)| day.get(..day.len().checked_sub(2)?)).unwrap_or(value);
        let date = || super::landmark::dates(day).into_iter().next().map(|(_, date)| date);
        let metadata = &mut self.metadata;
        match key {
            Key::Issuer => self.named = names(value),
            Key::Number => metadata.number = metadata.number.take().or_else(|| Some(squeeze(value))),
            Key::Issued => metadata.issued = metadata.issued.take().or_else(date),
            Key::Published => metadata.published = metadata.published.take().or_else(date),
            Key::Title => metadata.title = metadata.title.take().or_else(|| Some(value.to_owned())),
            Key::Other => {}
        }
    }

    /// A title over one line or several, with （试行） or its years below.
    fn title(&mut self, units: &[Unit], at: usize) -> Option<usize> {
        let mut joined = String::new();
        for length in 1..=4 {
            let line = units.get(at + length - 1)?.words()?;
            let ends = line.is_empty()
                || line.contains('。')
                || line.ends_with(['：', ':'])
                || document_number(line).is_some();
            let numbered =
                marks(line).first().is_some_and(|mark| mark.start == 0 && mark.kind != Kind::Decimal(1));
            let letterhead =
                length == 1 && is_letterhead(line) && follows_letterhead(line, units.get(at + 1));
            if ends || numbered || letterhead || joined.chars().count() > 120 {
                return None;
            }
            joined.push_str(line);
            if is_title(&joined) {
                let qualifier =
                    units.get(at + length).and_then(Unit::words).filter(|line| is_qualifier(line));
                joined.push_str(qualifier.unwrap_or_default());
                self.named_title(&joined);
                return Some(length + usize::from(qualifier.is_some()));
            }
        }
        None
    }

    fn named_title(&mut self, title: &str) {
        let about = title.find("关于").unwrap_or(0);
        let issuers: Vec<String> =
            title[..about].split(is_blank).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let (issuers_part, rest) = title.split_at(about);
        let title = format!("{}{}", issuers_part.trim_end(), close_up(rest));
        // The last of the names of a letterhead stands right above 关于.
        let below =
            !self.named.is_empty() && !self.named.iter().any(|name| name.starts_with(issuers_part.trim()));
        let title = if below && issuers.len() == 1 { close_up(rest) } else { title };
        if self.named.is_empty() || below {
            self.named.extend(issuers);
        }
        // Of the titles on a page the first is the shortest only where it is cut.
        let same = self.metadata.title.as_deref().is_some_and(|known| title.contains(known));
        if self.metadata.title.is_none() || same {
            self.metadata.title = Some(title);
        }
    }

    /// 各省、自治区、直辖市人民政府：
    fn addressees(&mut self, line: &str) -> bool {
        let Some(list) = line.strip_suffix(['：', ':']) else { return false };
        let known = !self.metadata.addressees.is_empty();
        if !known && is_person(list) {
            self.metadata.addressees = vec![list.to_owned()];
            return true;
        }
        let spans = bodies::split(list, &[]);
        let bodies = spans.iter().filter(|(span, _)| is_addressee(&list[span.clone()])).count();
        if known || list.contains(['。', '；']) || bodies * 2 <= spans.len() {
            return false;
        }
        self.metadata.addressees = spans.into_iter().map(|(span, _)| squeeze(&list[span])).collect();
        true
    }

    /// 某某部文件, or the bare name above a number.
    fn letterhead(&mut self, line: &str) -> bool {
        let name = ["文件", "令"].iter().find_map(|word| line.strip_suffix(word)).unwrap_or(line).trim();
        let is_name = looks_like_body(name) && !name.contains('、') && name.chars().count() <= 40;
        // Several may issue a document together, each on a line of the letterhead.
        if is_name && self.metadata.title.is_none() && !self.named.iter().any(|known| known == name) {
            self.named.push(name.to_owned());
        }
        is_name
    }

    /// Takes a signature, the date below it and what follows on openness off the units from `from` on.
    pub(super) fn sign(&mut self, units: Vec<Unit>) {
        // Of several texts the first is the one that is issued; what it carries was signed before.
        let first = self.signed.is_empty();
        for unit in units {
            let words = unit.words().unwrap_or_default();
            if let Some(date) = signed_date(words) {
                self.metadata.issued.get_or_insert(date);
            }
            let name =
                super::landmark::dates(words).first().map_or(words, |(span, _)| words[..span.start].trim());
            if first && (looks_like_body(name) || is_spread(name)) {
                self.signed.extend(names(name));
            }
            self.metadata.strands.extend(unit.into_strands());
        }
    }

    /// The document carries another: what is said of it goes before.
    pub(super) fn carry(&mut self, units: &mut Vec<Unit>) {
        let mut inner = Head::default();
        inner.read(units);
        self.metadata.title = inner.metadata.title.or(self.metadata.title.take());
        self.metadata.strands.append(&mut inner.metadata.strands);
    }

    /// What the document says of itself.
    pub(super) fn finish(self) -> Metadata {
        let mut metadata = self.metadata;
        metadata.issuers = if self.signed.is_empty() { self.named } else { self.signed };
        metadata.issuers.dedup();
        metadata.period = metadata.title.as_deref().and_then(period);
        metadata
    }
}

/// The date of a signature line: alone, or behind the names of those who sign.
pub(super) fn signed_date(line: &str) -> Option<String> {
    if line.starts_with(['（', '(']) {
        return None;
    }
    only_date(line).or_else(|| {
        let (span, date) = super::landmark::dates(line).into_iter().next()?;
        let name = line[..span.start].trim();
        (span.end == line.len() && looks_like_body(name)).then_some(date)
    })
}

fn is_addressee(name: &str) -> bool {
    let plain =
        looks_like_body(name) || bodies::strip_bracket(name).ends_with(['省', '市', '区', '县', '会', '部']);
    let greeting = ["你", "同志", "代表"].iter().any(|word| name.starts_with(word));
    plain && !greeting
}

/// 某某代表, 某某委员: a letter may answer one person.
fn is_person(list: &str) -> bool {
    let titles = ["代表", "委员", "同志", "先生", "女士"];
    list.chars().count() <= 12 && titles.iter().any(|title| list.ends_with(title))
}

/// Names one after the other, parted by blanks, commas or nothing.
fn names(list: &str) -> Vec<String> {
    if is_spread(list) {
        return vec![squeeze(list)];
    }
    bodies::split(list, &[]).into_iter().map(|(span, _)| squeeze(&list[span])).collect()
}

/// 财　政　部: a short name spread over the width of the others.
pub(super) fn is_spread(line: &str) -> bool {
    let mut parts = line.split(is_blank).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| part.chars().count() == 1) && looks_like_body(&squeeze(line))
}

fn key(cell: &str) -> Option<Key> {
    let word = squeeze(cell);
    let word = word.trim_matches(['：', ':', '[', ']', '【', '】']);
    KEYS.iter().find(|(key, _)| *key == word).map(|(_, key)| *key)
}

/// The words without any blanks.
fn squeeze(words: &str) -> String {
    words.chars().filter(|char| !is_blank(*char)).collect()
}

/// The words without blanks between Chinese characters.
fn close_up(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let wide = |char: Option<&char>| char.is_none_or(|char| is_han(*char) || !char.is_ascii());
    let kept = chars.iter().enumerate().filter(|(at, char)| {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        !(is_blank(**char) && wide(before) && wide(chars.get(at + 1)))
    });
    kept.map(|(_, char)| *char).collect()
}

/// 某某部, and 某某省人民政府令 above the number of the order.
fn is_letterhead(line: &str) -> bool {
    looks_like_body(line.strip_suffix('令').unwrap_or(line))
}

/// Whether the line below a name shows it to be the letterhead, and not a title that breaks off in a name.
fn follows_letterhead(name: &str, next: Option<&Unit>) -> bool {
    next.and_then(Unit::words).is_some_and(|next| {
        let title = is_title(next) || next.starts_with("关于");
        title || document_number(next).is_some() || next == name || looks_like_body(next)
    })
}

/// Whether two lines hold the same title; the years below a title may be missing.
pub(super) fn names_title(line: &str, title: &str) -> bool {
    super::landmark::same_title(line, title)
        || squeeze(without_qualifier(line)) == squeeze(without_qualifier(title))
}
