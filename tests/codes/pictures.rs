//! Turns pictures in texts into their faults.
//! Knows nothing of what is on them.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::ImageWithoutAlt,
        guilty: Made::By(
            "
-- content/plans/alpha/media/a.png --
++ content/plans/alpha/digest.en.md ++

![](media/a.png)
",
        ),
        faults: &["image-without-alt plans/alpha/digest.en.md:11 ![](media/a.png)"],
        innocent: Made::By(
            "
-- content/plans/alpha/media/a.png --
++ content/plans/alpha/digest.en.md ++

![A map](media/a.png)
",
        ),
    },
    Case {
        code: Code::MissingMedia,
        guilty: Made::By(
            "
-- content/plans/alpha/media/a.png --
-- content/plans/beta/media/b.png --
!! content/plans/beta/media/b.png !!
++ content/plans/alpha/digest.en.md ++

![A map](media/b.png) and ![a plan](a.png) and ![c](../../alpha/media/a.png)
",
        ),
        faults: &[
            "missing-media plans/alpha/digest.en.md:11 ![A map](media/b.png)",
            "missing-media plans/alpha/digest.en.md:11 ![a plan](a.png)",
            "missing-media plans/alpha/digest.en.md:11 ![c](../../alpha/media/a.png)",
        ],
        innocent: Made::By(
            "
-- content/plans/alpha/media/maps/图.png --
++ content/plans/alpha/digest.en.md ++

![A map](media/maps/图.png) and ![a plan](https://a.cn/a.png)
",
        ),
    },
];
