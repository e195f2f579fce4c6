//! Turns a portal into its files in memory.
//! Knows nothing of what is in them.

use diptych::build::{self, Maker, Options};
use diptych::report::{Look, Wording, human};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of a site by its path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Builds the portal of this repository in memory.
pub(crate) fn shipped() -> Files {
    site(build::load(Path::new(env!("CARGO_MANIFEST_DIR")), Options::default()).unwrap())
}

/// Makes every file of a portal; faults fail the test.
pub(crate) fn site(loaded: build::Loaded) -> Files {
    let portal = loaded.portal.unwrap();
    if loaded.report.has_errors() {
        let wording = Wording::new(diptych::lang::Lang::En);
        let quote = |path: &diptych::route::SourcePath| portal.sources.quote(path);
        let shown: Vec<String> =
            loaded.report.iter().map(|d| human(d, &wording, Look::Plain, &quote)).collect();
        panic!("{}", shown.join("\n"));
    }
    let search = build::search(&portal).unwrap();
    let maker = Maker::new(&portal, &search).unwrap();
    let bundle = build::bundle(&portal, &search);
    let made =
        bundle.par_iter().map(|(route, producer)| (route.as_str().to_owned(), maker.make(producer).unwrap()));
    made.collect()
}
