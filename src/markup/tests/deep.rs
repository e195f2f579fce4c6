//! Turns texts of absurd depth and width into trees of bounded depth, in bounded time.
//! Knows nothing of what such texts would mean.

use std::time::{Duration, Instant};

use super::*;
use crate::markup::{Block, DEPTH, Inline, plain};

/// Reads a text, writes it, and drops it, on a stack as small as that of a spawned thread.
fn survives(name: &str, text: String) -> (Document, Vec<FaultKind>) {
    let started = Instant::now();
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let run = move || {
        let (document, faults) = parse(&text, Lang::Zh);
        let html = to_html(&document);
        assert!(!html.contains('\u{E000}'));
        let copy = document.clone();
        drop(document);
        (copy, faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>())
    };
    let done = thread.spawn(run).unwrap().join().unwrap();
    // Generous: a quadratic reader takes minutes.
    assert!(started.elapsed() < Duration::from_secs(10), "{name} took {:?}", started.elapsed());
    assert!(depth(&done.0.blocks) <= DEPTH, "{name}");
    done
}

fn depth(blocks: &[Block]) -> usize {
    let of_block = |block: &Block| match block {
        Block::Heading(heading) => inline_depth(&heading.inlines),
        Block::Paragraph { inlines, .. } => inline_depth(inlines),
        Block::List(list) => 1 + list.items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
        Block::Quote { blocks, .. } => depth(blocks),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten().chain(&table.head);
            2 + cells.map(|cell| inline_depth(&cell.inlines)).max().unwrap_or(0)
        }
        Block::Code { .. } | Block::Rule { .. } | Block::Figure(_) => 0,
    };
    blocks.iter().map(|block| 1 + of_block(block)).max().unwrap_or(0)
}

fn inline_depth(inlines: &[Inline]) -> usize {
    let of_inline = |inline: &Inline| match inline {
        Inline::Emph { children, .. } | Inline::Strong { children, .. } | Inline::Strike { children, .. } => {
            1 + inline_depth(children)
        }
        Inline::Link(link) => 1 + inline_depth(&link.children),
        _ => 0,
    };
    inlines.iter().map(of_inline).max().unwrap_or(0)
}

#[test]
fn ten_thousand_of_every_container() {
    let n = 10_000;
    for (name, text) in [
        ("quotes", "> ".repeat(n) + "甲"),
        ("quotes without space", ">".repeat(n) + "甲"),
        ("bullets", "- ".repeat(n) + "甲"),
        ("numbers", "1. ".repeat(n) + "甲"),
        ("quotes and lists", "> - ".repeat(n / 2) + "甲"),
        ("emphasis", "*甲 ".repeat(n) + &" 乙*".repeat(n)),
        ("strong", "**甲 ".repeat(n) + &" 乙**".repeat(n)),
        ("stars", "*".repeat(n) + "甲" + &"*".repeat(n)),
        ("struck", "~~甲 *乙 ".repeat(n) + &"* ~~".repeat(n)),
        ("images", "![".repeat(n) + "甲" + &"](a)".repeat(n)),
    ] {
        let (document, faults) = survives(name, text);
        assert!(faults.contains(&FaultKind::TooDeep), "{name}: {faults:?}");
        assert!(plain::of_blocks(&document.blocks).contains('甲'), "{name}");
    }
}

#[test]
fn ten_thousand_of_everything_else() {
    let n = 10_000;
    for (name, text) in [
        ("open stars", "*甲 ".repeat(n)),
        ("open brackets", "[".repeat(n) + "甲" + &"]".repeat(n)),
        ("open links", "[甲](".repeat(n)),
        ("links in links", "[".repeat(n) + "甲" + &"](a)".repeat(n)),
        ("open images", "![[]()".repeat(n)),
        ("angles", "<".repeat(n)),
        ("open tags", "甲<a b=' ".repeat(n)),
        ("open comments", "甲<!-- ".repeat(n)),
        ("backslashes", "\\".repeat(n) + "*甲*"),
        ("escaped stars", "\\*".repeat(n)),
        ("tildes", "（1）~（2）".repeat(n)),
        ("fixed emphasis", "**《甲》**乙".repeat(n)),
        ("soft breaks", "甲\n".repeat(n)),
        ("soft breaks before stars", "甲\n*_~[`".repeat(n)),
        ("hard breaks", "甲  \n".repeat(n)),
        ("references", "[^甲]".repeat(n) + "\n\n[^甲]: 乙"),
        ("notes", (0..n).map(|i| format!("[^{i}]: 甲[^{i}]\n")).collect()),
        ("same notes", "[^甲]: 乙\n".repeat(n)),
        ("wide table", "|甲".repeat(n) + "|\n" + &"|-".repeat(n) + "|\n" + &"|乙\n".repeat(100)),
        ("long table", "|甲|乙|\n|-|-|\n".to_owned() + &"|丙|丁|\n".repeat(n)),
        ("headings", "# 甲 {#a}\n".repeat(n)),
        ("backticks", (1..150).map(|i| "`".repeat(i) + " 甲 ").collect()),
        ("lazy lines", "> ".repeat(1_000) + &"甲\n".repeat(n)),
    ] {
        survives(name, text);
    }
}

#[test]
fn the_words_of_what_is_too_deep_are_kept() {
    let text =
        "> ".repeat(80) + "一 **二** `三`\n\n" + &"> ".repeat(80) + "- 四\n" + &"> ".repeat(80) + "- 五";
    let (document, faults) = survives("words", text);
    assert_eq!(faults, [FaultKind::TooDeep, FaultKind::TooDeep]);
    assert_eq!(plain::of_blocks(&document.blocks), "一 二 三\n四\n五");

    let text = "*一 ".repeat(70) + "二" + &"*".repeat(70) + "三";
    let (document, faults) = survives("inline words", text);
    assert_eq!(faults, [FaultKind::TooDeep]);
    assert_eq!(plain::of_blocks(&document.blocks), "一 ".repeat(70) + "二三");
}
