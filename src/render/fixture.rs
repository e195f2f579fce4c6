//! Turns a portal in a string into pages, for the tests of their builders.
//! Knows nothing of what the pages should show.

use super::Renderer;
use crate::content::{self, Bodies};
use crate::record::Date;
use crate::resolve::{self, Options, PageKey, Site};
use crate::route::SourcePath;
use crate::source::Sources;
use crate::template::{Say, Templates};
use crate::theme::Theme;
use std::path::Path;
use std::sync::Arc;

/// Registers and portal file of a small portal; plans are added to it.
pub(super) const REGISTERS: &str = r#"
-- content/portal.toml --
title = { zh = "规划门户", en = "Plan Portal" }
description = { zh = "说明", en = "About plans" }
base_url = "https://plans.test/"
as_of = 2024-05-01
organisation = { name = { zh = "门户组", en = "Portal Group" } }
licence = { name = { zh = "许可", en = "Licence" }, url = "https://licence.test/" }
-- content/departments.toml --
[[department]]
id = "nhc"
name = { zh = "国家卫生健康委员会", en = "National Health Commission" }
short = { zh = "国家卫生健康委", en = "NHC" }
kind = "commission"
level = "national"
from = "2018"

[[department]]
id = "city-hospital"
name = { zh = "市中医医院", en = "City Hospital of TCM" }
kind = "hospital"
level = "prefectural"
parent = "nhc"

[[department]]
id = "all-regions"
name = { zh = "各地", en = "all regions" }
kind = "collective"
level = "none"
-- content/partners.toml --
[[partner]]
id = "mongolia"
kind = "country"
name = { zh = "蒙古国", en = "Mongolia" }
aliases = { zh = ["蒙古"] }

[[partner]]
id = "indonesia"
kind = "country"
name = { zh = "印度尼西亚", en = "Indonesia" }

[[partner]]
id = "india"
kind = "country"
name = { zh = "印度", en = "India" }

[[partner]]
id = "west-asia"
kind = "region"
name = { zh = "西亚", en = "West Asia" }

[[partner]]
id = "who"
kind = "organisation"
name = { zh = "世界卫生组织", en = "World Health Organization" }
short = { zh = "世卫组织", en = "WHO" }

[[partner]]
id = "arab-states"
kind = "region"
name = { zh = "阿拉伯国家", en = "Arab States" }
ambiguous = { zh = ["中阿"] }

[[partner]]
id = "albania"
kind = "country"
name = { zh = "阿尔巴尼亚", en = "Albania" }
ambiguous = { zh = ["中阿"] }
-- content/places.toml --
[[place]]
id = "inner-mongolia"
kind = "province"
name = { zh = "内蒙古", en = "Inner Mongolia" }
-- content/topics.toml --
[[topic]]
id = "trade"
name = { zh = "贸易", en = "Trade" }
description = { zh = "贸易往来", en = "Trade relations" }
-- content/units.toml --
[[unit]]
id = "centre"
name = { zh = "个", en = "centre" }
kind = "count"
-- content/documents.toml --
[[document]]
id = "outline"
title = { zh = "健康纲要", en = "Health Outline" }
number = "国发〔2020〕1号"

[[document]]
id = "this-plan"
title = { zh = "本计划", en = "This Very Plan" }
plan = "p"
-- content/glossary.toml --
[[term]]
id = "tcm"
name = { zh = "中医药", en = "traditional Chinese medicine" }
accepted = { en = ["TCM"] }
"#;

/// A plan without texts; keys that follow go below its metadata.
pub(super) const PLAN: &str = r#"
-- content/plans/p/plan.toml --
[plan]
id = "p"
title = { zh = "合作计划（2021—2025年）", en = "Cooperation Plan (2021–2025)" }
short = { zh = "合作计划", en = "Cooperation plan" }
number = "国卫发〔2021〕6号"
issuers = ["nhc"]
addressees = ["all-regions"]
issued = 2021-12-31
published = 2022-01-05
period = { start = 2021, end = 2025 }
outlook = 2035
level = "national"
kind = "plan"
source_lang = "zh"
status = "in-force"
"#;

/// Two plans, small but with every kind of record: `p` as [`PLAN`] says, `q` which carries it on in a region.
pub(super) const SMALL: &str = r##"
[edition.digest-zh]
made = { how = "written", by = "portal", reviewed = "" }

[edition.digest-en]
made = { how = "machine", by = "portal", reviewed = "an editor, May 2024" }

[topics]
"c1" = ["trade"]

[[target]]
id = "centres"
clause = "c1-1"
subject = { zh = "中心", en = "centres" }
value = "30"
unit = "centre"
deadline = { kind = "by", end = 2025, basis = "inherited" }
passage = { zh = "30 个中心", en = "30 centres" }
departments = [{ id = "nhc", role = "lead", basis = "editorial" }]

[[fact]]
id = "before"
clause = "c1-1"
subject = { zh = "已建中心", en = "centres built" }
value = "10"
unit = "centre"
as_of = { kind = "by", end = 2020, basis = "stated" }
passage = { zh = "已有 10 个", en = "10 exist" }

[[project]]
number = 1
clause = "c1-2"
title = { zh = "试点", en = "Pilot" }
lead = ["nhc"]
participants = ["city-hospital"]

[[duty]]
clause = "c1-2"
departments = ["nhc"]
role = "lead"

[[duty]]
clause = "c1-2"
departments = ["city-hospital", "all-regions"]
role = "participate"
basis = "inherited"
uncertain = true

[[change]]
date = 2024-04-01
summary = { zh = "新增", en = "Added" }
-- content/plans/p/digest.zh.md --
## 通知 {#n}

由国家卫生健康委发出。

## 总体要求 {#c1}

### 目标 {#c1-1}

与印度合作，建 30 个中心；已有 10 个。依据《健康纲要》。

- 第一项
- 第二项

### 任务 {#c1-2 .gap .inferred}

试点。

#### 其他 {#c1-2-a}

仅有中文。

## 保障 {#c2}
-- content/plans/p/digest.en.md --
## Notice {#n}

Issued by the NHC.

## Requirements {#c1}

### Targets {#c1-1}

With India: 30 centres; 10 exist. Based on the *Health Outline*.

- First
- Second
- Third

A last word.

### Tasks {#c1-2 .gap .inferred}

Pilot.

## Measures {#c2}
-- content/plans/p/official.zh.md --
## 通知 {#n}

官方文字。
-- content/plans/q/plan.toml --
[plan]
id = "q"
title = { zh = "地方计划", en = "Regional Plan" }
issuers = ["all-regions"]
level = "provincial"
region = "inner-mongolia"
kind = "scheme"
source_lang = "zh"
status = "superseded"
superseded_by = "p"
valid = { from = 2022-01-01, to = 2023-12-31 }
sources = [{ url = "https://source.test/q.html", publisher = { zh = "公报", en = "Gazette" }, retrieved = 2024-01-02 }]
note = { zh = "注", en = "A note" }

[[implements]]
clause = "c1"
to = "p#c1-1"

[[implements]]
clause = "c1"
to = "p"
basis = "stated"
-- content/plans/q/digest.zh.md --
## 首条 {#c1}

文字。
"##;

/// A portal with all that makes pages of it.
pub(super) struct Portal {
    /// Its files.
    pub(super) sources: Sources,
    /// What they mean.
    pub(super) site: Site,
    theme: Arc<Theme>,
    templates: Templates,
}

impl Portal {
    /// A portal in a string, on the day for which it is true.
    pub(super) fn new(text: &str) -> Portal {
        let (sources, faults) = Sources::from_string(text.trim_start());
        assert!(faults.is_empty(), "{faults:?}");
        Portal::of(sources)
    }

    /// The registers above with plans.
    pub(super) fn with(plans: &str) -> Portal {
        Portal::new(&format!("{REGISTERS}{plans}"))
    }

    /// The two small plans.
    pub(super) fn small() -> Portal {
        Portal::with(&format!("{PLAN}{SMALL}"))
    }

    /// A portal on the disk.
    pub(super) fn open(root: &Path) -> Portal {
        let (sources, faults) = Sources::open(root).unwrap();
        assert!(faults.is_empty(), "{faults:?}");
        Portal::of(sources)
    }

    fn of(sources: Sources) -> Portal {
        let (catalog, mut faults) = content::load(&sources);
        let catalog = catalog.unwrap_or_else(|| panic!("no portal.toml: {faults:?}"));
        let now: Date = catalog.config.as_of;
        let options = Options { now, drafts: true, proposals: true };
        let (site, more) = resolve::resolve(catalog, Bodies::new(&sources), options);
        faults.extend(more);
        let config = SourcePath::new("content/portal.toml").unwrap();
        let (theme, more) = Theme::load(&sources, &site.catalog.config.theme, &config);
        faults.extend(more);
        let theme = Arc::new(theme);
        let words = Arc::clone(&theme);
        let say: Say = Arc::new(move |lang, key, args| words.messages.get(lang).say(key, None, args));
        let (templates, more) = Templates::load(&sources, &theme.folders, say);
        faults.extend(more);
        let templates = templates.unwrap_or_else(|| panic!("no templates: {faults:?}"));
        Portal { sources, site, theme, templates }
    }

    /// Makes pages of it.
    pub(super) fn renderer(&self) -> Renderer<'_> {
        Renderer::new(&self.site, Bodies::new(&self.sources), &self.templates, &self.theme)
    }

    /// A page as HTML.
    pub(super) fn html(&self, page: &PageKey) -> String {
        String::from_utf8(self.renderer().render(page).unwrap()).unwrap()
    }
}

/// HTML taken apart: its words, its ids in order, and where its tags are not balanced.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// All words, entities resolved.
    pub(super) words: String,
    /// All ids.
    pub(super) ids: Vec<String>,
    /// Links within links, closing tags without opening ones, and the like.
    pub(super) broken: Vec<String>,
}

/// Takes HTML apart, far enough for what the renderer writes.
pub(super) fn parts(html: &str) -> Parts {
    const VOID: [&str; 10] = ["br", "hr", "img", "meta", "link", "input", "path", "rect", "source", "wbr"];
    let mut parts = Parts::default();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        parts.words.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').expect("every tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('!') || VOID.contains(&name) || tag.ends_with('/') {
            continue;
        }
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            parts.ids.push(id.to_owned());
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                parts.broken.push(format!("</{name}>"));
            }
            continue;
        }
        if name == "a" && open.contains(&"a") {
            parts.broken.push("a link within a link".to_owned());
        }
        open.push(name);
    }
    parts.words.push_str(rest);
    parts.broken.extend(open.into_iter().map(|name| format!("<{name}>")));
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        parts.words = parts.words.replace(entity, sign);
    }
    parts
}
