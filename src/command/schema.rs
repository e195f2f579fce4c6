//! Turns `diptych schema` into JSON Schemas of the content files.
//! Knows nothing of their fields; the content model does.

use super::Ending;
use super::talk::{Talk, print};
use crate::cli::Global;
use crate::content::{for_editors, schemas};
use crate::output::{self, Change};
use crate::report::nearest;
use crate::source;
use anyhow::bail;
use serde_json::{Map, Value};

pub(super) fn run(file: Option<&str>) -> anyhow::Result<Ending> {
    let all = schemas();
    let shown = match file {
        Some(file) => {
            let Some(found) = all.iter().find(|schema| schema.file == file) else {
                let near = nearest(file, all.iter().map(|schema| schema.file)).unwrap_or("plan.toml");
                bail!("there is no schema for `{file}`; the nearest file is `{near}`");
            };
            found.schema.clone()
        }
        None => Value::Object(all.into_iter().map(|s| (s.file.to_owned(), s.schema)).collect::<Map<_, _>>()),
    };
    print(&format!("{}\n", serde_json::to_string_pretty(&shown)?))?;
    Ok(Ending::Clean)
}

/// Writes what editors need at the portal's root; files that are as they should be stay untouched.
pub(super) fn write(global: &Global, talk: &Talk) -> anyhow::Result<Ending> {
    let changes = for_editors().into_iter().map(|(path, text)| {
        let before = source::foreign(&global.root.join(&path), source::MAX_TEXT).ok();
        Change { path, bytes: Some(text.into_bytes()), before }
    });
    let changes: Vec<Change> = changes.filter(|change| change.before != change.bytes).collect();
    output::change(&global.root, &changes)?;
    for change in &changes {
        talk.say("created", &[("path", &change.path)]);
    }
    Ok(Ending::Clean)
}
