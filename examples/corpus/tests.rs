//! Turns the promises of the corpus into tests: sizes, vocabulary, records that the text proves.

use crate::both::Lang;
use crate::count::Counts;
use crate::draft;
use crate::markdown;
use crate::ours;
use crate::plan::{DOCUMENTS, Plan, World};
use diptych::build::{self, Options};
use diptych::content::Bodies;
use diptych::search::Index;
use rayon::prelude::*;
use std::collections::BTreeSet;

fn text(plan: &Plan, lang: Lang) -> String {
    let mut text = String::new();
    markdown::write(&mut text, plan, lang, |piece| piece.words().to_owned()).expect("a string takes all");
    text
}

/// The clause in the Markdown, from its heading to the next.
fn clause<'a>(text: &'a str, id: &str) -> &'a str {
    let (_, after) = text.split_once(&format!("{{#{id}}}")).expect("the clause has a heading");
    after.split("\n#").next().unwrap_or(after)
}

#[test]
fn five_hundred_plans_have_the_size_and_the_vocabulary_of_real_ones() {
    let world = World::new(1);
    let mut counts = Counts::new();
    for start in (0..500).step_by(50) {
        let plans: Vec<Plan> =
            (start..start + 50).into_par_iter().map(|it| draft::plan(&world, it)).collect();
        plans.iter().for_each(|plan| counts.add(plan));
    }
    assert!(counts.characters.abs_diff(500 * 6_000) < 500 * 60, "{counts}");
    assert!(counts.english.abs_diff(500 * 3_500) < 500 * 70, "{counts}");
    assert!(counts.distinct_pairs() + counts.distinct_words() >= 120_000, "{counts}");
}

#[test]
fn twenty_thousand_clauses_are_as_hard_to_search_as_real_ones() {
    let folder = tempfile::tempdir().expect("a folder for the portal");
    let world = World::new(1);
    ours::write_registers(&world, 500, &[], folder.path()).expect("the disk takes it");
    (0..500).into_par_iter().for_each(|number| {
        ours::write_plan(&draft::plan(&world, number), folder.path()).expect("the disk takes it");
    });
    let loaded = build::load(folder.path(), Options::default()).expect("the disk gives it back");
    let portal = loaded.portal.expect("a portal");
    let index = Index::new(&portal.site, Bodies::new(&portal.sources)).expect("memory for the index");
    let of = |folders: &[&str]| -> usize {
        let files = index.files.iter().filter(|file| folders.contains(&&file.name[..1]));
        files.map(|file| file.bytes.len()).sum()
    };
    assert!(index.terms >= 120_000, "{} terms", index.terms);
    assert!(index.postings >= 2_900_000, "{} postings", index.postings);
    let bytes = of(&["t", "r", "f"]);
    assert!(bytes <= 7_500_000, "{bytes} bytes");
}

#[test]
fn every_passage_occurs_exactly_once_in_its_clause() {
    let world = World::new(2);
    for plan in (0..40).map(|number| draft::plan(&world, number)) {
        assert_eq!(plan.targets.len(), 12);
        for lang in Lang::ALL {
            let text = text(&plan, lang);
            for target in &plan.targets {
                assert_eq!(
                    clause(&text, &target.clause).matches(target.passage.of(lang).as_str()).count(),
                    1
                );
                assert!(target.passage.of(lang).contains(&target.value.to_string()));
            }
        }
    }
}

#[test]
fn eight_departments_have_duties_and_are_named() {
    let world = World::new(3);
    let plan = draft::plan(&world, 7);
    let leads: BTreeSet<usize> = plan.duties.iter().map(|duty| duty.lead).collect();
    let participants: BTreeSet<usize> = plan.duties.iter().map(|duty| duty.participant).collect();
    assert_eq!((leads.len(), &leads), (8, &participants));
    for lang in Lang::ALL {
        let text = text(&plan, lang);
        for duty in &plan.duties {
            assert!(clause(&text, &duty.clause).contains(world.departments[duty.lead].full.of(lang)));
            assert!(clause(&text, &duty.clause).contains(world.departments[duty.participant].short.of(lang)));
        }
    }
}

#[test]
fn a_plan_is_the_same_whatever_was_made_before_it() {
    let (one, two) = (World::new(4), World::new(4));
    draft::plan(&two, 3);
    assert_eq!(text(&draft::plan(&one, 9), Lang::Zh), text(&draft::plan(&two, 9), Lang::Zh));
    assert_ne!(text(&draft::plan(&one, 9), Lang::En), text(&draft::plan(&World::new(5), 9), Lang::En));
}

#[test]
fn names_of_departments_and_documents_are_distinct() {
    let world = World::new(1);
    for lang in Lang::ALL {
        let departments =
            world.departments.iter().flat_map(|it| [it.full.of(lang), it.short.of(lang)]).cloned();
        let documents = (0..DOCUMENTS).map(|plan| world.head(plan).title.of(lang).clone());
        let names: BTreeSet<String> = departments.chain(documents).collect();
        assert_eq!(names.len(), 2 * world.departments.len() + DOCUMENTS);
    }
}
