//! Turns records that say other things than their clauses into faults.
//! Knows nothing of the other language.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::PendingRecords,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "31"\nreview = "pending"
"#,
        ),
        faults: &[r#"pending-records plans/alpha/plan.toml:2 "alpha""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30"\nreview = "accepted"
"#,
        ),
    },
    Case {
        code: Code::ValueDiffers,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "31"
"#,
        ),
        faults: &[
            r#"value-differs plans/alpha/plan.toml:19 "31""#,
            r#"value-differs plans/alpha/plan.toml:19 "31""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30.0"\nchange = "add"
"#,
        ),
    },
    Case {
        code: Code::RecordDiffers,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
subject = { zh = "中心", en = "Centres" } => subject = { zh = "两亿元的中心", en = "Centres worth CNY 2 million" }
"#,
        ),
        faults: &[r#"record-differs plans/alpha/plan.toml:16 "centres""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
subject = { zh = "中心", en = "Centres" } => subject = { zh = "两亿元的中心", en = "Centres worth CNY 200 million" }
"#,
        ),
    },
    Case {
        code: Code::ValueWithoutExtent,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30"\nextent = "some"
"#,
        ),
        faults: &[r#"value-without-extent plans/alpha/plan.toml:19 "30""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30"\nextent = "all"
"#,
        ),
    },
    Case {
        code: Code::TargetOrFact,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
deadline = { kind = "by", end = 2025 } => as_of = { kind = "by", end = 2025 }\ndeadline = { kind = "none" }
id = "bases" => id = "bases"\nnature = "binding"
"#,
        ),
        faults: &[
            r#"target-or-fact plans/alpha/plan.toml:16 "centres""#,
            r#"target-or-fact plans/alpha/plan.toml:27 "bases""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
id = "bases" => id = "bases"\nas_of = { kind = "by", end = 2020 }
"#,
        ),
    },
    Case {
        code: Code::TimeNotStated,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
deadline = { kind = "by", end = 2025 } => deadline = { kind = "by", end = 2026, basis = "stated" }
"#,
        ),
        faults: &[r#"time-not-stated plans/alpha/plan.toml:16 "centres""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
deadline = { kind = "by", end = 2025 } => deadline = { kind = "by", end = 2025, basis = "stated" }
"#,
        ),
    },
    Case {
        code: Code::NoDeadline,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
deadline = { kind = "by", end = 2025 } =>
"#,
        ),
        faults: &[r#"no-deadline plans/alpha/plan.toml:16 "centres""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
deadline = { kind = "by", end = 2025 } => deadline = { kind = "none" }
"#,
        ),
    },
    Case {
        code: Code::BodyNotNamed,
        guilty: Made::By(""),
        faults: &[
            r#"body-not-named plans/alpha/plan.toml:22 "nhc""#,
            r#"body-not-named plans/alpha/plan.toml:36 "natcm""#,
            r#"body-not-named plans/alpha/plan.toml:37 "nhc""#,
            r#"body-not-named plans/alpha/plan.toml:37 "partner:who""#,
            r#"body-not-named plans/alpha/plan.toml:38 "inner-mongolia""#,
            r#"body-not-named plans/alpha/plan.toml:39 "mongolia""#,
            r#"body-not-named plans/alpha/plan.toml:44 "natcm""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
到2025年 => 国家卫生健康委与国家中医药管理局到2025年
++ content/plans/alpha/digest.zh.md ++

国家中医药管理局、国家卫生健康委、世卫组织、内蒙古和蒙古国。
"#,
        ),
    },
    Case {
        code: Code::DutyTwice,
        guilty: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[duty]]
clause = "c1-1"
departments = ["nhc", "natcm"]
role = "responsible"
"#,
        ),
        faults: &[r#"duty-twice plans/alpha/plan.toml:48 "natcm""#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[duty]]
clause = "c1-1"
departments = ["nhc"]
role = "responsible"
"#,
        ),
    },
    Case {
        code: Code::NoLead,
        guilty: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[duty]]
clause = "c1"
departments = ["nhc"]
role = "participate"
"#,
        ),
        faults: &[r#"no-lead plans/alpha/plan.toml:48 "nhc""#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[duty]]
clause = "c1"
departments = ["nhc"]
role = "participate"
basis = "editorial"
"#,
        ),
    },
    Case {
        code: Code::UnrecordedLead,
        guilty: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++

国家卫生健康委、国家中医药管理局牵头。
",
        ),
        faults: &["unrecorded-lead plans/alpha/digest.zh.md:11 国家卫生健康委"],
        // The project of the clause is led by the other one.
        innocent: Made::By(
            "
++ content/plans/alpha/digest.zh.md ++

国家中医药管理局牵头，国家卫生健康委参与。
",
        ),
    },
    Case {
        code: Code::UnrecordedFigure,
        guilty: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

另有9个。
++ content/plans/alpha/digest.en.md ++

And 9.
"#,
        ),
        faults: &[r#"unrecorded-figure plans/alpha/digest.zh.md:11 9个"#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

另有9个，到2025年。
++ content/plans/alpha/digest.en.md ++

And 9, by 2025.
~~ content/plans/alpha/plan.toml ~~
[topics] => [unrecorded]\n"c2" = ["9"]\n\n[topics]
"#,
        ),
    },
    Case {
        code: Code::IdleMark,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
[topics] => [unrecorded]\n"c2" = ["9"]\n\n[topics]
"#,
        ),
        faults: &[r#"idle-mark plans/alpha/plan.toml:13 "9""#],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

另有9个。
++ content/plans/alpha/digest.en.md ++

And 9.
~~ content/plans/alpha/plan.toml ~~
[topics] => [unrecorded]\n"c2" = ["9.0"]\n\n[topics]
"#,
        ),
    },
    Case {
        code: Code::Orphan,
        guilty: Made::By(""),
        faults: &[
            r#"orphan documents.toml:2 "health-law""#,
            r#"orphan glossary.toml:2 "tcm-culture""#,
            r#"orphan partners.toml:14 "arab-states""#,
            r#"orphan partners.toml:20 "albania""#,
            r#"orphan topics.toml:7 "research""#,
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/digest.zh.md ++

依《健康促进法》同阿拉伯国家和[阿国](partner:albania)弘扬中医药文化。
~~ content/plans/alpha/plan.toml ~~
"c1" = ["services"] => "c1" = ["services"]\n"c2" = ["research"]
"#,
        ),
    },
];
