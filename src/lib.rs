//! Diptych turns plain files into a bilingual policy portal.
pub mod config;
pub mod content;
pub mod export;
pub mod lang;
pub mod markup;
pub mod names;
pub mod record;
pub mod report;
pub mod resolve;
pub mod route;
pub mod source;
