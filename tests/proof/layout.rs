//! Turns the lines of an official file into paragraphs, a line each.
//! Knows nothing of clauses.

/// A file whose longest line is shorter than this was wrapped for paper: its line ends say nothing.
const PAPER: usize = 50;

/// A line of such a file is full when it lacks no more than this.
const SLACK: usize = 5;

/// Signs that may end a paragraph.
const ENDS: [char; 6] = ['。', '：', ':', '！', '？', '；'];

/// Joins what pages and lines broke. Rows of tables stay lines.
pub(crate) fn paragraphs(file: &str) -> String {
    let lines: Vec<&str> = file.lines().map(without_bookmark).collect();
    let width = |line: &str| line.trim().chars().count();
    let widest = lines.iter().filter(|line| !line.contains('\t')).map(|line| width(line)).max().unwrap_or(0);
    let mut text = String::new();
    let mut blank = true;
    let mut last = "";
    for line in lines {
        if line.trim().is_empty() {
            blank = true;
            continue;
        }
        let ends = last.trim_end().ends_with(ENDS);
        let breaks = if last.contains('\t') || line.contains('\t') {
            true
        } else if widest <= PAPER {
            ends && width(last) + SLACK < widest
        } else {
            ends || !blank
        };
        if breaks && !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&without_spaces(if line.contains('\t') { line } else { line.trim() }));
        last = line;
        blank = false;
    }
    text
}

/// The spaces that paper puts around digits and brackets go; those between words stay.
fn without_spaces(line: &str) -> String {
    let signs: Vec<char> = line.chars().collect();
    let is_word = |at: usize| signs.get(at).is_some_and(|sign| sign.is_alphabetic());
    let stays = |at: usize| at > 0 && is_word(at - 1) && is_word(at + 1);
    let kept = signs.iter().enumerate().filter(|(at, sign)| **sign != ' ' || stays(*at));
    kept.map(|(_, sign)| *sign).collect()
}

/// What a word processor left of its own at the start of a line.
fn without_bookmark(line: &str) -> &str {
    match line.strip_prefix("[bookmark:") {
        Some(rest) => rest.split_once(']').map_or(line, |(_, words)| words),
        None => line,
    }
}

/// The sentences of a text without line ends, numbered from 1: what a hand that puts them in order refers to.
pub(crate) fn sentences(file: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    for line in file.lines() {
        sentences.extend(line.split_inclusive('。').filter(|s| !s.trim().is_empty()).map(str::to_owned));
    }
    sentences
}

#[test]
fn a_line_that_paper_broke_is_joined() {
    let wrapped =
        "\n甲乙丙丁，甲乙丙丁，甲乙丙丁的一\n\n带。甲乙丙丁，甲乙丙丁，甲乙丙。 \n\n\n\n甲乙丙。\n\n戊己。\n";
    assert_eq!(
        paragraphs(wrapped),
        "甲乙丙丁，甲乙丙丁，甲乙丙丁的一带。甲乙丙丁，甲乙丙丁，甲乙丙。甲乙丙。\n戊己。"
    );
}

#[test]
fn a_line_of_the_web_is_a_paragraph_unless_a_page_ends_in_it() {
    let long = "甲".repeat(60);
    let text =
        format!("题 目\n[bookmark: _Toc1]{long} 30个，认\n\n真做。\n\n二、乙\n1\t丙\t丁\n\t戊\t\n己。");
    assert_eq!(paragraphs(&text), format!("题 目\n{long}30个，认真做。\n二、乙\n1\t丙\t丁\n\t戊\t\n己。"));
}
