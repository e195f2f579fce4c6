//! Turns small drafts into records and holds them to what a reader sees.
//! Knows nothing of how records are written.
