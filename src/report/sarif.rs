//! Turns diagnostics into SARIF 2.1.0, which code hosts and editors show beside the lines.
//! Knows nothing of streams: `command` prints what this returns.

use super::{Code, Diagnostic, Place, Report, Severity, Wording, column_of};
use crate::lang::Lang;
use crate::memory::Key;
use crate::route::SourcePath;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// The schema that the log follows.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands in an address as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The whole report. `quote` gives the text of a file, as the spans count it.
pub fn sarif(report: &Report, wording: &Wording, quote: &dyn Fn(&SourcePath) -> Option<String>) -> Value {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code, wording)).collect();
    let results: Vec<Value> = report.iter().map(|fault| result(fault, wording, quote)).collect();
    let driver = json!({ "name": "diptych", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "language": language(wording.lang()),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// SARIF names languages by language and country.
fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-GB",
    }
}

fn level(severity: Severity) -> &'static str {
    if severity == Severity::Error { "error" } else { "warning" }
}

fn rule(code: Code, wording: &Wording) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": wording.explain(code) },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(fault: &Diagnostic, wording: &Wording, quote: &dyn Fn(&SourcePath) -> Option<String>) -> Value {
    let message = match wording.hint(fault) {
        Some(hint) => format!("{}\n{}: {hint}", wording.message(fault), wording.word("hint", &[])),
        None => wording.message(fault),
    };
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), json!(fault.code.name()));
    result.insert("ruleIndex".to_owned(), json!(Code::ALL.iter().position(|code| *code == fault.code)));
    result.insert("level".to_owned(), json!(level(fault.severity())));
    result.insert("message".to_owned(), json!({ "text": message }));
    if let Some(place) = &fault.place {
        result.insert("locations".to_owned(), json!([{ "physicalLocation": location(place, quote) }]));
    }
    result.insert("partialFingerprints".to_owned(), json!({ "faultAndFile/v1": fingerprint(fault) }));
    Value::Object(result)
}

fn location(place: &Place, quote: &dyn Fn(&SourcePath) -> Option<String>) -> Value {
    let artifact = json!({ "uri": utf8_percent_encode(place.path.as_str(), KEPT).to_string() });
    let Some(text) = quote(&place.path).filter(|_| !place.span.is_empty()) else {
        return json!({ "artifactLocation": artifact });
    };
    let (start, end) = (column_of(&text, place.span.start), column_of(&text, place.span.end));
    let region = json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    });
    json!({ "artifactLocation": artifact, "region": region })
}

/// By what a fault is known again when lines above it come or go: its kind, its file and what it speaks of.
fn fingerprint(fault: &Diagnostic) -> String {
    let mut key = Key::kind("sarif").with(fault.code.name());
    key.add(fault.place.as_ref().map_or("", |place| place.path.as_str()));
    for (name, value) in &fault.args {
        key.add(name.as_ref());
        key.add(value);
    }
    key.done().to_string()
}
