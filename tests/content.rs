//! Turns portals in memory into what reading them gives: all faults at once, texts cut into clauses.
//! Knows nothing of pages.

mod support;

use diptych::content::{Bodies, ClauseText, PlanText};
use diptych::lang::Lang;
use diptych::source::Sources;
use support::Portal;

/// The texts of the plan `alpha`, after changes to the sound portal.
fn texts(changes: &str) -> Vec<PlanText> {
    let portal = Portal::sound().with(changes);
    let (sources, _) = Sources::memory(portal.files().map(|(path, bytes)| (path, bytes.to_vec())));
    let outcome = portal.outcome();
    let (texts, faults) = Bodies::new(&sources).of(&outcome.site().catalog.plans[0]);
    assert_eq!(faults, []);
    texts
}

#[test]
fn all_faults_of_all_files_are_found_in_one_run() {
    let three_files = Portal::sound().with(concat!(
        "~~ content/departments.toml ~~\nshort =  => shrot = \nkind = \"agency\" => kind = \"agencie\"\n",
        "~~ content/plans/alpha/plan.toml ~~\nissued = 2021-12-31 => issued = 2021-02-30\nvalue = \"30\" => value = \"thirty\"\n",
        "~~ content/plans/alpha/digest.en.md ~~\n## Situation {#c2} => ## Situation {#c2}\\n\\n[x](vbscript:y)\n",
    ));
    assert_eq!(
        three_files.outcome().faults(),
        [
            "unknown-key departments.toml:4 shrot",
            "unknown-value departments.toml:11 \"agencie\"",
            "dangerous-link plans/alpha/digest.en.md:9 [x](vbscript:y)",
            "malformed-date plans/alpha/plan.toml:5 2021-02-30",
            "malformed-number plans/alpha/plan.toml:19 \"thirty\"",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_used_hides_no_other() {
    let broken = Portal::sound().with(concat!(
        "~~ content/portal.toml ~~\nas_of = 2026-01-01 => as_of = \"soon\"\n",
        "~~ content/plans/alpha/plan.toml ~~\nlevel = \"national\" => level = \"world\"\n",
        "++ content/plans/alpha/digest.zh.md ++\n\n[某](dept:nobody)\n",
        "-- content/pages/about/en.md --\n[Alpha](plan:alpha#c1) and [Beta](plan:beta)\n",
    ));
    assert_eq!(
        broken.outcome().faults(),
        [
            "unknown-plan pages/about/en.md:1 [Beta](plan:beta)",
            "unknown-department plans/alpha/digest.zh.md:11 [某](dept:nobody)",
            "unknown-value plans/alpha/plan.toml:7 \"world\"",
            "malformed-date portal.toml:4 \"soon\"",
        ]
    );
}

#[test]
fn who_names_a_record_that_cannot_be_used_is_not_blamed() {
    let broken = Portal::sound().with(concat!(
        "~~ content/departments.toml ~~\nkind = \"commission\" => kind = \"komission\"\n",
        "~~ content/units.toml ~~\nkind = \"count\" => \n",
        "~~ content/plans/alpha/digest.zh.md ~~\n到2025年 => [委](dept:nhc)和[委](dept:nch)到2025年\n",
    ));
    assert_eq!(
        broken.outcome().faults(),
        [
            "unknown-value departments.toml:5 \"komission\"",
            "unknown-department plans/alpha/digest.zh.md:5 [委](dept:nch)",
            "missing-key units.toml:1 [[unit]]",
        ]
    );
}

#[test]
fn line_ends_and_marks_of_windows_move_no_place() {
    let text = "\u{feff}## 目标 {#c1}\r\n\r\n### 中心 {#c1-1}\r\n\r\n到2025年建设30个\r\n中心。\r\n\r\n## 现状 {#c2}\r\n\r\n已有7.5个基地。\r\n\r\n<b>\r\n";
    let portal = Portal::sound().file("content/plans/alpha/digest.zh.md", text);
    assert_eq!(portal.outcome().faults(), ["raw-html plans/alpha/digest.zh.md:12 <b>"]);
}

#[test]
fn the_texts_of_a_plan_are_known_by_their_names_best_first() {
    let texts = texts(concat!(
        "-- content/plans/alpha/official.zh.md --\n## 目标 {#c1}\n",
        "-- content/plans/alpha/translation.en.md --\n## Aims {#c1}\n",
    ));
    let names: Vec<&str> = texts.iter().map(|text| text.file.path.file_name()).collect();
    assert_eq!(names, ["official.zh.md", "digest.zh.md", "translation.en.md", "digest.en.md"]);
    assert!(texts[..2].iter().all(|text| text.file.lang == Lang::Zh));
}

#[test]
fn a_text_is_cut_into_clauses_with_what_their_headings_say() {
    let zh = "-- content/plans/alpha/digest.zh.md --\n## 一、**目标**与[路](dept:nhc) {#c1}\n\n文\n\n### （一）中心 {#c1-1 .inferred}\n\n\
              到2025年建设30个中心。\n\n- 项\n\n#### 不列号 {#c1-1-a .gap}\n\n## 现状 {#c2 number=\"第二条\"}\n\n已有7.5个基地。\n";
    let texts = texts(zh);
    let said = texts[0].clauses.iter().map(|clause| {
        let ClauseText { id, number, heading, inferred, gap, .. } = clause;
        let body = texts[0].clause_source(clause).trim();
        format!("{id} {number:?} {heading} {inferred} {gap} {body:?}")
    });
    let expected = [
        r#"c1 Some("一、") 目标与路 false false "文""#,
        r#"c1-1 Some("（一）") 中心 true false "到2025年建设30个中心。\n\n- 项""#,
        r#"c1-1-a None 不列号 false true """#,
        r#"c2 Some("第二条") 现状 false false "已有7.5个基地。""#,
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
}
