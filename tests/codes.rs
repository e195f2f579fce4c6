//! Turns every code of the reports into cases: a portal that raises it, and a near miss that does not.
//! Knows nothing of how faults are found.

#![expect(clippy::unwrap_used, reason = "a fixture that cannot be made fails the test")]

#[path = "codes/addresses.rs"]
mod addresses;
#[path = "codes/claims.rs"]
mod claims;
#[path = "codes/files.rs"]
mod files;
#[path = "codes/look.rs"]
mod look;
#[path = "codes/names.rs"]
mod names;
#[path = "codes/pictures.rs"]
mod pictures;
#[path = "codes/records.rs"]
mod records;
mod support;
#[path = "codes/texts.rs"]
mod texts;
#[path = "codes/toml.rs"]
mod toml;
#[path = "codes/twins.rs"]
mod twins;

use diptych::lang::Lang;
use diptych::report::{Code, Wording};
use support::{Outcome, Portal};

/// One way in which a code is raised, and one in which it is not.
struct Case {
    /// The code.
    code: Code,
    /// What raises it.
    guilty: Made,
    /// All faults that this raises, as [`Outcome::faults`] shows them.
    faults: &'static [&'static str],
    /// What is nearly the same and raises nothing at all.
    innocent: Made,
}

/// How the portal of a case is made.
enum Made {
    /// By changing the sound one: see [`Portal::with`].
    By(&'static str),
    /// In another way.
    With(fn() -> Outcome),
}

impl Made {
    fn outcome(&self) -> Outcome {
        match self {
            Made::By(changes) => Portal::sound().with(changes).outcome(),
            Made::With(make) => make(),
        }
    }
}

/// Codes that no portal raises, and where they are tested instead.
const ELSEWHERE: [(Code, &str); 2] = [
    // Only a question to another host raises it.
    (Code::DeadLink, "tests/external.rs"),
    // No text is known that breaks the Markdown parser; a parser that breaks is.
    (Code::MarkdownUnreadable, "src/markup/parse.rs"),
];

fn cases() -> impl Iterator<Item = &'static Case> {
    let all = [
        files::CASES,
        toml::CASES,
        names::CASES,
        claims::CASES,
        pictures::CASES,
        texts::CASES,
        twins::CASES,
        records::CASES,
        addresses::CASES,
        look::CASES,
    ];
    all.into_iter().flatten()
}

#[test]
fn the_sound_portal_is_sound() {
    let outcome = Portal::sound().outcome();
    assert_eq!(outcome.faults(), [""; 0]);
    assert!(outcome.site().pages().len() > 50);
}

#[test]
fn every_guilty_portal_is_found_out() {
    let wrong = cases().filter_map(|case| {
        let found = case.guilty.outcome().faults_and(&[case.code]);
        let raised = found.iter().any(|fault| fault.split(' ').next() == Some(case.code.name()));
        (found != case.faults || !raised).then(|| format!("{}\nfound {found:#?}", case.code.name()))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_innocent_portal_is_left_alone() {
    let wrong = cases().filter_map(|case| {
        let found = case.innocent.outcome().faults_and(&[case.code]);
        (!found.is_empty()).then(|| format!("{}\nfound {found:#?}", case.code.name()))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case_or_is_tested_elsewhere() {
    for code in Code::ALL {
        let here = cases().any(|case| case.code == *code);
        let elsewhere = ELSEWHERE.iter().any(|(known, _)| known == code);
        assert!(here != elsewhere, "{}: {here} here, {elsewhere} elsewhere", code.name());
    }
}

#[test]
fn every_fault_is_worded_whole_in_both_languages() {
    let wordings = Lang::ALL.map(Wording::new);
    for case in cases() {
        let outcome = case.guilty.outcome();
        for fault in outcome.report().iter() {
            let said =
                wordings.iter().flat_map(|wording| [Some(wording.message(fault)), wording.hint(fault)]);
            for words in said.flatten() {
                assert!(!words.contains("{$"), "{}: {words} {:?}", fault.code.name(), fault.args);
            }
        }
    }
}
