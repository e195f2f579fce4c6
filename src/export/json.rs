//! Turns values into JSON that people can read and tools can compare: one entry a line.
//! Knows nothing of what is said.

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// Writes one document with every value on a line of its own.
pub(super) fn pretty(document: &impl Serialize, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, PrettyFormatter::with_indent(b" "));
    document.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Writes one document with its fields, and the entries of its lists, on a line each.
pub(super) fn lines(document: &impl Serialize, out: &mut dyn Write) -> anyhow::Result<()> {
    document.serialize(&mut Serializer::with_formatter(&mut *out, Lines { depth: 0, filled: false }))?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Breaks lines in the document and in its lists, and nowhere deeper.
struct Lines {
    depth: usize,
    /// The list or object that is being written has an entry.
    filled: bool,
}

/// So deep are lines broken.
const DEPTH: usize = 2;

impl Lines {
    fn begin<W: Write + ?Sized>(&mut self, mark: &[u8], out: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(mark)
    }

    fn end<W: Write + ?Sized>(&mut self, mark: &[u8], out: &mut W) -> io::Result<()> {
        if self.depth <= DEPTH && self.filled {
            out.write_all(b"\n")?;
        }
        self.depth -= 1;
        self.filled = true;
        out.write_all(mark)
    }

    fn next<W: Write + ?Sized>(&mut self, first: bool, out: &mut W) -> io::Result<()> {
        self.filled = true;
        out.write_all(if first { b"" } else { b"," })?;
        out.write_all(if self.depth <= DEPTH { b"\n" } else { b"" })
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(b"[", out)
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(b"]", out)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(first, out)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(b"{", out)
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(b"}", out)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(first, out)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn entries_stand_on_lines_and_what_is_in_them_does_not() {
        let document = json!({ "a": [{ "b": [1, 2] }, { "c": {} }], "d": "x\n", "e": [] });
        let mut bytes = Vec::new();
        super::lines(&document, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let expected = "{\n\"a\":[\n{\"b\":[1,2]},\n{\"c\":{}}\n],\n\"d\":\"x\\n\",\n\"e\":[]\n}\n";
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), document);
    }
}
