//! Turns the norms that a portal of policy plans should follow into one table: what each asks, and how it is found out.
//! Knows nothing of words: those are in the message files under the same names.
//!
//! Nothing in this table says that an item holds. It is looked at in what was made, or a test of the program shows it for
//! every kind of page, or it takes a person.

use super::files;
use super::pages;

/// A norm.
pub(super) struct Norm {
    pub(super) id: &'static str,
    pub(super) items: &'static [Item],
    /// True for a norm that concerns only portals of a government, which have a site identification code.
    pub(super) of_government: bool,
}

/// One thing that a norm asks for.
pub(super) struct Item {
    pub(super) id: &'static str,
    pub(super) shown: Shown,
}

/// How it is found out whether an item holds.
pub(super) enum Shown {
    /// Every page is asked.
    Pages(pages::Question),
    /// Every file whose path ends so is asked.
    Files(&'static str, files::Question),
    /// Every plan that bears it is asked for what its record says.
    Plans(fn(&crate::content::plan::PlanMeta) -> Option<bool>),
    /// A test of the program looks at every kind of page.
    Test(&'static str),
    /// Somebody has to look.
    Person,
}

macro_rules! norms {
    ($($id:literal $($government:ident)? { $($item:literal $shown:expr,)* })*) => {
        &[$(Norm {
            id: $id,
            items: &[$(Item { id: $item, shown: $shown },)*],
            of_government: norms!(@ $($government)?),
        },)*]
    };
    (@ government) => { true };
    (@) => { false };
}

use Shown::{Files, Pages, Person, Plans, Test};

/// The browser's tests, where what a page looks like is looked at.
const LOOKS: &str = "tests/browser/pages.test.mjs";
const BEHAVES: &str = "tests/browser/behaviour.test.mjs";
const STANDARDS: &str = "tests/standards.rs";

/// The norms in the order of a reader's interest.
pub(super) const NORMS: &[Norm] = norms! {
    "wcag" {
        "wcag-language" Pages(pages::lang),
        "wcag-title" Pages(pages::title),
        "wcag-headings" Pages(pages::headings),
        "wcag-pictures" Pages(pages::pictures),
        "wcag-landmarks" Pages(pages::landmarks),
        "wcag-skip" Pages(pages::skip),
        "wcag-names" Pages(pages::names),
        "wcag-labels" Pages(pages::labels),
        "wcag-tables" Pages(pages::tables),
        "wcag-zoom" Pages(pages::zoom),
        "wcag-ids" Pages(pages::ids),
        "wcag-contrast" Test(LOOKS),
        "wcag-reflow" Test(LOOKS),
        "wcag-keyboard" Test(BEHAVES),
        "wcag-aloud" Test("tests/browser/aloud.test.mjs"),
        "wcag-readers" Person,
        "wcag-plain" Person,
    }
    "html" {
        "html-valid" Test("tests/browser/html.test.mjs"),
    }
    "government" government {
        "government-site" Pages(pages::site_tags),
        "government-column" Pages(pages::column_tags),
        "government-article" Pages(pages::article_tags),
        "government-foot" Person,
    }
    "library" {
        "library-issuers" Plans(|plan| Some(!plan.issuers.is_empty())),
        "library-issued" Plans(|plan| Some(plan.issued.is_some())),
        "library-published" Plans(|plan| Some(plan.published.is_some())),
        "library-number" Plans(|plan| plan.number.as_ref().map(|number| number.contains('号'))),
    }
    "paper" {
        "paper-layout" Test("tests/browser/paper.test.mjs"),
        "paper-office" Person,
    }
    "citation" {
        "citation-reference" Pages(pages::reference),
        "citation-form" Person,
    }
    "schema-org" {
        "schema-org-legislation" Pages(pages::legislation),
        "schema-org-digest" Pages(pages::based_on),
        "schema-org-bodies" Pages(pages::bodies),
        "schema-org-trail" Pages(pages::trail),
        "schema-org-terms" Test(STANDARDS),
    }
    "eli" {
        "eli-resource" Files(".eli.jsonld", files::legal_resource),
        "eli-expression" Files(".eli.jsonld", files::legal_expression),
        "eli-format" Files(".eli.jsonld", files::legal_format),
        "eli-part" Files(".eli.jsonld", files::legal_part),
        "eli-address" Files(".eli.jsonld", files::legal_address),
        "eli-terms" Test(STANDARDS),
    }
    "akn" {
        "akn-xml" Files(".akn.xml", files::well_formed),
        "akn-frbr" Files(".akn.xml", files::frbr),
        "akn-addressed" Files(".akn.xml", files::addressed),
        "akn-declared" Files(".akn.xml", files::declared),
        "akn-schema" Test(STANDARDS),
    }
    "dcat" {
        "dcat-catalogue" Files("data/catalog.jsonld", files::catalogue),
        "dcat-dataset" Files("data/catalog.jsonld", files::dataset),
        "dcat-distribution" Files("data/catalog.jsonld", files::distribution),
        "dcat-terms" Test(STANDARDS),
    }
    "dublin-core" {
        "dublin-core-page" Pages(pages::dublin_core),
        "dublin-core-plan" Pages(pages::dublin_core_plan),
    }
    "open-graph" {
        "open-graph-basic" Pages(pages::open_graph),
        "open-graph-image" Pages(pages::open_graph_image),
    }
    "atom" {
        "atom-feed" Files("feed.atom", files::feed),
        "atom-entries" Files("feed.atom", files::entries),
    }
    "sitemap" {
        "sitemap-addresses" Files("sitemap.xml", files::mapped),
        "sitemap-alternates" Pages(pages::alternates),
    }
    "policy" {
        "policy-pages" Pages(pages::policy),
        "policy-header" Test("tests/serve.rs"),
    }
    "data" {
        "data-hashes" Files("data/index.json", files::hashes),
        "data-schemas" Test("tests/export.rs"),
    }
};
