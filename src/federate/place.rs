//! Turns many portals as one into changes of a portal's folder: what was written there before is written anew.
//! Knows nothing of what the files say, but for the first line and where a plan stands.

use super::{Clash, Federated};
use crate::config;
use crate::output::Change;
use crate::route::SourcePath;
use crate::source::Sources;
use anyhow::{Context, anyhow};
use std::collections::BTreeMap;

/// The first line of a file that is written anew whenever portals are put together, and never by hand.
const MARK: &str = "# diptych federate: 由各门户的开放数据写成，每次重写，请勿手工修改 / written from the open data of other portals, anew each time\n";

/// A text with the mark.
pub(super) fn marked(text: &str) -> String {
    format!("{MARK}\n{text}")
}

/// The changes that make the portal of these files lead to all others. Its own look, pages and plans stay.
///
/// # Errors
/// When something stands in the way: then all that does, in order; or a file of the portal cannot be read.
pub fn changes(federated: Federated, own: &Sources) -> anyhow::Result<Result<Vec<Change>, Vec<Clash>>> {
    let Federated { registers, mut plans, mut clashes } = federated;
    let base_url = base_url(own)?;
    let mut before = written(own)?;
    for (path, _) in &registers {
        if exists(own, path) && !before.contains_key(path) {
            clashes.push(Clash::Kept { file: path.clone() });
        }
    }
    for (id, (portal, plan)) in &plans {
        let path = format!("content/plans/{id}/plan.toml");
        if exists(own, &path) && !before.contains_key(&path) {
            let portals = ["content/plans".to_owned(), portal.clone()];
            clashes.push(Clash::Plan { id: id.clone(), portals });
        }
        if plan.home == base_url {
            clashes.push(Clash::Here { id: id.clone(), portal: portal.clone() });
        }
    }
    if !clashes.is_empty() {
        clashes.sort();
        return Ok(Err(clashes));
    }
    let plans = std::mem::take(&mut plans).into_values().flat_map(|(_, plan)| {
        let folder = format!("content/plans/{}", plan.id);
        plan.files.into_iter().map(move |(name, text)| (format!("{folder}/{name}"), text))
    });
    let mut changes = Vec::new();
    for (path, text) in registers.into_iter().chain(plans) {
        let before = before.remove(&path);
        let bytes = Some(text.into_bytes());
        if before != bytes {
            changes.push(Change { path, bytes, before });
        }
    }
    let gone = before.into_iter().map(|(path, bytes)| Change { path, bytes: None, before: Some(bytes) });
    changes.extend(gone);
    Ok(Ok(changes))
}

fn base_url(own: &Sources) -> anyhow::Result<String> {
    let path = SourcePath::new("content/portal.toml").map_err(|_| anyhow!("no path"))?;
    let text = own.text(&path).ok().context("content/portal.toml is missing")?;
    Ok(config::read(&text, &path).0.map(|config| config.base_url.value).unwrap_or_default())
}

fn exists(own: &Sources, path: &str) -> bool {
    SourcePath::new(path).is_ok_and(|path| own.contains(&path))
}

/// What portals were put together into before: registers with the mark, and the records and texts of plans with it.
fn written(own: &Sources) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for (path, _) in own.files() {
        let Some(name) = path.below("content/").filter(|name| name.ends_with(".toml")) else { continue };
        let folder = name.strip_prefix("plans/").and_then(|rest| rest.strip_suffix("/plan.toml"));
        if name.contains('/') && folder.is_none() {
            continue;
        }
        let bytes = bytes(own, path)?;
        if !bytes.starts_with(MARK.as_bytes()) {
            continue;
        }
        if let Some(folder) = folder {
            let folder = format!("content/plans/{folder}/");
            let texts = own.below(&folder).filter(|path| path.as_str().ends_with(".md"));
            for text in texts.filter(|path| path.below(&folder).is_some_and(|name| !name.contains('/'))) {
                files.insert(text.to_string(), self::bytes(own, text)?);
            }
        }
        files.insert(path.to_string(), bytes);
    }
    Ok(files)
}

fn bytes(own: &Sources, path: &SourcePath) -> anyhow::Result<Vec<u8>> {
    own.bytes(path).map_err(|_| anyhow!("cannot read {path}"))
}
