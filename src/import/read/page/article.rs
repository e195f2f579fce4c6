//! Turns a page into the roles of its elements: article, chrome, hidden.
//! Knows nothing of any site, nor of how text is written down.
//!
//! The article is the smallest element that holds nearly all running text of the page: text with full stops and commas
//! that is no link. Outside it, the title and a table that names the document (索引号, 发文字号) belong to it too.

use super::tree::{Node, Tree};
use std::collections::BTreeMap;

/// What an element is to a reader of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of the document.
    Article,
    /// The site around it.
    Chrome,
    /// Not shown.
    Hidden,
}

/// Elements that never hold the document.
const CHROME: [&str; 13] = [
    "nav", "footer", "aside", "form", "button", "select", "textarea", "iframe", "dialog", "menu", "head",
    "label", "map",
];

/// The role of each node that has another one than what it stands in.
pub(super) fn roles(tree: &Tree) -> BTreeMap<usize, Role> {
    let mut roles = BTreeMap::from([(0, Role::Chrome)]);
    let out = left_out(tree);
    let body = body(tree, &out);
    roles.insert(body, Role::Article);
    roles.extend(heads(tree, body).into_iter().map(|at| (at, Role::Article)));
    roles.extend(out.iter().filter(|(at, role)| **role == Role::Hidden || inside(tree, body, **at)));
    roles.extend(tools(tree, body).into_iter().map(|at| (at, Role::Chrome)));
    roles
}

fn inside(tree: &Tree, outer: usize, at: usize) -> bool {
    at > outer && at < tree.nodes[outer].end
}

/// Navigation and the like, and what the page hides.
fn left_out(tree: &Tree) -> BTreeMap<usize, Role> {
    let mut out = BTreeMap::new();
    let mut at = 0;
    while at < tree.nodes.len() {
        let role = role_of(&tree.nodes[at]);
        // The page's own parts are not looked into.
        at = match role {
            Some(role) => {
                out.insert(at, role);
                tree.nodes[at].end
            }
            None => at + 1,
        };
    }
    out
}

fn role_of(node: &Node) -> Option<Role> {
    let says = |name: &str, value: &str| node.attribute(name).is_some_and(|found| found.trim() == value);
    let style: String =
        node.attribute("style").unwrap_or_default().to_lowercase().split_whitespace().collect();
    let hidden =
        style.contains("display:none") || style.contains("visibility:hidden") || says("aria-hidden", "true");
    if hidden || node.attribute("hidden").is_some() || node.name == "input" {
        return Some(Role::Hidden);
    }
    let roles = ["navigation", "banner", "contentinfo", "search", "complementary", "menu"];
    let chrome = CHROME.contains(&node.name.as_str()) || roles.into_iter().any(|role| says("role", role));
    chrome.then_some(Role::Chrome)
}

/// The smallest element that holds nine tenths of the running text.
fn body(tree: &Tree, out: &BTreeMap<usize, Role>) -> usize {
    let mut weight = vec![0usize; tree.nodes.len() + 1];
    let mut skip = 0;
    for (at, node) in tree.nodes.iter().enumerate() {
        if at < skip {
            continue;
        }
        if out.contains_key(&at) || node.name == "a" {
            skip = node.end;
            continue;
        }
        weight[at] = running(&node.text);
    }
    // Sums up to each node: what an element holds is the difference between its end and its beginning.
    let mut sums = vec![0usize; tree.nodes.len() + 1];
    for at in 0..tree.nodes.len() {
        sums[at + 1] = sums[at] + weight[at];
    }
    let holds = |at: usize| sums[tree.nodes[at].end] - sums[at];
    let all = sums[tree.nodes.len()];
    let enough = |at: &usize| !tree.nodes[*at].name.is_empty() && holds(*at) * 10 >= all * 9;
    let element = (0..tree.nodes.len()).rev().find(enough).unwrap_or(0);
    // A single cell or paragraph is no article: what stands around it may be.
    let around = |at: usize| (0..at).rev().find(|outer| inside(tree, *outer, at) && is_frame(tree, *outer));
    if is_frame(tree, element) { element } else { around(element).unwrap_or(element) }
}

fn is_frame(tree: &Tree, at: usize) -> bool {
    let name = tree.nodes[at].name.as_str();
    // Pages that are laid out by a table have their article in a cell.
    let cell = name == "td" && tree.text(at).matches('。').count() > 12;
    cell || ["article", "main", "section", "div", "body", "center", "html"].contains(&name)
}

/// How much of a text is running text.
fn running(text: &str) -> usize {
    let length = text.chars().filter(|c| !c.is_whitespace()).count();
    let is_said = text.contains('。') || text.matches(['，', '；', '、']).count() > 1;
    if is_said && length >= 10 { length } else { 0 }
}

/// The title and the table that names the document, where they stand before the article.
fn heads(tree: &Tree, body: usize) -> Vec<usize> {
    const LABELS: [&str; 7] = ["索引号", "索 引 号", "发文机关", "发文字号", "成文日期", "主题分类", "文号"];
    let named = |at: &usize| {
        let text = tree.text(*at);
        text.chars().count() < 2_000 && LABELS.into_iter().filter(|label| text.contains(label)).count() >= 2
    };
    let outside = |at: &usize| !inside(tree, body, *at) && !inside(tree, *at, body) && *at != body;
    let frames = ["table", "ul", "dl", "div"].into_iter();
    let tables: Vec<usize> =
        frames.flat_map(|name| tree.named(name)).filter(|at| outside(at) && named(at)).collect();
    // Of several inside one another, the innermost.
    let inner = |at: &usize| !tables.iter().any(|other| inside(tree, *at, *other));
    let mut heads: Vec<usize> = tables.iter().copied().filter(inner).take(1).collect();
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let page = tree.named("title").next().map(|at| bare(&tree.text(at))).unwrap_or_default();
    let is_title = |at: &usize| {
        let text = bare(&tree_text_up_to(tree, *at, 200));
        let own = text.contains("关于") && TITLES.into_iter().any(|word| text.ends_with(word));
        (6..=120).contains(&text.chars().count()) && (own || page.contains(&text))
    };
    let is_dated = |at: &usize| {
        let text = tree_text_up_to(tree, *at, 200);
        text.chars().count() <= 120 && DATES.into_iter().any(|word| text.starts_with(word))
    };
    let above = |name: &'static str| tree.named(name).filter(|at| outside(at) && *at < body);
    let headings = ["h1", "h2", "h3"].into_iter().flat_map(above).find(is_title);
    // Many pages mark their title by its looks alone: the innermost and last element that can be one.
    let blocks: Vec<usize> = ["div", "p", "td", "span", "strong"].into_iter().flat_map(above).collect();
    heads.extend(headings.or_else(|| blocks.iter().copied().filter(is_title).max()));
    heads.extend(blocks.iter().copied().filter(is_dated).min());
    heads
}

/// What the title of a document ends with.
const TITLES: [&str; 12] =
    ["通知", "意见", "批复", "决定", "公告", "通告", "方案", "规划", "计划", "办法", "函", "答复"];

/// What the line below the title of a page begins with.
const DATES: [&str; 4] = ["发布时间：", "发布日期：", "发布时间:", "发布日期:"];

/// Elements in the article that are tools of the site: print, share, font size, lists of links.
fn tools(tree: &Tree, body: usize) -> Vec<usize> {
    const WORDS: [&str; 12] = [
        "打印",
        "关闭",
        "字体：",
        "字号：",
        "分享到",
        "分享：",
        "扫一扫",
        "收藏",
        "上一篇",
        "下一篇",
        "返回顶部",
        "相关链接",
    ];
    let mut found = Vec::new();
    let mut at = body + 1;
    while at < tree.nodes[body].end {
        let node = &tree.nodes[at];
        let block = ["div", "p", "ul", "span", "td", "section", "dl"].contains(&node.name.as_str());
        if !block {
            at += 1;
            continue;
        }
        let text = tree_text_up_to(tree, at, 400);
        let short = text.chars().count() <= 60;
        let is_tool = short && !text.contains('。') && WORDS.into_iter().any(|word| text.contains(word));
        if is_tool || text.chars().count() < 400 && is_link_list(tree, at, &text) {
            found.push(at);
            at = node.end;
        } else {
            at += 1;
        }
    }
    found
}

/// The text of an element without white space, as far as it is needed.
fn tree_text_up_to(tree: &Tree, at: usize, most: usize) -> String {
    let texts = tree.nodes[at..tree.nodes[at].end].iter().flat_map(|node| node.text.chars());
    texts.filter(|c| !c.is_whitespace()).take(most).collect()
}

/// Three links or more, and hardly anything else.
fn is_link_list(tree: &Tree, at: usize, text: &str) -> bool {
    let links = (at..tree.nodes[at].end).filter(|inner| tree.nodes[*inner].name == "a").take(50);
    let words: Vec<String> = links.map(|link| tree_text_up_to(tree, link, 400)).collect();
    let linked: usize = words.iter().map(|words| words.chars().count()).sum();
    words.len() >= 3 && linked * 10 >= text.chars().count() * 8 && !text.contains('。')
}
