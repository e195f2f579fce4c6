//! Turns Markdown texts into the faults of clauses and of what stands in them.
//! Knows nothing of registers.

use crate::support::{Outcome, Portal};
use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::TextOutsideClause,
        guilty: Made::By("~~ content/plans/alpha/digest.zh.md ~~\n## 目标 => 前言。\\n\\n## 目标\n"),
        faults: &["text-outside-clause plans/alpha/digest.zh.md:1 前言。"],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n## 目标 => <!-- 注 -->\\n## 前言 {#c0}\\n\\n前言。\\n\\n## 目标\n",
            "~~ content/plans/alpha/digest.en.md ~~\n## Aims => ## Preamble {#c0}\\n\\nText.\\n\\n## Aims\n",
        )),
    },
    Case {
        code: Code::HeadingWithoutId,
        guilty: Made::By("++ content/plans/alpha/digest.en.md ++\n\n### Later\n\nText.\n"),
        faults: &["heading-without-id plans/alpha/digest.en.md:11 ### Later"],
        innocent: Made::By(concat!(
            "++ content/plans/alpha/digest.en.md ++\n\n> ### Later\n",
            "-- content/pages/about/en.md --\n## Who we are\n\nText.\n",
        )),
    },
    Case {
        code: Code::ClauseNumber,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n## 目标 {#c1} => ## 二、目标 {#c1}\n",
            "~~ content/plans/alpha/digest.en.md ~~\n### Centres {#c1-1} => ### Centres {#c1-1 number=\"(2)\"}\n## Situation => ## III. Situation\n",
        )),
        faults: &[
            "clause-number plans/alpha/digest.en.md:3 ### Centres {#c1-1 number=\"(2)\"}",
            "clause-number plans/alpha/digest.en.md:7 ## III. Situation {#c2}",
            "clause-number plans/alpha/digest.zh.md:1 ## 二、目标 {#c1}",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n## 目标 {#c1} => ## 第一章 目标 {#c1}\n### 中心 => ### （一）中心\n## 现状 => ## 2015年现状\n",
            "~~ content/plans/alpha/digest.en.md ~~\n### Centres {#c1-1} => ### Centres {#c1-1 number=\"(1)\"}\n## Situation => ## II. Situation\n",
        )),
    },
    Case {
        code: Code::MissingTwin,
        guilty: Made::By("++ content/plans/alpha/digest.zh.md ++\n## 保障 {#c3}\n\n文。\n"),
        faults: &["missing-twin plans/alpha/digest.zh.md:10 ## 保障 {#c3}"],
        innocent: Made::By(concat!(
            "++ content/plans/alpha/digest.zh.md ++\n## 保障 {#c3}\n\n文。\n",
            "-- content/plans/alpha/translation.en.md --\n## Means {#c3}\n\nText.\n",
        )),
    },
    Case {
        code: Code::TwinOrder,
        guilty: Made::By(concat!(
            "++ content/plans/alpha/digest.zh.md ++\n## 甲 {#c3}\n\n文。\n\n## 乙 {#c4}\n\n文。\n",
            "++ content/plans/alpha/digest.en.md ++\n## B {#c4}\n\nText.\n\n## A {#c3}\n\nText.\n",
        )),
        faults: &["twin-order plans/alpha/digest.en.md:14 ## A {#c3}"],
        innocent: Made::By(concat!(
            "++ content/plans/alpha/digest.zh.md ++\n## 乙 {#c4}\n\n文。\n\n## 甲 {#c3}\n\n文。\n",
            "++ content/plans/alpha/digest.en.md ++\n## B {#c4}\n\nText.\n\n## A {#c3}\n\nText.\n",
        )),
    },
    Case {
        code: Code::EmptyClause,
        guilty: Made::By(concat!(
            "++ content/plans/alpha/digest.zh.md ++\n## 甲 {#c3}\n\n文。\n",
            "++ content/plans/alpha/digest.en.md ++\n## A {#c3}\n\n---\n",
        )),
        faults: &["empty-clause plans/alpha/digest.en.md:10 ## A {#c3}"],
        innocent: Made::By(concat!(
            "++ content/plans/alpha/digest.zh.md ++\n## 甲 {#c3}\n\n### 乙 {#c3-1 .gap}\n\n## 丙 {#c4}\n\n- 项\n",
            "++ content/plans/alpha/digest.en.md ++\n## A {#c3}\n\n### B {#c3-1 .gap}\n\n## C {#c4}\n\n| a |\n|---|\n",
        )),
    },
    Case {
        code: Code::Passage,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n30个 => 31个\n",
            "++ content/plans/alpha/digest.en.md ++\n\nYes: 7.5 bases existed.\n",
        )),
        faults: &[
            "passage plans/alpha/plan.toml:23 { zh = \"建设30个中心\", en = \"build 30 centres",
            "passage plans/alpha/plan.toml:30 { zh = \"已有7.5个基地\", en = \"7.5 bases exist",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n30个中心 => **30个**中\\n心\n",
            "~~ content/plans/alpha/digest.en.md ~~\nbuild 30 => build\\n[30](target:alpha/centres)\n",
            "++ content/plans/alpha/digest.en.md ++\n\nYes: 7.50 bases existed.\n",
        )),
    },
    Case {
        code: Code::DangerousLink,
        guilty: Made::By(
            "++ content/plans/alpha/digest.en.md ++\n\n[a](javascript:alert) [b](ministry:nhc) ![c](data:x)\n",
        ),
        faults: &[
            "dangerous-link plans/alpha/digest.en.md:11 [a](javascript:alert)",
            "dangerous-link plans/alpha/digest.en.md:11 [b](ministry:nhc)",
            "dangerous-link plans/alpha/digest.en.md:11 ![c](data:x)",
        ],
        innocent: Made::By(
            "++ content/plans/alpha/digest.en.md ++\n\n[a](https://a.cn/javascript:x) [b](dept:nhc) `[c](data:x)`\n",
        ),
    },
    Case {
        code: Code::RawHtml,
        guilty: Made::By("-- content/pages/about/en.md --\nAbout <b>us</b>.\n"),
        faults: &["raw-html pages/about/en.md:1 <b>", "raw-html pages/about/en.md:1 </b>"],
        innocent: Made::By("-- content/pages/about/en.md --\nAbout <!-- all --> `<b>` of us, 1 < 2.\n"),
    },
    Case {
        code: Code::ImageWithoutAlt,
        guilty: Made::By(
            "-- content/plans/alpha/media/a.png --\n++ content/plans/alpha/digest.en.md ++\n\n![](media/a.png)\n",
        ),
        faults: &["image-without-alt plans/alpha/digest.en.md:11 ![](media/a.png)"],
        innocent: Made::By(
            "-- content/plans/alpha/media/a.png --\n++ content/plans/alpha/digest.en.md ++\n\n![A map](media/a.png)\n",
        ),
    },
    Case {
        code: Code::MissingMedia,
        guilty: Made::By(concat!(
            "-- content/plans/alpha/media/a.png --\n-- content/plans/beta/media/b.png --\n!! content/plans/beta/media/b.png !!\n",
            "++ content/plans/alpha/digest.en.md ++\n\n![A map](media/b.png) and ![a plan](a.png) and ![c](../../alpha/media/a.png)\n",
        )),
        faults: &[
            "missing-media plans/alpha/digest.en.md:11 ![A map](media/b.png)",
            "missing-media plans/alpha/digest.en.md:11 ![a plan](a.png)",
            "missing-media plans/alpha/digest.en.md:11 ![c](../../alpha/media/a.png)",
        ],
        innocent: Made::By(concat!(
            "-- content/plans/alpha/media/maps/图.png --\n",
            "++ content/plans/alpha/digest.en.md ++\n\n![A map](media/maps/图.png) and ![a plan](https://a.cn/a.png)\n",
        )),
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
            "++ content/plans/alpha/digest.en.md ++\n\nText.[^1]\n\n[^1]: Note.\n\n[^2]: Lost.\n",
        ),
        faults: &["unused-footnote plans/alpha/digest.en.md:15 [^2]: Lost."],
        innocent: Made::By(
            "++ content/plans/alpha/digest.en.md ++\n\nText.[^1]\n\n[^1]: Note.[^2]\n\n[^2]: Found.\n",
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
