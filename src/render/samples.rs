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
    let code = Code::new(ctx);
    samples.push(sample(ctx.word("sample-shell"), "bash", &code.due()));
    samples.push(sample(ctx.word("sample-python"), "python", &code.leading()));
    samples.push(sample(ctx.word("sample-javascript"), "javascript", &code.naming()));
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

/// Programs that ask the portal's own files; `tests/browser/samples.test.mjs` runs them as they stand.
struct Code {
    /// Where the files are.
    data: String,
    /// The language whose words are printed.
    lang: &'static str,
    /// The last year in which something is due.
    year: i32,
}

impl Code {
    fn new(ctx: &Ctx<'_>) -> Code {
        // Neither a quotation mark nor a backslash may end the text in which an address stands.
        let base = ctx.site.catalog.config.base_url.as_str();
        let base = base.replace('\\', "%5C").replace('"', "%22").replace('\'', "%27");
        let year = ctx.renderer.lookups.due().last_key_value().map_or(2025, |(year, _)| *year);
        Code { data: format!("{base}data/"), lang: ctx.lang.code(), year: i32::from(year) }
    }

    /// Which targets with a figure are due in a year?
    fn due(&self) -> String {
        let Code { data, lang, year } = self;
        format!(
            "curl --silent '{data}targets.json' | jq --raw-output '\n  .[]\n  | \
             select(.extent == \"figure\" and .deadline.end == \"{year}\")\n  | \
             [.value, .unit.{lang}, .subject.{lang}, .url.{lang}] | @tsv'\n"
        )
    }

    /// Who leads most often?
    fn leading(&self) -> String {
        let Code { data, lang, .. } = self;
        format!(
            "import json\nfrom collections import Counter\nfrom urllib.request import urlopen\n\n\n\
             def read(name):\n    with urlopen(\"{data}\" + name) as file:\n        return json.load(file)\n\n\n\
             names = {{body[\"id\"]: body[\"name\"][\"{lang}\"] for body in read(\"departments.json\")}}\n\
             duties = [duty for duty in read(\"duties.json\") if duty[\"role\"] == \"lead\"]\n\
             led = Counter(duty[\"department\"] for duty in duties)\n\
             for body, clauses in led.most_common(10):\n    print(clauses, names[body])\n"
        )
    }

    /// Which clauses name a partner, in both languages?
    fn naming(&self) -> String {
        let Code { data, lang, .. } = self;
        format!(
            "const read = async (name) => (await fetch(\"{data}\" + name)).json();\n\n\
             const [clauses, mentions] = [await read(\"clauses.json\"), await read(\"mentions.json\")];\n\
             const partners = mentions.filter((mention) => mention.kind === \"partner\");\n\
             const named = new Set(partners.map(({{ plan, clause }}) => `${{plan}}#${{clause}}`));\n\
             for (const clause of clauses.filter(({{ id }}) => named.has(id)))\n  \
             console.log(clause.heading?.zh, \"|\", clause.heading?.en, \"|\", clause.url.{lang});\n"
        )
    }
}
