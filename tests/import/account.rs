//! Turns any input into an account, and holds the laws of accounts against it.
//! Knows nothing of what the input means.

use diptych::import::account::{Account, Class, strands};
use diptych::import::read::Limits;
use diptych::import::{Import, import};
use proptest::prelude::*;

/// Every character stands in one range, and the ranges in order.
fn covers(found: &Import) {
    let entries = &found.account.entries;
    let mut at = (0, 0);
    for entry in entries {
        assert_eq!((entry.chars.start, entry.bytes.start), at, "no gap and no overlap");
        assert!(entry.chars.start < entry.chars.end, "no empty range");
        let words = &found.manuscript.text[entry.bytes.clone()];
        assert_eq!(entry.chars.len(), words.chars().count());
        assert_eq!(entry.line, 1 + found.manuscript.text[..entry.bytes.start].matches('\n').count());
        at = (entry.chars.end, entry.bytes.end);
    }
    assert_eq!(at, (found.manuscript.text.chars().count(), found.manuscript.text.len()));
    let sum: usize = Class::ALL.into_iter().map(|class| found.account.sum(class)).sum();
    assert_eq!(sum, at.0);
}

/// The placed ranges in reading order are the text of the clauses, but for the listed changes.
fn reads(found: &Import) {
    let Account { entries, order, rewritten, .. } = &found.account;
    let placed: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].class == Class::Placed).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, placed, "every placed range is read once");
    let mut source = order.iter().flat_map(|at| found.manuscript.text[entries[*at].bytes.clone()].chars());
    for (words, bytes) in strands(&found.draft).flat_map(|strand| strand.pieces()) {
        let stood: String = source.by_ref().take(found.manuscript.text[bytes].chars().count()).collect();
        let listed = rewritten.contains_key(&(stood.clone(), words.to_owned()));
        assert!(stood == words || listed, "`{stood}` became `{words}`, and no list says so");
    }
    assert_eq!(source.next(), None, "nothing is placed that no clause has");
}

/// No word is lost: what is in no clause, no metadata and no copy is white space, or listed.
fn keeps(found: &Import) {
    let unlisted =
        found.account.entries.iter().filter(|entry| entry.class == Class::Unplaced && entry.why.is_none());
    assert_eq!(unlisted.count(), 0);
}

fn laws(name: &str, bytes: &[u8]) {
    if let Ok(found) = import(name, bytes, Limits::default()) {
        covers(&found);
        reads(&found);
        keeps(&found);
    }
}

/// Texts as plans have them, at any rate in their parts.
fn plan() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "一、总体要求",
        "（一）建设书房。",
        "(二)培训馆员",
        "1.选址。",
        "2．装修",
        "第一条",
        "第二章 附则",
        "一是配书。",
        "建设目标",
        "到2035年，建成",
        "360个",
        "书房",
        "，",
        "。",
        "\n",
        "\n\n",
        "\n\n\n",
        "\u{3000}\u{3000}",
        " ",
        "\t",
        "\t\t",
        "\u{0}",
        "\u{202e}",
        "省图书馆局、省财政厅等负责。",
        "（省图书馆局牵头，各市参与）",
        "《书房条例》",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "— 3 —",
        "目录",
        "附件",
        "牵头单位：省图书馆局",
        "河图发〔2031〕6号",
        "2031年4月2日",
        "关于印发书房方案的通知",
        "各市图书馆局：",
        "[bookmark: _Toc1]",
        "序号\t名称\t值",
        "1\t书房\t30",
        "\r\n",
        "\u{c}",
        "ISBN",
        "０１",
        ",",
        "为建设书房，方便群众，改善服务，提升水平，现提出以下措施，请认真执行。",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn every_character_of_a_text_is_accounted_for(text in plan()) {
        laws("x.txt", text.as_bytes());
    }

    #[test]
    fn every_character_of_a_text_held_twice_is_accounted_for(text in plan()) {
        laws("x.txt", format!("{text}\n{text}").as_bytes());
    }

    #[test]
    fn every_character_of_a_page_is_accounted_for(text in plan()) {
        let page = format!("<html><body><div><p>{}</p></div></body></html>", text.replace('\n', "</p><p>").replace('\t', "<td>"));
        laws("x.html", page.as_bytes());
    }

    #[test]
    fn any_bytes_end_in_an_account_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["x.txt", "x.html", "x.docx", "x"] {
            laws(name, &bytes);
        }
    }

    #[test]
    fn any_characters_are_accounted_for(text in any::<String>()) {
        laws("x.txt", text.as_bytes());
    }
}
