//! Turns sites with texts, styles and what somebody did to them into what stands in their folder.

use super::*;
use std::collections::BTreeSet;

/// A text that is worth compressing, different for each word.
fn long(word: &str) -> String {
    format!("{word} 高质量发展 ").repeat(200)
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    let name = |entry: walkdir::DirEntry| entry.path().strip_prefix(folder).unwrap().display().to_string();
    entries.map(name).filter(|name| name != MANIFEST).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[cfg(unix)]
fn inode(folder: &Path, name: &str) -> (u64, i64) {
    use std::os::unix::fs::MetadataExt;
    let meta = std::fs::metadata(folder.join(name)).unwrap();
    (meta.ino(), meta.mtime_nsec())
}

#[cfg(unix)]
#[test]
fn a_text_has_copies_that_are_made_once() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let (one, two, three) = (long("1"), long("2"), long("3"));
    let published = build(&folder, &[("a.html", &one), ("b.html", &two), ("c.png", &one), ("d.txt", "4")]);
    assert_eq!(published.unwrap(), did(8, 0, 0));
    let files = ["a.html", "a.html.br", "a.html.gz", "b.html", "b.html.br", "b.html.gz", "c.png", "d.txt"];
    assert_eq!(names(&folder), set(&files));
    let before = files.map(|name| inode(&folder, name));
    let second = [("a.html", &*one), ("b.html", &three), ("c.png", &one), ("d.txt", "4")];
    assert_eq!(build(&folder, &second).unwrap(), did(3, 5, 0));
    let after = files.map(|name| inode(&folder, name));
    let same: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before == after).collect();
    assert_eq!(same, [true, true, true, false, false, false, true, true]);
    // A copy that somebody touched is made again.
    std::fs::write(folder.join("a.html.gz"), "x").unwrap();
    assert_eq!(build(&folder, &second).unwrap(), did(1, 7, 0));
    assert!(verify(&folder).unwrap().is_whole());
}

#[test]
fn copies_that_were_made_otherwise_are_made_again() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let text = long("1");
    build(&folder, &[("a.html", &text)]).unwrap();
    let copy = std::fs::read(folder.join("a.html.br")).unwrap();
    let mut manifest = Manifest::read(&folder);
    manifest.sidecars = "another program".to_owned();
    manifest.files.insert("a.html.br".to_owned(), manifest::Entry::of(b"its copy"));
    std::fs::write(folder.join("a.html.br"), "its copy").unwrap();
    manifest.write(&folder).unwrap();
    assert_eq!(build(&folder, &[("a.html", &text)]).unwrap(), did(2, 1, 0));
    assert_eq!(std::fs::read(folder.join("a.html.br")).unwrap(), copy);
    let routes = routes(&["a.html"]);
    let make = |_, _| Ok(Making::Bytes(text.clone().into_bytes(), None));
    let without = Wanted { routes: &routes, sidecars: false };
    publish(&folder, &without, &Ledger::default(), &make, &|| {}).unwrap();
    assert_eq!(names(&folder), set(&["a.html"]));
}

#[test]
fn a_file_of_the_site_is_never_taken_for_a_copy() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let text = long("1");
    build(&folder, &[("a.csv", &text), ("a.csv.gz", "theirs")]).unwrap();
    assert_eq!(names(&folder), set(&["a.csv", "a.csv.br", "a.csv.gz"]));
    assert_eq!(std::fs::read_to_string(folder.join("a.csv.gz")).unwrap(), "theirs");
}

#[test]
fn what_old_pages_name_stays_for_one_generation() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    let style = |digit: char| format!("assets/site.{}.css", digit.to_string().repeat(12));
    let (text, shard) = (long("body{}"), "search/t/aaaaaaaaaaaa.bin");
    let site = |digit, page: &str, shard: &[&str]| {
        let mut files = vec![(style(digit), text.clone()), ("index.html".to_owned(), page.to_owned())];
        files.extend(shard.iter().map(|name| ((*name).to_owned(), "terms".to_owned())));
        let lent: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
        build(&folder, &lent).unwrap()
    };
    let with_copies = |digits: &[char], others: &[&str]| {
        let styles = digits.iter().map(|digit| style(*digit));
        let styles = styles.flat_map(|name| ["", ".br", ".gz"].map(|ending| format!("{name}{ending}")));
        styles.chain(others.iter().map(|name| (*name).to_owned())).collect::<BTreeSet<_>>()
    };
    site('1', "1", &[shard]);
    assert_eq!(site('2', "2", &[]), did(4, 0, 0));
    assert_eq!(names(&folder), with_copies(&['1', '2'], &["index.html", shard]));
    assert!(verify(&folder).unwrap().is_whole(), "what stays is in the manifest too");
    assert_eq!(site('2', "3", &[]), did(1, 3, 4));
    assert_eq!(names(&folder), with_copies(&['2'], &["index.html"]), "the generation is over");
    site('1', "1", &[]);
    assert_eq!(site('2', "2", &[]), did(1, 3, 0), "what comes back is taken over");
}

#[test]
fn a_folder_is_verified_against_what_was_published() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("output");
    assert!(verify(root.path()).unwrap_err().to_string().contains(MANIFEST), "nothing was published here");
    build(&folder, &[("a.html", "1"), ("b/c.html", "2"), ("d.html", "3"), ("e.html", "4")]).unwrap();
    std::fs::write(folder.join(".gitignore"), "*").unwrap();
    let whole = verify(&folder).unwrap();
    assert!(whole.is_whole() && whole.intact == 4, "{whole:?}");
    std::fs::write(folder.join("a.html"), "9").unwrap();
    std::fs::remove_file(folder.join("b/c.html")).unwrap();
    std::fs::write(folder.join("b/.hidden"), "").unwrap();
    #[cfg(unix)]
    {
        std::fs::rename(folder.join("d.html"), root.path().join("d.html")).unwrap();
        std::os::unix::fs::symlink("../d.html", folder.join("d.html")).unwrap();
    }
    let found = verify(&folder).unwrap();
    let altered = if cfg!(unix) { vec!["a.html", "d.html"] } else { vec!["a.html"] };
    assert_eq!(
        (found.altered, found.missing),
        (altered.iter().map(|n| (*n).to_owned()).collect(), vec!["b/c.html".to_owned()])
    );
    assert_eq!(found.extra, ["b/.hidden"]);
}
