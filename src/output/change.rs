//! Turns changes of several files into all of them done, or none.
//! Knows nothing of what the files say.

use anyhow::{Context, bail};
use std::path::{Path, PathBuf};

/// A file that is to be as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path, relative, with `/`.
    pub path: String,
    /// What it will hold; none for a file that goes.
    pub bytes: Option<Vec<u8>>,
    /// What it holds now, as the change was made from it; none for a file that does not exist.
    pub before: Option<Vec<u8>>,
}

/// Makes all changes below `root`, or none: everything is written beside its place first, and then put there.
///
/// # Errors
/// When a path leads out of `root`, a file is no longer what the change was made from, or the disk says no; then every
/// file is as it was.
pub fn change(root: &Path, changes: &[Change]) -> anyhow::Result<()> {
    let mut staged = Staged::default();
    for change in changes {
        let place = inside(root, &change.path)?;
        if std::fs::read(&place).ok() != change.before {
            bail!("{} has changed meanwhile; nothing was written", place.display());
        }
        staged.write(place, change)?;
    }
    staged.settle()
}

/// A path below the root that no symbolic link leads out of.
fn inside(root: &Path, path: &str) -> anyhow::Result<PathBuf> {
    let plain =
        path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains('\\'));
    let mut place = root.to_path_buf();
    for part in path.split('/').filter(|_| plain) {
        place.push(part);
        if place.is_symlink() {
            bail!("{} is a symbolic link; nothing was written", place.display());
        }
    }
    if plain { Ok(place) } else { bail!("`{path}` leads out of the portal; nothing was written") }
}

/// Files written beside their places; what is not settled goes again.
#[derive(Default)]
struct Staged {
    /// Where each is written, its place, and what it held.
    files: Vec<(Option<PathBuf>, PathBuf, Option<Vec<u8>>)>,
    folders: Vec<PathBuf>,
    settled: bool,
}

impl Staged {
    fn write(&mut self, place: PathBuf, change: &Change) -> anyhow::Result<()> {
        let folder = place.parent().context("a file lies in a folder")?;
        let missing: Vec<PathBuf> =
            folder.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        self.folders.extend(missing);
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let beside = change.bytes.as_ref().map(|_| place.with_file_name(format!(".{name}.new")));
        self.files.push((beside.clone(), place, change.before.clone()));
        let Some((beside, bytes)) = beside.zip(change.bytes.as_ref()) else { return Ok(()) };
        std::fs::write(&beside, bytes).with_context(|| format!("cannot write {}", beside.display()))
    }

    /// Puts every file in its place; if one cannot be put there, those before it are put back.
    fn settle(mut self) -> anyhow::Result<()> {
        for (number, (beside, place, _)) in self.files.iter().enumerate() {
            let put = match beside {
                Some(beside) => std::fs::rename(beside, place),
                None => std::fs::remove_file(place),
            };
            if let Err(error) = put {
                for (_, done, before) in &self.files[..number] {
                    let _ = match before {
                        Some(bytes) => std::fs::write(done, bytes),
                        None => std::fs::remove_file(done),
                    };
                }
                return Err(error)
                    .with_context(|| format!("cannot write {}; nothing was written", place.display()));
            }
        }
        self.settled = true;
        // A folder that held nothing else goes too.
        for (_, place, _) in self.files.iter().filter(|(beside, ..)| beside.is_none()) {
            let _ = place.parent().map(std::fs::remove_dir);
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if self.settled {
            return;
        }
        for beside in self.files.iter().filter_map(|(beside, ..)| beside.as_ref()) {
            let _ = std::fs::remove_file(beside);
        }
        for folder in &self.folders {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, before: Option<&str>, bytes: &str) -> Change {
        let bytes_of = |text: &str| text.as_bytes().to_vec();
        Change { path: path.to_owned(), bytes: Some(bytes_of(bytes)), before: before.map(bytes_of) }
    }

    fn gone(path: &str, before: &str) -> Change {
        Change { path: path.to_owned(), bytes: None, before: Some(before.as_bytes().to_vec()) }
    }

    fn tree(root: &Path) -> Vec<String> {
        let entries = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap).skip(1);
        entries.map(|entry| entry.path().strip_prefix(root).unwrap().display().to_string()).collect()
    }

    #[test]
    fn all_changes_are_made() {
        let root = tempfile::tempdir().unwrap();
        change(root.path(), &[of("a/b.txt", None, "1"), of("c.txt", None, "2")]).unwrap();
        change(root.path(), &[of("c.txt", Some("2"), "3")]).unwrap();
        assert_eq!(std::fs::read_to_string(root.path().join("c.txt")).unwrap(), "3");
        assert_eq!(tree(root.path()), ["a", "a/b.txt", "c.txt"], "nothing is left beside them");
    }

    #[test]
    fn a_file_that_goes_takes_its_empty_folder_along() {
        let root = tempfile::tempdir().unwrap();
        change(root.path(), &[of("a/b.txt", None, "1"), of("a/c.txt", None, "2"), of("d/e.txt", None, "3")])
            .unwrap();
        let stale = [gone("a/b.txt", "1"), gone("d/e.txt", "other")];
        assert!(change(root.path(), &stale).unwrap_err().to_string().contains("e.txt"));
        let onto_folder = [gone("a/b.txt", "1"), of("a", None, "1")];
        assert!(change(root.path(), &onto_folder).is_err());
        assert_eq!(tree(root.path()), ["a", "a/b.txt", "a/c.txt", "d", "d/e.txt"]);
        assert_eq!(std::fs::read_to_string(root.path().join("a/b.txt")).unwrap(), "1", "it is there again");
        change(root.path(), &[gone("a/b.txt", "1"), gone("d/e.txt", "3")]).unwrap();
        assert_eq!(tree(root.path()), ["a", "a/c.txt"]);
    }

    #[test]
    fn one_that_cannot_be_made_undoes_all() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("c.txt"), "theirs").unwrap();
        let stale = [of("a/b.txt", None, "1"), of("c.txt", Some("mine"), "2")];
        assert!(change(root.path(), &stale).unwrap_err().to_string().contains("c.txt"));
        std::fs::create_dir(root.path().join("d")).unwrap();
        let onto_folder = [of("c.txt", Some("theirs"), "2"), of("d", None, "1")];
        assert!(change(root.path(), &onto_folder).is_err());
        assert_eq!(std::fs::read_to_string(root.path().join("c.txt")).unwrap(), "theirs");
        assert_eq!(tree(root.path()), ["c.txt", "d"]);
    }

    #[test]
    fn no_path_leads_out() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("portal");
        std::fs::create_dir(&inner).unwrap();
        for path in ["../x.txt", "/x.txt", "a/../../x.txt", "", "a//b", "a\\..\\x"] {
            assert!(change(&inner, &[of(path, None, "1")]).is_err(), "{path}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path(), inner.join("out")).unwrap();
            assert!(change(&inner, &[of("out/x.txt", None, "1")]).is_err());
        }
        assert!(!root.path().join("x.txt").exists());
    }
}
