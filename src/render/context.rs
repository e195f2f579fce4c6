//! Turns a page's place in the site into links, words and names for that page.
//! Knows nothing of what the page shows.

use super::Renderer;
use super::format::Format;
use super::view::{AssetLink, Date, FileLink, Link, Tag};
use crate::content::plan::{PlanMeta, PlanRecord};
use crate::content::words::Basis;
use crate::lang::{Bilingual, Lang};
use crate::record::PartialDate;
use crate::resolve::{Clause, ClauseRef, Entity, PageKey, Site};
use crate::route::Route;
use crate::template::Asked;

/// Everything that the builder of one page asks for besides the model.
pub struct Ctx<'a> {
    /// The renderer, shared by all pages.
    pub renderer: &'a Renderer<'a>,
    /// The portal.
    pub site: &'a Site,
    /// Which page.
    pub page: &'a PageKey,
    /// The page's language; English at the gateway.
    pub lang: Lang,
    /// Where it lives.
    pub route: Route,
}

impl<'a> Ctx<'a> {
    /// The context of a page.
    pub fn new(renderer: &'a Renderer<'a>, page: &'a PageKey) -> Self {
        let site = renderer.site;
        Ctx { renderer, site, page, lang: page.lang().unwrap_or(Lang::En), route: site.route(page) }
    }

    /// How the page's language writes.
    pub fn format(&self) -> &'a Format {
        self.renderer.format.get(self.lang)
    }

    /// What a template can show: no other field needs to be made.
    pub fn asked(&self, template: &str) -> &'a Asked {
        self.renderer.templates.asked(template)
    }

    /// An interface word without arguments.
    pub fn word(&self, key: &'a str) -> &'a str {
        self.word_in(self.lang, key)
    }

    /// An interface word made of a group and a value of the vocabulary: `role-lead`.
    pub fn term(&self, group: &str, word: &str) -> String {
        let key = format!("{group}-{word}");
        self.renderer.theme.messages.get(self.lang).word(&key).to_owned()
    }

    /// An interface word of a language.
    pub fn word_in(&self, lang: Lang, key: &'a str) -> &'a str {
        self.renderer.theme.messages.get(lang).word(key)
    }

    /// An interface sentence with arguments.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.renderer.theme.messages.get(self.lang).say(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// A word of the vocabulary with its explanation, for `<span class="tag">`.
    pub fn tag(&self, group: &str, word: &str) -> Tag {
        let hint_key = format!("{group}-{word}-hint");
        let hint =
            self.renderer.theme.messages.get(self.lang).plain().get(&hint_key).cloned().unwrap_or_default();
        Tag { kind: word.to_owned(), text: self.term(group, word), hint }
    }

    /// The tag of a basis; none where the value is stated.
    pub fn basis(&self, basis: Basis) -> Option<Tag> {
        (basis != Basis::Stated).then(|| self.tag("basis", basis.word()))
    }

    /// The link to a page.
    pub fn href(&self, page: &PageKey) -> String {
        match self.site.home(page) {
            Some(_) => self.site.address(page),
            None => self.href_to(&self.site.route(page)),
        }
    }

    /// The link to what lives somewhere: relative to the page. A page for missing addresses is shown at any depth, so
    /// that only links from the root of the host lead anywhere from it.
    fn href_to(&self, target: &Route) -> String {
        match self.page {
            PageKey::RootMissing | PageKey::Missing(_) => {
                let base = self.site.catalog.config.base_url.as_str();
                let host = base.split_once("://").map_or(base, |(_, rest)| rest);
                let folder = host.find('/').map_or("/", |at| &host[at..]);
                format!("{folder}{}", target.url_path())
            }
            _ => self.route.href_to(target),
        }
    }

    /// The relative link to a file of the output by its path.
    pub fn file_href(&self, path: &str) -> Option<String> {
        Route::file(path).ok().map(|route| self.href_to(&route))
    }

    /// A file of the theme by its name. A page of a folder names no hash: a browser takes files of the disk for another
    /// site's, of which it may not know what they hold.
    pub fn asset(&self, name: &str) -> Option<AssetLink> {
        let asset = self.renderer.theme.asset(name)?;
        let integrity = (!self.renderer.offline).then(|| asset.integrity.clone());
        Some(AssetLink { href: self.file_href(&asset.path)?, integrity })
    }

    /// The absolute address of a page.
    pub fn absolute(&self, page: &PageKey) -> String {
        self.site.address(page)
    }

    /// The name of a thing in the page's language, leading to its page; not to itself.
    pub fn link(&self, entity: Entity) -> Link {
        self.link_as(entity, self.site.name(entity, self.lang))
    }

    /// A thing under another name.
    pub fn link_as(&self, entity: Entity, text: &str) -> Link {
        let page = PageKey::Thing(self.lang, entity);
        let href = (page != *self.page).then(|| self.href(&page));
        Link { text: text.to_owned(), href, lang: None }
    }

    /// The name of a thing in the other language, leading to its page there.
    pub fn other_link(&self, entity: Entity) -> Link {
        let other = self.lang.other();
        let href = self.href(&PageKey::Thing(other, entity));
        Link {
            text: self.site.name(entity, other).to_owned(),
            href: Some(href),
            lang: Some(other.tag().to_owned()),
        }
    }

    /// A plan's short title.
    pub fn plan_title(&self, plan: usize) -> &'a str {
        let meta = self.meta(plan);
        meta.short.as_ref().unwrap_or(&meta.title).get(self.lang)
    }

    /// A plan by its short title.
    pub fn plan_link(&self, plan: usize) -> Link {
        self.link_as(Entity::Plan(plan), self.plan_title(plan))
    }

    /// The metadata of a plan.
    pub fn meta(&self, plan: usize) -> &'a PlanMeta {
        &self.record(plan).plan
    }

    /// The record of a plan.
    pub fn record(&self, plan: usize) -> &'a PlanRecord {
        &self.site.catalog.plans[plan].record
    }

    /// The clause of a reference.
    pub fn clause(&self, at: ClauseRef) -> &'a Clause {
        &self.site.skeletons[at.plan as usize].clauses[at.clause as usize]
    }

    /// The clause of a plan with an id.
    pub fn clause_at(&self, plan: usize, id: &str) -> Option<ClauseRef> {
        let clause = self.site.skeletons[plan].find(id)?;
        Some(ClauseRef { plan: u32::try_from(plan).ok()?, clause: u32::try_from(clause).ok()? })
    }

    /// The address of a clause on its plan's page; on that page itself only the anchor.
    pub fn clause_href(&self, plan: usize, id: &str) -> String {
        let page = PageKey::Thing(self.lang, Entity::Plan(plan));
        if page == *self.page { format!("#{id}") } else { format!("{}#{id}", self.href(&page)) }
    }

    /// A clause as number and heading: 三（一）1 深化政府间合作.
    pub fn clause_link(&self, at: ClauseRef) -> Link {
        let clause = self.clause(at);
        let (lang, heading) =
            clause.heading.best(self.lang).map_or((self.lang, ""), |(lang, text)| (lang, &**text));
        let number = self.site.cited(clause, self.lang);
        let text = numbered(&number, heading);
        Link { text, href: Some(self.clause_href(at.plan as usize, &clause.id)), lang: self.foreign(lang) }
    }

    /// A clause with its plan: “Belt and Road plan, II (3)”. Clauses without a number are cited by their heading.
    pub fn clause_of_plan(&self, plan: usize, id: &str) -> Link {
        let skeleton = &self.site.skeletons[plan];
        let place = skeleton.find(id).map(|at| {
            let clause = &skeleton.clauses[at];
            let number = self.site.cited(clause, self.lang);
            let heading = clause.heading.best(self.lang).map_or("", |(_, heading)| heading);
            if number.is_empty() { heading.to_owned() } else { number }
        });
        let space = if self.lang == Lang::Zh { "　" } else { ", " };
        let text = format!("{}{space}{}", self.plan_title(plan), place.unwrap_or_default());
        Link { text, href: Some(self.clause_href(plan, id)), lang: None }
    }

    /// The `lang` of a part in another language than the page's.
    pub fn foreign(&self, lang: Lang) -> Option<String> {
        (lang != self.lang).then(|| lang.tag().to_owned())
    }

    /// A document number, which keeps its own language.
    pub fn numbered(&self, number: &str) -> Link {
        let han = number.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        Link { text: number.to_owned(), href: None, lang: if han { self.foreign(Lang::Zh) } else { None } }
    }

    /// A date for people and machines.
    pub fn date(&self, date: PartialDate) -> Date {
        Date { text: self.format().date(date), iso: date.to_string() }
    }

    /// A site outside the portal by its address; nothing for what is no web address.
    pub fn website(&self, url: &str) -> Option<Link> {
        let name = url.split_once("://")?.1.trim_end_matches('/').trim_start_matches("www.").to_owned();
        Some(Link { text: name, href: Some(web_address(url)?.to_owned()), lang: None })
    }

    /// The value of a pair in the page's language.
    pub fn text<'t>(&self, pair: &'t Bilingual<String>) -> &'t str {
        pair.get(self.lang)
    }

    /// JSON and CSV of a data set, under a name that makes sense alone; nothing where the data is switched off.
    pub fn data_files(&self, set: &str) -> Vec<FileLink> {
        if !self.site.catalog.config.output.data {
            return Vec::new();
        }
        let name = self.renderer.theme.messages.get(self.lang).word(set).to_owned();
        let file = |path: String, kind: &str, media: &str| {
            let (open, close) = (self.word("open-bracket"), self.word("close-bracket"));
            let text = format!("{name}{open}{kind}{close}");
            Some(FileLink {
                text,
                href: self.file_href(&path)?,
                media: media.to_owned(),
                size: String::new(),
            })
        };
        let csv = file(format!("data/{set}.{}.csv", self.lang.code()), "CSV", "text/csv");
        let json = file(format!("data/{set}.json"), "JSON", "application/json");
        csv.into_iter().chain(json).collect()
    }
}

/// A heading after its number: 二 教育, 二（一）目标, II (1) Aims; a full-width bracket keeps its own distance.
pub(super) fn numbered(number: &str, heading: &str) -> String {
    match number {
        "" => heading.to_owned(),
        number if number.ends_with('）') => format!("{number}{heading}"),
        number => format!("{number} {heading}"),
    }
}

/// An address that may become a link: of the web, and nothing that could run.
pub(in crate::render) fn web_address(url: &str) -> Option<&str> {
    let scheme = url.split_once("://")?.0;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    (is_web && !url.contains(|c: char| c.is_whitespace() || c.is_control())).then_some(url)
}
