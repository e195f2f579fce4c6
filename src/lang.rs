//! Turns the two languages of the portal into one type.
//! Knows nothing of anything else.

/// One of the two languages of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}
