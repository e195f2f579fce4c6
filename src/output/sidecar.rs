//! Turns a text into smaller copies of itself, for servers that hand out what is compressed already.
//! Knows nothing of where the copies are kept.

use anyhow::Context;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::io::Write;

/// By what the copies are made. It stands in the manifest: copies that were made otherwise are made again.
pub(super) const MADE_BY: &str = "brotli 9.1.1 quality 6, zlib-rs 0.6.8 level 8";

/// Files with these endings are text.
const TEXTS: [&str; 17] = [
    "atom", "bib", "css", "csv", "html", "ics", "js", "json", "jsonld", "md", "mjs", "ris", "svg", "ttl",
    "txt", "xml", "xsd",
];

/// A shorter file travels in one packet as it is.
const LEAST: usize = 1024;

/// How a copy is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    pub(super) const ALL: [Coding; 2] = [Coding::Brotli, Coding::Gzip];

    /// What the name of the copy ends with, behind the name of the file.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Coding::Brotli => ".br",
            Coding::Gzip => ".gz",
        }
    }

    /// The copy, unless it saves less than a twentieth. Neither form carries a name or a time.
    pub(super) fn compress(self, bytes: &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
        if bytes.len() < LEAST {
            return Ok(None);
        }
        let mut copy = Vec::with_capacity(bytes.len() / 3);
        match self {
            Coding::Brotli => {
                let how = BrotliEncoderParams {
                    quality: 6,
                    size_hint: bytes.len(),
                    ..BrotliEncoderParams::default()
                };
                brotli::BrotliCompress(&mut &*bytes, &mut copy, &how).context("cannot compress")?;
            }
            Coding::Gzip => {
                let mut writer = GzBuilder::new().write(&mut copy, Compression::new(8));
                writer.write_all(bytes).context("cannot compress")?;
                writer.finish().context("cannot compress")?;
            }
        }
        Ok((copy.len() < bytes.len() / 20 * 19).then_some(copy))
    }
}

/// True for a file that is text by its name.
pub(super) fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_copy_is_the_text_again_and_always_the_same() {
        let text = "高质量发展 development ".repeat(500).into_bytes();
        let (mut brotli, mut gzip) = (Vec::new(), Vec::new());
        let [br, gz] = Coding::ALL.map(|coding| coding.compress(&text).unwrap().unwrap());
        brotli::Decompressor::new(&*br, 4096).read_to_end(&mut brotli).unwrap();
        flate2::read::GzDecoder::new(&*gz).read_to_end(&mut gzip).unwrap();
        assert!(brotli == text && gzip == text && br.len() < text.len() / 20 && gz.len() < text.len() / 20);
        assert_eq!(gz[4..10], [0, 0, 0, 0, gz[8], 255], "no time and no system");
        assert_eq!(Coding::ALL.map(|coding| coding.compress(&text).unwrap().unwrap()), [br, gz]);
    }

    #[test]
    fn only_texts_that_shrink_have_copies() {
        let noise: Vec<u8> = (0..4096_u32).flat_map(|n| *blake3::hash(&n.to_le_bytes()).as_bytes()).collect();
        for coding in Coding::ALL {
            assert_eq!(coding.compress(&noise).unwrap(), None);
            assert_eq!(coding.compress(&[b'a'; LEAST - 1]).unwrap(), None);
        }
        assert!(
            is_text("zh/index.html") && is_text("data/a.zh.csv") && !is_text("a.png") && !is_text("html")
        );
    }

    #[test]
    fn what_they_are_made_by_is_what_is_there() {
        let lock = include_str!("../../Cargo.lock");
        for (name, version) in [("brotli", "9.1.1"), ("zlib-rs", "0.6.8")] {
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"");
            assert!(lock.contains(&entry) && MADE_BY.contains(&format!("{name} {version}")), "{name}");
        }
    }
}
