//! Turns a site into what is wrong with it.
//! Knows nothing of render, export or search.
use crate::content::Bodies;
use crate::report::Diagnostic;
use crate::resolve::Site;

/// All rules over all plans.
pub fn check(_site: &Site, _bodies: Bodies<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
