//! Diptych turns plain files into a bilingual policy portal.
