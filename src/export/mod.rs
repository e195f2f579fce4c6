//! Turns a site into files for machines.
//! Knows nothing of render, check or search.
use crate::content::Bodies;
use crate::resolve::Site;
use crate::route::Route;

/// A file for machines.
#[derive(Debug, Clone)]
pub enum ExportKey {}

/// All files for machines.
pub fn routes(_site: &Site) -> Vec<(Route, ExportKey)> {
    Vec::new()
}

/// The bytes of one.
///
/// # Errors
/// Never yet.
pub fn produce(_site: &Site, _bodies: Bodies<'_>, key: &ExportKey) -> anyhow::Result<Vec<u8>> {
    match *key {}
}
