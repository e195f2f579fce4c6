//! Diptych turns plain files into a bilingual policy portal.
pub mod lang;
pub mod names;
pub mod record;
pub mod report;
pub mod route;
pub mod source;
