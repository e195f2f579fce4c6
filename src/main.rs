//! Turns what was typed into an exit code.
fn main() {}
