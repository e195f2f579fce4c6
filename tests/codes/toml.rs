//! Turns values that do not fit into the faults of their files.
//! Knows nothing of texts.

use crate::support::Portal;
use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::TomlSyntax,
        guilty: Made::By("~~ content/topics.toml ~~\nid = \"services\" => id = services\n"),
        faults: &["toml-syntax topics.toml:2 services"],
        innocent: Made::By("~~ content/topics.toml ~~\nid = \"services\" => id = 'services' # 服务\n"),
    },
    Case {
        code: Code::TomlSyntax,
        // Nested 10,000 deep: a fault, and no overflow.
        guilty: Made::With(|| {
            let deep = format!("redirect = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
            Portal::sound().file("content/redirects.toml", deep).outcome()
        }),
        faults: &["toml-syntax redirects.toml:1 ["],
        innocent: Made::By("-- content/redirects.toml --\nredirect = [ # none\n]\n"),
    },
    Case {
        code: Code::UnknownKey,
        guilty: Made::By(
            "~~ content/departments.toml ~~\nshort =  => shrt = \n++ content/topics.toml ++\n[[topik]]\nid = \"x\"\n",
        ),
        faults: &["unknown-key departments.toml:4 shrt", "unknown-key topics.toml:10 topik"],
        innocent: Made::By("~~ content/departments.toml ~~\nshort =  => \"short\" = \n"),
    },
    Case {
        code: Code::UnknownKey,
        guilty: Made::By(concat!(
            "++ content/plans/alpha/plan.toml ++\n[edition.digset-zh]\nmade = { how = \"written\", by = \"portal\" }\n",
            "[edition.digest-en]\nmade = { how = \"written\", by = \"portal\", when = 2021 }\n",
        )),
        faults: &[
            "unknown-key plans/alpha/plan.toml:46 digset-zh",
            "unknown-key plans/alpha/plan.toml:49 when",
        ],
        innocent: Made::By(
            "++ content/plans/alpha/plan.toml ++\n[edition.digest-zh]\nmade = { how = \"written\", by = \"portal\" }\n",
        ),
    },
    Case {
        code: Code::MissingKey,
        guilty: Made::By(
            "++ content/units.toml ++\n[[unit]]\nid = \"base\"\nname = { zh = \"个\", en = \"base\" }\n",
        ),
        faults: &["missing-key units.toml:5 [[unit]]"],
        innocent: Made::By(concat!(
            "++ content/units.toml ++\n[[unit]]\nid = \"base\"\nname = { zh = \"个\", en = \"base\" }\nkind = \"count\"\n",
        )),
    },
    Case {
        code: Code::MissingKey,
        guilty: Made::By("~~ content/plans/alpha/plan.toml ~~\n, en = \"build 30 centres\" => \n"),
        faults: &["missing-key plans/alpha/plan.toml:23 { zh = \"建设30个中心\" }"],
        innocent: Made::By("~~ content/plans/alpha/plan.toml ~~\nunit = \"centre\"\\ndeadline => deadline\n"),
    },
    Case {
        code: Code::WrongType,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nnumber = 1 => number = \"one\"\nvalue = \"30\" => value = 30\n",
            "places = [\"inner-mongolia\"] => places = \"inner-mongolia\"\n",
        )),
        faults: &[
            "wrong-type plans/alpha/plan.toml:19 30",
            "wrong-type plans/alpha/plan.toml:33 \"one\"",
            "wrong-type plans/alpha/plan.toml:38 \"inner-mongolia\"",
        ],
        innocent: Made::By("~~ content/plans/alpha/plan.toml ~~\nnumber = 1 => number = 0x10\n"),
    },
    Case {
        code: Code::UnknownValue,
        guilty: Made::By("~~ content/plans/alpha/plan.toml ~~\nkind = \"by\" => kind = \"bye\"\n"),
        faults: &["unknown-value plans/alpha/plan.toml:21 \"bye\""],
        innocent: Made::By("~~ content/plans/alpha/plan.toml ~~\nkind = \"by\" => kind = \"before\"\n"),
    },
    Case {
        code: Code::MalformedDate,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nissued = 2021-12-31 => issued = \"2021-12-32\"\nkind = \"by\", end = 2025 => kind = \"by\", end = \"2025-13\"\n",
            "~~ content/portal.toml ~~\nas_of = 2026-01-01 => as_of = 2023-02-29\n",
        )),
        faults: &[
            "malformed-date plans/alpha/plan.toml:5 \"2021-12-32\"",
            "malformed-date plans/alpha/plan.toml:21 \"2025-13\"",
            "malformed-date portal.toml:4 2023-02-29",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nissued = 2021-12-31 => issued = \"2021-12\"\nkind = \"by\", end = 2025 => kind = \"by\", end = \"2025-12\"\n",
            "~~ content/portal.toml ~~\nas_of = 2026-01-01 => as_of = 2024-02-29\n",
        )),
    },
    Case {
        code: Code::MalformedNumber,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nvalue = \"30\" => value = \"30,000\"\\nupper = \"4万\"\n",
            "value = \"7.5\" => value = \"7.\"\nvalue = \"1/3\" => value = \"1/0\"\n",
        )),
        faults: &[
            "malformed-number plans/alpha/plan.toml:19 \"30,000\"",
            "malformed-number plans/alpha/plan.toml:20 \"4万\"",
            "malformed-number plans/alpha/plan.toml:30 \"7.\"",
            "malformed-number plans/alpha/plan.toml:41 \"1/0\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nvalue = \"30\" => value = \"30000\"\\nupper = \"0.5\"\n",
            "value = \"7.5\" => value = \"07\"\nvalue = \"1/3\" => value = \"0/10\"\n",
        )),
    },
    Case {
        code: Code::MalformedId,
        guilty: Made::By(concat!(
            "++ content/topics.toml ++\n[[topic]]\nid = \"Big_Data\"\nname = { zh = \"大\", en = \"Big\" }\ndescription = { zh = \"大\", en = \"Big\" }\n",
            "~~ content/plans/alpha/plan.toml ~~\nid = \"centres\" => id = \"the centres\"\n",
            "~~ content/plans/alpha/digest.zh.md ~~\n{#c2} => {#2-c}\n",
            "~~ content/plans/alpha/digest.en.md ~~\n{#c2} => {#c02}\n",
            "-- content/pages/About/zh.md --\n关于\n",
        )),
        faults: &[
            "malformed-id pages/About/zh.md",
            "malformed-id plans/alpha/digest.en.md:7 ## Situation {#c02}",
            "malformed-id plans/alpha/digest.zh.md:7 ## 现状 {#2-c}",
            "malformed-id plans/alpha/plan.toml:16 \"the centres\"",
            "unknown-clause plans/alpha/plan.toml:27 \"c2\"",
            "unknown-clause plans/alpha/plan.toml:34 \"c2\"",
            "malformed-id topics.toml:11 \"Big_Data\"",
        ],
        innocent: Made::By(concat!(
            "++ content/topics.toml ++\n[[topic]]\nid = \"big-data-2\"\nname = { zh = \"大\", en = \"Big\" }\ndescription = { zh = \"大\", en = \"Big\" }\n",
            "~~ content/plans/alpha/plan.toml ~~\nid = \"centres\" => id = \"the-centres\"\n",
            "-- content/pages/about-2/zh.md --\n关于\n",
        )),
    },
    Case {
        code: Code::MalformedId,
        // The folder is the address, so the id in it is the same.
        guilty: Made::By("~~ content/plans/alpha/plan.toml ~~\nid = \"alpha\" => id = \"beta\"\n"),
        faults: &["malformed-id plans/alpha/plan.toml:2 \"beta\""],
        innocent: Made::By("~~ content/plans/alpha/plan.toml ~~\nid = \"alpha\" => id = 'alpha'\n"),
    },
];
