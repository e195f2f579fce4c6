//! Turns `diptych schema` into JSON Schemas of the content files.
//! Knows nothing of their fields; the content model does.

use super::Ending;
use super::talk::print;
use crate::content::schemas;
use crate::report::nearest;
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
