//! Turns what the tool keeps between builds into files beside the content, and back; whatever is not whole is nothing.
//! Knows nothing of what is kept.
//!
//! Everything in the folder may be deleted at any time: it only saves work. Each file begins with the fingerprint of the
//! program that wrote it and the hash of what follows; one that another program wrote, that was cut short or altered,
//! counts as missing.

use anyhow::Context;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The folder below the portal's root.
const FOLDER: &str = ".diptych/cache";

/// So many bytes are hashed and written at a time.
const PIECE: usize = 1 << 16;

/// So many bytes the head of a file takes: two hashes in hexadecimal, a line each.
const HEAD: usize = 2 * 65;

/// Where things are kept.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    program: blake3::Hash,
}

impl Store {
    /// The store of the portal at `root`, for this program.
    pub fn new(root: &Path, program: &str) -> Store {
        Store { folder: root.join(FOLDER), program: blake3::hash(program.as_bytes()) }
    }

    /// What is kept under a name, read through once already to see that it is whole.
    pub fn read(&self, name: &str) -> Option<impl BufRead + use<>> {
        let mut file = File::open(self.folder.join(name)).ok()?;
        let mut head = [0; HEAD];
        file.read_exact(&mut head).ok()?;
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(&mut file).ok()?;
        file.seek(SeekFrom::Start(HEAD as u64)).ok()?;
        (head == *self.head(&hasher.finalize()).as_bytes()).then(|| BufReader::new(file))
    }

    /// Keeps under a name what is written, in the place of what was there before, in one step.
    ///
    /// # Errors
    /// When it cannot be written, or the disk says no.
    pub fn write(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let cannot = || format!("cannot write to {}", self.folder.display());
        std::fs::create_dir_all(&self.folder).with_context(cannot)?;
        let ignore = self.folder.with_file_name(".gitignore");
        if !ignore.exists() {
            std::fs::write(ignore, "*\n").with_context(cannot)?;
        }
        let new = self.folder.join(format!("{name}.{}", std::process::id()));
        let written = self
            .write_whole(&new, write)
            .and_then(|()| std::fs::rename(&new, self.folder.join(name)).with_context(cannot));
        if written.is_err() {
            let _ = std::fs::remove_file(&new);
        }
        written.with_context(cannot)
    }

    fn write_whole(
        &self,
        path: &Path,
        write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(&[b'0'; HEAD])?;
        // Small pieces cost ten times as much to hash.
        let mut out = BufWriter::with_capacity(PIECE, Hashed { file, hasher: blake3::Hasher::new() });
        write(&mut out)?;
        let Hashed { mut file, hasher } = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(self.head(&hasher.finalize()).as_bytes())?;
        Ok(())
    }

    fn head(&self, hash: &blake3::Hash) -> String {
        format!("{}\n{}\n", self.program.to_hex(), hash.to_hex())
    }
}

/// Hashes what it writes.
struct Hashed {
    file: File,
    hasher: blake3::Hasher,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_whole_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::new(root.path(), "program 1");
        let read = |store: &Store| {
            let mut text = String::new();
            store.read("a")?.read_to_string(&mut text).ok()?;
            Some(text)
        };
        assert_eq!(read(&store), None);
        store.write("a", |out| Ok(out.write_all("甲".as_bytes())?)).unwrap();
        assert_eq!(read(&store).as_deref(), Some("甲"));
        assert_eq!(read(&Store::new(root.path(), "program 2")), None, "another program's");
        let path = root.path().join(FOLDER).join("a");
        let whole = std::fs::read(&path).unwrap();
        for spoiled in [&whole[..whole.len() - 1], &whole[..HEAD - 1], &[], &[&whole[..], b"x"].concat()] {
            std::fs::write(&path, spoiled).unwrap();
            assert_eq!(read(&store), None, "{} of {} bytes", spoiled.len(), whole.len());
        }
        assert!(store.write("b", |_| anyhow::bail!("no")).is_err());
        let left: Vec<_> = std::fs::read_dir(root.path().join(FOLDER)).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(std::fs::read_to_string(root.path().join(".diptych/.gitignore")).unwrap(), "*\n");
    }
}
