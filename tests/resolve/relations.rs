//! Turns records into what leads back to them.
//! Knows nothing of running text.

use crate::support::{Outcome, Portal};
use diptych::build::Options;
use diptych::content::words::Role;
use diptych::record::Date;
use diptych::resolve::{ClauseRef, DutyRef, Entity, EntityKind, RecordRef, Site};

/// A second plan that carries on the first.
const BETA: &str = r#"
-- content/plans/beta/plan.toml --
[plan]
id = "beta"
title = { zh = "乙规划", en = "Plan Beta" }
issuers = ["natcm", "nhc"]
level = "provincial"
region = "inner-mongolia"
kind = "plan"
source_lang = "zh"
status = "in-force"

[topics]
"c1" = ["research"]
"c1-1-1" = ["services"]
"c2" = []

[[target]]
id = "more-centres"
clause = "c1-1"
subject = { zh = "中心", en = "Centres" }
follows = ["alpha/centres", "alpha/bases"]
departments = [{ id = "natcm", role = "lead" }, { id = "nhc", role = "participate" }]
topics = ["services", "research"]
extent = "qualitative"
passage = { zh = "更多中心", en = "more centres" }

[[fact]]
id = "seen"
clause = "c1-1"
subject = { zh = "中心", en = "Centres" }
follows = ["beta/more-centres"]
departments = [{ id = "nhc", role = "lead" }]
extent = "qualitative"
passage = { zh = "更多中心", en = "more centres" }

[[project]]
number = 7
clause = "c1"
title = { zh = "项目", en = "Project" }
lead = ["partner:who", "natcm"]
participants = ["nhc"]

[[duty]]
clause = "c1"
departments = ["nhc", "natcm"]
role = "guide"

[[implements]]
clause = "c1-1"
to = "alpha#c1-1"

[[implements]]
clause = "c2"
to = "alpha"
-- content/plans/beta/digest.zh.md --
## 甲 {#c1}

### 乙 {#c1-1}

更多中心。

#### 丙 {#c1-1-1}

文。

#### 丁 {#c1-1-2}

文。

## 戊 {#c2}

### 己 {#c2-1}

文。

## 庚 {#c3}

文。
-- content/plans/beta/digest.en.md --
## A {#c1}

### B {#c1-1}

There will be more centres.

#### C {#c1-1-1}

Text.

#### D {#c1-1-2}

Text.

## E {#c2}

### F {#c2-1}

Text.

## G {#c3}

Text.
"#;

fn both() -> Outcome {
    let outcome = Portal::sound().with(BETA).outcome();
    assert_eq!(outcome.faults(), [""; 0]);
    outcome
}

fn department(site: &Site, id: &str) -> Entity {
    site.entity(EntityKind::Department, id).unwrap()
}

fn target(plan: usize, index: usize) -> RecordRef {
    RecordRef { plan, index, fact: false }
}

#[test]
fn a_body_knows_its_duties_with_their_roles() {
    let outcome = both();
    let site = outcome.site();
    let guide = DutyRef { plan: 1, duty: 0, role: Role::Guide };
    let lead = DutyRef { plan: 0, duty: 0, role: Role::Lead };
    assert_eq!(site.relations.duties(department(site, "natcm")), [lead, guide]);
    assert_eq!(site.relations.duties(department(site, "nhc")), [guide]);
    assert_eq!(site.relations.duties(site.entity(EntityKind::Partner, "who").unwrap()), []);
}

#[test]
fn a_body_knows_the_projects_that_it_leads_and_joins() {
    let outcome = both();
    let site = outcome.site();
    let (nhc, natcm) = (department(site, "nhc"), department(site, "natcm"));
    let who = site.entity(EntityKind::Partner, "who").unwrap();
    assert_eq!(site.relations.projects_led(natcm), [(0, 0), (1, 0)]);
    assert_eq!(site.relations.projects_led(who), [(1, 0)]);
    assert_eq!(site.relations.projects_joined(nhc), [(0, 0), (1, 0)]);
    assert_eq!(site.relations.projects_joined(who), [(0, 0)]);
    assert_eq!(site.relations.projects_joined(natcm), []);
}

#[test]
fn places_and_partners_know_the_projects_there_and_with_them() {
    let outcome = both();
    let site = outcome.site();
    let place = site.entity(EntityKind::Place, "inner-mongolia").unwrap();
    let partner = site.entity(EntityKind::Partner, "mongolia").unwrap();
    assert_eq!(site.relations.projects(place), [(0, 0)]);
    assert_eq!(site.relations.projects(partner), [(0, 0)]);
    assert_eq!(site.relations.plans(place), [1]);
}

#[test]
fn a_body_knows_its_targets_and_the_plans_that_it_issued() {
    let outcome = both();
    let site = outcome.site();
    let (nhc, natcm) = (department(site, "nhc"), department(site, "natcm"));
    // A fact is nobody's task.
    assert_eq!(site.relations.targets(nhc), [target(0, 0), target(1, 0)]);
    assert_eq!(site.relations.targets(natcm), [target(1, 0)]);
    assert_eq!(site.relations.plans(nhc), [0, 1]);
    assert_eq!(site.relations.plans(natcm), [1]);
}

#[test]
fn a_topic_knows_the_targets_of_its_clauses_and_those_that_name_it() {
    let outcome = both();
    let site = outcome.site();
    let topic = |id| site.entity(EntityKind::Topic, id).unwrap();
    // `alpha/centres` inherits `services` from `c1`; `beta/more-centres` inherits `research` and names both.
    assert_eq!(site.relations.targets(topic("services")), [target(0, 0), target(1, 0)]);
    assert_eq!(site.relations.targets(topic("research")), [target(1, 0)]);
}

#[test]
fn a_clause_has_its_own_topics_or_its_nearest_parents() {
    let outcome = both();
    let site = outcome.site();
    let topics = |clause: &str| -> Vec<&str> {
        site.topics(1, clause).into_iter().map(|topic| site.id(topic)).collect()
    };
    for (clause, expected) in [
        ("c1", &["research"][..]),
        ("c1-1", &["research"]),
        ("c1-1-1", &["services"]),
        ("c1-1-2", &["research"]),
        // None of its own is said outright, and holds below too.
        ("c2", &[]),
        ("c2-1", &[]),
        ("c3", &[]),
    ] {
        assert_eq!(topics(clause), expected, "{clause}");
    }
}

#[test]
fn a_clause_knows_what_carries_it_on() {
    let outcome = both();
    let site = outcome.site();
    let at = |plan: usize, id: &str| {
        let clause = u32::try_from(site.skeletons[plan].find(id).unwrap()).unwrap();
        ClauseRef { plan: u32::try_from(plan).unwrap(), clause }
    };
    assert_eq!(site.relations.implemented_by(at(0, "c1-1")), [at(1, "c1-1")]);
    // What carries on a plan as a whole carries on no clause of it.
    for clause in ["c1", "c2"] {
        assert_eq!(site.relations.implemented_by(at(0, clause)), [], "{clause}");
    }
}

#[test]
fn a_record_knows_what_follows_it() {
    let outcome = both();
    let site = outcome.site();
    let fact = |plan| RecordRef { plan, index: 0, fact: true };
    assert_eq!(site.relations.carried_on(target(0, 0)), [target(1, 0)]);
    assert_eq!(site.relations.carried_on(fact(0)), [target(1, 0)]);
    assert_eq!(site.relations.carried_on(target(1, 0)), [fact(1)]);
    assert_eq!(site.target("alpha/bases"), Some(fact(0)));
    assert_eq!(site.record(site.target("beta/more-centres").unwrap()).id.as_str(), "more-centres");
    assert_eq!(site.target("beta/centres"), None);
}

#[test]
fn proposed_records_and_drafts_are_not_there() {
    let pending = "~~ content/plans/alpha/plan.toml ~~\nid = \"centres\" => id = \"centres\"\\nreview = \"pending\"\n\
                   id = \"bases\" => id = \"bases\"\\nreview = \"pending\"\nnumber = 1 => number = 1\\nreview = \"pending\"\n\
                   role = \"lead\"\\n => role = \"lead\"\\nreview = \"pending\"\\n\n";
    let outcome = Portal::sound().with(pending).outcome();
    let site = outcome.site();
    let record = &site.catalog.plans[0].record;
    assert!(record.target.is_empty() && record.fact.is_empty());
    assert!(record.project.is_empty() && record.duty.is_empty());
    assert_eq!(site.relations.duties(department(site, "natcm")), []);
    assert_eq!(site.due_years().len(), 0);

    let draft = "~~ content/plans/beta/plan.toml ~~\nstatus = \"in-force\" => status = \"draft\"\n";
    let portal = || Portal::sound().with(BETA).with(draft);
    let outcome = portal().outcome();
    let site = outcome.site();
    assert_eq!(site.plans().map(|(_, plan, _)| plan.id()).collect::<Vec<_>>(), ["alpha"]);
    assert_eq!(site.relations.duties(department(site, "nhc")), []);
    assert!(site.pages().iter().all(|page| !site.route(page).as_str().contains("beta")));
    let shown = portal().outcome_with(Options { drafts: true, ..Options::default() });
    assert_eq!(shown.site().plan("beta"), Some(1));
}

#[test]
fn a_proposed_record_may_have_the_id_of_another() {
    let twice = "++ content/plans/alpha/plan.toml ++\n[[target]]\nid = \"centres\"\nclause = \"c2\"\nreview = \"pending\"\n\
                 subject = { zh = \"甲\", en = \"A\" }\npassage = {}\n";
    let faults = Portal::sound().with(twice).outcome().faults();
    assert_eq!(faults, [r#"pending-records plans/alpha/plan.toml:2 "alpha""#]);
}

#[test]
fn a_plan_has_ended_by_its_dates_on_the_day_of_the_site() {
    let ended = |dates: &str, now: &str| {
        let change = format!(
            "~~ content/plans/alpha/plan.toml ~~\nperiod = {{ start = 2021, end = 2025 }} =>{dates}\n"
        );
        let options = Options { now: Date::parse(now), ..Options::default() };
        let outcome = Portal::sound().with(&change).outcome_with(options);
        outcome.site().has_ended(0)
    };
    let period = " period = { start = 2021, end = 2025 }";
    assert!(!ended(period, "2025-12-31") && ended(period, "2026-01-01"));
    let valid = " valid = { to = 2026-06-30 }\\nperiod = { start = 2021, end = 2025 }";
    assert!(!ended(valid, "2026-06-30") && ended(valid, "2026-07-01"));
    assert!(!ended("", "9999-12-31"));
}

#[test]
fn the_day_of_the_site_is_the_owners_unless_asked() {
    assert_eq!(Portal::sound().outcome().site().now, Date::parse("2026-01-01").unwrap());
}
