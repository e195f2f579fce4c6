//! Turns `styles.xml` into what each style says: heading depth, numbering, hidden, table of contents.
//! Knows nothing of paragraphs.

use super::xml::{self, Piece};
use crate::import::read::{Limits, Refusal};
use std::collections::BTreeMap;

/// What a style says; what it does not say, the style that it is based on says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    /// Outline level, from 0; 9 is running text.
    pub(super) outline: Option<usize>,
    pub(super) numbering: Option<usize>,
    pub(super) level: Option<usize>,
    pub(super) hidden: Option<bool>,
}

/// All styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

/// A chain of styles based on one another is no longer than this.
const LONGEST_CHAIN: usize = 20;

impl Styles {
    pub(super) fn read(xml: &str, limits: Limits) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut id = String::new();
        let mut style = Style::default();
        xml::read(xml, limits, &mut |piece| match piece {
            Piece::Start(element) => {
                let value = || element.value("val").unwrap_or_default().to_owned();
                match element.name.as_str() {
                    "w:style" => {
                        id = element.value("styleId").unwrap_or_default().to_owned();
                        style = Style::default();
                    }
                    "w:name" => style.name = value().to_lowercase(),
                    "w:basedOn" => style.based_on = Some(value()),
                    "w:outlineLvl" => style.outline = element.number("val"),
                    "w:numId" => style.numbering = element.number("val"),
                    "w:ilvl" => style.level = element.number("val"),
                    "w:vanish" => style.hidden = Some(element.is_on()),
                    _ => {}
                }
            }
            Piece::End(name) if name == "w:style" => {
                styles.styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
            }
            _ => {}
        })?;
        Ok(styles)
    }

    /// What a style says, with all that it is based on.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut found = Style::default();
        let mut next = Some(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            if found.name.is_empty() {
                found.name.clone_from(&style.name);
            }
            let by_name = style.name.strip_prefix("heading ").and_then(|depth| depth.parse::<usize>().ok());
            let by_name = by_name.and_then(|depth| depth.checked_sub(1));
            found.outline = found.outline.or(style.outline).or(by_name);
            found.numbering = found.numbering.or(style.numbering);
            found.level = found.level.or(style.level);
            found.hidden = found.hidden.or(style.hidden);
            next = style.based_on.as_deref();
        }
        found
    }
}

impl Style {
    /// Whether paragraphs of this style make up a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.name.starts_with("toc ") || self.name.starts_with("contents ") || self.name == "table of figures"
    }
}
