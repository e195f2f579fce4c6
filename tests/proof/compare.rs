//! Turns an official clause and our digests of it into what one says and the other does not.
//! Knows nothing of how clauses are found.

use super::official::Official;
use diptych::content::plan::Target;
use diptych::content::words::{Basis, Extent};
use diptych::content::{Bodies, Catalog, PlanText};
use diptych::lang::Lang;
use diptych::markup::{Counts, Inline, Node, plain, walk};
use diptych::names::Hit;
use diptych::quantity::{self, Key, Quantity};
use diptych::resolve::{Aim, Clause, Entity, EntityKind, Site, aim};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What was found in the clauses of one plan.
#[derive(Default)]
pub(crate) struct Findings {
    /// The clause and the difference.
    pub(crate) differences: Vec<(String, String)>,
    /// Clauses that were compared.
    pub(crate) clauses: usize,
    /// Figures of official clauses, each once per clause.
    pub(crate) figures: usize,
    /// Names of official clauses, each once per clause.
    pub(crate) names: usize,
    /// Records whose figure was looked for.
    pub(crate) records: usize,
}

/// Compares a plan with the clauses of its official file.
pub(crate) fn compare(
    site: &Site,
    bodies: Bodies<'_>,
    plan: usize,
    clauses: &BTreeMap<String, Official>,
) -> Findings {
    let folder = &site.catalog.plans[plan];
    let (texts, _) = bodies.of(folder);
    let mut found = Findings::default();
    for clause in &site.skeletons[plan].clauses {
        let ours: Vec<Ours> = texts.iter().filter_map(|text| Ours::of(site, text, clause)).collect();
        let Some(official) = clauses.get(&*clause.id) else {
            if ours.iter().any(|text| !text.words.is_empty()) {
                found.note(clause, "is not found in the official file".to_owned());
            }
            continue;
        };
        found.clauses += 1;
        found.words(site, clause, official, &ours);
        found.shape(clause, official, &ours);
    }
    for (record, kind) in folder
        .record
        .target
        .iter()
        .map(|target| (target, "target"))
        .chain(folder.record.fact.iter().map(|fact| (fact, "fact")))
    {
        let clause = record.clause.as_str();
        let text = clauses.get(clause).map(|official| official.text.as_str()).unwrap_or_default();
        found.records += 1;
        let lacking = lacking(record, text);
        found.differences.extend(
            lacking.map(|what| (clause.to_owned(), format!("{kind} {}: {what}", record.id.as_str()))),
        );
    }
    found
}

/// A digest of a clause.
struct Ours {
    lang: Lang,
    heading: String,
    words: String,
    counts: Counts,
    names: BTreeSet<Entity>,
    /// Words that a link by hand gives to a name.
    linked: BTreeMap<Entity, Vec<String>>,
}

impl Ours {
    fn of(site: &Site, text: &PlanText, clause: &Clause) -> Option<Ours> {
        let lang = text.file.lang;
        let found = text.clause(&clause.id)?;
        let blocks = text.section(found).blocks;
        let mentions = clause.mentions.iter().filter(|mention| match lang {
            Lang::Zh => mention.zh,
            Lang::En => mention.en,
        });
        let names = mentions.map(|mention| thing(&site.catalog, mention.entity)).collect();
        let words = plain::of_blocks(blocks);
        let mut linked: BTreeMap<Entity, Vec<String>> = BTreeMap::new();
        for node in walk(blocks) {
            let Node::Inline(Inline::Link(link)) = node else { continue };
            if let Ok(Aim::Entity(entity)) = aim(&site.catalog, &link.target) {
                let entity = thing(&site.catalog, entity);
                linked.entry(entity).or_default().push(plain::of_inlines(&link.children));
            }
        }
        Some(Ours { lang, heading: found.heading.clone(), words, counts: Counts::of(blocks), names, linked })
    }
}

impl Findings {
    fn note(&mut self, clause: &Clause, difference: String) {
        self.differences.push((clause.id.to_string(), difference));
    }

    /// Figures and names that only one of both says.
    fn words(&mut self, site: &Site, clause: &Clause, official: &Official, ours: &[Ours]) {
        let theirs = figures(site, &official.text, Lang::Zh);
        let headed = figures(site, &official.heading, Lang::Zh);
        let named = names(site, &official.text);
        let in_heading = names(site, &official.heading);
        let whole = format!("{}\n{}", official.heading, official.text);
        self.figures += theirs.len();
        self.names += named.len();
        for text in ours {
            let lang = text.lang.code();
            let said = figures(site, &text.words, text.lang);
            let said_above = figures(site, &text.heading, text.lang);
            for (key, (cut, may_go)) in &theirs {
                if !may_go && !said.contains_key(key) && !said_above.contains_key(key) {
                    self.note(clause, format!("{lang} lacks {cut}"));
                }
            }
            for (key, (cut, may_go)) in &said {
                if !may_go && !theirs.contains_key(key) && !headed.contains_key(key) {
                    self.note(clause, format!("{lang} adds {cut}"));
                }
            }
            let above: Vec<Entity> = names(site, &text.heading).into_values().flatten().collect();
            for (name, owners) in &named {
                // What may mean several is linked by hand, to whom it means here.
                let as_printed =
                    ours.iter().any(|text| text.linked.values().flatten().any(|words| words.contains(name)));
                let is_there = |owner: &Entity| text.names.contains(owner) || above.contains(owner);
                if !as_printed && !owners.iter().any(is_there) {
                    self.note(clause, format!("{lang} lacks {name}"));
                }
            }
            for name in text.names.iter().filter(|name| is_compared(**name)) {
                let mut owners = named.values().chain(in_heading.values()).flatten();
                let is_there = |words: &String| whole.contains(words.as_str());
                let by_hand = ours.iter().filter_map(|text| text.linked.get(name)).flatten();
                let in_other_words =
                    by_hand.cloned().chain(forms(&site.catalog, *name)).any(|words| is_there(&words));
                if !in_other_words && !owners.any(|owner| owner == name) {
                    let scheme = name.parts().0.scheme();
                    self.note(clause, format!("{lang} adds {scheme}:{}", site.id(*name)));
                }
            }
        }
    }

    /// Headings, paragraphs and length.
    fn shape(&mut self, clause: &Clause, official: &Official, ours: &[Ours]) {
        let plain_heading = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for text in ours.iter().filter(|text| text.lang == Lang::Zh) {
            let printed = &official.heading;
            if !printed.is_empty() && plain_heading(printed) != plain_heading(&text.heading) {
                self.note(clause, format!("the heading is printed {printed}"));
            }
            let theirs = official.text.lines().filter(|line| line.ends_with('。')).count();
            let parts = text.counts.paragraphs + text.counts.items + text.counts.rows;
            if parts < theirs {
                self.note(clause, format!("{parts} paragraphs, items and rows for {theirs}"));
            }
            let (our_length, length) = (han(&text.words), han(&official.text));
            // A clause that has lost text says so too.
            if our_length > length && length > 0 && !clause.flags.gap {
                self.note(clause, "is longer than the official clause".to_owned());
            } else if our_length * 2 < length {
                self.note(clause, "is shorter than half of the official clause".to_owned());
            }
        }
        if let [one, other] = ours
            && one.counts != other.counts
        {
            self.note(clause, "the languages have not as many paragraphs, items and rows".to_owned());
        }
    }
}

/// The figures of a text by value, each as it is first written, and whether the other text may leave it out: a number in
/// a name, and what a writer counts up for himself.
fn figures(site: &Site, text: &str, lang: Lang) -> BTreeMap<Key, (String, bool)> {
    let hits = site.names.find(text);
    let mut found = BTreeMap::new();
    for figure in quantity::parse(text, lang) {
        let Range { start, end } = figure.span;
        let in_name = hits.iter().any(|hit| hit.span.start <= start && end <= hit.span.end);
        let cut = text[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, may_go) = found.entry(figure.key()).or_insert((cut, true));
        *may_go &= in_name || figure.is_tally(text);
    }
    found
}

/// The names of a text with those who may bear each.
fn names(site: &Site, text: &str) -> BTreeMap<String, Vec<Entity>> {
    site.names.find(text).iter().filter_map(|hit| named(site, text, hit)).collect()
}

fn named(site: &Site, text: &str, hit: &Hit) -> Option<(String, Vec<Entity>)> {
    let owners = hit.owners.iter().map(|owner| thing(&site.catalog, Entity::from_number(*owner)));
    let owners: Vec<Entity> = owners.filter(|owner| is_compared(*owner)).collect();
    (!owners.is_empty()).then(|| (text[hit.span.clone()].to_owned(), owners))
}

/// The Chinese forms of a name: a longer official name may hold one of them, as a bureau's does its ministry's.
fn forms(catalog: &Catalog, entity: Entity) -> Vec<String> {
    let (name, short, lists) = match entity {
        Entity::Department(at) => {
            let body = &catalog.departments.records[at];
            (&body.name, body.short.as_ref(), vec![&body.aliases, &body.ambiguous, &body.misprints])
        }
        Entity::Partner(at) => {
            let partner = &catalog.partners.records[at];
            (
                &partner.name,
                partner.short.as_ref(),
                vec![&partner.aliases, &partner.ambiguous, &partner.misprints],
            )
        }
        Entity::Place(at) => {
            let place = &catalog.places.records[at];
            (&place.name, place.short.as_ref(), vec![&place.aliases, &place.ambiguous, &place.misprints])
        }
        Entity::Document(at) => {
            let document = &catalog.documents.records[at];
            (&document.title, None, vec![&document.aliases])
        }
        _ => return Vec::new(),
    };
    let own = std::iter::once(name).chain(short).map(|name| name.zh.clone());
    own.chain(lists.into_iter().flat_map(|aliases| aliases.zh.iter().cloned())).collect()
}

/// A plan of the portal that is cited is a document too: one of both stands for it.
fn thing(catalog: &Catalog, entity: Entity) -> Entity {
    let Entity::Plan(plan) = entity else { return entity };
    let id = catalog.plans[plan].id();
    let is_plan = |document: &diptych::content::registry::Document| {
        document.plan.as_ref().is_some_and(|known| known.as_str() == id)
    };
    catalog.documents.records.iter().position(is_plan).map_or(entity, Entity::Document)
}

fn is_compared(entity: Entity) -> bool {
    use EntityKind::{Department, Document, Partner, Place, Plan};
    matches!(entity.parts().0, Department | Partner | Place | Document | Plan)
}

/// What a record says that its official clause does not.
fn lacking(record: &Target, official: &str) -> Option<String> {
    let figures = quantity::parse(official, Lang::Zh);
    if let (Some(value), Extent::Figure) = (&record.value, record.extent) {
        let upper = record.upper.as_ref().map(|upper| upper.0.as_str());
        if !figures.iter().any(|figure| is_of(figure, &value.0, upper)) {
            return Some(format!("no figure of {}", value.0));
        }
    }
    let stated =
        record.deadline.iter().chain(record.as_of.as_deref()).filter(|time| time.basis == Basis::Stated);
    let years: BTreeSet<i32> =
        figures.iter().filter_map(Quantity::years).flat_map(|(first, last)| [first, last]).collect();
    let last = stated.filter_map(|time| time.last_year()).map(i32::from);
    last.filter(|year| !years.contains(year)).map(|year| format!("no year {year}")).next()
}

fn is_of(figure: &Quantity, value: &str, upper: Option<&str>) -> bool {
    let read = |text: &str| quantity::read_decimal(text);
    read(value) == Some(figure.value) && upper.and_then(read) == figure.upper
}

/// How many Han characters a text has.
pub(crate) fn han(text: &str) -> usize {
    text.chars().filter(|sign| matches!(sign, '\u{3400}'..='\u{9fff}' | '〇')).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use diptych::build::{Options, Timings, load_sources};
    use diptych::report::Report;
    use diptych::source::Sources;

    const GARDEN: &str = include_str!("garden.txt");
    const OFFICIAL: &str = "按照《种树条例2028》，由花园局会同水务局于2035年底以前栽下树木20棵，各位园丁都要按时浇水。\n上述工作分两步走。";

    /// The differences of the garden's one clause, after some words of our texts became others.
    fn differences(swaps: &[(&str, &str)], official: &str) -> Vec<String> {
        let mut text = GARDEN.to_owned();
        for (old, new) in swaps {
            assert!(text.contains(old), "{old}");
            text = text.replace(old, new);
        }
        let (sources, _) = Sources::from_string(&text);
        let loaded = load_sources(sources, Options::default(), Report::default(), Timings::default());
        let portal = loaded.portal.unwrap();
        let clause = Official { heading: "种树".to_owned(), text: official.to_owned() };
        let clauses = BTreeMap::from([("c1-1".to_owned(), clause)]);
        let found = compare(&portal.site, Bodies::new(&portal.sources), 0, &clauses);
        assert_eq!((found.clauses, found.records), (1, 1));
        found.differences.into_iter().map(|(clause, what)| format!("{clause} {what}")).collect()
    }

    #[test]
    fn what_both_say_is_no_difference() {
        assert_eq!(differences(&[], OFFICIAL), [""; 0]);
    }

    #[test]
    fn a_figure_that_only_one_says_is_found_in_its_language() {
        assert_eq!(
            differences(&[("种满 20 棵", "种满 21 棵")], OFFICIAL),
            ["c1-1 zh lacks 20棵", "c1-1 zh adds 21 棵"]
        );
        assert_eq!(differences(&[("by 2035", "in time")], OFFICIAL), ["c1-1 en lacks 2035年"]);
        let without = OFFICIAL.replace("树木20棵", "树木");
        let expected = ["c1-1 zh adds 20 棵", "c1-1 en adds 20 trees", "c1-1 target trees: no figure of 20"];
        assert_eq!(differences(&[], &without), expected);
        assert_eq!(differences(&[], &OFFICIAL.replace("2035", "2036"))[4], "c1-1 target trees: no year 2035",);
    }

    #[test]
    fn a_name_that_only_one_says_is_found_in_its_language() {
        assert_eq!(differences(&[("，水务局帮忙", "")], OFFICIAL), ["c1-1 zh lacks 水务局"]);
        assert_eq!(
            differences(&[("the *Tree Regulations 2028*", "the rules")], OFFICIAL),
            ["c1-1 en lacks 种树条例2028"]
        );
        let without = OFFICIAL.replace("会同水务局", "");
        assert_eq!(
            differences(&[], &without),
            ["c1-1 zh adds dept:water-office", "c1-1 en adds dept:water-office"]
        );
        let unnamed = OFFICIAL.replace("各位园丁", "人人");
        assert_eq!(
            differences(&[], &unnamed),
            ["c1-1 zh adds dept:gardeners", "c1-1 en adds dept:gardeners"]
        );
    }

    #[test]
    fn the_shape_of_a_clause_is_compared() {
        assert_eq!(
            differences(&[("\n\nIt goes", " It goes")], OFFICIAL),
            ["c1-1 the languages have not as many paragraphs, items and rows"]
        );
        assert_eq!(
            differences(&[("\n\n分两步走。", ""), ("\n\nIt goes", " It goes")], OFFICIAL),
            ["c1-1 1 paragraphs, items and rows for 2"]
        );
        assert_eq!(differences(&[("### 种树", "### 植树")], OFFICIAL), ["c1-1 the heading is printed 种树"]);
        let swap = ("水务局帮忙", "水务局帮忙，帮他们把活儿都干完，年年如此，不得停下");
        assert_eq!(differences(&[swap], OFFICIAL), ["c1-1 is longer than the official clause"]);
        let long = format!("{OFFICIAL}{}", "如此这般。".repeat(20));
        assert_eq!(differences(&[], &long), ["c1-1 is shorter than half of the official clause"]);
    }
}
