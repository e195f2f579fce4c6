//! Turns a plan in a few lines into the faults that the rules find in it.
//! Knows nothing of any rule.

use super::*;
use crate::content;
use crate::report::{Report, column_of};
use crate::resolve::{self, Options};
use crate::source::Sources;

const PORTAL: &str = r#"-- content/portal.toml --
title = { zh = "门户", en = "Portal" }
description = { zh = "试验用", en = "For tests" }
base_url = "https://portal.test/"
as_of = 2026-01-01
organisation = { name = { zh = "机构", en = "Body" } }
-- content/plans/a/plan.toml --
[plan]
id = "a"
title = { zh = "规划", en = "Plan" }
issuers = []
level = "national"
kind = "plan"
source_lang = "zh"
status = "in-force"
"#;

/// Units for records, to be put behind a portal.
pub(super) const UNITS: &str = r#"-- content/units.toml --
[[unit]]
id = "item"
name = { zh = "个", en = "item" }
kind = "count"
[[unit]]
id = "percent"
name = { zh = "%", en = "%" }
kind = "percent"
[[unit]]
id = "points"
name = { zh = "个百分点", en = "percentage point" }
kind = "points"
[[unit]]
id = "usd"
name = { zh = "美元", en = "US dollar" }
kind = "money"
[[unit]]
id = "ratio"
name = { zh = "比重", en = "share" }
kind = "ratio"
[[unit]]
id = "month"
name = { zh = "个月", en = "month" }
kind = "time"
"#;

/// A portal with one plan: its records from line 13 of `plan.toml` on, and its texts by file name.
pub(super) fn plan(records: &str, texts: &[(&str, &str)]) -> String {
    let mut portal = format!("{PORTAL}\n\n\n\n{records}");
    for (name, text) in texts {
        portal.push_str(&format!("-- content/plans/a/{name} --\n{text}"));
    }
    portal
}

/// The faults that one rule finds: code, file and line, arguments in the order of their names.
pub(super) fn faults(rule: Rule, portal: &str) -> Vec<String> {
    of_site(portal, |site, bodies| {
        let lexicon = Lexicon::new(&site.catalog);
        let of_plan = |plan| check_plan(&[rule], &lexicon, &site.at_hand(plan, bodies)).faults;
        (0..site.catalog.plans.len()).flat_map(of_plan).collect()
    })
}

/// The same of what is asked of the site.
pub(super) fn of_site(portal: &str, found: impl Fn(&Site, Bodies<'_>) -> Vec<Diagnostic>) -> Vec<String> {
    let (sources, faults) = Sources::from_string(portal);
    let (catalog, more) = content::load(&sources);
    assert_eq!((faults, more), (vec![], vec![]), "the fixture is sound");
    let catalog = catalog.unwrap();
    let options = Options { now: catalog.config.as_of, drafts: false, proposals: false };
    let (site, faults) = resolve::resolve(catalog, Bodies::new(&sources), options);
    assert_eq!(faults, [], "the fixture resolves");
    let mut report = Report::default();
    report.extend(found(&site, Bodies::new(&sources)));
    let show = |fault: &Diagnostic| {
        let place = fault.place.as_ref().unwrap();
        let line = column_of(&sources.quote(&place.path).unwrap(), place.span.start).line;
        let args: Vec<&str> = fault.args.values().map(String::as_str).collect();
        format!("{} {}:{line} {}", fault.code.name(), place.path.file_name(), args.join(" "))
    };
    report.sorted().iter().map(show).collect()
}

#[test]
fn every_plan_is_asked() {
    let sick = plan("", &[("digest.zh.md", "## 甲 {#c1}\n文。\n")]);
    let second =
        sick.split_once("-- content/plans/a/plan.toml").unwrap().1.replace("id = \"a\"", "id = \"b\"");
    let second = second.replace("plans/a/", "plans/b/");
    let both = format!("{sick}-- content/plans/b/plan.toml{second}");
    assert_eq!(of_site(&both, check), ["missing-twin digest.zh.md:1 c1 en"; 2]);
}
