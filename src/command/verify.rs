//! Turns `diptych verify` into word of what somebody changed in a published folder.
//! Knows nothing of how the folder came about.

use super::Ending;
use super::talk::{Talk, print};
use crate::cli::Format;
use crate::output;
use std::path::Path;

pub(super) fn run(dir: &Path, format: Format, talk: &Talk) -> anyhow::Result<Ending> {
    let verified = output::verify(dir)?;
    if format == Format::Json {
        print(&format!("{}\n", serde_json::to_string_pretty(&verified)?))?;
    } else {
        let lists =
            [("altered", &verified.altered), ("missing", &verified.missing), ("extra", &verified.extra)];
        for (what, paths) in lists {
            for path in paths {
                print(&format!("{}\n", talk.wording().word(what, &[("path", path)])))?;
            }
        }
        let summary = if verified.is_whole() { "verified" } else { "not-verified" };
        let count = |paths: &[String]| paths.len().to_string();
        let (altered, missing) = (count(&verified.altered), count(&verified.missing));
        let (intact, extra) = (verified.intact.to_string(), count(&verified.extra));
        let counts = [("intact", &*intact), ("altered", &altered), ("missing", &missing), ("extra", &extra)];
        talk.say(summary, &counts);
    }
    Ok(if verified.is_whole() { Ending::Clean } else { Ending::Faults })
}
