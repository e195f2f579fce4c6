//! Turns a Rust text into its words, and those into the paths that it uses: comments and literals are left out.
//! Knows nothing of rules.

/// A word or sign of a text.
#[derive(Debug)]
pub(crate) struct Token {
    /// An identifier, a number, `::` or one character.
    pub(crate) text: String,
    /// Its line, from 1.
    pub(crate) line: usize,
    /// In how many inline modules it stands.
    pub(crate) mods: usize,
    /// It stands in an item under `#[cfg(test)]`.
    pub(crate) test: bool,
}

/// A path that is used: `use a::{b, c}` are two.
#[derive(Debug)]
pub(crate) struct Path {
    /// Its parts: `crate`, `content`, `*`.
    pub(crate) parts: Vec<String>,
    /// Its line, from 1.
    pub(crate) line: usize,
    /// In how many inline modules it stands.
    pub(crate) mods: usize,
    /// It stands in an item under `#[cfg(test)]`.
    pub(crate) test: bool,
}

/// The words of a text in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let bare = without_words(text);
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = bare.as_str();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if name_length(rest) > 0 => name_length(rest),
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        if !first.is_whitespace() {
            tokens.push(Token { text: rest[..length].to_owned(), line, mods: 0, test: false });
        }
        line += usize::from(first == '\n');
        rest = &rest[length..];
    }
    mark_modules(&mut tokens);
    mark_tests(&mut tokens);
    tokens
}

/// All paths of a text, in the order in which they end.
pub(crate) fn paths(text: &str) -> Vec<Path> {
    let tokens = tokens(text);
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = is_name(&tokens[at].text) && tokens.get(at + 1).is_some_and(|next| next.text == "::");
        at = if starts { path(&tokens, at, &[], &mut paths) } else { at + 1 };
    }
    paths
}

/// Takes one path apart, with what it leads to in braces; gives the number of the token behind it.
fn path(tokens: &[Token], mut at: usize, before: &[String], paths: &mut Vec<Path>) -> usize {
    let mut parts = before.to_vec();
    while let Some(token) = tokens.get(at) {
        if token.text == "{" && !parts.is_empty() {
            return group(tokens, at + 1, &parts, paths);
        }
        if !is_name(&token.text) && token.text != "*" {
            break;
        }
        parts.push(token.text.clone());
        at += 1;
        if tokens.get(at).is_none_or(|next| next.text != "::") {
            break;
        }
        at += 1;
    }
    if let Some(last) = tokens.get(at.saturating_sub(1)).filter(|_| parts.len() > before.len()) {
        paths.push(Path { parts, line: last.line, mods: last.mods, test: last.test });
    }
    at
}

fn group(tokens: &[Token], mut at: usize, before: &[String], paths: &mut Vec<Path>) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "}" => return at + 1,
            "," => at += 1,
            // `a as b` is a path to `a`.
            "as" => at += 2,
            _ => at = path(tokens, at, before, paths).max(at + 1),
        }
    }
    at
}

/// Counts for every token in how many `mod x { … }` it stands.
fn mark_modules(tokens: &mut [Token]) {
    let mut braces = 0;
    let mut open = Vec::new();
    for at in 0..tokens.len() {
        match tokens[at].text.as_str() {
            "{" => {
                braces += 1;
                if at >= 2 && tokens[at - 2].text == "mod" {
                    open.push(braces);
                }
            }
            "}" => {
                open.pop_if(|opened| *opened == braces);
                braces -= 1;
            }
            _ => {}
        }
        tokens[at].mods = open.len();
    }
}

/// Marks the items under `#[cfg(test)]`.
fn mark_tests(tokens: &mut [Token]) {
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut at = 0;
    while at < tokens.len() {
        let here =
            attribute.iter().enumerate().all(|(n, sign)| tokens.get(at + n).is_some_and(|t| t.text == *sign));
        if !here {
            at += 1;
            continue;
        }
        let end = end_of_item(tokens, at + attribute.len());
        tokens[at..end].iter_mut().for_each(|token| token.test = true);
        at = end;
    }
}

/// The number of the token behind an item: behind its `;` or its `}`.
pub(crate) fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth -= 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The text with spaces for comments, strings and characters; every line stays where it is.
fn without_words(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let words = comment(rest).or_else(|| string(rest)).or_else(|| character(rest));
        let length = words.unwrap_or_else(|| name_length(rest).max(first.len_utf8()));
        match words {
            Some(_) => bare.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' })),
            None => bare.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    bare
}

fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let mut rest = text.strip_prefix("/*")?;
    let mut open = 1;
    while open > 0 {
        let at = rest.find(['/', '*'])?;
        rest = &rest[at..];
        let (step, change) = match rest.get(..2) {
            Some("/*") => (2, 1),
            Some("*/") => (2, -1),
            _ => (1, 0),
        };
        open += change;
        rest = &rest[step..];
    }
    Some(text.len() - rest.len())
}

fn string(text: &str) -> Option<usize> {
    let prefix = text.find(|c| !matches!(c, 'b' | 'c' | 'r'))?;
    let is_raw = text[..prefix].contains('r');
    let hashes = text[prefix..].find(|c| c != '#')?;
    let body = text[prefix + hashes..].strip_prefix('"')?;
    let start = text.len() - body.len();
    if is_raw {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(start + body.find(&end)? + end.len());
    }
    if hashes > 0 {
        return None;
    }
    let mut escaped = false;
    let end = body.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    Some(start + end + 1)
}

/// `'a'` and `'\n'`; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    let first = body.chars().next()?;
    if first == '\\' {
        let second = body[1..].chars().next()?.len_utf8();
        return Some(1 + 1 + second + body[1 + second..].find('\'')? + 1);
    }
    body[first.len_utf8()..].starts_with('\'').then(|| 1 + first.len_utf8() + 1)
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len())
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c == '_' || c.is_alphabetic())
}

#[test]
fn words_are_no_code() {
    let text =
        "a /* b /* c */ d */ e // f\n\"g \\\" h\" i r#\"j \" k\"# l 'm' '\\'' '\\u{e000}' n<'o> b\"p\" q";
    let found: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
    assert_eq!(found, ["a", "e", "i", "l", "n", "<", "'", "o", ">", "q"]);
    assert_eq!(tokens(text).last().unwrap().line, 2);
}

#[test]
fn a_use_tree_is_all_its_paths() {
    let text = "use a::{b, c::{d as e, self}, f::*};\nfn g() { h::i::<j::k>(l); m::n {} }";
    let found: Vec<String> = paths(text).iter().map(|path| path.parts.join("::")).collect();
    assert_eq!(found, ["a::b", "a::c::d", "a::c::self", "a::f::*", "h::i", "j::k", "m::n"]);
}

#[test]
fn modules_and_tests_are_known() {
    let text = "a::b;\nmod c {\n d::e;\n mod f { g::h; }\n}\n#[cfg(test)]\nmod i { j::k; }\n#[cfg(test)]\nuse l::m;\nn::o;";
    let found: Vec<(String, usize, bool, usize)> =
        paths(text).into_iter().map(|path| (path.parts.concat(), path.mods, path.test, path.line)).collect();
    let expected = [
        ("ab", 0, false, 1),
        ("de", 1, false, 3),
        ("gh", 2, false, 4),
        ("jk", 1, true, 7),
        ("lm", 0, true, 9),
        ("no", 0, false, 10),
    ];
    assert_eq!(found, expected.map(|(parts, mods, test, line)| (parts.to_owned(), mods, test, line)));
}
