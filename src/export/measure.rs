//! Turns a file that is being written into its length and checksum, without holding it.
//! Knows nothing of what is written.

use super::ExportKey;
use super::portal::Portal;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// What can be said of a file by its bytes.
pub(super) struct Measure {
    /// How many bytes it has.
    pub(super) length: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub(super) sha256: String,
    /// How many records are in it, where it is a list.
    pub(super) records: Option<usize>,
}

impl Measure {
    /// Writes a file to `out` and measures it.
    ///
    /// # Errors
    /// When the file cannot be made or written.
    pub(super) fn writing(
        portal: Portal<'_>,
        key: &ExportKey,
        out: &mut dyn Write,
    ) -> anyhow::Result<Measure> {
        let mut meter = Meter { out, length: 0, hasher: Sha256::new() };
        let records = super::write(portal, key, &mut meter)?;
        Ok(Measure { length: meter.length, sha256: hex(&meter.hasher.finalize()), records })
    }

    /// Makes a file for its measure alone.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub(super) fn of(portal: Portal<'_>, key: &ExportKey) -> anyhow::Result<Measure> {
        Measure::writing(portal, key, &mut io::sink())
    }
}

/// Hands bytes on and counts them.
struct Meter<'o> {
    out: &'o mut dyn Write,
    length: u64,
    hasher: Sha256,
}

impl Write for Meter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.length += written as u64;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The SHA-256 of bytes in hexadecimal digits.
pub(super) fn checksum(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn checksums_are_those_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::checksum(b""), empty);
    }
}
