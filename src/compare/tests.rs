//! Turns two portals in strings into what readers are told of the difference.

use super::currency::accept;
use super::*;
use crate::content::{self, Bodies};
use crate::export;
use crate::lang::Lang;
use crate::report::Wording;
use crate::resolve::{self, Options, Site};
use crate::source::Sources;

const SOUND: &str = include_str!("../../tests/support/sound.txt");

/// A third clause, and what the translations were accepted for.
const THIRD: [(&str, &str); 2] = [
    ("已有7.5个基地。", "已有7.5个基地。\n\n## 保障 {#c3}\n\n加强领导。"),
    ("7.5 bases existed.", "7.5 bases existed.\n\n## Safeguards {#c3}\n\nLeadership is to be strengthened."),
];

struct Day {
    sources: Sources,
    site: Site,
}

impl Day {
    fn of(text: &str) -> Day {
        let (sources, faults) = Sources::from_string(text);
        assert!(faults.is_empty(), "{faults:?}");
        let catalog = content::load(&sources).0.unwrap();
        let options = Options { now: catalog.config.as_of, drafts: false, proposals: false };
        let (site, faults) = resolve::resolve(catalog, Bodies::new(&sources), options);
        assert!(faults.is_empty(), "{faults:?}");
        Day { sources, site }
    }

    fn data(&self) -> Data {
        let config = &self.site.catalog.config;
        let about = About {
            base: config.base_url.value.clone(),
            title: config.title.clone(),
            publisher: config.organisation.name.clone(),
            as_of: config.as_of.to_string(),
        };
        let routes = export::routes(&self.site);
        let names: Vec<String> = routes.iter().map(|(route, _)| route.as_str().to_owned()).collect();
        Data::read(about, &names, &|name| {
            let (_, key) = routes.iter().find(|(route, _)| route.as_str() == name).unwrap();
            export::produce(&self.site, Bodies::new(&self.sources), key)
        })
        .unwrap()
    }
}

fn swapped(text: &str, swaps: &[(&str, &str)]) -> String {
    swaps.iter().fold(text.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

/// The portal with all translations accepted.
fn accepted() -> String {
    let text = swapped(SOUND, &THIRD);
    let day = Day::of(&text);
    let (plan, skeleton) = (&day.site.catalog.plans[0], &day.site.skeletons[0]);
    let twins = accept(plan, skeleton, Bodies::new(&day.sources), None, "portal", day.site.now).unwrap().file;
    format!("{}\n-- content/plans/alpha/twins.toml --\n{twins}", text.trim_end())
}

/// What the swaps change.
fn found(text: &str, swaps: &[(&str, &str)]) -> Vec<Change> {
    changes(&Day::of(text).data(), &Day::of(&swapped(text, swaps)).data(), &|_| false)
}

fn page(changes: &[Change], lang: Lang) -> String {
    Teller { words: &Wording::new(lang), lang }.page(changes).unwrap()
}

fn summary(changes: &[Change], lang: Lang) -> String {
    Teller { words: &Wording::new(lang), lang }.summary(changes)
}

const YEAR: [(&str, &str); 8] = [
    ("value = \"30\"", "value = \"50\""),
    ("zh = \"建设30个中心\", en = \"build 30 centres\"", "zh = \"建设50个中心\", en = \"build 50 centres\""),
    ("\n到2025年建设30个中心", "\n到2025年建设50个中心"),
    ("\nBy 2025, build 30 centres", "\nBy 2025, build 50 centres"),
    ("\n已有7.5个基地", "\n目前已有7.5个基地"),
    ("加强领导", "加强组织领导"),
    ("en = \"National Health Commission\"", "en = \"National Commission of Health\""),
    (
        "-- content/pages/about/zh.md --\n关于本门户。\n-- content/pages/about/en.md --\nAbout this portal.\n",
        "",
    ),
];

#[test]
fn a_year_of_changes_is_told_in_readers_terms() {
    let changes = found(&accepted(), &YEAR);
    let english = "\
Plan Alpha
  clause “Centres” (c1-1): words changed (Chinese): 到2025年建设[-30-]{+50+}个中心。
  clause “Centres” (c1-1): words changed (English): By 2025, build [-30-]{+50+} centres.
  3 clauses to be updated, since their sources have changed: c1-1, c2, c3
  clause “Situation” (c2): words changed (Chinese): {+目前+}已有7.5个基地。
  clause “Safeguards” (c3): words changed (Chinese): 加强{+组织+}领导。
  target “Centres” (c1-1): figure 30 centre → 50 centre

Responsible bodies
  National Commission of Health: name National Health Commission → National Commission of Health

Pages
  gone: /en/about/
  gone: /zh/about/
";
    assert_eq!(page(&changes, Lang::En), english);
    assert_eq!(summary(&changes, Lang::En), "changed: 3 clauses, 1 target, 1 responsible body, 2 pages");
    let chinese = page(&changes, Lang::Zh);
    for line in [
        "甲规划\n",
        "  目标“中心”（c1-1）：数值 30 个 → 50 个\n",
        "  3 个条款原文已改动，译文待更新：c1-1, c2, c3\n",
        "责任单位\n  国家卫生健康委员会：名称（英文） National Health Commission → National Commission of Health\n",
        "  不再有：/zh/about/\n",
    ] {
        assert!(chinese.contains(line), "{line}\nis not in\n{chinese}");
    }
    assert_eq!(summary(&changes, Lang::Zh), "变化：3 个条款、1 个目标、1 个责任单位、2 个页面");
}

#[test]
fn the_way_back_settles_what_was_stale() {
    let old = accepted();
    let new = swapped(&old, &YEAR);
    let changes = changes(&Day::of(&new).data(), &Day::of(&old).data(), &|_| false);
    let english = page(&changes, Lang::En);
    assert!(english.contains("3 clauses brought up to date with their sources: c1-1, c2, c3"), "{english}");
    assert!(english.contains("figure 50 centre → 30 centre"), "{english}");
    assert!(!english.contains("about"), "pages that are new are found by what is new on them: {english}");
}

#[test]
fn of_a_plan_that_is_new_or_gone_nothing_more_is_told() {
    let without: String = SOUND.split("-- content/plans/alpha/plan.toml").next().unwrap().to_owned();
    let (day, none) = (Day::of(SOUND).data(), Day::of(&without).data());
    let added = changes(&none, &day, &|_| false);
    assert_eq!(page(&added, Lang::En).lines().next(), Some("Plan Alpha"));
    let of_plans = |changes: &[Change]| {
        changes.iter().filter(|change| change.kind < Kind::Department).cloned().collect::<Vec<Change>>()
    };
    let [one] = &of_plans(&added)[..] else { panic!("{added:?}") };
    assert_eq!((one.kind, &one.what, one.id.as_str()), (Kind::Plan, &What::Added, "alpha"));
    assert_eq!(one.url.as_ref().unwrap().en, "https://portal.test/en/plans/alpha/");
    let gone = changes(&day, &none, &|page| page.ends_with("plans/alpha/"));
    let [one] = &of_plans(&gone)[..] else { panic!("{gone:?}") };
    assert_eq!((one.kind, &one.what, &one.url), (Kind::Plan, &What::Gone, &None));
    let pages: Vec<(&str, &What)> = gone
        .iter()
        .filter(|change| change.kind == Kind::Page && change.id.starts_with("en/plans"))
        .map(|change| (change.id.as_str(), &change.what))
        .collect();
    assert!(pages.contains(&("en/plans/alpha/", &What::Moved)), "what leads on is not lost: {pages:?}");
    assert!(pages.contains(&("en/plans/alpha/parallel/", &What::Gone)), "{pages:?}");
}

#[test]
fn what_readers_do_not_see_is_no_change() {
    let same = found(SOUND, &[]);
    assert_eq!((same.as_slice(), page(&same, Lang::En).as_str()), (&[][..], ""));
    assert_eq!(summary(&same, Lang::En), "nothing changed for readers");
    let marked = found(SOUND, &[("So far, 7.5", "So far, *7.5*")]);
    assert_eq!(marked, [], "marks are no words");
    let unit = found(SOUND, &[("en = \"centre\" }", "en = \"center\" }")]);
    assert_eq!(unit, [], "a unit that is spelled otherwise changes no figure");
}

#[test]
fn every_field_that_readers_know_is_told_by_its_name() {
    let swaps = [
        ("end = 2025 }\ndep", "end = 2026 }\nforce = \"strive\"\ndep"),
        ("role = \"lead\" }]", "role = \"guide\" }]"),
        ("lead = [\"natcm\"]", "lead = [\"partner:who\"]"),
        ("role = \"lead\"\n", "role = \"coordinate\"\n"),
        ("period = { start = 2021, end = 2025 }", "period = { start = 2021, end = 2026 }"),
        ("value = \"7.5\"", "value = \"8.5\""),
        ("7.5个基地\",", "8.5个基地\","),
        ("en = \"7.5 bases existed\"", "en = \"8.5 bases existed\""),
        ("\n已有7.5", "\n已有8.5"),
        ("So far, 7.5", "So far, 8.5"),
        ("en = \"culture of traditional medicine\"", "en = \"traditional medicine culture\""),
    ];
    let english = page(&found(SOUND, &swaps), Lang::En);
    for line in [
        "Plan Alpha: period 2021–2025 → 2021–2026",
        "target “Centres” (c1-1): deadline by 2025 → by 2026",
        "target “Centres” (c1-1): force firm → strive",
        "target “Centres” (c1-1): responsible bodies National Health Commission lead → National Health Commission guide",
        "fact “Bases” (c2): figure 7.5 → 8.5",
        "project “Project” (c2): led by National Administration of Traditional Chinese Medicine → World Health Organization",
        "new: duty “National Administration of Traditional Chinese Medicine (coordinate)” (c1-1)",
        "gone: duty “National Administration of Traditional Chinese Medicine (lead)” (c1-1)",
        "culture: name culture of traditional medicine → traditional medicine culture",
    ] {
        assert!(english.contains(line), "{line}\nis not in\n{english}");
    }
}

#[test]
fn a_feed_names_every_change_once_and_is_the_same_every_time() {
    let (old, new) = (Day::of(&accepted()).data(), Day::of(&swapped(&accepted(), &YEAR)).data());
    let changes = changes(&old, &new, &|_| false);
    for lang in Lang::ALL {
        let words = Wording::new(lang);
        let made = || atom(&changes, &new.about, &Teller { words: &words, lang }).unwrap();
        let feed = made();
        assert_eq!(feed, made());
        let mut ids: Vec<&str> =
            feed.split("<id>").skip(1).map(|rest| rest.split("</id>").next().unwrap()).collect();
        assert_eq!(ids.len(), changes.len() + 1);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), changes.len() + 1, "no two entries have one name");
        assert!(ids.iter().all(|id| id.starts_with("tag:portal.test,2026-01-01:")), "{ids:?}");
        assert!(feed.contains("<updated>2026-01-01T00:00:00Z</updated>"));
        assert_eq!(feed.matches("<entry>").count(), changes.len());
        assert!(feed.contains(&format!("https://portal.test/{}/plans/alpha/#c1-1", lang.code())), "{feed}");
    }
}
