//! Turns a parsed page into a list of nodes in the order of the page.
//! Knows nothing of what they mean.

use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A page as a list: an element's descendants are the nodes from behind it to its `end`.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// An element or a text.
pub(super) struct Node {
    /// The element's name; empty for text.
    pub(super) name: String,
    /// The text; empty for elements.
    pub(super) text: String,
    attributes: Vec<(String, String)>,
    /// The number behind its last descendant.
    pub(super) end: usize,
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What is entered, and what is left with the number of its node.
enum Step {
    Enter(Handle),
    Leave(usize),
}

impl Tree {
    /// The nodes of a document; comments and what browsers do not show as text are not among them.
    pub(super) fn of(dom: &RcDom) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let mut steps = vec![Step::Enter(dom.document.clone())];
        while let Some(step) = steps.pop() {
            let handle = match step {
                Step::Leave(number) => {
                    nodes[number].end = nodes.len();
                    continue;
                }
                Step::Enter(handle) => handle,
            };
            let mut node = Node { name: String::new(), text: String::new(), attributes: Vec::new(), end: 0 };
            match &handle.data {
                NodeData::Document => {}
                NodeData::Text { contents } => {
                    node.text = contents.borrow().to_string();
                    node.end = nodes.len() + 1;
                    nodes.push(node);
                    continue;
                }
                NodeData::Element { name, attrs, .. } => {
                    node.name = name.local.to_string();
                    if ["script", "style", "template", "noscript", "svg", "math", "object"]
                        .contains(&node.name.as_str())
                    {
                        continue;
                    }
                    let attributes = attrs.borrow();
                    let pairs =
                        attributes.iter().map(|pair| (pair.name.local.to_string(), pair.value.to_string()));
                    node.attributes = pairs.collect();
                }
                _ => continue,
            }
            steps.push(Step::Leave(nodes.len()));
            nodes.push(node);
            steps.extend(handle.children.borrow().iter().rev().cloned().map(Step::Enter));
        }
        Self { nodes }
    }

    /// The text of an element.
    pub(super) fn text(&self, at: usize) -> String {
        self.nodes[at..self.nodes[at].end].iter().map(|node| node.text.as_str()).collect()
    }

    /// The elements with a name, outside in.
    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.name == name).map(|(at, _)| at)
    }
}
