//! Turns a page's place in the site into what surrounds every page: head, bar, breadcrumbs, footer.

use super::{Link, SearchBox};
use serde::Serialize;

/// What every page has around its own content.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Frame {
    /// Interface language, `zh` or `en`: the `lang` argument of `msg()`.
    pub lang: String,
    /// BCP 47 language of the page: `zh-Hans` or `en`.
    pub html_lang: String,
    /// Page kind (`home`, `plan`, `target` …): class of `<body>`.
    pub kind: String,
    /// The whole `<title>`.
    pub title: String,
    /// Meta description; may be empty.
    pub description: String,
    /// The portal's short name in the bar.
    pub brand: String,
    /// The portal's full name, for footer and print.
    pub portal: String,
    /// Home page of this language.
    pub home: String,
    /// Absolute canonical address, only where it is true.
    pub canonical: Option<String>,
    /// Absolute `hreflang` alternates, only where they are true, `x-default` included.
    pub alternates: Vec<Alternate>,
    /// `noindex` and the like.
    pub robots: Option<String>,
    /// Other meta tags: Open Graph, Dublin Core, government-site tags when configured.
    pub meta: Vec<Meta>,
    /// What is there in other formats: feeds, data.
    pub renditions: Vec<Rendition>,
    /// JSON-LD, already serialised, every `<` written `\u003c`.
    pub jsonld: Option<String>,
    /// Style sheets in order.
    pub styles: Vec<AssetLink>,
    /// Scripts in order; classic and deferred.
    pub scripts: Vec<AssetLink>,
    /// The SVG icon.
    pub icon: String,
    /// Main navigation.
    pub nav: Vec<NavItem>,
    /// The search box; not on the search page itself.
    pub search: Option<SearchBox>,
    /// The same page in the other language.
    pub switch: Option<Switch>,
    /// From home to here; the last one is this page and has no href. Empty on home.
    pub breadcrumbs: Vec<Link>,
    /// Language of the article where the page has no twin in the frame's language.
    pub main_lang: Option<String>,
    /// What stands below.
    pub footer: Footer,
}

/// A file of the theme that a page loads.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AssetLink {
    /// Where it lies, relative to the page.
    pub href: String,
    /// The hash of what it holds; none in pages that are opened from a folder.
    pub integrity: Option<String>,
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Alternate {
    /// `zh-Hans`, `en` or `x-default`.
    pub hreflang: String,
    /// Absolute address.
    pub href: String,
}

/// One `<meta>`; exactly one of `name` and `property` is set.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Meta {
    /// `name` attribute.
    pub name: Option<String>,
    /// `property` attribute (Open Graph).
    pub property: Option<String>,
    /// `content` attribute.
    pub content: String,
}

/// The same in another format: an Atom feed, Akoma Ntoso, linked data.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Rendition {
    /// Its title.
    pub title: String,
    /// Where it lies.
    pub href: String,
    /// Its media type.
    pub media: &'static str,
}

/// One entry of the main navigation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavItem {
    /// What is shown.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The reader is in this section.
    pub current: bool,
    /// The reader is on exactly this page.
    pub here: bool,
}

/// The way to the other language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Switch {
    /// The twin, or the other language's home where there is none.
    pub href: String,
    /// In the other language: 中文, English.
    pub label: String,
    /// BCP 47 language of label and target.
    pub lang: String,
    /// False where the link leads to the home page because this page has no twin.
    pub twin: bool,
}

/// What stands at the foot of every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Footer {
    /// Who runs the portal; may have no href.
    pub organisation: Option<Link>,
    /// How to reach them.
    pub contact: Option<Link>,
    /// Licence of the portal's own text and data.
    pub licence: Option<Link>,
    /// About, accessibility, data, corrections …
    pub links: Vec<Link>,
    /// "As of 1 November 2026", already formatted; may be empty.
    pub as_of: String,
}
