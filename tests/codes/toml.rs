//! Turns values that do not fit into the faults of their files.
//! Knows nothing of texts.

use crate::support::Portal;
use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::TomlSyntax,
        guilty: Made::By(
            r#"
~~ content/topics.toml ~~
id = "services" => id = services
"#,
        ),
        faults: &["toml-syntax topics.toml:2 services"],
        innocent: Made::By(
            r#"
~~ content/topics.toml ~~
id = "services" => id = 'services' # 服务
"#,
        ),
    },
    Case {
        code: Code::TomlSyntax,
        // Nested 10,000 deep: a fault, and no overflow.
        guilty: Made::With(|| {
            let deep = format!("redirect = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
            Portal::sound().file("content/redirects.toml", deep).outcome()
        }),
        faults: &["toml-syntax redirects.toml:1 ["],
        innocent: Made::By(
            "
-- content/redirects.toml --
redirect = [ # none
]
",
        ),
    },
    Case {
        code: Code::UnknownKey,
        guilty: Made::By(
            r#"
~~ content/departments.toml ~~
short =  => shrt =
++ content/topics.toml ++
[[topik]]
id = "x"
"#,
        ),
        faults: &["unknown-key departments.toml:4 shrt", "unknown-key topics.toml:10 topik"],
        innocent: Made::By(
            r#"
~~ content/departments.toml ~~
short =  => "short" =
"#,
        ),
    },
    Case {
        code: Code::UnknownKey,
        guilty: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[edition.digset-zh]
made = { how = "written", by = "portal" }
[edition.digest-en]
made = { how = "written", by = "portal", when = 2021 }
"#,
        ),
        faults: &[
            "unknown-key plans/alpha/plan.toml:46 digset-zh",
            "unknown-key plans/alpha/plan.toml:49 when",
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[edition.digest-zh]
made = { how = "written", by = "portal" }
"#,
        ),
    },
    Case {
        code: Code::MissingKey,
        guilty: Made::By(
            r#"
++ content/units.toml ++
[[unit]]
id = "base"
name = { zh = "个", en = "base" }
"#,
        ),
        faults: &["missing-key units.toml:5 [[unit]]"],
        innocent: Made::By(
            r#"
++ content/units.toml ++
[[unit]]
id = "base"
name = { zh = "个", en = "base" }
kind = "count"
"#,
        ),
    },
    Case {
        code: Code::MissingKey,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
, en = "build 30 centres" =>
"#,
        ),
        faults: &[r#"missing-key plans/alpha/plan.toml:23 { zh = "建设30个中心" }"#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
unit = "centre"\ndeadline => deadline
"#,
        ),
    },
    Case {
        code: Code::WrongType,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
number = 1 => number = "one"
value = "30" => value = 30
places = ["inner-mongolia"] => places = "inner-mongolia"
"#,
        ),
        // A record whose value is taken out has none.
        faults: &[
            r#"missing-key plans/alpha/plan.toml:16 "centres""#,
            "wrong-type plans/alpha/plan.toml:19 30",
            r#"wrong-type plans/alpha/plan.toml:33 "one""#,
            r#"wrong-type plans/alpha/plan.toml:38 "inner-mongolia""#,
        ],
        innocent: Made::By(
            "
~~ content/plans/alpha/plan.toml ~~
number = 1 => number = 0x10
",
        ),
    },
    Case {
        code: Code::UnknownValue,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
kind = "by" => kind = "bye"
"#,
        ),
        faults: &[r#"unknown-value plans/alpha/plan.toml:21 "bye""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
kind = "by" => kind = "before"
"#,
        ),
    },
    Case {
        code: Code::MalformedDate,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
issued = 2021-12-31 => issued = "2021-12-32"
kind = "by", end = 2025 => kind = "by", end = "2025-13"
~~ content/portal.toml ~~
as_of = 2026-01-01 => as_of = 2023-02-29
"#,
        ),
        faults: &[
            r#"malformed-date plans/alpha/plan.toml:5 "2021-12-32""#,
            r#"target-or-fact plans/alpha/plan.toml:16 "centres""#,
            r#"malformed-date plans/alpha/plan.toml:21 "2025-13""#,
            "malformed-date portal.toml:4 2023-02-29",
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
issued = 2021-12-31 => issued = "2021-12"
kind = "by", end = 2025 => kind = "by", end = "2025-12"
~~ content/portal.toml ~~
as_of = 2026-01-01 => as_of = 2024-02-29
"#,
        ),
    },
    Case {
        code: Code::MalformedNumber,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30,000"\nupper = "4万"
value = "7.5" => value = "7."
value = "15/2" => value = "1/0"
"#,
        ),
        faults: &[
            r#"malformed-number plans/alpha/plan.toml:19 "30,000""#,
            r#"malformed-number plans/alpha/plan.toml:20 "4万""#,
            r#"malformed-number plans/alpha/plan.toml:30 "7.""#,
            r#"malformed-number plans/alpha/plan.toml:41 "1/0""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
value = "30" => value = "30.0"
value = "7.5" => value = "07.50"
value = "15/2" => value = "030/4"
"#,
        ),
    },
    Case {
        code: Code::MalformedId,
        guilty: Made::By(
            r#"
++ content/topics.toml ++
[[topic]]
id = "Big_Data"
name = { zh = "大", en = "Big" }
description = { zh = "大", en = "Big" }
~~ content/plans/alpha/plan.toml ~~
id = "centres" => id = "the centres"
~~ content/plans/alpha/digest.zh.md ~~
{#c2} => {#2-c}
~~ content/plans/alpha/digest.en.md ~~
{#c2} => {#c02}
-- content/pages/About/zh.md --
关于
"#,
        ),
        faults: &[
            "malformed-id pages/About/zh.md",
            "malformed-id plans/alpha/digest.en.md:7 ## Situation {#c02}",
            "malformed-id plans/alpha/digest.zh.md:7 ## 现状 {#2-c}",
            r#"malformed-id plans/alpha/plan.toml:16 "the centres""#,
            r#"unknown-clause plans/alpha/plan.toml:27 "c2""#,
            r#"unknown-clause plans/alpha/plan.toml:34 "c2""#,
            r#"malformed-id topics.toml:11 "Big_Data""#,
        ],
        innocent: Made::By(
            r#"
++ content/topics.toml ++
[[topic]]
id = "big-data-2"
name = { zh = "大", en = "Big" }
description = { zh = "大", en = "Big" }
~~ content/plans/alpha/plan.toml ~~
id = "centres" => id = "the-centres"
-- content/pages/about-2/zh.md --
关于
"#,
        ),
    },
    Case {
        code: Code::MalformedId,
        // The folder is the address, so the id in it is the same.
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
id = "alpha" => id = "beta"
"#,
        ),
        faults: &[r#"malformed-id plans/alpha/plan.toml:2 "beta""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
id = "alpha" => id = 'alpha'
"#,
        ),
    },
];
