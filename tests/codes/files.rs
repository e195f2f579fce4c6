//! Turns awkward files into the faults of reading them.
//! Knows nothing of what the files say.

use crate::support::{Outcome, Portal, outcome};
use crate::{Case, Made};
use diptych::build::Options;
use diptych::report::Code;
use diptych::source::{MAX_TEXT, Sources};
use std::path::Path;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::Unreadable,
        guilty: Made::With(|| {
            on_disk(|_| {}, |root| std::fs::remove_file(root.join("content/glossary.toml")).unwrap())
        }),
        faults: &["unreadable glossary.toml"],
        innocent: Made::With(|| {
            on_disk(|root| std::fs::remove_file(root.join("content/glossary.toml")).unwrap(), |_| {})
        }),
    },
    Case {
        code: Code::NotUtf8,
        // 中 in GB18030; what the text would have proved is not asked for on top.
        guilty: Made::With(|| {
            Portal::sound().file("content/plans/alpha/digest.zh.md", *b"## \xd6\xd0 {#c1}\n").outcome()
        }),
        faults: &["not-utf8 plans/alpha/digest.zh.md"],
        innocent: Made::With(|| {
            Portal::sound().file("content/pages/about/zh.md", *b"\xef\xbb\xbf\xe4\xb8\xad\r\n").outcome()
        }),
    },
    Case {
        code: Code::TooLarge,
        guilty: Made::With(|| {
            Portal::sound().file("content/plans/alpha/digest.en.md", vec![b'a'; 50 << 20]).outcome()
        }),
        faults: &["too-large plans/alpha/digest.en.md"],
        innocent: Made::With(|| {
            let size = usize::try_from(MAX_TEXT).unwrap();
            Portal::sound().file("content/published.txt", vec![b'#'; size]).outcome()
        }),
    },
    Case {
        code: Code::PathLeavesFolder,
        guilty: Made::By(
            "
-- content/static/../../out.txt --
x
",
        ),
        faults: &["path-leaves-folder"],
        innocent: Made::By(
            "
-- content/static/..out/中文 名.txt --
x
",
        ),
    },
    Case {
        code: Code::PathLeavesFolder,
        guilty: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/../out/"
to = "/zh/plans/"
"#,
        ),
        faults: &[r#"path-leaves-folder redirects.toml:2 "/../out/""#],
        innocent: Made::By(
            r#"
-- content/redirects.toml --
[[redirect]]
from = "/out/"
to = "/zh/plans/"
"#,
        ),
    },
    Case {
        code: Code::FolderTooDeep,
        guilty: Made::With(|| on_disk(|root| folders(root, 33), |_| {})),
        faults: &["folder-too-deep"],
        innocent: Made::With(|| on_disk(|root| folders(root, 32), |_| {})),
    },
    #[cfg(unix)]
    Case {
        code: Code::SymlinkIgnored,
        guilty: Made::With(|| {
            let link =
                |root: &Path| std::os::unix::fs::symlink("/etc", root.join("content/static/etc")).unwrap();
            on_disk(link, |_| {})
        }),
        faults: &["symlink-ignored"],
        innocent: Made::With(|| {
            on_disk(|root| std::fs::create_dir(root.join("content/static/etc")).unwrap(), |_| {})
        }),
    },
    Case {
        code: Code::UnusedFile,
        guilty: Made::By(
            "
-- content/departmens.toml --
-- content/plans/alpha/digest.zh.txt --
-- content/pages/about/fr.md --
-- content/pages/zh.md --
-- content/notes/a.md --
",
        ),
        faults: &[
            "unused-file departmens.toml",
            "unused-file notes/a.md",
            "unused-file pages/about/fr.md",
            "unused-file pages/zh.md",
            "unused-file plans/alpha/digest.zh.txt",
        ],
        innocent: Made::By(
            "
-- content/static/departmens.toml --
-- content/plans/alpha/media/a.txt --
-- content/plans/alpha/twins.toml --
-- themes/own/notes.txt --
",
        ),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By(
            "
!! content/portal.toml !!
",
        ),
        faults: &["missing-file portal.toml"],
        innocent: Made::By(
            "
!! content/pages/about/zh.md !!
!! content/pages/about/en.md !!
",
        ),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By(
            "
-- content/plans/beta/digest.zh.md --
## 甲 {#c1}

文。
-- content/plans/beta/digest.en.md --
## A {#c1}

Text.
",
        ),
        faults: &["missing-file plans/beta/plan.toml"],
        innocent: Made::By(
            r#"
-- content/plans/beta/plan.toml --
[plan]
id = "beta"
title = { zh = "乙", en = "Beta" }
issuers = []
level = "none"
kind = "plan"
source_lang = "zh"
status = "in-force"
-- content/plans/beta/digest.zh.md --
## 甲 {#c1}

文。
-- content/plans/beta/digest.en.md --
## A {#c1}

Text.
"#,
        ),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By(
            r#"
-- content/plans/beta/plan.toml --
[plan]
id = "beta"
title = { zh = "乙", en = "Beta" }
issuers = []
level = "none"
kind = "plan"
source_lang = "zh"
status = "in-force"
"#,
        ),
        faults: &["missing-file plans/beta/plan.toml"],
        innocent: Made::By(
            r#"
-- content/plans/beta/plan.toml --
[plan]
id = "beta"
title = { zh = "乙", en = "Beta" }
issuers = []
level = "none"
kind = "plan"
source_lang = "zh"
status = "in-force"
-- content/plans/beta/official.zh.md --
"#,
        ),
    },
];

/// A file below so many folders, `content/` among them.
fn folders(root: &Path, depth: usize) {
    let folder = root.join("content/static").join("d/".repeat(depth - 2));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("deep.txt"), "deep").unwrap();
}

/// The sound portal in a folder, changed before its files are listed or after.
fn on_disk(before: fn(&Path), after: fn(&Path)) -> Outcome {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in Portal::sound().files() {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    std::fs::create_dir(root.path().join("content/static")).unwrap();
    before(root.path());
    let (sources, faults) = Sources::open(root.path()).unwrap();
    after(root.path());
    outcome(sources, faults, Options::default())
}
