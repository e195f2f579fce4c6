//! Turns ids and names that several bear into faults.
//! Knows nothing of ids that nothing bears.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::DuplicateId,
        guilty: Made::By(
            r#"
++ content/topics.toml ++
[[topic]]
id = "services"
name = { zh = "乙", en = "B" }
description = { zh = "乙", en = "B" }
~~ content/plans/alpha/plan.toml ~~
id = "bases" => id = "centres"
++ content/plans/alpha/plan.toml ++
[[project]]
number = 1
clause = "c1"
title = { zh = "乙", en = "B" }
++ content/plans/alpha/digest.en.md ++

## Again {#c1-1}

Text.
"#,
        ),
        faults: &[
            "duplicate-id plans/alpha/digest.en.md:11 ## Again {#c1-1}",
            r#"duplicate-id plans/alpha/plan.toml:26 "centres""#,
            r#"duplicate-id plans/alpha/plan.toml:48 "c1""#,
            r#"duplicate-id topics.toml:11 "services""#,
        ],
        // Ids are unique within their kind only.
        innocent: Made::By(
            r#"
++ content/topics.toml ++
[[topic]]
id = "nhc"
name = { zh = "乙", en = "B" }
description = { zh = "乙", en = "B" }
++ content/plans/alpha/plan.toml ++
[[project]]
number = 2
clause = "c1"
title = { zh = "乙", en = "B" }
"#,
        ),
    },
    Case {
        code: Code::AliasClaimedTwice,
        guilty: Made::By(
            r#"
~~ content/departments.toml ~~
kind = "agency" => aliases = { zh = ["国家卫生健康委"] }\nkind = "agency"
~~ content/places.toml ~~
short = { zh = "内蒙古" => short = { zh = "蒙古国"
"#,
        ),
        faults: &[
            r#"alias-claimed-twice departments.toml:2 "nhc""#,
            r#"alias-claimed-twice places.toml:2 "inner-mongolia""#,
        ],
        // One's own name again is nobody else's, and an ambiguous one is claimed by none.
        innocent: Made::By(
            r#"
~~ content/departments.toml ~~
kind = "commission" => aliases = { zh = ["国家卫生健康委"] }\nkind = "commission"
kind = "agency" => ambiguous = { zh = ["卫健委"] }\nkind = "agency"
"#,
        ),
    },
    Case {
        code: Code::AmbiguousAlias,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
已有 => 文首\n“引文”加强中阿\n合作，[中阿](partner:nobody)。已有
到2025年 => 在中阿[中阿合作](https://a.cn)框架下，到2025年
"#,
        ),
        faults: &[
            "ambiguous-alias plans/alpha/digest.zh.md:5 中阿",
            "ambiguous-alias plans/alpha/digest.zh.md:10 中阿",
            "unknown-partner plans/alpha/digest.zh.md:11 [中阿](partner:nobody)",
        ],
        // By hand once is enough for a clause; a longer name is another one.
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
已有 => 中阿合作，[中阿](partner:arab-states)。已有
到2025年 => [中阿](partner:albania)合作，到2025年
++ content/documents.toml ++
[[document]]
id = "arab-declaration"
title = { zh = "中阿宣言", en = "Declaration" }
~~ content/plans/alpha/digest.zh.md ~~
## 现状 => ## 中阿
-- content/pages/about/zh.md --
中阿。
"#,
        ),
    },
    Case {
        code: Code::AmbiguousAlias,
        guilty: Made::By(
            "
~~ content/plans/alpha/digest.zh.md ~~
已有 => 《中阿宣言》。已有
",
        ),
        faults: &["ambiguous-alias plans/alpha/digest.zh.md:9 中阿"],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/digest.zh.md ~~
已有 => 《中阿宣言》。已有
++ content/documents.toml ++
[[document]]
id = "arab-declaration"
title = { zh = "中阿宣言", en = "Declaration" }
"#,
        ),
    },
];
