//! Turns the rules of `zhen-1` into cases, step by step.

use super::{Analyzer, Atom, RunKind};

fn analyzer() -> Analyzer {
    Analyzer::new().unwrap()
}

/// The terms of a text, in order, set apart by spaces.
fn terms(text: &str) -> String {
    let mut terms = Vec::new();
    analyzer().each_term(text, |term| terms.push(term.text.to_owned()));
    terms.join(" ")
}

/// The runs of a query: each in brackets, its atoms with what they count if that is less than one.
fn runs(query: &str) -> String {
    let query = analyzer().query(query);
    let runs = query.runs.iter().map(|run| {
        let atoms = run.atoms.iter().map(|atom| match atom {
            Atom::Term(key, 1.0) => key.clone(),
            Atom::Term(key, weight) => format!("{key}^{weight}"),
            Atom::Prefix(key) => format!("{key}*"),
        });
        let atoms = atoms.collect::<Vec<_>>().join(" ");
        if run.phrase { format!("\"{atoms}\"") } else { format!("[{atoms}]") }
    });
    runs.collect::<Vec<_>>().join(" ")
}

fn all(cases: &[(&str, &str)], rule: impl Fn(&str) -> String) {
    for (text, expected) in cases {
        assert_eq!(rule(text), *expected, "{text}");
    }
}

#[test]
fn folding_makes_one_of_what_looks_or_means_the_same() {
    let analyzer = analyzer();
    let fold = |text: &str| analyzer.fold(text).text();
    all(
        &[
            ("ＡＢＣ１２３％", "abc123%"),
            ("Česká Républiqué", "ceska republique"),
            ("傳統醫藥", "传统医药"),
            ("中，外", "中，外"),
            ("China’s", "china's"),
            ("㎡", "m2"),
            ("ガ", "カ"),
            ("İ", "i"),
        ],
        fold,
    );
}

#[test]
fn every_folded_character_knows_where_it_comes_from() {
    let folded = analyzer().fold("a㎡é中");
    assert_eq!(folded.text(), "am2e中");
    assert_eq!(folded.at, [0, 1, 1, 2, 3]);
}

#[test]
fn chinese_is_pairs_and_a_final() {
    all(
        &[
            ("中医药", "中医 医药 药"),
            ("水", "水"),
            ("中医，西医", "中医 医 西医 医"),
            ("中 医", "中 医"),
            ("二〇二五年", "二〇 〇二 二五 五年 年"),
        ],
        terms,
    );
}

#[test]
fn english_is_stems_without_stop_words() {
    all(
        &[
            ("The Centres of China's Traditional Medicine", "centr china tradit medicin"),
            ("COVID-19 and G20", "covid 19 g20"),
            ("e-commerce", "e commerc"),
            ("added dying arsenal", "add die arsenal"),
            ("", ""),
            ("the of and", ""),
        ],
        terms,
    );
    assert_eq!(terms(&"x".repeat(40)), "x".repeat(40));
    assert_eq!(terms(&"x".repeat(41)), "");
}

#[test]
fn numbers_stay_whole() {
    all(
        &[
            ("2025", "2025"),
            ("3.5%", "3.5% 3.5"),
            ("3.50", "3.5"),
            ("12,500 people", "12500 peopl"),
            ("1,234,567.80", "1234567.8"),
            ("1234,567", "1234 567"),
            ("1,234,5678", "1234 5678"),
            ("1.2.3", "1 2.3"),
            ("007", "007"),
            ("2，500", "2 500"),
            ("50kg", "50kg"),
            ("3.5km", "3.5 km"),
            ("0", "0"),
        ],
        terms,
    );
}

#[test]
fn numbers_are_links_of_the_chain() {
    all(
        &[
            ("2025年", "2025 2025年 年"),
            ("第42号", "第42 第42号 42 42号 号"),
            ("提高3.5%以上", "提高 高3.5% 高3.5 3.5% 3.5 3.5%以 3.5以 以上 上"),
            ("〔2021〕6号", "2021〕6 2021 6 2021〕6号 2021号 6号 号"),
            ("［2021］6号", "2021〕6 2021 6 2021〕6号 2021号 6号 号"),
            ("2021年12月", "2021 2021年 年12 12 12月 月"),
        ],
        terms,
    );
}

#[test]
fn numbers_are_found_by_value() {
    all(
        &[
            ("1.25万名", "1.25 1.25万 12500 12500名 万名 名"),
            ("达281.9亿元", "达281.9 281.9 281.9亿 28190000000 达28190000000 28190000000元 亿元 元"),
            ("12.5 million", "12.5 12500000 million"),
            ("3万亿", "3 3万 3000000000000 万亿 亿"),
            ("0.5万", "0.5 0.5万 5000 万"),
            ("007万", "007 007万 万"),
            ("12.5  million", "12.5 million"),
            ("1.23456万", "1.23456 1.23456万 12345.6 万"),
        ],
        terms,
    );
}

#[test]
fn a_space_between_digits_and_chinese_is_none() {
    for (loose, tight) in
        [("30 个", "30个"), ("第 42 号", "第42号"), ("80% 以上", "80%以上"), ("1.25 万名", "1.25万名")]
    {
        assert_eq!(terms(loose), terms(tight));
    }
    all(&[("30  个", "30 个"), ("30 TCM 个", "30 tcm 个"), ("中 医", "中 医")], terms);
    assert_eq!(runs("30 个"), "[30] [个*]");
    let mut places = Vec::new();
    analyzer().each_term("第 42 号", |term| places.push((term.text.to_owned(), term.from, term.to)));
    assert!(places.contains(&("42号".to_owned(), 2, 6)), "{places:?}");
}

#[test]
fn ordinals_are_terms_of_their_own() {
    all(
        &[
            ("第十四条", "第十 第十四条 十四 四条 条"),
            ("第十四", "第十 十四 四"),
            ("第一", "第一 一"),
            ("第三方", "第三 第三方 三方 方"),
            ("第B条", "第 b 条"),
        ],
        terms,
    );
}

#[test]
fn a_query_weighs_the_pairs_that_its_neighbours_cover_less() {
    all(
        &[
            ("中医", "[中医]"),
            ("中医药", "[中医 医药]"),
            ("中医药局", "[中医 医药^0.25 药局]"),
            ("中医药管理", "[中医 医药^0.25 药管 管理]"),
            ("中医药管理局", "[中医 医药^0.25 药管 管理^0.25 理局]"),
        ],
        runs,
    );
}

#[test]
fn a_query_is_runs() {
    all(
        &[
            ("中医 西医", "[中医] [西医]"),
            ("traditional Chinese medicine", "[tradit chines medicin]"),
            ("TCM 中医药 centres", "[tcm centr] [中医 医药]"),
            ("中医药 TCM centres", "[中医 医药] [tcm centr]"),
            ("水", "[水*]"),
            ("中医 中医", "[中医]"),
            ("centre centres", "[centr]"),
            ("第42号", "[第42 42号 42 第42号]"),
            ("1.25万", "[12500]"),
            ("1.25万名", "[12500名 12500]"),
            ("3.5%", "[3.5%]"),
            ("12.5 million people", "[12500000 peopl]"),
            ("〔2021〕6号", "[2021〕6号 2021〕6]"),
            ("the of", ""),
            ("，。！", ""),
        ],
        runs,
    );
}

#[test]
fn a_name_is_one_term() {
    let name = |text: &str| analyzer().name(text).unwrap_or_default();
    all(
        &[
            ("《草药条例》", "草药条例="),
            ("China–ASEAN  Expo", "china asean expo="),
            ("國令第42號", "国令第42号="),
            ("TCM centre（上海）", "tcm centre 上海="),
            ("，", ""),
        ],
        name,
    );
    assert_eq!(analyzer().query("NATCM").name.as_deref(), Some("natcm="));
    assert_eq!(analyzer().query("\"NATCM\"").name, None);
}

#[test]
fn quotation_marks_make_phrases() {
    all(
        &[
            ("\"中医药\" 发展", "\"中医 医药\" [发展]"),
            ("“public health” law", "\"public health\" [law]"),
            ("\"中医 TCM\"", "\"中医\" \"tcm\""),
            ("\"中医药", "[中医 医药]"),
            ("中医\"药", "[中医] [药*]"),
            ("中医 \"中医\"", "\"中医\""),
            ("\"\"", ""),
        ],
        runs,
    );
}

#[test]
fn a_query_has_an_end() {
    let long = "中".repeat(10_000);
    assert_eq!(runs(&long), "[中中]");
    let RunKind::Chain(chain) = &analyzer().query(&long).runs[0].kind else { panic!("a chain") };
    assert_eq!(chain.chars().count(), 256);
    assert_eq!(runs(&"\"".repeat(10_000)), "");
}

#[test]
fn any_piece_of_a_text_has_only_terms_of_the_text() {
    let text = "第十四条规定到二〇二五年建成三十个中心，覆盖率达到百分之八十。";
    let analyzer = analyzer();
    let known: Vec<String> = terms(text).split(' ').map(str::to_owned).collect();
    let chars: Vec<char> = text.chars().collect();
    for from in 0..chars.len() {
        for to in from + 1..=chars.len() {
            let piece: String = chars[from..to].iter().collect();
            for atom in analyzer.query(&piece).runs.iter().flat_map(|run| &run.atoms) {
                let is_known = match atom {
                    Atom::Term(key, _) => known.contains(key),
                    Atom::Prefix(key) => known.iter().any(|term| term.starts_with(key.as_str())),
                };
                assert!(is_known, "{piece}: {}", atom.key());
            }
        }
    }
}

#[test]
fn no_term_holds_a_character_that_the_table_changes() {
    let analyzer = analyzer();
    let pairs: Vec<(char, char)> = analyzer.simplified().pairs().collect();
    assert!(pairs.len() > 2_900, "{}", pairs.len());
    for (from, to) in &pairs {
        assert_eq!(analyzer.simplified().get(*to), *to, "{from} → {to}");
    }
}
