//! Turns a git revision of a portal into its files, in memory.
//! Knows nothing of what changed since.
//!
//! `git` itself is asked, as whoever has revisions has it: it knows every form of repository, and a library of that size
//! would be carried by all who never compare anything.

use super::{FOLDERS, Sources};
use crate::report::Diagnostic;
use anyhow::{Context, bail};
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

impl Sources {
    /// The files of the portal at `root` as they were in a revision: a commit, a tag, a branch, `HEAD~3`.
    ///
    /// # Errors
    /// When `git` cannot be run, `root` lies in no repository, or there is no such revision.
    pub fn of_revision(root: &Path, revision: &str) -> anyhow::Result<(Sources, Vec<Diagnostic>)> {
        let named = format!("{revision}^{{commit}}");
        let commit = git(root, &["rev-parse", "--verify", "--end-of-options", &named])?;
        let commit = String::from_utf8(commit).context("git names a commit by digits")?;
        let mut list = vec!["ls-tree", "--name-only", commit.trim()];
        list.extend(FOLDERS);
        let folders = String::from_utf8_lossy(&git(root, &list)?).into_owned();
        let mut pack = vec!["archive", "--format=zip", "-0", commit.trim()];
        pack.extend(folders.lines());
        if folders.is_empty() {
            return Ok(Sources::memory([]));
        }
        let packed = git(root, &pack)?;
        let files = unpack(packed).with_context(|| format!("cannot read what git packed of {revision}"))?;
        Ok(Sources::memory(files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone()))))
    }
}

/// What a command of git prints.
fn git(root: &Path, args: &[&str]) -> anyhow::Result<Vec<u8>> {
    let done = Command::new("git").arg("-C").arg(root).args(args).output().context("cannot run `git`")?;
    if !done.status.success() {
        bail!("git: {}", String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(done.stdout)
}

/// The regular files of an archive; links are content nowhere.
fn unpack(packed: Vec<u8>) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    let mut files = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index)?;
        if file.is_file() && !file.is_symlink() {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            files.push((file.name()?.to_string(), bytes));
        }
    }
    Ok(files)
}
