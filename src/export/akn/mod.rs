//! Turns a plan's best text in one language into an Akoma Ntoso 3.0 document, `/data/plans/<plan>.akn.xml`.
//! Knows nothing of the other language's text, nor of how pages show it.
//!
//! The standard knows one text in one language per document, so there is one file per language: the plan's own language
//! has the plain name, the other one carries its code (`<plan>.en.akn.xml`).
//!
//! A digest is a work of the portal's own that is about the plan: its `FRBRWork` is the digest, and the plan's own
//! document stands among its references. Only an official text or a translation is an expression of the plan itself.
//! The eIds are the portal's clause ids, which never change.
//!
//! 1. [`head`] says what the document is, whose, from when, and names what it refers to;
//! 2. [`body`] nests the clauses by their ids;
//! 3. [`words`] marks names and figures in the text;
//! 4. [`proprietary`] carries what the standard has no element for: targets with deadlines, duties.

mod body;
mod head;
mod proprietary;
mod words;

use super::portal::Portal;
use super::xml::Xml;
use crate::content::PlanText;
use crate::content::words::SourceLang;
use crate::lang::Lang;
use crate::resolve::{Entity, Site};
use std::collections::BTreeSet;
use std::io::Write;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The languages that a plan has a text in: the plan's own first.
pub(super) fn languages(site: &Site, plan: usize) -> impl Iterator<Item = Lang> {
    let folder = &site.catalog.plans[plan];
    let own = own_language(site, plan);
    [own, own.other()].into_iter().filter(move |lang| folder.texts.iter().any(|text| text.lang == *lang))
}

/// The language whose file has the plain name.
pub(super) fn own_language(site: &Site, plan: usize) -> Lang {
    match site.catalog.plans[plan].record.plan.source_lang {
        SourceLang::En => Lang::En,
        SourceLang::Zh | SourceLang::Both => Lang::Zh,
    }
}

/// One document.
struct Document<'a> {
    portal: Portal<'a>,
    plan: usize,
    lang: Lang,
    text: &'a PlanText,
}

/// Writes the document of a plan in a language.
///
/// # Errors
/// When the text cannot be read.
pub(super) fn write(portal: Portal<'_>, plan: usize, lang: Lang, out: &mut dyn Write) -> anyhow::Result<()> {
    let folder = &portal.site.catalog.plans[plan];
    let file = folder.texts.iter().find(|text| text.lang == lang);
    let file = file.ok_or_else(|| anyhow::anyhow!("{} has no text in {}", folder.id(), lang.code()))?;
    let text = crate::content::text::read(file, portal.bodies.source(file)?, &mut Vec::new());
    let document = Document { portal, plan, lang, text: &text };
    // What the text names must be declared before it.
    let mut named = BTreeSet::new();
    let body = document.body(&mut named);
    let mut xml = Xml::new(out)?;
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE)])?;
    xml.open("doc", &[("name", folder.record.plan.kind.word())])?;
    document.head(&named, &mut xml)?;
    document.preface(&mut xml)?;
    xml.raw("mainBody", &[], &body)?;
    xml.close("doc")?;
    xml.close("akomaNtoso")?;
    Ok(xml.finish()?)
}

/// How the document refers to a thing: the eId of its declaration.
fn eid(portal: Portal<'_>, entity: Entity) -> String {
    format!("{}-{}", entity.parts().0.scheme(), portal.site.id(entity))
}
