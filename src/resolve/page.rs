//! Turns the site into the list of its pages, each with its route, before any HTML exists.
//! Knows nothing of what a page shows.

use super::Site;
use super::entity::{Entity, EntityKind};
use crate::lang::Lang;
use crate::route::{BadPath, Route};
use std::collections::BTreeMap;

/// A list is cut into pages of so many rows.
pub const PAGE_ROWS: usize = 500;

/// On how many pages so many rows stand; no rows have one.
pub fn pages_for(rows: usize) -> usize {
    rows.div_ceil(PAGE_ROWS).max(1)
}

/// The lists of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListKind {
    /// All plans.
    Plans,
    /// All targets.
    Targets,
    /// All facts.
    Facts,
    /// All projects.
    Projects,
    /// All bodies.
    Departments,
    /// All partners.
    Partners,
    /// All places.
    Places,
    /// All topics.
    Topics,
    /// All cited documents.
    Documents,
    /// All terms.
    Glossary,
}

impl ListKind {
    /// All lists.
    pub const ALL: [ListKind; 10] = [
        ListKind::Plans,
        ListKind::Targets,
        ListKind::Facts,
        ListKind::Projects,
        ListKind::Departments,
        ListKind::Partners,
        ListKind::Places,
        ListKind::Topics,
        ListKind::Documents,
        ListKind::Glossary,
    ];

    /// The folder of the list, which is also its name in messages and data.
    pub fn folder(self) -> &'static str {
        match self {
            ListKind::Plans => "plans",
            ListKind::Targets => "targets",
            ListKind::Facts => "facts",
            ListKind::Projects => "projects",
            ListKind::Departments => "departments",
            ListKind::Partners => "partners",
            ListKind::Places => "places",
            ListKind::Topics => "topics",
            ListKind::Documents => "documents",
            ListKind::Glossary => "glossary",
        }
    }

    /// The list that holds things of a kind.
    pub fn of(kind: EntityKind) -> ListKind {
        match kind {
            EntityKind::Department => ListKind::Departments,
            EntityKind::Partner => ListKind::Partners,
            EntityKind::Place => ListKind::Places,
            EntityKind::Document => ListKind::Documents,
            EntityKind::Term => ListKind::Glossary,
            EntityKind::Topic => ListKind::Topics,
            EntityKind::Plan => ListKind::Plans,
        }
    }
}

/// A target or fact, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordRef {
    /// The plan's number.
    pub plan: usize,
    /// Its number in the plan's list.
    pub index: usize,
    /// A fact and not a target.
    pub fact: bool,
}

/// A page, by what it shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKey {
    /// The language choice at `/`.
    Gateway,
    /// `/404.html`.
    RootMissing,
    /// A language's home.
    Home(Lang),
    /// A list, by its page from 1.
    List(Lang, ListKind, usize),
    /// The targets due in a year.
    Due(Lang, i16),
    /// A thing: a plan, a body, a partner, a place, a topic, a document, a term.
    Thing(Lang, Entity),
    /// Both languages of a plan side by side.
    Parallel(Lang, usize),
    /// One target.
    Target(Lang, RecordRef),
    /// One project: plan and number in its list.
    Project(Lang, usize, usize),
    /// The search page.
    Search(Lang),
    /// The open-data page.
    Data(Lang),
    /// A page of plain text, by number.
    Text(Lang, usize),
    /// `/{lang}/404.html`.
    Missing(Lang),
}

impl PageKey {
    /// The page's language; none at the gateway.
    pub fn lang(&self) -> Option<Lang> {
        match self {
            PageKey::Gateway | PageKey::RootMissing => None,
            PageKey::Home(lang)
            | PageKey::List(lang, ..)
            | PageKey::Due(lang, _)
            | PageKey::Thing(lang, _)
            | PageKey::Parallel(lang, _)
            | PageKey::Target(lang, _)
            | PageKey::Project(lang, ..)
            | PageKey::Search(lang)
            | PageKey::Data(lang)
            | PageKey::Text(lang, _)
            | PageKey::Missing(lang) => Some(*lang),
        }
    }

    /// True for what is made of one plan and what leads to it, as most pages are, and not of many plans.
    pub fn is_of_one_plan(&self) -> bool {
        use PageKey::{Parallel, Project, Target, Thing};
        matches!(self, Thing(_, Entity::Plan(_)) | Parallel(..) | Target(..) | Project(..))
    }

    /// The same page in the other language, whether or not there is one.
    #[must_use]
    pub fn twin(&self) -> PageKey {
        let mut twin = self.clone();
        match &mut twin {
            PageKey::Gateway | PageKey::RootMissing => {}
            PageKey::Home(lang)
            | PageKey::List(lang, ..)
            | PageKey::Due(lang, _)
            | PageKey::Thing(lang, _)
            | PageKey::Parallel(lang, _)
            | PageKey::Target(lang, _)
            | PageKey::Project(lang, ..)
            | PageKey::Search(lang)
            | PageKey::Data(lang)
            | PageKey::Text(lang, _)
            | PageKey::Missing(lang) => *lang = lang.other(),
        }
        twin
    }
}

impl Site {
    /// All pages, in a fixed order.
    pub fn pages(&self) -> &[PageKey] {
        self.addresses.pages()
    }

    /// The page that lives at a route.
    pub fn page_at(&self, route: &Route) -> Option<&PageKey> {
        self.addresses.page(route)
    }

    pub(super) fn all_pages(&self) -> Vec<PageKey> {
        let mut pages = vec![PageKey::Gateway, PageKey::RootMissing];
        for lang in Lang::ALL {
            pages.push(PageKey::Home(lang));
            for kind in ListKind::ALL {
                pages.extend((1..=self.list_pages(kind)).map(|page| PageKey::List(lang, kind, page)));
            }
            pages.extend(self.due_years().into_keys().map(|year| PageKey::Due(lang, year)));
            pages.extend(self.things().map(|entity| PageKey::Thing(lang, entity)));
            self.record_pages(lang, &mut pages);
            if self.catalog.config.output.search {
                pages.push(PageKey::Search(lang));
            }
            pages.push(PageKey::Data(lang));
            let texts = self.catalog.pages.iter().enumerate().filter(|(_, page)| page.id != "data");
            pages.extend(texts.map(|(index, _)| PageKey::Text(lang, index)));
            pages.push(PageKey::Missing(lang));
        }
        pages.retain(|page| self.home(page).is_none());
        pages
    }

    /// The portal on which a page stands, if that is not this one: the plan that it is of says so.
    pub fn home(&self, page: &PageKey) -> Option<&str> {
        let plan = match page {
            PageKey::Thing(_, Entity::Plan(plan))
            | PageKey::Parallel(_, plan)
            | PageKey::Project(_, plan, _) => *plan,
            PageKey::Target(_, at) => at.plan,
            _ => return None,
        };
        self.catalog.plans[plan].record.plan.home.as_ref().map(|home| home.as_str())
    }

    /// The whole address of a page, wherever it stands.
    pub fn address(&self, page: &PageKey) -> String {
        let home = self.home(page).unwrap_or(&self.catalog.config.base_url);
        format!("{home}{}", self.route(page).url_path())
    }

    fn record_pages(&self, lang: Lang, pages: &mut Vec<PageKey>) {
        let output = &self.catalog.config.output;
        for (plan, folder) in self.catalog.plans.iter().enumerate() {
            if output.parallel {
                pages.push(PageKey::Parallel(lang, plan));
            }
            if output.single_records {
                let record = |index| RecordRef { plan, index, fact: false };
                pages.extend(
                    (0..folder.record.target.len()).map(|index| PageKey::Target(lang, record(index))),
                );
                pages.extend(
                    (0..folder.record.project.len()).map(|index| PageKey::Project(lang, plan, index)),
                );
            }
        }
    }

    /// Everything with a page of its own.
    pub fn things(&self) -> impl Iterator<Item = Entity> {
        let catalog = &self.catalog;
        let plans = (0..catalog.plans.len()).map(Entity::Plan);
        let departments = (0..catalog.departments.records.len()).map(Entity::Department);
        let partners = (0..catalog.partners.records.len()).map(Entity::Partner);
        let places = (0..catalog.places.records.len()).map(Entity::Place);
        let topics = (0..catalog.topics.records.len()).map(Entity::Topic);
        let documents = (0..catalog.documents.records.len()).map(Entity::Document);
        let terms = (0..catalog.terms.records.len()).map(Entity::Term);
        plans.chain(departments).chain(partners).chain(places).chain(topics).chain(documents).chain(terms)
    }

    /// How many rows a list has.
    pub fn list_len(&self, kind: ListKind) -> usize {
        let catalog = &self.catalog;
        match kind {
            ListKind::Plans => catalog.plans.len(),
            ListKind::Targets => catalog.plans.iter().map(|plan| plan.record.target.len()).sum(),
            ListKind::Facts => catalog.plans.iter().map(|plan| plan.record.fact.len()).sum(),
            ListKind::Projects => catalog.plans.iter().map(|plan| plan.record.project.len()).sum(),
            ListKind::Departments => catalog.departments.records.len(),
            ListKind::Partners => catalog.partners.records.len(),
            ListKind::Places => catalog.places.records.len(),
            ListKind::Topics => catalog.topics.records.len(),
            ListKind::Documents => catalog.documents.records.len(),
            ListKind::Glossary => catalog.terms.records.len(),
        }
    }

    /// On how many pages a list stands; an empty list has one.
    pub fn list_pages(&self, kind: ListKind) -> usize {
        pages_for(self.list_len(kind))
    }

    /// The years in which targets are due, with how many.
    pub fn due_years(&self) -> BTreeMap<i16, usize> {
        let mut years = BTreeMap::new();
        for target in self.catalog.plans.iter().flat_map(|plan| &plan.record.target) {
            if let Some(year) = target.deadline.as_ref().and_then(|deadline| deadline.last_year()) {
                *years.entry(year).or_default() += 1;
            }
        }
        years
    }

    /// Where a page lives.
    #[expect(
        clippy::expect_used,
        reason = "ids were checked when they were read, so no part can leave the folder"
    )]
    pub fn route(&self, page: &PageKey) -> Route {
        self.try_route(page).expect("a route made of checked ids")
    }

    fn try_route(&self, page: &PageKey) -> Result<Route, BadPath> {
        let in_plan = |plan: usize| self.catalog.plans[plan].id();
        match page {
            PageKey::Gateway => Route::file("index.html"),
            PageKey::RootMissing => Route::file("404.html"),
            PageKey::Home(lang) => Route::page(*lang, &[]),
            PageKey::List(lang, kind, 1) => Route::page(*lang, &[kind.folder()]),
            PageKey::List(lang, kind, page) => {
                Route::page(*lang, &[kind.folder(), "page", &page.to_string()])
            }
            PageKey::Due(lang, year) => Route::page(*lang, &["targets", "due", &year.to_string()]),
            PageKey::Thing(lang, entity) => {
                Route::page(*lang, &[ListKind::of(entity.parts().0).folder(), self.id(*entity)])
            }
            PageKey::Parallel(lang, plan) => Route::page(*lang, &["plans", in_plan(*plan), "parallel"]),
            PageKey::Target(lang, at) => {
                Route::page(*lang, &["targets", in_plan(at.plan), &self.record(*at).id])
            }
            PageKey::Project(lang, plan, index) => {
                let number = self.catalog.plans[*plan].record.project[*index].number;
                Route::page(*lang, &["projects", in_plan(*plan), &number.to_string()])
            }
            PageKey::Search(lang) => Route::page(*lang, &["search"]),
            PageKey::Data(lang) => Route::page(*lang, &["data"]),
            PageKey::Text(lang, index) => Route::page(*lang, &[&self.catalog.pages[*index].id]),
            PageKey::Missing(lang) => Route::file(&format!("{}/404.html", lang.code())),
        }
    }
}
