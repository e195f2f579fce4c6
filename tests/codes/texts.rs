//! Turns Markdown texts into the faults of clauses and of what stands in them.
//! Knows nothing of registers.

use crate::support::{Outcome, Portal};
use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::TextOutsideClause,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
## 目标 => 前言。\n\n## 目标
"#,
        ),
        faults: &["text-outside-clause plans/alpha/digest.zh.md:1 前言。"],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
## 目标 => <!-- 注 -->\n## 前言 {#c0}\n\n前言。\n\n## 目标
~~ content/plans/alpha/digest.en.md ~~
## Aims => ## Preamble {#c0}\n\nText.\n\n## Aims
"#,
        ),
    },
    Case {
        code: Code::HeadingWithoutId,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

### Later

Text.
",
        ),
        faults: &["heading-without-id plans/alpha/digest.en.md:11 ### Later"],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

> ### Later
-- content/pages/about/en.md --
## Who we are

Text.
",
        ),
    },
    Case {
        code: Code::ClauseNumber,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
## 目标 {#c1} => ## 二、目标 {#c1}
~~ content/plans/alpha/digest.en.md ~~
### Centres {#c1-1} => ### Centres {#c1-1 number="(2)"}
## Situation => ## III. Situation
"#,
        ),
        faults: &[
            r#"clause-number plans/alpha/digest.en.md:3 ### Centres {#c1-1 number="(2)"}"#,
            "clause-number plans/alpha/digest.en.md:7 ## III. Situation {#c2}",
            "clause-number plans/alpha/digest.zh.md:1 ## 二、目标 {#c1}",
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
## 目标 {#c1} => ## 第一章 目标 {#c1}
### 中心 => ### （一）中心
## 现状 => ## 2015年现状
~~ content/plans/alpha/digest.en.md ~~
### Centres {#c1-1} => ### Centres {#c1-1 number="(1)"}
## Situation => ## II. Situation of 2015
"#,
        ),
    },
    Case {
        code: Code::Width,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

扩大,深化(交流)。
++ content/plans/alpha/digest.en.md ++

Wider，deeper.
"#,
        ),
        faults: &[
            "width plans/alpha/digest.en.md:11 r，d",
            "width plans/alpha/digest.zh.md:11 大,深",
            "width plans/alpha/digest.zh.md:11 化(交",
            "width plans/alpha/digest.zh.md:11 流)。",
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

扩大，深化（交流），见“甲,乙”。
++ content/plans/alpha/digest.en.md ++

Wider, deeper (see “甲，乙”).
"#,
        ),
    },
    Case {
        code: Code::Spacing,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

见 B处。
++ content/plans/alpha/digest.en.md ++

See place B.
"#,
        ),
        faults: &["spacing plans/alpha/digest.zh.md:11 见 B"],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

见B处，《甲 E 乙》。
++ content/plans/alpha/digest.en.md ++

See place B.
"#,
        ),
    },
    Case {
        code: Code::MissingTwin,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 保障 {#c3}

文。
",
        ),
        faults: &["missing-twin plans/alpha/digest.zh.md:10 ## 保障 {#c3}"],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 保障 {#c3}

文。
-- content/plans/alpha/translation.en.md --
## Means {#c3}

Text.
",
        ),
    },
    Case {
        code: Code::TwinOrder,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 甲 {#c3}

文。

## 乙 {#c4}

文。
++ content/plans/alpha/digest.en.md ++
## B {#c4}

Text.

## A {#c3}

Text.
",
        ),
        faults: &["twin-order plans/alpha/digest.en.md:14 ## A {#c3}"],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 乙 {#c4}

文。

## 甲 {#c3}

文。
++ content/plans/alpha/digest.en.md ++
## B {#c4}

Text.

## A {#c3}

Text.
",
        ),
    },
    Case {
        code: Code::EmptyClause,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 甲 {#c3}

文。
++ content/plans/alpha/digest.en.md ++
## A {#c3}

---
",
        ),
        faults: &["empty-clause plans/alpha/digest.en.md:10 ## A {#c3}"],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++
## 甲 {#c3}

### 乙 {#c3-1 .gap}

## 丙 {#c4}

- 项
++ content/plans/alpha/digest.en.md ++
## A {#c3}

### B {#c3-1 .gap}

## C {#c4}

| a |
|---|
",
        ),
    },
    Case {
        code: Code::Passage,
        guilty: Made::By(
            "
~~ content/plans/alpha/digest.zh.md ~~
30个 => 31个
++ content/plans/alpha/digest.en.md ++

Yes: 7.5 bases existed.
",
        ),
        faults: &[
            "figure-without-twin plans/alpha/digest.en.md:5 30 centres",
            "figure-without-twin plans/alpha/digest.en.md:11 7.5 bases",
            "figure-without-twin plans/alpha/digest.zh.md:5 31个",
            r#"passage plans/alpha/plan.toml:23 { zh = "建设30个中心", en = "build 30 centres"#,
            r#"passage plans/alpha/plan.toml:30 { zh = "已有7.5个基地", en = "7.5 bases exist"#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
30个中心 => **30个**中\n心
~~ content/plans/alpha/digest.en.md ~~
build 30 => build\n[30](target:alpha/centres)
++ content/plans/alpha/digest.en.md ++

Yes: 7.50 bases existed.
++ content/plans/alpha/digest.zh.md ++

是：7.50个。
"#,
        ),
    },
    Case {
        code: Code::DangerousLink,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

[a](javascript:alert) [b](ministry:nhc) ![c](data:x)
",
        ),
        faults: &[
            "dangerous-link plans/alpha/digest.en.md:11 [a](javascript:alert)",
            "dangerous-link plans/alpha/digest.en.md:11 [b](ministry:nhc)",
            "dangerous-link plans/alpha/digest.en.md:11 ![c](data:x)",
        ],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

[a](https://a.cn/javascript:x) [b](dept:nhc) `[c](data:x)`
",
        ),
    },
    Case {
        code: Code::RawHtml,
        guilty: Made::By(
            "
-- content/pages/about/en.md --
About <b>us</b>.
",
        ),
        faults: &["raw-html pages/about/en.md:1 <b>", "raw-html pages/about/en.md:1 </b>"],
        innocent: Made::By(
            "
-- content/pages/about/en.md --
About <!-- all --> `<b>` of us, 1 < 2.
",
        ),
    },
    Case {
        code: Code::TooDeep,
        guilty: Made::With(|| nested("> ", "")),
        faults: &["too-deep plans/alpha/digest.en.md:11 > > > > > > > > > > > > > > > > > > > > "],
        innocent: Made::With(|| times(60, "> ", "")),
    },
    Case {
        code: Code::TooDeep,
        guilty: Made::With(|| nested("- ", "")),
        faults: &["too-deep plans/alpha/digest.en.md:11 - - - - - - - - - - - - - - - - - - - - "],
        // Brackets that are no links are words.
        innocent: Made::With(|| nested("[", "]")),
    },
    Case {
        code: Code::PrivateUse,
        guilty: Made::By("-- content/pages/about/en.md --\nAbout \u{e000} us.\n"),
        faults: &["private-use pages/about/en.md:1 \u{e000}"],
        innocent: Made::By("-- content/pages/about/en.md --\nAbout \u{e001} us.\n"),
    },
    Case {
        code: Code::UnusedFootnote,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

Text.[^1]

[^1]: Note.

[^2]: Lost.
",
        ),
        faults: &["unused-footnote plans/alpha/digest.en.md:15 [^2]: Lost."],
        innocent: Made::By(
            "
++ content/plans/alpha/digest.en.md ++

Text.[^1]

[^1]: Note.[^2]

[^2]: Found.
",
        ),
    },
];

/// The sound portal with a paragraph inside so many of the same.
fn times(count: usize, open: &str, close: &str) -> Outcome {
    let deep = format!("\n{}words{}\n", open.repeat(count), close.repeat(count));
    Portal::sound().with(&format!("++ content/plans/alpha/digest.en.md ++\n{deep}")).outcome()
}

fn nested(open: &str, close: &str) -> Outcome {
    times(10_000, open, close)
}
