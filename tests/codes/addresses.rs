//! Turns addresses that collide or vanish into faults.
//! Knows nothing of what stands at them.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::RouteCollision,
        // A page folder with the name of a list.
        guilty: Made::By(
            "
-- content/pages/plans/en.md --
Text.
",
        ),
        faults: &["route-collision pages/plans/en.md", "route-collision pages/plans/en.md"],
        innocent: Made::By(
            "
-- content/pages/plan/en.md --
Text.
-- content/pages/data/en.md --
Text.
",
        ),
    },
    Case {
        code: Code::RouteCollision,
        // Files that a disk without case would take for one.
        guilty: Made::By(
            "
-- content/static/Map.png --
-- content/static/map.png --
-- content/static/ZH/plans/index.html --
",
        ),
        faults: &["route-collision static/ZH/plans/index.html", "route-collision static/map.png"],
        innocent: Made::By(
            "
-- content/static/map.png --
-- content/static/a/map.png --
-- content/static/zh/plans/a.html --
",
        ),
    },
    Case {
        code: Code::RouteCollision,
        // A file where a folder must be, and a folder where a file must be.
        guilty: Made::By(
            "
-- content/static/en --
-- content/static/404.html/a.txt --
",
        ),
        faults: &["route-collision static/404.html/a.txt", "route-collision static/en"],
        innocent: Made::By(
            "
-- content/static/english --
-- content/static/404/a.txt --
",
        ),
    },
    Case {
        code: Code::RouteCollision,
        guilty: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/zh/plans/"
to = "/zh/"
"#,
        ),
        faults: &[r#"route-collision redirects.toml:2 "/zh/plans/""#],
        innocent: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/zh/plans/old/"
to = "/zh/"
"#,
        ),
    },
    Case {
        code: Code::LostUrl,
        guilty: Made::By(
            "
-- content/published.txt --
# once public

/zh/plans/alpha/
/zh/plans/beta/
/en/plans/alpha
en/
/a.pdf
",
        ),
        faults: &[
            "lost-url published.txt:4 /zh/plans/beta/",
            "lost-url published.txt:5 /en/plans/alpha",
            "lost-url published.txt:6 en/",
            "lost-url published.txt:7 /a.pdf",
        ],
        innocent: Made::By(
            r#"
-- content/published.txt --
# once public

/zh/plans/alpha/
/
/zh/plans/beta/
/404.html
/a.pdf
-- content/static/a.pdf --
-- content/redirects.toml --
[[redirect]]
from = "/zh/plans/beta/"
to = "/zh/plans/alpha/"
"#,
        ),
    },
    Case {
        code: Code::LostUrl,
        // What is back in draft is no longer public.
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
status = "in-force" => status = "draft"
-- content/published.txt --
/zh/plans/alpha/
"#,
        ),
        faults: &["lost-url published.txt:1 /zh/plans/alpha/"],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
status = "in-force" => status = "draft"
"#,
        ),
    },
    Case {
        code: Code::LostAnchor,
        // A page that moved takes along the anchors that the new one has, and no others.
        guilty: Made::By(
            r#"
-- content/published.txt --
/zh/plans/alpha/#c1-2
/en/plans/alpha/parallel/#c3
/en/plans/beta/#c9
-- content/redirects.toml --
[[redirect]]
from = "/en/plans/beta/"
to = "/en/plans/alpha/"
"#,
        ),
        faults: &[
            "lost-anchor published.txt:1 /zh/plans/alpha/#c1-2",
            "lost-anchor published.txt:2 /en/plans/alpha/parallel/#c3",
            "lost-anchor published.txt:3 /en/plans/beta/#c9",
        ],
        innocent: Made::By(
            r#"
-- content/published.txt --
/zh/plans/alpha/#c1-1
/en/plans/alpha/parallel/#c2
/en/plans/beta/#c2
/zh/plans/alpha/#c9
-- content/redirects.toml --
[[redirect]]
from = "/en/plans/beta/"
to = "/en/plans/alpha/"
[[redirect]]
from = "/zh/plans/alpha/#c9"
to = "/zh/plans/alpha/#c2"
"#,
        ),
    },
    Case {
        code: Code::MalformedAddress,
        guilty: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
id = "alpha" => id = "alpha"\nhome = "javascript:alert(1)//"
"#,
        ),
        faults: &[r#"malformed-address plans/alpha/plan.toml:3 "javascript:alert(1)//""#],
        innocent: Made::By(
            r#"
~~ content/plans/alpha/plan.toml ~~
id = "alpha" => id = "alpha"\nhome = "https://alpha.test/plans/"
"#,
        ),
    },
    Case {
        code: Code::BrokenRedirect,
        guilty: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/a/"
to = "/zh/plans/beta/"
[[redirect]]
from = "/b/"
to = "/a/"
[[redirect]]
from = "/c/"
to = "/zh/plans/alpha/#c9"
"#,
        ),
        faults: &[
            r#"broken-redirect redirects.toml:3 "/zh/plans/beta/""#,
            r#"broken-redirect redirects.toml:6 "/a/""#,
            r#"broken-redirect redirects.toml:9 "/zh/plans/alpha/#c9""#,
        ],
        innocent: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/a/"
to = "/zh/plans/alpha/"
[[redirect]]
from = "/c/"
to = "/zh/plans/alpha/#c1"
"#,
        ),
    },
    Case {
        code: Code::ExampleBaseUrl,
        guilty: Made::By(
            "
~~ content/portal.toml ~~
https://portal.test/ => https://diptych.example
",
        ),
        faults: &[r#"example-base-url portal.toml:3 "https://diptych.example""#],
        innocent: Made::By(
            "
~~ content/portal.toml ~~
https://portal.test/ => https://examples.gov.cn/plans
",
        ),
    },
];
