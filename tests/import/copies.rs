//! Turns texts that a file holds twice into one text.
//! Knows nothing of layout.

use super::{flow, left, manuscript, parts};
use diptych::import::flow::Left;
use diptych::import::repair::repair;
use std::fmt::Write;

/// A plan of our own: chapters with items that have the same labels, and one sentence that two items share.
fn sentences() -> Vec<String> {
    let chapters = ["书房建设", "馆员培训", "图书配送", "数字服务", "读者活动"];
    let items = ["城区", "乡镇", "校园"];
    let mut found = vec!["河川省关于全民阅读重点项目实施方案已经研究同意，请认真贯彻执行。".to_owned()];
    for (chapter, name) in chapters.iter().enumerate() {
        let number = "一二三四五".chars().nth(chapter).unwrap();
        found.push(format!("{number}、{name}工程围绕{name}的薄弱环节，补短板、强弱项，三年内取得明显成效。"));
        for (item, place) in items.iter().enumerate() {
            let inner = "一二三".chars().nth(item).unwrap();
            found.push(format!("（{inner}）{place}{name}提升行动。"));
            found.push("1.工作目标。".to_owned());
            found.push(format!(
                "{place}{name}水平显著提高，建成{}个示范点，群众在{place}享有优质{name}。",
                chapter * 10 + item + 3
            ));
            found.push("2.主要举措。".to_owned());
            found.push(format!("一是摸清{place}{name}底数，编制清单，分类推进{name}改造。"));
            found.push(format!("二是组建{place}{name}专家组，开展{name}巡回指导和评估。"));
            found.push("3.责任单位。".to_owned());
            found.push(format!("省图书馆局、{place}{name}主管部门、省财政厅等负责。"));
        }
    }
    let shared = "承办单位负责日常管理，保证参训人员培训期间的补助按时发放。".to_owned();
    found.insert(12, shared.clone());
    found.insert(22, shared);
    found
}

/// The text ahead by a dozen sentences and more at each block, with losses; the other copy slower and whole, but short.
fn mixed(sentences: &[String]) -> String {
    let (mut ahead, mut behind) = (0, 0);
    let mut text = String::new();
    let mut block = 0;
    while ahead < sentences.len() {
        let end = (ahead + 7 + block % 3).min(sentences.len());
        write!(text, "{}", sentences[ahead..end].concat()).unwrap();
        // What the copy ahead loses is as much as stands in its place.
        let slow = (behind + 3).min(sentences.len());
        write!(text, "{}", sentences[behind..slow].concat()).unwrap();
        (ahead, behind) = (end + usize::from(block % 2 == 1), slow);
        block += 1;
        if block % 2 == 0 {
            text.push('\n');
        }
    }
    text
}

#[test]
fn two_copies_mixed_with_losses_come_apart_in_order() {
    let sentences = sentences();
    let text = mixed(&sentences);
    let manuscript = manuscript("mixed.txt", text.as_bytes()).unwrap();
    let flow = repair(&manuscript);
    let found = parts(&flow).into_iter().filter(|line| line != "…").collect::<String>();
    // What stays is the text in its order, less what both copies lost.
    let mut rest = found.as_str();
    let mut kept = 0;
    for sentence in &sentences {
        if let Some(after) = rest.strip_prefix(sentence.as_str()) {
            (rest, kept) = (after, kept + 1);
        }
    }
    assert_eq!(rest, "", "every sentence stands where the text has it");
    assert!(kept * 10 >= sentences.len() * 9, "{kept} of {}", sentences.len());
    assert_eq!(found.matches("承办单位负责日常管理").count(), 2, "what one copy says twice stays twice");
    assert!(!left(&manuscript, &flow, Left::Duplicate).is_empty());
    assert!(parts(&flow).contains(&"…".to_owned()), "what is lost is shown");
}

#[test]
fn a_page_that_was_pasted_twice_keeps_its_paragraphs() {
    let paragraphs: Vec<String> = sentences().chunks(3).map(<[String]>::concat).collect();
    let once = paragraphs.join("\n\n");
    assert_eq!(parts(&flow(&format!("{once}\n\n{once}\n"))), paragraphs);
}

#[test]
fn a_text_without_copies_is_left_alone() {
    let text = sentences().join("\n");
    assert_eq!(parts(&flow(&text)), sentences());
}
