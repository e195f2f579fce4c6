//! Turns changes into an Atom feed: an entry for each.
//! Knows nothing of what the changes are made from.
//!
//! No clock is read: everything is dated by the day for which the later content is true, and an entry's name follows from
//! what it says, so the same two days give the same feed.

use super::change::Change;
use super::data::About;
use super::tell::Teller;
use crate::export::xml::Xml;

/// The feed, in the language of the teller.
///
/// # Errors
/// When it cannot be written.
pub fn atom(changes: &[Change], about: &About, teller: &Teller<'_>) -> anyhow::Result<String> {
    let lang = teller.lang;
    let mut bytes = Vec::new();
    let mut xml = Xml::new(&mut bytes)?;
    let updated = format!("{}T00:00:00Z", about.as_of);
    let title = about.title.get(lang);
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang.tag())])?;
    xml.words("id", &[], &tag(about, &format!("changes/{}", lang.code())))?;
    xml.words("title", &[], &teller.words.word("diff-feed", &[("title", title)]))?;
    xml.words("updated", &[], &updated)?;
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("href", &format!("{}{}/", about.base, lang.code()))],
    )?;
    xml.open("author", &[])?;
    xml.words("name", &[], about.publisher.get(lang))?;
    xml.close("author")?;
    for change in changes {
        xml.open("entry", &[])?;
        let hash = blake3::hash(serde_json::to_string(change)?.as_bytes()).to_hex();
        xml.words("id", &[], &tag(about, &format!("change/{}", &hash[..16])))?;
        xml.words("title", &[], &teller.head(change))?;
        xml.words("updated", &[], &updated)?;
        // An entry without content has a link.
        let home = format!("{}{}/", about.base, lang.code());
        let url = change.url.as_ref().map_or(&home, |url| url.get(lang));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", url)])?;
        xml.empty("category", &[("term", change.kind.word())])?;
        xml.words("summary", &[], &teller.sentence(change))?;
        xml.close("entry")?;
    }
    xml.close("feed")?;
    xml.finish()?;
    Ok(String::from_utf8(bytes)?)
}

/// A `tag:` URI (RFC 4151): who had the portal's host on that day says that this is the name.
fn tag(about: &About, name: &str) -> String {
    let address = about.base.split_once("://").map_or(about.base.as_str(), |(_, address)| address);
    let (authority, path) = address.split_once('/').unwrap_or((address, ""));
    let host = authority.split(':').next().unwrap_or(authority);
    format!("tag:{host},{}:{path}{name}", about.as_of)
}
