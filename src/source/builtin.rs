//! Turns the templates and themes of this repository into a part of the program, so that it works without it.
//! Knows nothing of what they mean.

use rust_embed::RustEmbed;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "themes/"]
struct Themes;

/// A file that the program carries.
#[derive(Debug, Clone)]
pub struct Builtin {
    /// Where it would lie below a portal's root: `templates/plan.html`.
    pub path: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// All files that the program carries, in path order.
pub fn builtin() -> Vec<Builtin> {
    let templates = Templates::iter().filter_map(|name| entry("templates", &name, Templates::get(&name)));
    let themes = Themes::iter().filter_map(|name| entry("themes", &name, Themes::get(&name)));
    let mut files: Vec<Builtin> = templates.chain(themes).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn entry(folder: &str, name: &str, file: Option<rust_embed::EmbeddedFile>) -> Option<Builtin> {
    Some(Builtin { path: format!("{folder}/{name}"), bytes: file?.data })
}
