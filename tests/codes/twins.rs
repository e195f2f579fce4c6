//! Turns texts that say different things, or say them in other words than the glossary has, into faults.
//! Knows nothing of records.

use crate::support::Portal;
use crate::{Case, Made};
use diptych::content::twins::mark;
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::StaleTwin,
        guilty: Made::By(
            r#"
-- content/plans/alpha/twins.toml --
[[clause]]
id = "c2"
lang = "en"
of = "0000000000000000"
text = "已有7.5个基地。"
by = "portal"
at = 2026-01-02
"#,
        ),
        faults: &[r#"stale-twin plans/alpha/digest.en.md:7 ## Situation {#c2}"#],
        innocent: Made::With(|| {
            let twins = r#"-- content/plans/alpha/twins.toml --
[[clause]]
id = "c2"
lang = "en"
of = "MARK"
text = "已有7.5个基地。"
by = "portal"
at = 2026-01-02
"#;
            Portal::sound().with(&twins.replace("MARK", &mark("已有7.5个基地。"))).outcome()
        }),
    },
    Case {
        code: Code::Untranslated,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

甲。
++ content/plans/alpha/digest.en.md ++

Shanghai 海派 style.
"#,
        ),
        faults: &[r#"untranslated plans/alpha/digest.en.md:11 海派"#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

甲。
++ content/plans/alpha/digest.en.md ++

Shanghai style (海派).
"#,
        ),
    },
    Case {
        code: Code::AvoidedTerm,
        guilty: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

方剂。
++ content/plans/alpha/digest.en.md ++

A recipe.
"#,
        ),
        faults: &[r#"avoided-term plans/alpha/digest.en.md:11 recipe"#],
        innocent: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

菜谱。
++ content/plans/alpha/digest.en.md ++

A recipe.
"#,
        ),
    },
    Case {
        code: Code::TermNotRendered,
        guilty: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

方剂。
++ content/plans/alpha/digest.en.md ++

A mixture.
"#,
        ),
        faults: &[r#"term-not-rendered plans/alpha/digest.zh.md:11 方剂"#],
        innocent: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

方剂。
++ content/plans/alpha/digest.en.md ++

The formula.
"#,
        ),
    },
    Case {
        code: Code::TwoRenderings,
        guilty: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

方剂，方剂，方剂。
++ content/plans/alpha/digest.en.md ++

Formula, formulas, prescription.
"#,
        ),
        faults: &[r#"two-renderings plans/alpha/digest.en.md:11 prescription"#],
        innocent: Made::By(
            r#"
++ content/glossary.toml ++
[[term]]
id = "formula"
name = { zh = "方剂", en = "formula" }
accepted = { zh = [], en = ["formulas", "prescription"] }
avoid = { zh = [], en = ["recipe"] }
++ content/plans/alpha/digest.zh.md ++

方剂，方剂。
++ content/plans/alpha/digest.en.md ++

Formula, formulas (prescription).
"#,
        ),
    },
    Case {
        code: Code::DigestTooShort,
        guilty: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

到现在为止，这个地方一共已经有了7.5个基地。
"#,
        ),
        faults: &[r#"digest-too-short plans/alpha/digest.zh.md:7 ## 现状 {#c2}"#],
        innocent: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

到现在，已有7.5个基地。
"#,
        ),
    },
    Case {
        code: Code::DigestLacks,
        guilty: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

已有7.5个基地，世卫组织。
++ content/plans/alpha/digest.en.md ++

WHO.
"#,
        ),
        faults: &[r#"digest-lacks plans/alpha/digest.zh.md:7 ## 现状 {#c2}"#],
        innocent: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

已有基地7.5个。
"#,
        ),
    },
    Case {
        code: Code::DigestAdds,
        guilty: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

已有7.5个基地。
++ content/plans/alpha/digest.zh.md ++

又有9个。
"#,
        ),
        faults: &[
            r#"digest-adds plans/alpha/digest.zh.md:11 9个"#,
            r#"figure-without-twin plans/alpha/digest.zh.md:11 9个"#,
        ],
        innocent: Made::By(
            r#"
-- content/plans/alpha/official.zh.md --
## 目标 {#c1}

### 中心 {#c1-1}

到2025年建设30个中心。

## 现状 {#c2}

已有7.5个基地。
++ content/plans/alpha/digest.zh.md ++

即7.5个。
++ content/plans/alpha/digest.en.md ++

That is 7.5 of them.
"#,
        ),
    },
    Case {
        code: Code::FigureWithoutTwin,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

贸易281.9万美元。
++ content/plans/alpha/digest.en.md ++

Trade of US$28.19 billion.
"#,
        ),
        faults: &[
            r#"figure-without-twin plans/alpha/digest.en.md:11 US$28.19 billion"#,
            r#"figure-without-twin plans/alpha/digest.zh.md:11 281.9万美元"#,
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

贸易281.9亿美元，做好三个方面。
++ content/plans/alpha/digest.en.md ++

Trade of US$28.19 billion.
"#,
        ),
    },
    Case {
        code: Code::NameWithoutTwin,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

世卫组织支持。
++ content/plans/alpha/digest.en.md ++

NHC helps.
"#,
        ),
        faults: &[
            r#"name-without-twin plans/alpha/digest.en.md:11 NHC"#,
            r#"name-without-twin plans/alpha/digest.zh.md:11 世卫组织"#,
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

[该组织](partner:who)支持国家卫生健康委。
++ content/plans/alpha/digest.en.md ++

WHO helps the NHC.
"#,
        ),
    },
    Case {
        code: Code::StructureDiffers,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

- 甲
- 乙
++ content/plans/alpha/digest.en.md ++

- A
"#,
        ),
        faults: &[r#"structure-differs plans/alpha/digest.en.md:7 ## Situation {#c2}"#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

- 甲
- 乙
++ content/plans/alpha/digest.en.md ++

* A

* B
"#,
        ),
    },
];
