//! Turns small portals into pages and compares.
