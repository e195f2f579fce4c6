//! Turns Chinese names into ids: the portal's own where a register knows the name, else one made from its sounds.
//! Knows nothing of plans.

use crate::content::Catalog;
use crate::content::words::{DepartmentKind, Level};
use pinyin::ToPinyin;
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{ArrayOfTables, InlineTable, Item, Table, Value};

/// Ids of bodies: known ones, and stubs for those that no register knows.
#[derive(Debug, Default)]
pub struct Stubs {
    known: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    stubs: Vec<(String, String)>,
}

impl Stubs {
    /// The bodies of a portal.
    pub fn of(catalog: &Catalog) -> Self {
        let mut stubs = Self::default();
        for department in &catalog.departments.records {
            let id = department.id.as_str();
            let short = department.short.iter().map(|short| &short.zh);
            let aliases = department.aliases.zh.iter().chain(&department.misprints.zh);
            for name in std::iter::once(&department.name.zh).chain(short).chain(aliases) {
                stubs.known.entry(plain(name)).or_insert_with(|| id.to_owned());
            }
        }
        stubs.taken = catalog.departments.ids().map(str::to_owned).collect();
        stubs.taken.extend(catalog.departments.unusable.iter().cloned());
        stubs
    }

    /// The id of a body: the register's, or that of a stub.
    pub fn id(&mut self, name: &str) -> String {
        let plain = plain(name);
        if let Some(id) = self.known.get(&plain) {
            return id.clone();
        }
        let id = free(&spelled(name, 12), &self.taken);
        self.taken.insert(id.clone());
        self.known.insert(plain, id.clone());
        self.stubs.push((id.clone(), name.to_owned()));
        id
    }

    /// The stubs as text to put behind `departments.toml`; nothing where there are none. The English name is the Chinese
    /// one until an editor gives it.
    pub fn stubs(&self) -> Option<String> {
        let mut tables = ArrayOfTables::new();
        for (id, name) in &self.stubs {
            let mut table = Table::new();
            table.insert("id", value(id));
            table.insert("name", Item::Value(both(name)));
            table.insert("kind", value(kind_of(name).word()));
            table.insert("level", value(level_of(name).word()));
            tables.push(table);
        }
        let mut document = toml_edit::DocumentMut::new();
        document.insert("department", Item::ArrayOfTables(tables));
        (!self.stubs.is_empty()).then(|| document.to_string())
    }

    /// The names of the stubs.
    pub fn new_names(&self) -> impl Iterator<Item = &str> {
        self.stubs.iter().map(|(_, name)| name.as_str())
    }
}

fn value(text: &str) -> Item {
    Item::Value(Value::from(text))
}

/// `{ zh = "…", en = "…" }` with the Chinese in both places.
pub(super) fn both(text: &str) -> Value {
    let mut table = InlineTable::new();
    table.insert("zh", Value::from(text));
    table.insert("en", Value::from(text));
    Value::InlineTable(table)
}

/// A name without what differs between two ways of writing it.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The sounds of a text, `most` syllables of it: 国办发〔2023〕3号 is `guo-ban-fa-2023-3`. Never empty.
pub(super) fn spelled(text: &str, most: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
            continue;
        }
        parts.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        let sound = c.to_pinyin().map(|sound| sound.plain().replace('ü', "v"));
        parts.extend(sound.filter(|sound| sound.is_ascii() && c != '号'));
    }
    parts.extend((!word.is_empty()).then_some(word));
    parts.truncate(most);
    let spelled = parts.join("-");
    if spelled.is_empty() { "unnamed".to_owned() } else { spelled }
}

/// An id that nobody has yet.
pub(super) fn free(wish: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{wish}-{number}"));
    let mut wishes = std::iter::once(wish.to_owned()).chain(numbered);
    wishes.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// What kind of body a name says it is.
fn kind_of(name: &str) -> DepartmentKind {
    use DepartmentKind as Kind;
    const ENDINGS: [(&str, Kind); 24] = [
        ("领导小组", Kind::LeadingGroup),
        ("领导小组办公室", Kind::LeadingGroup),
        ("联席会议", Kind::Mechanism),
        ("人民政府", Kind::Government),
        ("政府", Kind::Government),
        ("国务院", Kind::Government),
        ("办公厅", Kind::Office),
        ("办公室", Kind::Office),
        ("委员会", Kind::Commission),
        ("委", Kind::Commission),
        ("部", Kind::Ministry),
        ("总局", Kind::Agency),
        ("局", Kind::Bureau),
        ("厅", Kind::Bureau),
        ("司", Kind::Bureau),
        ("医院", Kind::Hospital),
        ("大学", Kind::University),
        ("学院", Kind::University),
        ("研究院", Kind::Institute),
        ("研究所", Kind::Institute),
        ("中心", Kind::Centre),
        ("协会", Kind::Association),
        ("学会", Kind::Association),
        ("公司", Kind::Company),
    ];
    let many = ["各", "有关", "相关", "所属", "单位", "部门"].into_iter().any(|word| name.contains(word));
    let found = ENDINGS
        .into_iter()
        .filter(|(ending, _)| name.ends_with(ending))
        .max_by_key(|(ending, _)| ending.len());
    match found {
        _ if many => Kind::Collective,
        Some((_, Kind::Bureau)) if name.starts_with("国家") => Kind::Agency,
        Some((_, kind)) => kind,
        None => Kind::Other,
    }
}

/// At which level a name says that a body stands.
pub(super) fn level_of(name: &str) -> Level {
    const CITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
    let national = ["国家", "国务院", "中共中央", "中国", "中央", "全国", "教育部", "财政部", "科技部"];
    let provincial = name.contains('省')
        || name.contains("自治区")
        || CITIES.into_iter().any(|city| name.starts_with(city));
    match name {
        _ if name.contains('县') => Level::County,
        _ if provincial => Level::Provincial,
        _ if name.contains('市') => Level::Prefectural,
        _ if national.into_iter().any(|word| name.starts_with(word)) => Level::National,
        _ => Level::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_make_ids() {
        assert_eq!(spelled("国图发〔2031〕7号", 12), "guo-tu-fa-2031-7");
        assert_eq!(spelled("绿色旅游（ＡＢ）", 12), "lv-se-lv-you");
        assert_eq!(spelled("《》", 12), "unnamed");
        let taken = BTreeSet::from(["a".to_owned(), "a-2".to_owned()]);
        assert_eq!(free("a", &taken), "a-3");
    }

    #[test]
    fn a_stub_is_made_once_and_says_what_its_name_says() {
        let mut stubs = Stubs::default();
        let first = stubs.id("河川省图书馆管理局");
        assert_eq!(stubs.id("河川省图书馆管理局"), first);
        assert!(crate::route::is_id(&first), "{first}");
        let text = stubs.stubs().unwrap();
        assert_eq!(text.matches("[[department]]").count(), 1);
        assert!(text.contains("kind = \"bureau\"") && text.contains("level = \"provincial\""), "{text}");
    }
}
