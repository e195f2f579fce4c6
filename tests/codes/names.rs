//! Turns ids and names that nothing or several bear into faults.
//! Knows nothing of what bears them.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::UnknownDepartment,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nissuers = [\"nhc\"] => issuers = [\"nch\"]\nid = \"nhc\", role => id = \"nhx\", role\n",
            "lead = [\"natcm\"] => lead = [\"natmc\"]\ndepartments = [\"natcm\"] => departments = [\"natcm\", \"x\"]\n",
            "~~ content/plans/alpha/digest.zh.md ~~\n到2025年 => [某部](dept:y)到2025年\n",
            "++ content/documents.toml ++\nissuers = [\"z\"]\n",
        )),
        faults: &[
            "unknown-department documents.toml:4 \"z\"",
            "unknown-department plans/alpha/digest.zh.md:5 [某部](dept:y)",
            "unknown-department plans/alpha/plan.toml:4 \"nch\"",
            "unknown-department plans/alpha/plan.toml:22 \"nhx\"",
            "unknown-department plans/alpha/plan.toml:36 \"natmc\"",
            "unknown-department plans/alpha/plan.toml:44 \"x\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nissuers = [\"nhc\"] => issuers = [\"natcm\", \"nhc\"]\n",
            "~~ content/plans/alpha/digest.zh.md ~~\n到2025年 => [某部](dept:nhc)到2025年\n",
            "++ content/documents.toml ++\nissuers = [\"nhc\"]\n",
        )),
    },
    Case {
        code: Code::UnknownPartner,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\n\"partner:who\" => \"partner:whoo\"\npartners = [\"mongolia\"] => partners = [\"nhc\"]\n",
            "-- content/pages/about/en.md --\nSee [them](partner:nobody).\n",
        )),
        faults: &[
            "unknown-partner pages/about/en.md:1 [them](partner:nobody)",
            "unknown-partner plans/alpha/plan.toml:37 \"partner:whoo\"",
            "unknown-partner plans/alpha/plan.toml:39 \"nhc\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nlead = [\"natcm\"] => lead = [\"partner:mongolia\"]\n",
            "-- content/pages/about/en.md --\nSee [them](partner:who).\n",
        )),
    },
    Case {
        code: Code::UnknownPlace,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nplaces = [\"inner-mongolia\"] => places = [\"outer-mongolia\"]\n",
            "++ content/departments.toml ++\nregion = \"nowhere\"\n++ content/places.toml ++\nparent = \"china\"\n",
        )),
        faults: &[
            "unknown-place departments.toml:13 \"nowhere\"",
            "unknown-place places.toml:6 \"china\"",
            "unknown-place plans/alpha/plan.toml:38 \"outer-mongolia\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nlevel = \"national\" => level = \"provincial\"\\nregion = \"inner-mongolia\"\n",
            "++ content/departments.toml ++\nregion = \"inner-mongolia\"\n",
        )),
    },
    Case {
        code: Code::UnknownTopic,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\n\"c1\" = [\"services\"] => \"c1\" = [\"service\"]\n",
            "~~ content/glossary.toml ~~\ntopic = \"services\" => topic = \"culture\"\n",
        )),
        faults: &[
            "unknown-topic glossary.toml:4 \"culture\"",
            "unknown-topic plans/alpha/plan.toml:13 \"service\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\n\"c1\" = [\"services\"] => \"c1\" = []\\n\"c1-1\" = [\"research\", \"services\"]\n",
            "~~ content/glossary.toml ~~\ntopic = \"services\" => \n",
        )),
    },
    Case {
        code: Code::UnknownUnit,
        guilty: Made::By(
            "~~ content/plans/alpha/plan.toml ~~\nunit = \"centre\"\\n => unit = \"center\"\\n\n",
        ),
        faults: &["unknown-unit plans/alpha/plan.toml:20 \"center\""],
        innocent: Made::By("~~ content/plans/alpha/plan.toml ~~\nunit = \"centre\"\\n => \n"),
    },
    Case {
        code: Code::UnknownDocument,
        guilty: Made::By("~~ content/plans/alpha/digest.en.md ~~\nSo far => Under [the law](doc:the-law)\n"),
        faults: &["unknown-document plans/alpha/digest.en.md:9 [the law](doc:the-law)"],
        innocent: Made::By(
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => Under [the law](doc:health-law)\n",
        ),
    },
    Case {
        code: Code::UnknownTerm,
        guilty: Made::By("~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](term:tcm) far\n"),
        faults: &["unknown-term plans/alpha/digest.en.md:9 [So](term:tcm)"],
        innocent: Made::By("~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](term:tcm-culture) far\n"),
    },
    Case {
        code: Code::UnknownPlan,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nstatus = \"in-force\" => status = \"superseded\"\\nsuperseded_by = \"beta\"\n",
            "++ content/plans/alpha/plan.toml ++\n[[implements]]\nclause = \"c1\"\nto = \"gamma#c1\"\n",
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](plan:delta#c1) far\n",
        )),
        faults: &[
            "unknown-plan plans/alpha/digest.en.md:9 [So](plan:delta#c1)",
            "unknown-plan plans/alpha/plan.toml:11 \"beta\"",
            "unknown-plan plans/alpha/plan.toml:49 \"gamma#c1\"",
        ],
        innocent: Made::By(concat!(
            "++ content/plans/alpha/plan.toml ++\n[[implements]]\nclause = \"c1\"\nto = \"alpha\"\n",
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](plan:alpha) far\n",
        )),
    },
    Case {
        code: Code::UnknownClause,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nclause = \"c1-1\"\\nsubject => clause = \"c1-2\"\\nsubject\n",
            "\"c1\" = [\"services\"] => \"c3\" = [\"services\"]\n",
            "clause = \"c1-1\"\\ndepartments => clause = \"c1.1\"\\ndepartments\n",
            "++ content/plans/alpha/plan.toml ++\n[[implements]]\nclause = \"c4\"\nto = \"alpha#c5\"\n",
        )),
        faults: &[
            "unknown-clause plans/alpha/plan.toml:13 \"services\"",
            "unknown-clause plans/alpha/plan.toml:17 \"c1-2\"",
            "unknown-clause plans/alpha/plan.toml:43 \"c1.1\"",
            "unknown-clause plans/alpha/plan.toml:47 \"c4\"",
            "unknown-clause plans/alpha/plan.toml:48 \"alpha#c5\"",
        ],
        innocent: Made::By(
            "++ content/plans/alpha/plan.toml ++\n[[implements]]\nclause = \"c1\"\nto = \"alpha#c2\"\n",
        ),
    },
    Case {
        code: Code::UnknownClause,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](plan:alpha#c9) [far](#c8)[^1]\n",
            "++ content/plans/alpha/digest.en.md ++\n\n[^1]: See [there](plan:alpha#c7).\n",
            "-- content/pages/about/en.md --\nSee [it](plan:alpha#c6).\n",
        )),
        faults: &[
            "unknown-clause pages/about/en.md:1 [it](plan:alpha#c6)",
            "unknown-clause plans/alpha/digest.en.md:9 [So](plan:alpha#c9)",
            "unknown-clause plans/alpha/digest.en.md:9 [far](#c8)",
            "unknown-clause plans/alpha/digest.en.md:11 [there](plan:alpha#c7)",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](plan:alpha#c1-1) [far](#c1)[^1]\n",
            "++ content/plans/alpha/digest.en.md ++\n\n[^1]: See [there](plan:alpha#c2).\n",
            "-- content/pages/about/en.md --\nSee [it](plan:alpha#c1).\n",
        )),
    },
    Case {
        code: Code::UnknownTarget,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nunit = \"centre\"\\n => follows = [\"alpha/base\", \"bases\"]\\n\n",
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](target:alpha/basis) far\n",
        )),
        faults: &[
            "unknown-target plans/alpha/digest.en.md:9 [So](target:alpha/basis)",
            "unknown-target plans/alpha/plan.toml:20 \"alpha/base\"",
            "unknown-target plans/alpha/plan.toml:20 \"bases\"",
        ],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nunit = \"centre\"\\n => follows = [\"alpha/bases\"]\\n\n",
            "~~ content/plans/alpha/digest.en.md ~~\nSo far => [So](target:alpha/bases) far\n",
        )),
    },
    Case {
        code: Code::DuplicateId,
        guilty: Made::By(concat!(
            "++ content/topics.toml ++\n[[topic]]\nid = \"services\"\nname = { zh = \"乙\", en = \"B\" }\ndescription = { zh = \"乙\", en = \"B\" }\n",
            "~~ content/plans/alpha/plan.toml ~~\nid = \"bases\" => id = \"centres\"\n",
            "++ content/plans/alpha/plan.toml ++\n[[project]]\nnumber = 1\nclause = \"c1\"\ntitle = { zh = \"乙\", en = \"B\" }\n",
            "++ content/plans/alpha/digest.en.md ++\n\n## Again {#c1-1}\n\nText.\n",
        )),
        faults: &[
            "duplicate-id plans/alpha/digest.en.md:11 ## Again {#c1-1}",
            "duplicate-id plans/alpha/plan.toml:26 \"centres\"",
            "duplicate-id plans/alpha/plan.toml:48 \"c1\"",
            "duplicate-id topics.toml:11 \"services\"",
        ],
        innocent: Made::By(concat!(
            // Ids are unique within their kind only.
            "++ content/topics.toml ++\n[[topic]]\nid = \"nhc\"\nname = { zh = \"乙\", en = \"B\" }\ndescription = { zh = \"乙\", en = \"B\" }\n",
            "++ content/plans/alpha/plan.toml ++\n[[project]]\nnumber = 2\nclause = \"c1\"\ntitle = { zh = \"乙\", en = \"B\" }\n",
        )),
    },
    Case {
        code: Code::AliasClaimedTwice,
        guilty: Made::By(concat!(
            "~~ content/departments.toml ~~\nkind = \"agency\" => aliases = { zh = [\"国家卫生健康委\"] }\\nkind = \"agency\"\n",
            "~~ content/places.toml ~~\nshort = { zh = \"内蒙古\" => short = { zh = \"蒙古国\"\n",
        )),
        faults: &[
            "alias-claimed-twice departments.toml:2 \"nhc\"",
            "alias-claimed-twice places.toml:2 \"inner-mongolia\"",
        ],
        innocent: Made::By(concat!(
            // One's own name again is nobody else's, and an ambiguous one is claimed by none.
            "~~ content/departments.toml ~~\nkind = \"commission\" => aliases = { zh = [\"国家卫生健康委\"] }\\nkind = \"commission\"\n",
            "kind = \"agency\" => ambiguous = { zh = [\"卫健委\"] }\\nkind = \"agency\"\n",
        )),
    },
    Case {
        code: Code::AmbiguousAlias,
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n已有 => 文首\\n“引文”加强中阿\\n合作，[中阿](partner:nobody)。已有\n",
            "到2025年 => 在中阿[中阿合作](https://a.cn)框架下，到2025年\n",
        )),
        faults: &[
            "ambiguous-alias plans/alpha/digest.zh.md:5 中阿",
            "ambiguous-alias plans/alpha/digest.zh.md:10 中阿",
            "unknown-partner plans/alpha/digest.zh.md:11 [中阿](partner:nobody)",
        ],
        innocent: Made::By(concat!(
            // By hand once is enough for a clause; a longer name is another one.
            "~~ content/plans/alpha/digest.zh.md ~~\n已有 => 中阿合作，[中阿](partner:arab-states)。已有\n",
            "到2025年 => [中阿](partner:albania)合作，到2025年\n",
            "++ content/documents.toml ++\n[[document]]\nid = \"arab-declaration\"\ntitle = { zh = \"中阿宣言\", en = \"Declaration\" }\n",
            "~~ content/plans/alpha/digest.zh.md ~~\n## 现状 => ## 中阿\n",
            "-- content/pages/about/zh.md --\n中阿。\n",
        )),
    },
    Case {
        code: Code::AmbiguousAlias,
        guilty: Made::By("~~ content/plans/alpha/digest.zh.md ~~\n已有 => 《中阿宣言》。已有\n"),
        faults: &["ambiguous-alias plans/alpha/digest.zh.md:9 中阿"],
        innocent: Made::By(concat!(
            "~~ content/plans/alpha/digest.zh.md ~~\n已有 => 《中阿宣言》。已有\n",
            "++ content/documents.toml ++\n[[document]]\nid = \"arab-declaration\"\ntitle = { zh = \"中阿宣言\", en = \"Declaration\" }\n",
        )),
    },
];
