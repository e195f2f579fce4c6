//! Turns what the model knows into what a template may see: plain structs whose text is already
//! written in the reader's language (dates, numbers, order) and whose hrefs are already relative.
//!
//! A template receives three variables: `frame` ([`Frame`]), `page` (one struct of [`Page`]) and `t`
//! (all messages without arguments). Every field is always present: what is missing is `null`, an
//! empty list or an empty string, so no template meets an undefined name. Fields called `html` hold
//! finished, safe HTML; everything else is escaped by the template engine.

mod figure;
mod frame;
mod list;
mod picture;
mod plan;
mod record;
mod search;
mod site;

pub use figure::{FactRow, Figure, ProjectRow, SubjectFigure, TargetRow, When, Who};
pub use frame::{Alternate, AssetLink, Footer, Frame, Meta, NavItem, Rendition, Switch};
pub use list::{
    Count, Counted, Entry, Facet, FacetOption, FactsPage, Group, ListPage, PageLink, Pager, PlanItem,
    PlansPage, ProjectGroup, ProjectsPage, TargetsPage,
};
pub use picture::{Picture, PictureRow};
pub use plan::{
    Change, Citation, ClauseView, EditionNotice, Flags, Margin, Pair, PairRow, ParallelPage, PlanPage, Side,
    Source, TocItem,
};
pub use record::{
    BodyPage, DocumentPage, DutyGroup, DutyRow, Mention, MentionGroup, Mentions, PartnerPage, Passage,
    PlacePage, PriorityRow, ProjectPage, TargetPage, TermPage, TopicPage,
};
pub use search::{SearchBox, SearchFacet, SearchPage};
pub use site::{
    ContentPage, DataFile, DataPage, Due, GatewayChoice, GatewayPage, HomePage, MissingPage, Sample,
};

use serde::Serialize;

/// A piece of text that usually leads somewhere. Its text must make sense read alone.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Link {
    /// What is shown.
    pub text: String,
    /// Where it leads, relative to the page; `None` shows plain text.
    pub href: Option<String>,
    /// BCP 47 language of the text where it differs from its surroundings.
    pub lang: Option<String>,
}

/// A small word that qualifies a value: nature, force, basis, edition, state.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Tag {
    /// The vocabulary word (`binding`, `strive`, `stale` …); becomes a class name.
    pub kind: String,
    /// What is shown.
    pub text: String,
    /// One sentence that explains the word; may be empty.
    pub hint: String,
}

/// A date for people and for machines.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Date {
    /// As the language writes it: 2021年12月31日, 31 December 2021.
    pub text: String,
    /// ISO 8601, as exact as known: 2021, 2016-03, 2021-12-31.
    pub iso: String,
}

/// A file that a page offers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileLink {
    /// A name that makes sense alone: 目标（CSV）, Targets (CSV).
    pub text: String,
    /// Where it lies.
    pub href: String,
    /// Media type: text/csv, application/json …
    pub media: String,
    /// Size for people (12 KB); may be empty.
    pub size: String,
}

/// One page of any kind; [`Page::template`] names the template that draws it.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Page {
    /// `/`
    Gateway(GatewayPage),
    /// `/{lang}/`
    Home(Box<HomePage>),
    /// `/{lang}/plans/`
    Plans(PlansPage),
    /// `/{lang}/plans/<plan>/`
    Plan(Box<PlanPage>),
    /// `/{lang}/plans/<plan>/parallel/`
    Parallel(ParallelPage),
    /// `/{lang}/targets/`
    Targets(TargetsPage),
    /// `/{lang}/targets/due/<year>/`
    TargetsDue(TargetsPage),
    /// `/{lang}/targets/<plan>/<target>/`
    Target(Box<TargetPage>),
    /// `/{lang}/facts/`
    Facts(FactsPage),
    /// `/{lang}/departments/`
    Departments(ListPage),
    /// `/{lang}/departments/<id>/`
    Department(Box<BodyPage>),
    /// `/{lang}/partners/`
    Partners(ListPage),
    /// `/{lang}/partners/<id>/`
    Partner(Box<PartnerPage>),
    /// `/{lang}/places/`
    Places(ListPage),
    /// `/{lang}/places/<id>/`
    Place(Box<PlacePage>),
    /// `/{lang}/topics/`
    Topics(ListPage),
    /// `/{lang}/topics/<id>/`
    Topic(Box<TopicPage>),
    /// `/{lang}/projects/`
    Projects(ProjectsPage),
    /// `/{lang}/projects/<id>/`
    Project(Box<ProjectPage>),
    /// `/{lang}/documents/`
    Documents(ListPage),
    /// `/{lang}/documents/<id>/`
    Document(Box<DocumentPage>),
    /// `/{lang}/glossary/`
    Glossary(ListPage),
    /// `/{lang}/glossary/<id>/`
    Term(Box<TermPage>),
    /// `/{lang}/search/`
    Search(SearchPage),
    /// `/{lang}/data/`
    Data(DataPage),
    /// `/{lang}/about/` and every other page of `content/pages`
    Content(ContentPage),
    /// `/{lang}/404.html`
    Missing(MissingPage),
    /// `/404.html`
    MissingRoot(GatewayPage),
}

impl Page {
    /// The template that draws this kind of page, relative to `templates/`.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Gateway(_) => "gateway.html",
            Self::Home(_) => "home.html",
            Self::Plans(_) => "plans.html",
            Self::Plan(_) => "plan.html",
            Self::Parallel(_) => "parallel.html",
            Self::Targets(_) => "targets.html",
            Self::TargetsDue(_) => "targets-due.html",
            Self::Target(_) => "target.html",
            Self::Facts(_) => "facts.html",
            Self::Departments(_) => "departments.html",
            Self::Department(_) => "department.html",
            Self::Partners(_) => "partners.html",
            Self::Partner(_) => "partner.html",
            Self::Places(_) => "places.html",
            Self::Place(_) => "place.html",
            Self::Topics(_) => "topics.html",
            Self::Topic(_) => "topic.html",
            Self::Projects(_) => "projects.html",
            Self::Project(_) => "project.html",
            Self::Documents(_) => "documents.html",
            Self::Document(_) => "document.html",
            Self::Glossary(_) => "glossary.html",
            Self::Term(_) => "term.html",
            Self::Search(_) => "search.html",
            Self::Data(_) => "data.html",
            Self::Content(_) => "content.html",
            Self::Missing(_) => "404.html",
            Self::MissingRoot(_) => "404-root.html",
        }
    }
}
