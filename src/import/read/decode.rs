//! Turns bytes into text: UTF-8, UTF-16 and GB18030, told apart by mark and by content.
//! Knows nothing of formats.

use crate::import::repair::{is_han, is_wide_mark};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// The text, and its encoding by its usual name. What stands in `declared` (a page's own word) is believed where the
/// bytes do not prove it wrong: a file that is valid UTF-8 is UTF-8.
pub(super) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> (String, String) {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = encoding.or_else(|| wide(bytes)).unwrap_or_else(|| match declared {
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        Some(declared) if declared != UTF_8 => declared,
        _ => guess(bytes),
    });
    // GBK is the smaller half of GB18030, and decoded by the same table.
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let name = if encoding == GB18030 { "GB18030" } else { encoding.name() };
    (text.into_owned(), name.to_owned())
}

/// UTF-16 without a mark: line ends and digits have a byte that is zero, and read the right way round nearly all of it
/// is Chinese.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 14) & !1];
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    // Valid UTF-8 with a stray zero byte is UTF-8; with a zero in every other place it is not.
    let share = if std::str::from_utf8(bytes).is_ok() { 8 } else { 200 };
    if zeros == 0 || zeros * share < sample.len() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let usual = |encoding: &'static Encoding| {
        let (text, broken) = encoding.decode_without_bom_handling(sample);
        let count = text.chars().filter(|c| is_usual(*c)).count();
        (!broken && count * 10 >= text.chars().count() * 9).then_some((count, encoding))
    };
    let found = [UTF_16LE, UTF_16BE].into_iter().filter_map(usual);
    found.max_by_key(|(count, _)| *count).map(|(_, encoding)| encoding)
}

/// What plans are written in.
fn is_usual(c: char) -> bool {
    let ascii = c.is_ascii_graphic() || matches!(c, ' ' | '\t' | '\n' | '\r');
    ascii
        || is_han(c)
        || is_wide_mark(c)
        || matches!(c, '\u{3000}' | '\u{a0}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Official documents are Chinese: a guess that is none of its encodings means a few broken bytes.
    let found = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    let chinese = [UTF_8, GBK, GB18030, encoding_rs::BIG5];
    if chinese.contains(&found) { found } else { GB18030 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "各区图书馆：\n　　到2030年，建成12个社区书房。\r\n";

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let utf16 = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let cases: [(Vec<u8>, &str); 8] = [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xef\xbb\xbf", TEXT.as_bytes()), "UTF-8"),
            (utf16(u16::to_le_bytes), "UTF-16LE"),
            (utf16(u16::to_be_bytes), "UTF-16BE"),
            (marked(b"\xff\xfe", &utf16(u16::to_le_bytes)), "UTF-16LE"),
            (marked(b"\xfe\xff", &utf16(u16::to_be_bytes)), "UTF-16BE"),
            (GB18030.encode(TEXT).0.into_owned(), "GB18030"),
            (GBK.encode(TEXT).0.into_owned(), "GB18030"),
        ];
        for (bytes, name) in cases {
            assert_eq!(decode(&bytes, None), (TEXT.to_owned(), name.to_owned()));
        }
    }

    #[test]
    fn a_stray_zero_byte_makes_no_utf16() {
        for text in ["各区图书\0馆：建成书房。", "reading\0rooms", "各区\0"] {
            assert_eq!(decode(text.as_bytes(), None), (text.to_owned(), "UTF-8".to_owned()));
        }
    }

    #[test]
    fn a_page_that_errs_about_itself_is_not_believed() {
        assert_eq!(decode(TEXT.as_bytes(), Some(GB18030)).1, "UTF-8");
        let bytes = GB18030.encode(TEXT).0;
        assert_eq!(decode(&bytes, Some(UTF_8)), (TEXT.to_owned(), "GB18030".to_owned()));
        assert_eq!(decode(&bytes, Some(GBK)).0, TEXT);
    }

    #[test]
    fn a_character_that_only_gb18030_has_survives() {
        let text = "㐂𠀀图书馆目录";
        assert_eq!(decode(&GB18030.encode(text).0, Some(GBK)).0, text);
    }
}
