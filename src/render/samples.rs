//! Turns the portal's own data into worked examples for people who program.
//! Knows nothing of the files themselves: it shows what the public contract promises.

use super::context::Ctx;
use super::view::Sample;
use crate::markup::Highlight;
use crate::resolve::{PageKey, RecordRef};
use serde_json::{Value, json};

/// All examples, highlighted.
pub(super) fn all(ctx: &Ctx<'_>) -> Vec<Sample> {
    let mut highlight = Highlight::new();
    let mut sample = |title: &str, lang: &str, code: &str| {
        let mut html = format!("<pre><code class=\"language-{lang}\">");
        highlight.write(lang, code, &mut html);
        html.push_str("</code></pre>\n");
        Sample { title: title.to_owned(), html }
    };
    let mut samples = Vec::new();
    if let Some(record) = record(ctx) {
        samples.push(sample(ctx.word("sample-record"), "json", &record));
    }
    samples.push(sample(ctx.word("sample-script"), "python", &script(ctx)));
    samples
}

/// The first target of the newest plan that has one, in part.
fn record(ctx: &Ctx<'_>) -> Option<String> {
    let has_target = |plan: &&usize| !ctx.record(**plan).target.is_empty();
    let plan = *ctx.renderer.lookups.newest().iter().find(has_target)?;
    let at = RecordRef { plan, index: 0, fact: false };
    let target = ctx.site.record(at);
    let url = |lang| match ctx.site.catalog.config.output.single_records {
        true => ctx.absolute(&PageKey::Target(lang, at)),
        false => ctx.absolute(&PageKey::Thing(lang, crate::resolve::Entity::Plan(plan))),
    };
    let value = target.value.as_ref().map_or(Value::Null, |value| Value::from(value.value.0.clone()));
    let record = json!({
        "id": super::rows::path(ctx, at),
        "clause": target.clause.as_str(),
        "subject": target.subject,
        "extent": target.extent.word(),
        "value": value,
        "comparator": target.comparator.word(),
        "change": target.change.word(),
        "deadline": target.deadline,
        "force": target.force.word(),
        "url": { "zh": url(crate::lang::Lang::Zh), "en": url(crate::lang::Lang::En) },
    });
    serde_json::to_string_pretty(&record).ok()
}

/// Which targets with a figure are due in a year.
fn script(ctx: &Ctx<'_>) -> String {
    let base = ctx.site.catalog.config.base_url.as_str();
    let year = ctx.renderer.lookups.due().last_key_value().map_or(2025, |(year, _)| *year);
    let lang = ctx.lang.code();
    // A string of Python may hold neither of these as it is.
    let base = base.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "import json\nfrom urllib.request import urlopen\n\n\
         with urlopen(\"{base}data/targets.json\") as file:\n    targets = json.load(file)\n\n\
         for target in targets:\n    \
         if target[\"extent\"] == \"figure\" and target[\"deadline\"].get(\"end\") == {year}:\n        \
         print(target[\"value\"], target[\"subject\"][\"{lang}\"], target[\"url\"][\"{lang}\"])\n"
    )
}
