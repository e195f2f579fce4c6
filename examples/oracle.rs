//! Turns queries into tantivy's own answers, as JSON, for the reader in the browser to be held against.
//!
//! `cargo run --example oracle -- ROOT MODE < JSON`. Modes, each with an array on stdin and one on stdout:
//! - `search`: `{"q", "lang"}` → `{"q", "lang", "total", "hits": [[document, tier, score], … 100], "page": [document, … 10]}`;
//! - `query`: a query → `{"runs": [{"chain" or "words", "phrase", "atoms": [["term", key, weight] or ["prefix", key], …]}, …]}`;
//! - `terms`: a text → `[[term, from, to], …]`, in code points;
//! - `texts` (nothing on stdin): all texts by which the documents of the portal are found.
//!
//! `… ROOT index FOLDER` writes the portal's index, and nothing else of its site, into a folder, and tells how many terms
//! and postings it has, and the seconds that it took to make, without reading the portal. `… ROOT load` only reads it.
#![expect(clippy::print_stdout, reason = "it is what a program of its own says")]

use anyhow::{Context, bail};
use diptych::build::{self, Options};
use diptych::content::Bodies;
use diptych::lang::Lang;
use diptych::output::{self, Ledger, Making, Wanted};
use diptych::route::Route;
use diptych::search::Index;
use diptych::search::analyzer::{Analyzer, Atom, Run, RunKind};
use diptych::search::ask::{Engine, PAGE};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

/// So many results are told of each query.
const TOLD: usize = 100;

#[derive(Deserialize)]
struct Asked {
    q: String,
    lang: String,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (root, mode) = match arguments.as_slice() {
        [root, "index", folder] => return index(Path::new(root), Path::new(folder)),
        [root, "load"] => return portal(Path::new(root)).map(drop),
        [root, mode] => (root, *mode),
        _ => bail!("oracle ROOT search|query|terms|texts|load, or oracle ROOT index FOLDER"),
    };
    let answer: Vec<Value> = match mode {
        "search" => search(Path::new(root))?,
        "query" => {
            let analyzer = Analyzer::new()?;
            strings()?.iter().map(|query| json!({ "runs": runs(&analyzer.query(query).runs) })).collect()
        }
        "terms" => {
            let analyzer = Analyzer::new()?;
            strings()?.iter().map(|text| terms(&analyzer, text)).collect()
        }
        "texts" => texts(Path::new(root))?,
        _ => bail!("no such mode: {mode}"),
    };
    println!("{}", Value::Array(answer));
    Ok(())
}

fn index(root: &Path, folder: &Path) -> anyhow::Result<()> {
    let portal = portal(root)?;
    let start = Instant::now();
    let index = Index::new(&portal.site, Bodies::new(&portal.sources))?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{}", json!({ "terms": index.terms, "postings": index.postings, "seconds": seconds }));
    let files = index.into_site(false);
    let routes: Vec<Route> = files.iter().map(|(route, _)| route.clone()).collect();
    let make = |file: usize, _| Ok(Making::Bytes(files[file].1.clone(), None));
    let wanted = Wanted { routes: &routes, sidecars: false };
    output::publish(folder, &wanted, &Ledger::default(), &make, &|| ())?;
    Ok(())
}

fn strings() -> anyhow::Result<Vec<String>> {
    serde_json::from_reader(std::io::stdin()).context("stdin is no array of strings")
}

fn portal(root: &Path) -> anyhow::Result<build::Portal> {
    build::load(root, Options::default())?.portal.context("there is no portal")
}

fn search(root: &Path) -> anyhow::Result<Vec<Value>> {
    let asked: Vec<Asked> =
        serde_json::from_reader(std::io::stdin()).context("stdin is no array of queries")?;
    let portal = portal(root)?;
    let engine = Engine::new(&portal.site, Bodies::new(&portal.sources))?;
    let answer = asked.par_iter().map(|Asked { q, lang }| {
        let lang = Lang::from_code(lang).with_context(|| format!("no language: {lang}"))?;
        let query = engine.analyzer().query(q);
        let hits = engine.search(&query, lang, TOLD)?;
        let page: Vec<u32> =
            engine.show(&query, &hits, PAGE).iter().map(|found| found.hit.document).collect();
        let best: Vec<Value> =
            hits.best.iter().map(|hit| json!([hit.document, hit.tier, hit.score])).collect();
        Ok(json!({ "q": q, "lang": lang.code(), "total": hits.total, "hits": best, "page": page }))
    });
    answer.collect()
}

fn runs(runs: &[Run]) -> Vec<Value> {
    let atom = |atom: &Atom| match atom {
        Atom::Term(key, weight) => json!(["term", key, weight]),
        Atom::Prefix(key) => json!(["prefix", key]),
    };
    let run = |run: &Run| {
        let atoms: Vec<Value> = run.atoms.iter().map(atom).collect();
        match &run.kind {
            RunKind::Chain(chain) => json!({ "chain": chain, "phrase": run.phrase, "atoms": atoms }),
            RunKind::Words(words) => json!({ "words": words, "phrase": run.phrase, "atoms": atoms }),
        }
    };
    runs.iter().map(run).collect()
}

fn terms(analyzer: &Analyzer, text: &str) -> Value {
    let mut terms = Vec::new();
    analyzer.each_term(text, |term| terms.push(json!([term.text, term.from, term.to])));
    Value::Array(terms)
}

fn texts(root: &Path) -> anyhow::Result<Vec<Value>> {
    let portal = portal(root)?;
    let engine = Engine::new(&portal.site, Bodies::new(&portal.sources))?;
    let mut texts = BTreeSet::new();
    for number in 0..u32::try_from(engine.len())? {
        texts.extend(
            engine.document(number).into_iter().flat_map(|document| document.fields).map(|(_, _, text)| text),
        );
    }
    Ok(texts.into_iter().map(Value::from).collect())
}
