//! Turns strings into what HTML takes for text, attributes and URLs.
//! Knows nothing of elements.

/// Adds `text` so that it is read as it is, in an element or in a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// Adds `url` as a quoted attribute may hold it: what no URL may hold is percent-encoded,
/// what is encoded already stays as it is.
pub fn push_url(url: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in url.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~:/?#@!$'()*+,;=%".contains(&byte) => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_characters_are_escaped() {
        let mut out = String::new();
        escape("《a & b》<c> \"d\" 'e'", &mut out);
        assert_eq!(out, "《a &amp; b》&lt;c&gt; &quot;d&quot; 'e'");
    }

    #[test]
    fn a_url_is_encoded_once() {
        let mut out = String::new();
        push_url("/附件%20 1?a=1&b=\"<>`\\[]#c", &mut out);
        assert_eq!(out, "/%E9%99%84%E4%BB%B6%20%201?a=1&amp;b=%22%3C%3E%60%5C%5B%5D#c");
    }
}
