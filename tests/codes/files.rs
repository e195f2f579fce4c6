//! Turns awkward files into the faults of reading them.
//! Knows nothing of what the files say.

use crate::support::{Outcome, Portal, outcome};
use crate::{Case, Made};
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
        guilty: Made::By("-- content/static/../../out.txt --\nx\n"),
        faults: &["path-leaves-folder"],
        innocent: Made::By("-- content/static/..out/中文 名.txt --\nx\n"),
    },
    Case {
        code: Code::PathLeavesFolder,
        guilty: Made::By(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/../out/\"\nto = \"/zh/plans/\"\n",
        ),
        faults: &["path-leaves-folder redirects.toml:2 \"/../out/\""],
        innocent: Made::By(
            "-- content/redirects.toml --\n[[redirect]]\nfrom = \"/out/\"\nto = \"/zh/plans/\"\n",
        ),
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
            "-- content/departmens.toml --\n-- content/plans/alpha/digest.zh.txt --\n-- content/pages/about/fr.md --\n\
             -- content/pages/zh.md --\n-- content/notes/a.md --\n",
        ),
        faults: &[
            "unused-file departmens.toml",
            "unused-file notes/a.md",
            "unused-file pages/about/fr.md",
            "unused-file pages/zh.md",
            "unused-file plans/alpha/digest.zh.txt",
        ],
        innocent: Made::By(
            "-- content/static/departmens.toml --\n-- content/plans/alpha/media/a.txt --\n\
             -- content/plans/alpha/twins.toml --\n-- themes/own/notes.txt --\n",
        ),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By("!! content/portal.toml !!\n"),
        faults: &["missing-file portal.toml"],
        innocent: Made::By("!! content/pages/about/zh.md !!\n!! content/pages/about/en.md !!\n"),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By("-- content/plans/beta/digest.zh.md --\n## 甲 {#c1}\n\n文。\n"),
        faults: &["missing-file plans/beta/plan.toml"],
        innocent: Made::By("-- content/plans/notes.txt --\n!! content/plans/notes.txt !!\n"),
    },
    Case {
        code: Code::MissingFile,
        guilty: Made::By(concat!(
            "-- content/plans/beta/plan.toml --\n[plan]\nid = \"beta\"\ntitle = { zh = \"乙\", en = \"Beta\" }\nissuers = []\n",
            "level = \"none\"\nkind = \"plan\"\nsource_lang = \"zh\"\nstatus = \"in-force\"\n",
        )),
        faults: &["missing-file plans/beta/plan.toml"],
        innocent: Made::By(concat!(
            "-- content/plans/beta/plan.toml --\n[plan]\nid = \"beta\"\ntitle = { zh = \"乙\", en = \"Beta\" }\nissuers = []\n",
            "level = \"none\"\nkind = \"plan\"\nsource_lang = \"zh\"\nstatus = \"in-force\"\n",
            "-- content/plans/beta/digest.zh.md --\n-- content/plans/beta/digest.en.md --\n",
        )),
    },
];

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
    outcome(sources, faults, |_| {})
}
