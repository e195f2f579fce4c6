//! Turns template files into the names that each of them can ask for, so that what no template shows is not made.
//! Knows nothing of Tera's grammar: whatever word stands in a file that a template can reach counts as asked for.
//!
//! A site's own templates may show less than the built-in ones, and a page's citations, margins and linked data cost more
//! than its text. Counting too much only costs time; counting too little would leave a page empty. So a file reaches
//! every file whose name stands in it, a call of a component reaches all components, and where fields may be met without
//! their names (`page[name]`, `for key, value in page`, a page handed on whole) everything is asked for.

use super::Shown;
use std::collections::{BTreeMap, BTreeSet};

/// The names that a template can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked(Option<Names>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Names {
    words: Words,
    /// The words that follow another by a point.
    of: BTreeMap<String, BTreeSet<String>>,
    /// The words that do not lead on to a part each time that they occur: all parts may be asked for.
    whole: BTreeSet<String>,
}

/// A template that nobody knows may ask for everything.
pub(super) const ALL: Asked = Asked(None);

/// Words that are looked up for every field of every page, one bit each. Words may share a bit: then a field is made in
/// vain.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Words(Box<[u64; Words::BITS / 64]>);

impl Default for Words {
    fn default() -> Self {
        Words(Box::new([0; Words::BITS / 64]))
    }
}

impl Words {
    /// Many times as many as a site has words in its templates, and two kilobytes.
    const BITS: usize = 1 << 14;

    fn insert(&mut self, word: &str) {
        let bit = Words::bit(word);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    fn hold(&self, word: &str) -> bool {
        let bit = Words::bit(word);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The bit of a word, by its length, its first and its last four letters.
    fn bit(word: &str) -> usize {
        let bytes = word.as_bytes();
        let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) => (u32::from_be_bytes(*first), u32::from_be_bytes(*last)),
            _ => (bytes.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)), 0),
        };
        let mark = (u64::from(first) << 32 | u64::from(last)) ^ (bytes.len() as u64) << 26;
        // The highest bits of a product with the golden ratio depend on all of the mark.
        (mark.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - Words::BITS.ilog2())) as usize
    }
}

impl Asked {
    /// True when the template may show the field.
    pub fn holds(&self, field: &str) -> bool {
        self.0.as_ref().is_none_or(|names| names.words.hold(field))
    }

    /// True when the template may show a part of a field: it names the field without a part, or the field with this one.
    pub fn holds_part(&self, field: &str, part: &str) -> bool {
        self.0.as_ref().is_none_or(|names| {
            names.whole.contains(field) || names.of.get(field).is_some_and(|parts| parts.contains(part))
        })
    }

    /// A value without the fields that the template cannot show.
    pub fn of<'a, T: ?Sized>(&'a self, value: &'a T) -> Shown<'a, T> {
        Shown { value, asked: self }
    }

    /// A field's value; without anything in it where no template shows it.
    pub fn or_default<T: Default>(&self, field: &str, make: impl FnOnce() -> T) -> T {
        if self.holds(field) { make() } else { T::default() }
    }
}

/// A template file: its name with the prefix of its layer, its name as pages call it, its text.
pub(super) struct Template<'t> {
    pub(super) name: &'t str,
    pub(super) short: &'t str,
    pub(super) text: &'t str,
}

/// What each template can ask for, by the name that pages call it. Files stand nearest layer first.
pub(super) fn by_template(files: &[Template<'_>]) -> BTreeMap<String, Asked> {
    let near: Vec<BTreeSet<usize>> = files.iter().map(|file| reached_from(file, files)).collect();
    let mut asked = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        asked.entry(file.short.to_owned()).or_insert_with(|| all_of(index, files, &near));
    }
    asked
}

/// The files that one leads to at once.
fn reached_from(from: &Template<'_>, files: &[Template<'_>]) -> BTreeSet<usize> {
    let calls = calls_component(from.text);
    let mut reached = BTreeSet::new();
    for (index, file) in files.iter().enumerate() {
        let is_nearest = files.iter().position(|other| other.short == file.short) == Some(index);
        let is_named = from.text.contains(file.name) || (is_nearest && from.text.contains(file.short));
        if is_named || (calls && file.text.contains("endcomponent")) {
            reached.insert(index);
        }
    }
    reached
}

/// The words of a file and of all that it leads to.
fn all_of(start: usize, files: &[Template<'_>], near: &[BTreeSet<usize>]) -> Asked {
    let (mut seen, mut ahead) = (BTreeSet::from([start]), vec![start]);
    while let Some(next) = ahead.pop() {
        ahead.extend(near[next].iter().filter(|index| seen.insert(**index)));
    }
    let texts = || seen.iter().map(|index| files[*index].text);
    if texts().flat_map(tags).any(names_nothing) {
        return Asked(None);
    }
    let mut names = Names::default();
    texts().for_each(|text| names.take(text));
    Asked(Some(names))
}

impl Names {
    fn take(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find(is_in_word) {
            let end = rest[start..].find(|c| !is_in_word(c)).map_or(rest.len(), |length| start + length);
            let word = &rest[start..end];
            rest = &rest[end..];
            self.words.insert(word);
            let part = rest.trim_start().strip_prefix('.').map(str::trim_start);
            let part = part.map(|part| part.split(|c| !is_in_word(c)).next().unwrap_or_default());
            match part.filter(|part| !part.is_empty()) {
                Some(part) => drop(self.of.entry(word.to_owned()).or_default().insert(part.to_owned())),
                None => drop(self.whole.insert(word.to_owned())),
            }
        }
    }
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The insides of `{{ }}` and `{% %}`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let open = text.match_indices('{').filter(|(at, _)| text[at + 1..].starts_with(['{', '%']));
    open.map(|(at, _)| {
        let inside = &text[at + 2..];
        let end = inside.find("}}").into_iter().chain(inside.find("%}")).min();
        inside[..end.unwrap_or(inside.len())].trim_start_matches(['-', ' ', '\n', '\t'])
    })
}

/// True when a tag begins with `<`, as the call of a component does.
fn calls_component(text: &str) -> bool {
    tags(text).any(|tag| tag.starts_with('<'))
}

/// True for a tag in which fields may be met whose names do not stand in it.
fn names_nothing(tag: &str) -> bool {
    let is_pairwise =
        tag.starts_with("for ") && tag.split(" in ").next().is_some_and(|names| names.contains(','));
    let at_once =
        ["json_encode", "__tera_context", "get(", "attribute"].iter().any(|word| tag.contains(word));
    is_pairwise || at_once || is_indexed(tag) || ["page", "frame"].iter().any(|name| is_whole(tag, name))
}

/// True when something is looked up by what is known only later: `it[name]`, and not `it[0]` or `it["name"]`.
fn is_indexed(tag: &str) -> bool {
    tag.match_indices('[').any(|(at, _)| {
        let of_something = tag[..at].trim_end().ends_with(|c| is_in_word(c) || c == ']' || c == ')');
        let by = tag[at + 1..].trim_start();
        of_something && !by.starts_with(|c: char| c.is_ascii_digit() || c == '"' || c == '\'')
    })
}

/// True when a variable is used as it is, and not one of its fields.
fn is_whole(tag: &str, name: &str) -> bool {
    tag.match_indices(name).any(|(at, _)| {
        let (before, after) = (&tag[..at], &tag[at + name.len()..]);
        let is_name =
            !before.ends_with(|c| is_in_word(c) || ".\"'".contains(c)) && !after.starts_with(is_in_word);
        is_name && !after.trim_start().starts_with(['.', '['])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(files: &[(&str, &str)], template: &str) -> Asked {
        let files: Vec<Template<'_>> = files
            .iter()
            .map(|(name, text)| Template { name, short: name.trim_start_matches("builtin/"), text })
            .collect();
        by_template(&files)[template].clone()
    }

    const BUILTIN: [(&str, &str); 3] = [
        ("builtin/base.html", "{{ frame.nav }}{% block main %}{% endblock %}"),
        ("builtin/plan.html", "{% extends \"base.html\" %}{{<ui.toc of={page.toc} />}}"),
        ("builtin/parts.html", "{% component ui.toc(of) %}{{ of.href }}{% endcomponent ui.toc %}"),
    ];

    #[test]
    fn a_template_asks_for_what_stands_in_it_and_in_all_that_it_leads_to() {
        let plan = asked(&BUILTIN, "plan.html");
        assert_eq!(
            ["toc", "nav", "href", "citations"].map(|field| plan.holds(field)),
            [true, true, true, false]
        );
        assert!(!asked(&BUILTIN, "base.html").holds("href"), "it calls no component");
    }

    #[test]
    fn a_sites_own_template_stands_in_the_place_of_the_built_in_one() {
        let own = |text| {
            let files = [&[("plan.html", text)], &BUILTIN[..]].concat();
            let plan = asked(&files, "plan.html");
            ["toc", "nav", "title"].map(|field| plan.holds(field))
        };
        assert_eq!(own("{{ page.title }}"), [false, false, true]);
        assert_eq!(own("{% extends 'builtin/plan.html' %}"), [true, true, false]);
        assert_eq!(own("{% include \"base.html\" %}{{ page . title }}"), [false, true, true]);
    }

    #[test]
    fn a_part_is_asked_for_by_its_name_or_with_the_whole() {
        let parts = |text| {
            let plan = asked(&[("a.html", text)], "a.html");
            ["duties", "targets"].map(|part| plan.holds_part("margin", part))
        };
        assert_eq!(parts("{% for it in c.margin.duties %}{% endfor %}{{ page.targets }}"), [true, false]);
        assert_eq!(parts("{{ c . margin . targets }}"), [false, true]);
        assert_eq!(parts("{% if c.margin %}{{ c.margin.duties }}{% endif %}"), [true, true]);
        assert_eq!(parts("{% set beside = c.margin -%} {{ beside.duties }}"), [true, true]);
        assert_eq!(parts("{{ c.margin[\"targets\"] }}"), [true, true]);
        assert_eq!(parts("{{ c.html }}"), [false, false]);
    }

    #[test]
    fn words_are_told_apart() {
        let words =
            ["text", "texts", "href", "kind", "lang", "of", "fo", "", "a", "duties", "targets", "margin"];
        let bits: BTreeSet<usize> = words.iter().map(|word| Words::bit(word)).collect();
        assert_eq!(bits.len(), words.len());
    }

    #[test]
    fn where_names_are_known_only_later_everything_is_asked_for() {
        let everything = |text| asked(&[("a.html", text)], "a.html").holds("whatever");
        for text in [
            "{{ page[name] }}",
            "{{ page [ name ] }}",
            "{% for it in page.clauses %}{{ it[name] }}{% endfor %}",
            "{% for key, value in page.margin %}{% endfor %}",
            "{%- for it in page -%}{% endfor %}",
            "{% set all = page %}",
            "{{<ui.whole of={page} />}}",
            "{{ page }}",
            "{{ page.toc | json_encode }}",
            "{{ page.toc | get(key=name) }}",
            "{{ page.toc | map(attribute=name) }}",
            "{{ __tera_context }}",
        ] {
            assert!(everything(text), "{text}");
        }
        for text in [
            "A page{# page #} <a aria-current=\"page\">{{ page.title }}</a>",
            "{{ page.toc[0].text }}{{ page[\"toc\"] }}{{ page . title }}{{ t.page }}{{ subpage }}",
            "{% for it in page.clauses %}{{ it.html }}{% if it.id in [1, page.id] %}{% endif %}{% endfor %}",
        ] {
            assert!(!everything(text), "{text}");
        }
        assert!(ALL.holds("whatever"));
    }
}
