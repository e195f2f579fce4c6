//! Turns HTML and XML into one list of elements in the order of the file.
//! Knows nothing of what they mean.

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A file as a list: an element's descendants are the elements from behind it to its `end`.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    /// Texts, each behind the element that it stands in, by number.
    texts: Vec<(usize, String)>,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name, with its prefix in XML.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The number of the element around it.
    pub(super) parent: Option<usize>,
    /// The number behind its last descendant.
    end: usize,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All names of attributes.
    pub(super) fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(name, _)| name.as_str())
    }
}

enum Step {
    Enter(Handle, Option<usize>),
    Leave(usize),
}

impl Tree {
    /// A page.
    pub(super) fn html(text: &str) -> Tree {
        let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(text);
        let mut tree = Tree::default();
        let mut steps = vec![Step::Enter(dom.document.clone(), None)];
        while let Some(step) = steps.pop() {
            let (handle, parent) = match step {
                Step::Leave(number) => {
                    tree.leave(number);
                    continue;
                }
                Step::Enter(handle, parent) => (handle, parent),
            };
            let mut inside = parent;
            match &handle.data {
                NodeData::Element { name, attrs, .. } => {
                    let attrs = attrs.borrow();
                    let attributes = attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string()));
                    let number = tree.enter(name.local.to_string(), attributes.collect(), parent);
                    steps.push(Step::Leave(number));
                    inside = Some(number);
                }
                NodeData::Text { contents } => tree.text(parent, &contents.borrow()),
                _ => {}
            }
            let children = handle.children.borrow();
            steps.extend(children.iter().rev().map(|child| Step::Enter(child.clone(), inside)));
        }
        tree
    }

    /// A document of XML; nothing where it is not well formed.
    pub(super) fn xml(text: &str) -> Option<Tree> {
        let mut reader = Reader::from_str(text);
        let mut tree = Tree::default();
        let mut open: Vec<usize> = Vec::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    let (name, attributes) = parts(&start)?;
                    open.push(tree.enter(name, attributes, open.last().copied()));
                }
                Event::Empty(start) => {
                    let (name, attributes) = parts(&start)?;
                    let number = tree.enter(name, attributes, open.last().copied());
                    tree.leave(number);
                }
                Event::End(_) => tree.leave(open.pop()?),
                Event::Text(words) => tree.text(open.last().copied(), &words),
                // An entity stands for a character: that there is one is all that is asked.
                Event::GeneralRef(_) => tree.text(open.last().copied(), "&"),
                Event::Eof => return open.is_empty().then_some(tree),
                _ => {}
            }
        }
    }

    fn enter(&mut self, name: String, attributes: Vec<(String, String)>, parent: Option<usize>) -> usize {
        self.elements.push(Element { name, attributes, parent, end: 0 });
        self.elements.len() - 1
    }

    fn leave(&mut self, number: usize) {
        self.elements[number].end = self.elements.len();
    }

    fn text(&mut self, parent: Option<usize>, words: &str) {
        if let Some(parent) = parent.filter(|_| !words.trim().is_empty()) {
            self.texts.push((parent, words.to_owned()));
        }
    }

    /// The elements of a name, with their numbers.
    pub(super) fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = (usize, &'t Element)> {
        self.elements.iter().enumerate().filter(move |(_, element)| element.name == name)
    }

    /// The numbers of an element's descendants.
    pub(super) fn below(&self, number: usize) -> impl Iterator<Item = (usize, &Element)> {
        let range = number + 1..self.elements[number].end;
        self.elements.iter().enumerate().take(range.end).skip(range.start)
    }

    /// The words in an element and below it.
    pub(super) fn words(&self, number: usize) -> String {
        let range = number..self.elements[number].end;
        let texts = self.texts.iter().filter(|(parent, _)| range.contains(parent));
        texts.map(|(_, words)| words.trim()).collect::<Vec<_>>().join(" ")
    }

    /// The elements around an element, from the nearest on.
    pub(super) fn around(&self, number: usize) -> impl Iterator<Item = &Element> {
        let up = |number: &usize| self.elements[*number].parent;
        std::iter::successors(self.elements[number].parent, up).map(|number| &self.elements[number])
    }

    /// The content of a meta tag, by its `name` or `property`.
    pub(super) fn meta(&self, key: &str) -> Option<&str> {
        let is_it = |element: &Element| {
            [element.attribute("name"), element.attribute("property")].contains(&Some(key))
        };
        self.all("meta").find(|(_, element)| is_it(element))?.1.attribute("content").filter(|c| !c.is_empty())
    }

    /// True when every child of a name stands directly below an element.
    pub(super) fn has_children(&self, number: usize, names: &[&str]) -> bool {
        let is_child = |name: &str| {
            self.below(number).any(|(_, element)| element.parent == Some(number) && element.name == name)
        };
        names.iter().all(|name| is_child(name))
    }
}

fn parts(start: &BytesStart<'_>) -> Option<(String, Vec<(String, String)>)> {
    let name = start.name().as_ref().to_owned();
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.ok()?;
        let value = quick_xml::escape::unescape(&attribute.value).ok()?.into_owned();
        Some((attribute.key.as_ref().to_owned(), value))
    });
    Some((name, attributes.collect::<Option<Vec<_>>>()?))
}
