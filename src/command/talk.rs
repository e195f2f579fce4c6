//! Turns results into text on stdout and stderr: the only place that prints.
//! Knows nothing of what the results mean.
#![expect(clippy::print_stderr, reason = "talk goes to stderr")]

use crate::cli::Format;
use crate::lang::Lang;
use crate::report::{Look, Report, Severity, Wording, human, json, sarif};
use crate::source::Sources;
use anyhow::Context;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};
use std::io::{IsTerminal, Write};

/// The tool's voice in one language.
pub(super) struct Talk {
    wording: Wording,
}

impl Talk {
    pub(super) fn new(lang: Lang) -> Self {
        Talk { wording: Wording::new(lang) }
    }

    /// The words of the reports.
    pub(super) fn wording(&self) -> &Wording {
        &self.wording
    }

    /// Prints all faults: for people on stderr, for machines on stdout.
    pub(super) fn report(&self, report: &Report, sources: &Sources, format: Format) -> anyhow::Result<()> {
        let quote = |path: &crate::route::SourcePath| sources.quote(path);
        let machine = match format {
            Format::Json => Some(serde_json::to_string_pretty(&json(report, &self.wording, &quote))?),
            Format::Sarif => Some(serde_json::to_string_pretty(&sarif(report, &self.wording, &quote))?),
            // Only `diff` makes a feed, and its faults are for people.
            Format::Human | Format::Atom => None,
        };
        if let Some(text) = machine {
            return print(&format!("{text}\n"));
        }
        // anstream takes the colours out again where there is no terminal or NO_COLOR is set.
        let mut stderr = anstream::AutoStream::auto(std::io::stderr()).lock();
        for diagnostic in report.iter() {
            let block = human(diagnostic, &self.wording, Look::Styled, &quote);
            stderr.write_all(block.as_bytes())?;
            stderr.write_all(b"\n")?;
        }
        let count = |severity| report.count(severity).to_string();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        drop(stderr);
        self.say("summary", &[("errors", &errors), ("warnings", &warnings)]);
        Ok(())
    }

    /// One sentence to the person.
    pub(super) fn say(&self, key: &str, args: &[(&str, &str)]) {
        self.tell(&self.wording.word(key, args));
    }

    /// One sentence to the person, in words that are chosen already.
    pub(super) fn tell(&self, line: &str) {
        let _ = writeln!(std::io::stderr(), "{line}");
    }

    /// The tool itself failed.
    pub(super) fn failure(&self, error: &anyhow::Error) {
        let label = self.wording.severity(Severity::Error);
        eprintln!("{label}: {error:#}");
    }

    /// A bar for long work, where a person is looking.
    pub(super) fn progress(&self, steps: usize) -> ProgressBar {
        if steps < 5_000 || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(steps as u64).with_finish(ProgressFinish::AndClear);
        bar.set_style(
            ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}")
                .unwrap_or(ProgressStyle::default_bar()),
        );
        bar
    }
}

/// Data on stdout.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes()).context("cannot write to stdout")?;
    stdout.flush().context("cannot write to stdout")
}

/// Whoever read us has gone: that is no failure.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
