//! Turns addresses that collide or vanish into faults.
//! Knows nothing of what stands at them.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::RouteCollision,
        // A page folder with the name of a list.
        guilty: Made::By("-- content/pages/plans/en.md --\nText.\n"),
        faults: &["route-collision pages/plans/en.md", "route-collision pages/plans/en.md"],
        innocent: Made::By("-- content/pages/plan/en.md --\nText.\n-- content/pages/data/en.md --\nText.\n"),
    },
    Case {
        code: Code::RouteCollision,
        // Files that a disk without case would take for one.
        guilty: Made::By(
            "-- content/static/Map.png --\n-- content/static/map.png --\n-- content/static/ZH/plans/index.html --\n",
        ),
        faults: &["route-collision static/ZH/plans/index.html", "route-collision static/map.png"],
        innocent: Made::By(
            "-- content/static/map.png --\n-- content/static/a/map.png --\n-- content/static/zh/plans/a.html --\n",
        ),
    },
    Case {
        code: Code::RouteCollision,
        // A file where a folder must be, and a folder where a file must be.
        guilty: Made::By("-- content/static/en --\n-- content/static/404.html/a.txt --\n"),
        faults: &["route-collision static/404.html/a.txt", "route-collision static/en"],
        innocent: Made::By("-- content/static/english --\n-- content/static/404/a.txt --\n"),
    },
    Case {
        code: Code::RouteCollision,
        guilty: Made::By(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/zh/plans/\"\nto = \"/zh/\"\n",
        ),
        faults: &["route-collision redirects.toml:2 \"/zh/plans/\""],
        innocent: Made::By(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/zh/plans/old/\"\nto = \"/zh/\"\n",
        ),
    },
    Case {
        code: Code::LostUrl,
        guilty: Made::By(
            "-- content/published.txt --\n# once public\n\n/zh/plans/alpha/\n/zh/plans/beta/\n/en/plans/alpha\nen/\n/a.pdf\n",
        ),
        faults: &[
            "lost-url published.txt:4 /zh/plans/beta/",
            "lost-url published.txt:5 /en/plans/alpha",
            "lost-url published.txt:6 en/",
            "lost-url published.txt:7 /a.pdf",
        ],
        innocent: Made::By(concat!(
            "-- content/published.txt --\n# once public\n\n/zh/plans/alpha/\n/\n/zh/plans/beta/\n/404.html\n/a.pdf\n",
            "-- content/static/a.pdf --\n",
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/zh/plans/beta/\"\nto = \"/zh/plans/alpha/\"\n",
        )),
    },
    Case {
        code: Code::LostUrl,
        // What is back in draft is no longer public.
        guilty: Made::By(concat!(
            "~~ content/plans/alpha/plan.toml ~~\nstatus = \"in-force\" => status = \"draft\"\n",
            "-- content/published.txt --\n/zh/plans/alpha/\n",
        )),
        faults: &["lost-url published.txt:1 /zh/plans/alpha/"],
        innocent: Made::By(
            "~~ content/plans/alpha/plan.toml ~~\nstatus = \"in-force\" => status = \"draft\"\n",
        ),
    },
    Case {
        code: Code::LostAnchor,
        guilty: Made::By(concat!(
            "-- content/published.txt --\n/zh/plans/alpha/#c1-2\n/en/plans/alpha/parallel/#c3\n/en/plans/beta/#c9\n",
            // A page that moved takes along the anchors that the new one has, and no others.
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/en/plans/beta/\"\nto = \"/en/plans/alpha/\"\n",
        )),
        faults: &[
            "lost-anchor published.txt:1 /zh/plans/alpha/#c1-2",
            "lost-anchor published.txt:2 /en/plans/alpha/parallel/#c3",
            "lost-anchor published.txt:3 /en/plans/beta/#c9",
        ],
        innocent: Made::By(concat!(
            "-- content/published.txt --\n/zh/plans/alpha/#c1-1\n/en/plans/alpha/parallel/#c2\n/en/plans/beta/#c2\n/zh/plans/alpha/#c9\n",
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/en/plans/beta/\"\nto = \"/en/plans/alpha/\"\n",
            "[[redirect]]\nfrom = \"/zh/plans/alpha/#c9\"\nto = \"/zh/plans/alpha/#c2\"\n",
        )),
    },
    Case {
        code: Code::BrokenRedirect,
        guilty: Made::By(concat!(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/a/\"\nto = \"/zh/plans/beta/\"\n",
            "[[redirect]]\nfrom = \"/b/\"\nto = \"/a/\"\n[[redirect]]\nfrom = \"/c/\"\nto = \"/zh/plans/alpha/#c9\"\n",
        )),
        faults: &[
            "broken-redirect redirects.toml:3 \"/zh/plans/beta/\"",
            "broken-redirect redirects.toml:6 \"/a/\"",
            "broken-redirect redirects.toml:9 \"/zh/plans/alpha/#c9\"",
        ],
        innocent: Made::By(concat!(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/a/\"\nto = \"/zh/plans/alpha/\"\n",
            "[[redirect]]\nfrom = \"/c/\"\nto = \"/zh/plans/alpha/#c1\"\n",
        )),
    },
    Case {
        code: Code::ExampleBaseUrl,
        guilty: Made::By("~~ content/portal.toml ~~\nhttps://portal.test/ => https://diptych.example\n"),
        faults: &["example-base-url portal.toml:3 \"https://diptych.example\""],
        innocent: Made::By(
            "~~ content/portal.toml ~~\nhttps://portal.test/ => https://examples.gov.cn/plans\n",
        ),
    },
];
