//! Turns what readers ask into what they find, best first.

use super::{PORTAL, Portal};
use crate::lang::Lang;
use crate::search::ask::{Engine, PAGE};
use crate::search::document::Kind;

/// The titles of what is found, in the language of the reader, in the order shown.
fn found(engine: &Engine<'_>, query: &str, lang: Lang) -> Vec<String> {
    let query = engine.analyzer().query(query);
    let hits = engine.search(&query, lang, engine.len()).unwrap();
    let shown = engine.show(&query, &hits, engine.len());
    shown.into_iter().map(|found| found.document.shown.get(lang).title.clone()).collect()
}

fn with_engine(test: impl Fn(&Engine<'_>)) {
    let portal = Portal::new(PORTAL);
    test(&Engine::new(&portal.site, portal.bodies()).unwrap());
}

#[test]
fn a_name_leads_to_its_own_page() {
    with_engine(|engine| {
        let cases = [
            ("云雀学者", "云雀学者"),
            ("281.9", "草药产值"),
            ("281.9亿元", "草药产值"),
            ("Ruritanian", "卢里塔尼亚"),
            ("NHO", "国家草药管理局"),
            ("草药局", "国家草药管理局"),
            ("草约局", "国家草药管理局"),
            ("草发〔2021〕6号", "草药五年规划"),
            ("国令第42号", "《草药条例》"),
            ("种苗工程", "种苗工程"),
            ("東湖市", "东湖市"),
            ("拔罐", "拔罐"),
            ("灯塔", "关于本站"),
        ];
        for (query, title) in cases {
            assert_eq!(found(engine, query, Lang::Zh).first().map(String::as_str), Some(title), "{query}");
        }
    });
}

#[test]
fn quantities_are_found_by_value() {
    with_engine(|engine| {
        for query in ["12500", "1.25万", "12,500", "１２５００", "1.25万名", "30", "30%", "3.5%"] {
            let found = found(engine, query, Lang::En);
            let title = if query == "3.5%" { "Raise output" } else { "Train healers" };
            assert!(found.iter().any(|found| found == title), "{query}: {found:?}");
        }
        assert_eq!(found(engine, "28190000000", Lang::En), ["output of herbs", "Raise output"]);
        assert_eq!(found(engine, "28.19 billion", Lang::En), ["output of herbs", "Raise output"]);
    });
}

#[test]
fn numbers_are_whole() {
    with_engine(|engine| {
        assert_eq!(found(engine, "第42号", Lang::Zh), ["《草药条例》", "培养医士"]);
        assert_eq!(found(engine, "第420号", Lang::Zh)[0], "培养医士");
        assert!(found(engine, "\"第4号\"", Lang::Zh).is_empty());
        assert_eq!(found(engine, "第十四条", Lang::Zh)[0], "扩大产值");
    });
}

#[test]
fn the_termbase_finds_what_the_words_of_one_language_lack() {
    with_engine(|engine| {
        assert_eq!(found(engine, "fire cupping", Lang::En), ["cupping", "Spread therapies"]);
        assert_eq!(found(engine, "敷贴", Lang::Zh), ["敷贴", "培养医士"]);
    });
}

#[test]
fn whole_runs_stand_before_their_parts() {
    with_engine(|engine| {
        assert_eq!(found(engine, "网约车", Lang::Zh), ["推广疗法", "只有中文的一条"]);
        let query = engine.analyzer().query("网约车");
        let hits = engine.search(&query, Lang::Zh, PAGE).unwrap();
        assert_eq!(hits.best.iter().map(|hit| hit.tier).collect::<Vec<_>>(), [1, 0]);
    });
}

#[test]
fn phrases_are_exact() {
    with_engine(|engine| {
        assert_eq!(found(engine, "\"约车网\"", Lang::Zh), ["只有中文的一条"]);
        assert_eq!(found(engine, "“herb office”", Lang::En)[0], "National Herb Office");
        assert!(found(engine, "\"office herb\"", Lang::En).is_empty());
        // Both words are in the clause, but not as neighbours.
        assert!(found(engine, "\"train thirty\"", Lang::En).is_empty());
        assert!(!found(engine, "train thirty", Lang::En).is_empty());
    });
}

#[test]
fn every_piece_of_every_clause_finds_it() {
    with_engine(|engine| {
        let clauses =
            (0..u32::try_from(engine.len()).unwrap()).filter(|at| engine.key(*at).kind() == Kind::Clause);
        for number in clauses {
            let text = engine.document(number).unwrap().shown.zh.text;
            let runs = text.split(|char: char| !('\u{4e00}'..='\u{9fff}').contains(&char));
            for run in runs {
                let chars: Vec<char> = run.chars().collect();
                for length in 1..=chars.len().min(5) {
                    for piece in chars.windows(length) {
                        let piece: String = piece.iter().collect();
                        let query = engine.analyzer().query(&piece);
                        let hits = engine.search(&query, Lang::Zh, engine.len()).unwrap();
                        let hit = hits.best.iter().find(|hit| hit.document == number);
                        assert_eq!(hit.map(|hit| hit.tier), Some(1), "{piece}");
                    }
                }
            }
        }
    });
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    with_engine(|engine| {
        for query in ["云雀学者", "草药 office", "第42号", "药", "herb", "\"herb office\" 30%"] {
            let query = engine.analyzer().query(query);
            let hits = engine.search(&query, Lang::Zh, engine.len()).unwrap();
            assert!(!hits.best.is_empty());
            for hit in hits.best {
                let reasons = engine.explain(&query, hit.document).unwrap();
                let sum: f32 = reasons.iter().map(|reason| reason.score).sum();
                assert!((sum - hit.score).abs() <= 1e-5 * sum.max(1.0), "{sum} {hit:?} {reasons:?}");
            }
        }
    });
}

#[test]
fn what_is_not_public_is_not_found() {
    with_engine(|engine| {
        for query in ["独角兽", "保密草案", "unicorn", "隐藏目标", "Confidential"] {
            let found = found(engine, query, Lang::Zh);
            let is_leak = |title: &String| title.contains("保密") || title.contains("隐藏");
            assert_eq!(found.iter().find(|title| is_leak(title)), None, "{query}");
        }
        assert!(found(engine, "unicorn", Lang::En).is_empty());
    });
}

#[test]
fn a_text_of_one_language_stays_out_of_the_other_search() {
    with_engine(|engine| {
        for query in ["独白", "Monologue Scheme", "沿革"] {
            assert!(found(engine, query, Lang::En).is_empty(), "{query}");
            assert!(!found(engine, query, Lang::Zh).is_empty(), "{query}");
        }
        // A clause without English in a plan that has English is shown in Chinese.
        assert_eq!(found(engine, "云雀学者", Lang::En), ["Lark Scholar", "只有中文的一条"]);
    });
}

#[test]
fn odd_queries_are_harmless() {
    with_engine(|engine| {
        let long = "中文 English 12,500 \"，“".repeat(1_000);
        for query in
            ["", " ", "\"", "““", "\u{0}", "\u{feff}\u{202e}", "🙂", "e\u{301}\u{301}", "%", "〔", &long]
        {
            found(engine, query, Lang::Zh);
        }
        assert!(found(engine, "🙂", Lang::Zh).is_empty());
    });
}
