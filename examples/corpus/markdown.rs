//! Turns the clauses of a plan into Markdown.
//! Knows nothing of where links lead.

use crate::both::Lang;
use crate::plan::{Piece, Plan};
use std::fmt::{Error, Write};

/// Writes headings with ids, paragraphs and lists; names and citations as `link` words them.
pub(crate) fn write(
    text: &mut String,
    plan: &Plan,
    lang: Lang,
    link: impl Fn(&Piece) -> String,
) -> Result<(), Error> {
    for clause in &plan.clauses {
        let level = if clause.id.contains('-') { "###" } else { "##" };
        writeln!(text, "{level} {} {{#{}}}\n", clause.heading.of(lang), clause.id)?;
        let mut blocks = clause.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            text.push_str(if block.item { "- " } else { "" });
            block.text.of(lang).iter().for_each(|piece| text.push_str(&link(piece)));
            let tight = block.item && blocks.peek().is_some();
            text.push_str(if tight { "\n" } else { "\n\n" });
        }
    }
    Ok(())
}
