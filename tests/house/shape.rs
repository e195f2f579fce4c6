//! Turns the shape of a file into rules: how it opens, how long it and its functions are, no test set aside.
//! Knows nothing of what is written.

use crate::code::{self, end_of_item};

/// The most lines that a file may have, tests in it included.
pub(crate) const MOST_LINES: usize = 400;

/// The most lines that a function may have.
const MOST_FUNCTION_LINES: usize = 60;

/// Longer files that were looked at, and why they are whole.
pub(crate) const REVIEWED: [(&str, &str); 1] =
    [("src/content/plan.rs", "one file format, a line a key: halves would be harder to read")];

/// A file says first what it turns into what.
pub(crate) fn head(path: &str, text: &str) -> Vec<String> {
    let says =
        text.lines().next().and_then(|line| line.strip_prefix("//! ")).is_some_and(|head| !head.is_empty());
    if says { Vec::new() } else { vec![format!("{path}:1: the file opens without `//! Turns X into Y.`")] }
}

/// A file is short, or on the list.
pub(crate) fn file_length(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    let reviewed = REVIEWED.iter().any(|(known, _)| *known == path);
    if lines <= MOST_LINES || reviewed {
        return Vec::new();
    }
    vec![format!("{path}: {lines} lines are more than {MOST_LINES}; split it, or list it with a reason")]
}

/// A function is short.
pub(crate) fn function_length(path: &str, text: &str) -> Vec<String> {
    let tokens = code::tokens(text);
    let starts = tokens.windows(2).enumerate().filter(|(_, pair)| {
        pair[0].text == "fn" && pair[1].text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    });
    let lengths = starts.map(|(at, pair)| {
        let last = &tokens[end_of_item(&tokens, at) - 1];
        (&pair[1].text, pair[0].line, last.line - pair[0].line + 1)
    });
    let long = lengths.filter(|(.., lines)| *lines > MOST_FUNCTION_LINES);
    long.map(|(name, line, lines)| {
        format!("{path}:{line}: `{name}` has {lines} lines, more than {MOST_FUNCTION_LINES}")
    })
    .collect()
}

/// A test runs or goes.
pub(crate) fn ignored(path: &str, text: &str) -> Vec<String> {
    let tokens = code::tokens(text);
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        if tokens[at - 1].text == "#" && tokens[at].text == "[" {
            let close = tokens[at..].iter().position(|token| token.text == "]").unwrap_or(0);
            let ignores = tokens[at..at + close].iter().find(|token| token.text == "ignore");
            found.extend(ignores.map(|token| format!("{path}:{}: a test is ignored", token.line)));
        }
    }
    found
}

#[test]
fn a_file_opens_with_its_purpose() {
    for guilty in
        ["", "use std::fmt;", "\n//! Turns a into b.", "// Turns a into b.", "//!", "/// Turns a into b."]
    {
        assert_eq!(head("src/a.rs", guilty).len(), 1, "{guilty:?}");
    }
    assert_eq!(head("src/a.rs", "//! Turns a into b.\n"), [""; 0]);
}

#[test]
fn four_hundred_lines_are_enough() {
    assert_eq!(file_length("src/a.rs", &"x\n".repeat(401)).len(), 1);
    assert_eq!(file_length("src/a.rs", &"x\n".repeat(400)), [""; 0]);
    assert_eq!(file_length(REVIEWED[0].0, &"x\n".repeat(401)), [""; 0]);
}

#[test]
fn sixty_lines_are_enough() {
    let function = |lines: usize| {
        format!(
            "//! x\nfn long(\n a: [u8; 2],\n) -> impl Fn() {{\n{}}}\nfn next() {{}}\n",
            "f(); {}\n".repeat(lines - 4)
        )
    };
    let found = function_length("src/a.rs", &function(61));
    assert_eq!(found, ["src/a.rs:2: `long` has 61 lines, more than 60"]);
    assert_eq!(function_length("src/a.rs", &function(60)), [""; 0]);
    let words = format!(
        "fn a() {{ \"{}\" }}\ntype F = fn(u8);\n{}",
        "}\n".repeat(9),
        "const A: u8 = 1;\n".repeat(90)
    );
    assert_eq!(function_length("src/a.rs", &words), [""; 0]);
    let method = format!("trait T {{\n fn a(&self);\n{}}}", "type B;\n".repeat(90));
    assert_eq!(function_length("src/a.rs", &method), [""; 0]);
}

#[test]
fn a_test_is_not_set_aside() {
    for guilty in [
        "#[test]\n#[ignore]\nfn t() {}",
        "#[ignore = \"slow\"]\nfn t() {}",
        "#[cfg_attr(x, ignore)]\nfn t() {}",
    ] {
        assert_eq!(ignored("tests/a.rs", guilty).len(), 1, "{guilty}");
    }
    let innocent = "/// ```ignore\n#[test]\nfn ignore() { let s = \"#[ignore]\"; [ignore]; }";
    assert_eq!(ignored("tests/a.rs", innocent), [""; 0]);
}
