//! Turns ids that nothing bears into faults.
//! Knows nothing of what bears them.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::UnknownDepartment,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
issuers = ["nhc"] => issuers = ["nch"]
id = "nhc", role => id = "nhx", role
lead = ["natcm"] => lead = ["natmc"]
departments = ["natcm"] => departments = ["natcm", "x"]
~~ content/plans/alpha/digest.zh.md ~~
到2025年 => [某部](dept:y)到2025年
++ content/documents.toml ++
issuers = ["z"]
"#,
        ),
        faults: &[
            r#"unknown-department documents.toml:4 "z""#,
            "unknown-department plans/alpha/digest.zh.md:5 [某部](dept:y)",
            r#"unknown-department plans/alpha/plan.toml:4 "nch""#,
            r#"unknown-department plans/alpha/plan.toml:22 "nhx""#,
            r#"unknown-department plans/alpha/plan.toml:36 "natmc""#,
            r#"unknown-department plans/alpha/plan.toml:44 "x""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
issuers = ["nhc"] => issuers = ["natcm", "nhc"]
~~ content/plans/alpha/digest.zh.md ~~
到2025年 => [某部](dept:nhc)到2025年
++ content/documents.toml ++
issuers = ["nhc"]
"#,
        ),
    },
    Case {
        code: Code::UnknownPartner,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
"partner:who" => "partner:whoo"
partners = ["mongolia"] => partners = ["nhc"]
++ content/plans/alpha/plan.toml ++
[[priority]]
clause = "c1"
along = "inner-mongolia"
regions = ["nowhere"]
-- content/pages/about/en.md --
See [them](partner:nobody).
"#,
        ),
        faults: &[
            "unknown-partner pages/about/en.md:1 [them](partner:nobody)",
            r#"unknown-partner plans/alpha/plan.toml:37 "partner:whoo""#,
            r#"unknown-partner plans/alpha/plan.toml:39 "nhc""#,
            r#"unknown-partner plans/alpha/plan.toml:49 "nowhere""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
lead = ["natcm"] => lead = ["partner:mongolia"]
-- content/pages/about/en.md --
See [them](partner:who).
"#,
        ),
    },
    Case {
        code: Code::UnknownPlace,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
places = ["inner-mongolia"] => places = ["outer-mongolia"]
++ content/departments.toml ++
region = "nowhere"
++ content/places.toml ++
parent = "china"
"#,
        ),
        faults: &[
            r#"unknown-place departments.toml:13 "nowhere""#,
            r#"unknown-place places.toml:6 "china""#,
            r#"unknown-place plans/alpha/plan.toml:38 "outer-mongolia""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
level = "national" => level = "provincial"\nregion = "inner-mongolia"
++ content/departments.toml ++
region = "inner-mongolia"
"#,
        ),
    },
    Case {
        code: Code::UnknownTopic,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
"c1" = ["services"] => "c1" = ["service"]
~~ content/glossary.toml ~~
topic = "services" => topic = "culture"
"#,
        ),
        faults: &[
            r#"unknown-topic glossary.toml:4 "culture""#,
            r#"unknown-topic plans/alpha/plan.toml:13 "service""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
"c1" = ["services"] => "c1" = []\n"c1-1" = ["research", "services"]
~~ content/glossary.toml ~~
topic = "services" =>
"#,
        ),
    },
    Case {
        code: Code::UnknownUnit,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
unit = "centre"\n => unit = "center"\n
"#,
        ),
        faults: &[r#"unknown-unit plans/alpha/plan.toml:20 "center""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
unit = "centre"\n =>
"#,
        ),
    },
    Case {
        code: Code::UnknownDocument,
        guilty: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => Under [the law](doc:the-law)
",
        ),
        faults: &["unknown-document plans/alpha/digest.en.md:9 [the law](doc:the-law)"],
        innocent: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => Under [the law](doc:health-law)
",
        ),
    },
    Case {
        code: Code::UnknownTerm,
        guilty: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => [So](term:tcm) far
",
        ),
        faults: &["unknown-term plans/alpha/digest.en.md:9 [So](term:tcm)"],
        innocent: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => [So](term:tcm-culture) far
",
        ),
    },
    Case {
        code: Code::UnknownPlan,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
status = "in-force" => status = "superseded"\nsuperseded_by = "beta"
++ content/plans/alpha/plan.toml ++
[[implements]]
clause = "c1"
to = "gamma#c1"
~~ content/plans/alpha/digest.en.md ~~
So far => [So](plan:delta#c1) far
"#,
        ),
        faults: &[
            "unknown-plan plans/alpha/digest.en.md:9 [So](plan:delta#c1)",
            r#"unknown-plan plans/alpha/plan.toml:11 "beta""#,
            r#"unknown-plan plans/alpha/plan.toml:49 "gamma#c1""#,
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[implements]]
clause = "c1"
to = "alpha"
~~ content/plans/alpha/digest.en.md ~~
So far => [So](plan:alpha) far
"#,
        ),
    },
    Case {
        code: Code::UnknownClause,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
clause = "c1-1"\nsubject => clause = "c1-2"\nsubject
"c1" = ["services"] => "c3" = ["services"]
clause = "c1-1"\ndepartments => clause = "c1.1"\ndepartments
++ content/plans/alpha/plan.toml ++
[[implements]]
clause = "c4"
to = "alpha#c5"
"#,
        ),
        faults: &[
            r#"unknown-clause plans/alpha/plan.toml:13 "services""#,
            r#"unknown-clause plans/alpha/plan.toml:17 "c1-2""#,
            r#"unknown-clause plans/alpha/plan.toml:43 "c1.1""#,
            r#"unknown-clause plans/alpha/plan.toml:47 "c4""#,
            r#"unknown-clause plans/alpha/plan.toml:48 "alpha#c5""#,
        ],
        innocent: Made::By(
            r#"
++ content/plans/alpha/plan.toml ++
[[implements]]
clause = "c1"
to = "alpha#c2"
"#,
        ),
    },
    Case {
        code: Code::UnknownClause,
        guilty: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => [So](plan:alpha#c9) [far](#c8)[^1]
++ content/plans/alpha/digest.en.md ++

[^1]: See [there](plan:alpha#c7).
-- content/pages/about/en.md --
See [it](plan:alpha#c6).
",
        ),
        faults: &[
            "unknown-clause pages/about/en.md:1 [it](plan:alpha#c6)",
            "unknown-clause plans/alpha/digest.en.md:9 [So](plan:alpha#c9)",
            "unknown-clause plans/alpha/digest.en.md:9 [far](#c8)",
            "unknown-clause plans/alpha/digest.en.md:11 [there](plan:alpha#c7)",
        ],
        innocent: Made::By(
            "
~~ content/plans/alpha/digest.en.md ~~
So far => [So](plan:alpha#c1-1) [far](#c1)[^1]
++ content/plans/alpha/digest.en.md ++

[^1]: See [there](plan:alpha#c2).
-- content/pages/about/en.md --
See [it](plan:alpha#c1).
",
        ),
    },
    Case {
        code: Code::UnknownTarget,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
unit = "centre"\n => follows = ["alpha/base", "bases"]\n
~~ content/plans/alpha/digest.en.md ~~
So far => [So](target:alpha/basis) far
"#,
        ),
        faults: &[
            "unknown-target plans/alpha/digest.en.md:9 [So](target:alpha/basis)",
            r#"unknown-target plans/alpha/plan.toml:20 "alpha/base""#,
            r#"unknown-target plans/alpha/plan.toml:20 "bases""#,
        ],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
unit = "centre"\n => follows = ["alpha/bases"]\n
~~ content/plans/alpha/digest.en.md ~~
So far => [So](target:alpha/bases) far
"#,
        ),
    },
];
