//! Diptych turns plain files into a bilingual policy portal.
pub mod lang;
pub mod quantity;
