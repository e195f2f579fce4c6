//! Turns diagnostics into JSON for machines.
//! Knows nothing of streams: `command` prints what this returns.

use super::{Report, Severity, Wording, column_of};
use crate::route::SourcePath;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The report as machines read it.
#[derive(Debug, Serialize)]
pub struct JsonReport {
    /// How many errors.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// The faults in order of place.
    pub diagnostics: Vec<JsonDiagnostic>,
}

/// One fault as machines read it: lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct JsonDiagnostic {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    args: BTreeMap<Cow<'static, str>, String>,
}

/// The whole report. `quote` gives the text of a file, as the spans count it.
pub fn json(report: &Report, wording: &Wording, quote: &dyn Fn(&SourcePath) -> Option<String>) -> JsonReport {
    let diagnostics = report.iter().map(|diagnostic| {
        let at = diagnostic.place.as_ref().and_then(|place| {
            let text = quote(&place.path)?;
            Some(column_of(&text, place.span.start))
        });
        JsonDiagnostic {
            code: diagnostic.code.name(),
            severity: if diagnostic.severity() == Severity::Error { "error" } else { "warning" },
            message: wording.message(diagnostic),
            hint: wording.hint(diagnostic),
            file: diagnostic.place.as_ref().map(|place| place.path.as_str().to_owned()),
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
            args: diagnostic.args.clone(),
        }
    });
    JsonReport {
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        diagnostics: diagnostics.collect(),
    }
}
