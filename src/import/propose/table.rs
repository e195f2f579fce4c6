//! Turns tables into the rows of indicators, and into the duties of those whom a column names.
//! Knows nothing of running text.

use super::known::Known;
use super::passage::origin;
use super::record::{Duty, Indicator, Name, Origin};
use super::roles::{self, column};
use crate::content::words::{Basis, Change, Comparator, Nature, Role};
use crate::import::draft::Clause;
use crate::import::flow::Table;
use crate::import::strand::Strand;
use crate::lang::Lang;
use crate::quantity::{self, Quantity};

/// What a column of an indicator table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Category,
    Name,
    Nature,
    Unit,
    Baseline,
    Value,
    Other,
}

/// A row of cells as they stand, blanks for merged ones.
struct Cells<'t> {
    cells: Vec<&'t str>,
    strands: Vec<Option<&'t Strand>>,
}

fn rows(table: &Table) -> Vec<Cells<'_>> {
    table
        .rows
        .iter()
        .map(|row| Cells {
            cells: row.iter().map(|cell| cell.as_ref().map_or("", |cell| cell.text().trim())).collect(),
            strands: row.iter().map(Option::as_ref).collect(),
        })
        .collect()
}

impl Cells<'_> {
    /// The place of the row: its first to its last cell.
    fn origin(&self, clause: &Clause) -> Origin {
        let mut whole = Strand::default();
        for strand in self.strands.iter().flatten() {
            whole.append(strand);
        }
        let end = whole.text().len();
        let mut origin = origin(clause, &whole, 0..end);
        // As the text of a row reads once it is Markdown: see `markup::plain`.
        origin.passage = super::record::zh(self.cells.join("\t").trim());
        origin
    }
}

/// The indicators of a table, if it is a table of indicators.
pub(super) fn indicators(clause: &Clause, table: &Table) -> Vec<Indicator> {
    let rows = rows(table);
    let Some((head, columns)) = head(&rows) else { return Vec::new() };
    let mut found: Vec<Indicator> = Vec::new();
    let mut category = String::new();
    for row in &rows[head + 1..] {
        let read = read(row, &columns, &rows[head]);
        match read {
            Some(read) => {
                if !read.category.is_empty() {
                    category.clone_from(&read.category);
                }
                let number = read.number.unwrap_or_else(|| found.last().map_or(1, |last| last.number + 1));
                found.push(read.indicator(number, category.clone(), row.origin(clause)));
            }
            None => go_on(row, &columns, &mut category, &mut found),
        }
    }
    found
}

/// The head row: one that names indicators and their aims.
fn head(rows: &[Cells<'_>]) -> Option<(usize, Vec<Column>)> {
    rows.iter().take(3).enumerate().find_map(|(index, row)| {
        let columns: Vec<Column> = row.cells.iter().map(|cell| kind(cell)).collect();
        let has = |column| columns.contains(&column);
        (has(Column::Name) && has(Column::Value)).then_some((index, columns))
    })
}

fn kind(cell: &str) -> Column {
    let word: String = cell.chars().filter(|char| !char.is_whitespace()).collect();
    let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
    let years = quantity::parse(&word, Lang::Zh).iter().any(|found| found.unit.is_calendar());
    match () {
        () if ["序号", "编号", "号"].contains(&word.as_str()) => Column::Number,
        () if has(&["基期", "现状", "基准", "基础值", "实际"]) => Column::Baseline,
        () if has(&["目标", "规划值", "预期值", "指标值", "目标值"]) => Column::Value,
        () if has(&["属性", "性质", "指标类型"]) => Column::Nature,
        () if has(&["单位"]) && !has(&["责任", "牵头"]) => Column::Unit,
        () if has(&["类别", "领域", "一级", "维度", "分类", "类型"]) => Column::Category,
        () if has(&["指标", "名称", "内容"]) => Column::Name,
        () if years => Column::Value,
        () => Column::Other,
    }
}

/// What a row says.
struct Read {
    number: Option<u16>,
    category: String,
    name: String,
    nature: Option<Nature>,
    value: String,
    unit: String,
    baseline: Option<String>,
}

/// Reads a row with a value; its cells may have slipped by a column.
fn read(row: &Cells<'_>, columns: &[Column], head: &Cells<'_>) -> Option<Read> {
    let at = |column: Column| columns.iter().position(|known| *known == column);
    let cell =
        |index: Option<usize>| index.and_then(|index| row.cells.get(index)).copied().unwrap_or_default();
    let number =
        row.cells.iter().take(2).find_map(|cell| cell.trim_end_matches(['.', '、']).parse::<u16>().ok());
    let number_at =
        row.cells.iter().position(|cell| cell.trim_end_matches(['.', '、']).parse::<u16>().is_ok());
    let number_at = number_at.filter(|index| columns.get(*index) == Some(&Column::Number) || *index == 0);
    let nature_at = row.cells.iter().position(|cell| nature(cell).is_some());
    let last = row.cells.iter().rposition(|cell| !cell.is_empty())?;
    let slipped = nature_at.is_some() && nature_at != at(Column::Nature);
    let value_columns: Vec<usize> =
        (0..columns.len()).filter(|index| columns[*index] == Column::Value).collect();
    let value_at = match value_columns.last() {
        Some(index) if !slipped && !cell(Some(*index)).is_empty() => *index,
        _ => last,
    };
    let value = cell(Some(value_at));
    let is_value = !value.is_empty()
        && (value.contains(|char: char| char.is_ascii_digit())
            || !figures(value).is_empty()
            || is_wordy(value));
    let special =
        [number_at, nature_at, Some(value_at), at(Column::Baseline), at(Column::Unit).filter(|_| !slipped)];
    let earlier: Vec<usize> = value_columns.iter().copied().filter(|index| *index < value_at).collect();
    let words: Vec<usize> = (0..row.cells.len())
        .filter(|index| {
            !row.cells[*index].is_empty() && !special.contains(&Some(*index)) && !earlier.contains(index)
        })
        .filter(|index| *index < value_at)
        .collect();
    let (name_at, category_at) = match words.as_slice() {
        [] => return None,
        [only] => (*only, None),
        [first, .., last] => {
            let name = at(Column::Name).filter(|index| !slipped && words.contains(index)).unwrap_or(*last);
            (name, Some(*first).filter(|first| *first != name))
        }
    };
    if !is_value
        || value_at == name_at
        || (number.is_none() && nature_at.is_none() && words.len() < 2 && value_columns.is_empty())
    {
        return None;
    }
    let baseline = at(Column::Baseline).or_else(|| earlier.first().copied());
    let baseline = baseline.map(|index| cell(Some(index))).filter(|cell| !cell.is_empty() && !slipped);
    Some(Read {
        number: number.filter(|_| number_at.is_some()),
        category: cell(category_at).to_owned(),
        name: cell(Some(name_at)).to_owned(),
        nature: nature_at.and_then(|index| nature(row.cells[index])),
        value: value.to_owned(),
        unit: own_or_head_unit(cell(at(Column::Unit).filter(|_| !slipped)), head, value_at),
        baseline: baseline.map(str::to_owned),
    })
}

/// The unit of a row's own column, or else of the head above its value: 2035年目标（亿元）.
fn own_or_head_unit(own: &str, head: &Cells<'_>, value_at: usize) -> String {
    let above = || head.cells.get(value_at).and_then(|head| bracket_unit(head));
    if own.is_empty() { above().unwrap_or_default() } else { own.to_owned() }
}

/// A row without a value goes on with the category or the name above, or names the category of those below.
fn go_on(row: &Cells<'_>, columns: &[Column], category: &mut String, found: &mut [Indicator]) {
    let words: Vec<&str> = row.cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    let bracketed = |word: &&str| word.starts_with(['（', '(']) && word.ends_with(['）', ')']);
    match (words.as_slice(), found.last_mut()) {
        ([first, rest @ ..], Some(last)) if rest.iter().any(bracketed) => {
            // The category was cut in two over the rows that it covers.
            let whole = format!("{category}{first}");
            let covered = last.category.clone();
            if let Some(unit) = rest.iter().find(|word| bracketed(word)) {
                extend(last, unit);
            }
            found
                .iter_mut()
                .rev()
                .take_while(|row| row.category == covered)
                .for_each(|row| row.category.clone_from(&whole));
            *category = whole;
        }
        ([unit], Some(last)) if bracketed(unit) => extend(last, unit),
        ([only], _) if columns.len() > 1 => {
            let title = only.trim_start_matches(|char: char| "（一二三四五六七八九十）、()".contains(char));
            *category = title.to_owned();
        }
        _ => {}
    }
}

/// The unit of a name that broke off before it.
fn extend(row: &mut Indicator, unit: &str) {
    row.name.push_str(unit);
    row.unit = row.unit.take().or_else(|| bracket_unit(&row.name));
}

impl Read {
    fn indicator(self, number: u16, category: String, origin: Origin) -> Indicator {
        let figures = figures(&self.value);
        let figure = figures.first();
        let bare = self.value.trim_start_matches(['≥', '≤', '>', '<', '＞', '＜', '约']).trim();
        let plain = quantity::read_decimal(bare.trim_end_matches(['%', '％'])).map(quantity::decimal);
        let value = plain
            .or_else(|| figure.map(|figure| quantity::decimal(figure.value)))
            .or_else(|| leading_number(&self.value));
        let percent = self.value.contains(['%', '％']);
        let own = figure.and_then(unit_word).or_else(|| percent.then(|| "%".to_owned()));
        let unit = own
            .or_else(|| Some(self.unit).filter(|unit| !unit.is_empty()))
            .or_else(|| bracket_unit(&self.name));
        let sign = match self.value.chars().next() {
            Some('≥') => Comparator::AtLeast,
            Some('≤') => Comparator::AtMost,
            Some('>' | '＞') => Comparator::MoreThan,
            Some('<' | '＜') => Comparator::LessThan,
            _ => figure.map_or(Comparator::Exactly, super::figure::comparator),
        };
        let step = [
            ("增加", Change::Increase),
            ("增长", Change::Increase),
            ("提高", Change::Increase),
            ("新增", Change::Add),
            ("下降", Change::Decrease),
            ("降低", Change::Decrease),
            ("减少", Change::Decrease),
        ];
        let change = step.iter().find(|(word, _)| {
            self.value.contains(word) && !self.value.contains('到') && !self.value.contains('至')
        });
        Indicator {
            number,
            category,
            name: self.name,
            nature: self.nature,
            value,
            unit,
            comparator: sign,
            change: change
                .map_or_else(|| figure.map_or(Change::Level, super::figure::change), |(_, change)| *change),
            baseline: self.baseline,
            origin,
        }
    }
}

fn figures(value: &str) -> Vec<Quantity> {
    quantity::parse(value, Lang::Zh).into_iter().filter(super::figure::counts).collect()
}

fn unit_word(quantity: &Quantity) -> Option<String> {
    match &quantity.unit {
        quantity::Unit::Count(word) if !word.is_empty() => Some(word.clone()),
        quantity::Unit::People => Some("人".to_owned()),
        quantity::Unit::Percent => Some("%".to_owned()),
        quantity::Unit::Points => Some("个百分点".to_owned()),
        _ => None,
    }
}

/// The number that a value begins with or holds, where it has no unit of its own.
fn leading_number(value: &str) -> Option<String> {
    let start = value.find(|char: char| char.is_ascii_digit())?;
    let rest = &value[start..];
    let end = rest.find(|char: char| !char.is_ascii_digit() && char != '.').unwrap_or(rest.len());
    quantity::read_decimal(rest[..end].trim_end_matches('.')).map(quantity::decimal)
}

/// 床位数（张） has its unit in the bracket.
fn bracket_unit(name: &str) -> Option<String> {
    let inner = name.trim_end().strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let unit = inner[open..].trim_start_matches(['（', '(']).trim();
    (unit.chars().count() <= 6).then(|| unit.replace('％', "%"))
}

fn nature(cell: &str) -> Option<Nature> {
    match cell.trim() {
        "约束性" | "约束" | "约束性指标" => Some(Nature::Binding),
        "预期性" | "预期" | "预期性指标" => Some(Nature::Expected),
        _ => None,
    }
}

/// Values in words: 全覆盖, 持续提升.
fn is_wordy(value: &str) -> bool {
    ["全覆盖", "持续", "稳步", "达到", "保持", "提升", "完成", "基本", "优良", "领先"]
        .iter()
        .any(|word| value.contains(word))
}

/// The duties that the columns of a table give, row after row.
pub(super) fn duties(clause: &Clause, table: &Table, known: &Known, first_leads: bool) -> Vec<Duty> {
    let rows = rows(table);
    let heads = rows.iter().take(3).enumerate().find_map(|(index, row)| {
        let roles: Vec<Option<Role>> = row.cells.iter().map(|cell| column(cell)).collect();
        roles.iter().any(Option::is_some).then_some((index, roles))
    });
    let Some((head, roles)) = heads else { return Vec::new() };
    let mut duties = Vec::new();
    // A merged cell says the same for every row that it covers, once.
    for row in &rows[head + 1..] {
        for (index, role) in roles.iter().enumerate() {
            let (Some(role), Some(Some(strand))) = (role, row.strands.get(index)) else { continue };
            let list = strand.text();
            let said = roles::roles(list, known);
            let listed = || roles::names(list, known).into_iter().map(|name| (name, *role)).collect();
            let said: Vec<(Name, Role)> = if said.is_empty() { listed() } else { said };
            for (nth, (department, role)) in said.into_iter().enumerate() {
                let (role, basis) = match role {
                    Role::Responsible if first_leads && nth == 0 => (Role::Lead, Basis::Inherited),
                    role => (role, Basis::Stated),
                };
                duties.push(Duty { department, role, basis, origin: row.origin(clause) });
            }
        }
    }
    duties
}
