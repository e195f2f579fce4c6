//! Turns `diptych check --fix` into changed files, or into a difference to look at: all of them or none.
//! Knows nothing of what is put right, or how.

use super::talk::{Talk, print};
use crate::build::Options;
use crate::cli::{Format, Global};
use crate::mend::{Mended, mend};
use crate::output::{self, Change};
use crate::source::Sources;
use similar::TextDiff;

pub(super) fn run(global: &Global, dry_run: bool, options: Options, talk: &Talk) -> anyhow::Result<()> {
    let (sources, _) = Sources::open(&global.root)?;
    let mended = mend(&sources, options)?;
    say(&mended, talk);
    if mended.texts.is_empty() {
        talk.say("nothing-to-fix", &[]);
        return Ok(());
    }
    if dry_run && global.format == Format::Human {
        for (path, after) in &mended.texts {
            let before = sources.text(path).unwrap_or_default();
            let diff = TextDiff::from_lines(&before, after);
            print(&diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string())?;
        }
    }
    if !dry_run {
        let changes = mended.texts.iter().map(|(path, text)| {
            let before = sources.bytes(path).map_err(|_| anyhow::anyhow!("cannot read {path}"))?;
            Ok(Change { path: path.to_string(), bytes: Some(dressed(&before, text)), before: Some(before) })
        });
        output::change(&global.root, &changes.collect::<anyhow::Result<Vec<_>>>()?)?;
    }
    let (faults, files) = (mended.faults.len().to_string(), mended.texts.len().to_string());
    talk.say(if dry_run { "fix-dry-run" } else { "fix-summary" }, &[("faults", &faults), ("files", &files)]);
    Ok(())
}

fn say(mended: &Mended, talk: &Talk) {
    for (fault, line) in &mended.faults {
        let file = fault.place.as_ref().map_or("", |place| place.path.as_str());
        let message = talk.wording().message(fault);
        talk.say(
            "fixed",
            &[
                ("code", fault.code.name()),
                ("file", file),
                ("line", &line.to_string()),
                ("message", &message),
            ],
        );
    }
}

/// A text with the byte order mark and the line ends that its file has.
fn dressed(before: &[u8], text: &str) -> Vec<u8> {
    let mark = "\u{feff}".as_bytes();
    let is_windows = before.windows(2).any(|pair| pair == b"\r\n");
    let text = if is_windows { text.replace('\n', "\r\n") } else { text.to_owned() };
    let head = if before.starts_with(mark) { mark } else { b"" };
    [head, text.as_bytes()].concat()
}
