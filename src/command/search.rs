//! Turns `diptych search` into ranked results, as the site's own search ranks them.
//! Knows nothing of indexes.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::{self, Options};
use crate::cli::{Format, Global, SearchArgs};
use crate::content::Bodies;
use crate::lang::Lang;
use crate::record::Date;
use crate::search::analyzer::Query;
use crate::search::ask::{Engine, Found, excerpt};
use serde_json::{Value, json};
use std::fmt::Write;

/// An excerpt has about so many characters.
fn length(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 80,
        Lang::En => 200,
    }
}

pub(super) fn run(
    global: &Global,
    args: &SearchArgs,
    now: Option<Date>,
    ui: Lang,
    talk: &Talk,
) -> anyhow::Result<Ending> {
    let options = Options { now, drafts: args.drafts, ..Options::default() };
    let loaded = build::load(&global.root, options)?;
    let Some(portal) = loaded.portal else {
        let (sources, _) = crate::source::Sources::open(&global.root)?;
        talk.report(&loaded.report, &sources, global.format)?;
        return Ok(Ending::Faults);
    };
    let lang = args.lang.unwrap_or(ui);
    let engine = Engine::new(&portal.site, Bodies::new(&portal.sources))?;
    let query = engine.analyzer().query(&args.query.join(" "));
    // Results that lack a phrase are left out, so more are looked at than shown.
    let hits = engine.search(&query, lang, engine.len())?;
    let found = engine.show(&query, &hits, args.limit);
    let results = found.iter().enumerate().map(|(rank, found)| {
        let mut result = result(&engine, &query, found, rank + 1, lang);
        if args.explain {
            result["explanation"] = json!(engine.explain(&query, found.hit.document)?);
        }
        Ok(result)
    });
    let results: Vec<Value> = results.collect::<anyhow::Result<_>>()?;
    if global.format == Format::Json {
        let answer =
            json!({ "query": args.query.join(" "), "lang": lang, "total": hits.total, "results": results });
        print(&format!("{}\n", serde_json::to_string_pretty(&answer)?))?;
    } else {
        print(&human(&results, talk)?)?;
        talk.say("found", &[("total", &hits.total.to_string()), ("shown", &results.len().to_string())]);
    }
    Ok(Ending::Clean)
}

fn result(engine: &Engine<'_>, query: &Query, found: &Found, rank: usize, lang: Lang) -> Value {
    let shown = found.document.shown.get(lang);
    let (piece, marks) = excerpt(engine.analyzer(), query, &shown.text, length(lang));
    let marks: Vec<[usize; 2]> = marks.into_iter().map(|mark| [mark.start, mark.end]).collect();
    json!({
        "rank": rank, "document": found.hit.document, "kind": engine.key(found.hit.document).kind().name(),
        "url": shown.url, "title": shown.title, "path": shown.path, "text_lang": shown.lang.unwrap_or(lang),
        "excerpt": piece, "marks": marks,
        "tier": found.hit.tier, "score": found.hit.score, "whole": found.whole,
    })
}

/// The results one below the other.
fn human(results: &[Value], talk: &Talk) -> anyhow::Result<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut page = String::new();
    for result in results {
        let path: Vec<String> = result["path"].as_array().into_iter().flatten().map(text).collect();
        writeln!(page, "{:>3}. {}", result["rank"], text(&result["title"]))?;
        let lines = [path.join(" › "), text(&result["excerpt"]), text(&result["url"])];
        for line in lines.iter().filter(|line| !line.is_empty()) {
            writeln!(page, "     {line}")?;
        }
        if let Some(reasons) = result["explanation"].as_array() {
            let told = ["tier", "score", "whole"].map(|name| (name, result[name].to_string()));
            let told = told.each_ref().map(|(name, value)| (*name, value.as_str()));
            writeln!(page, "     {}", talk.wording().word("explained", &told))?;
            for reason in reasons {
                let [field, how, what] = ["field", "how", "what"].map(|name| text(&reason[name]));
                let score = reason["score"].as_f64().unwrap_or_default();
                writeln!(page, "     {score:>9.4} {field:<5} {how:<6} {what}")?;
            }
        }
    }
    Ok(page)
}
