//! Turns template files into a renderer: site before theme before what the program carries.
//! Knows nothing of the model: it is given serialisable views.
//!
//! A template is found by its name in this order, and each layer can still name the layers below:
//!
//! | layer | folder | name for `extends` and `include` |
//! |---|---|---|
//! | site | `templates/` | `plan.html` |
//! | theme | `themes/<theme>/templates/`, nearest theme first | `theme/plan.html`, `theme-2/plan.html` |
//! | program | carried by the binary | `builtin/plan.html` |
//!
//! So a site's `templates/plan.html` may say `{% extends "builtin/plan.html" %}` and replace one block. Components are
//! overridden in the same order.

mod asked;
mod shown;

pub use asked::Asked;
pub use shown::Shown;

use crate::lang::Lang;
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use crate::source::{Sources, builtin};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, Map, State, Tera, TeraResult, Value};

/// Says a message with arguments: language, key, arguments.
pub type Say = Arc<dyn Fn(Lang, &str, &[(&str, &str)]) -> Option<String> + Send + Sync>;

/// All templates, linked and ready.
pub struct Templates {
    tera: Tera,
    /// A hash over all layers: a page must be made again when it changes.
    fingerprint: [u8; 32],
    /// What each template can ask for.
    asked: BTreeMap<String, Asked>,
}

/// One template file.
struct Layered {
    name: String,
    /// Its name without the layer's prefix.
    short: String,
    path: Option<SourcePath>,
    text: String,
}

impl Layered {
    fn as_asked(&self) -> asked::Template<'_> {
        asked::Template { name: &self.name, short: &self.short, text: &self.text }
    }
}

impl Templates {
    /// Loads all layers. `theme_folders` are nearest first.
    pub fn load(
        sources: &Sources,
        theme_folders: &[String],
        say: Say,
    ) -> (Option<Templates>, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let layers = layers(sources, theme_folders, &mut faults);
        let mut hasher = blake3::Hasher::new();
        for file in &layers {
            hasher.update(file.name.as_bytes()).update(&[0]).update(file.text.as_bytes()).update(&[0]);
        }
        let mut tera = Tera::new();
        register(&mut tera, say);
        let mut prefixes: Vec<String> = (0..theme_folders.len()).map(theme_prefix).collect();
        prefixes.push("builtin/".to_owned());
        let linked = tera.set_fallback_prefixes(prefixes.clone()).and_then(|()| {
            tera.add_raw_templates(layers.iter().map(|file| (file.name.as_str(), file.text.as_str())))
        });
        if let Err(error) = linked {
            faults.push(fault(&error, &layers));
            return (None, faults);
        }
        // Tera looks for a name in the order of the prefixes.
        let depth =
            |file: &&Layered| prefixes.iter().position(|prefix| file.name.starts_with(prefix.as_str()));
        let mut nearest_first: Vec<&Layered> = layers.iter().collect();
        nearest_first.sort_by_key(depth);
        let asked = asked::by_template(&nearest_first.into_iter().map(Layered::as_asked).collect::<Vec<_>>());
        (Some(Templates { tera, fingerprint: *hasher.finalize().as_bytes(), asked }), faults)
    }

    /// What a template can ask for.
    pub fn asked(&self, name: &str) -> &Asked {
        self.asked.get(name).unwrap_or(&asked::ALL)
    }

    /// A hash over all templates.
    pub fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }

    /// Makes a page of three variables.
    ///
    /// # Errors
    /// When the template asks for what is not there.
    pub fn render(
        &self,
        name: &str,
        frame: &impl Serialize,
        page: &impl Serialize,
        words: &Value,
    ) -> anyhow::Result<Vec<u8>> {
        let mut context = Context::new();
        let asked = self.asked(name);
        context.insert("frame", &asked.of(frame));
        context.insert("page", &asked.of(page));
        context.insert_value("t", words.clone());
        // Most pages are no longer, and what is written of texts is text.
        let mut bytes = Vec::with_capacity(1 << 16);
        self.tera.render_to(name, &context, &mut bytes).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(bytes)
    }

    /// Words without arguments as templates see them: `some-key` is `t.some_key`.
    pub fn words(plain: &BTreeMap<String, String>) -> Value {
        let words: BTreeMap<String, &str> =
            plain.iter().map(|(key, text)| (key.replace('-', "_"), text.as_str())).collect();
        Value::from_serializable(&words)
    }
}

fn theme_prefix(depth: usize) -> String {
    if depth == 0 { "theme/".to_owned() } else { format!("theme-{}/", depth + 1) }
}

fn layers(sources: &Sources, theme_folders: &[String], faults: &mut Vec<Diagnostic>) -> Vec<Layered> {
    let mut layers = Vec::new();
    let mut take = |folder: &str, prefix: &str| {
        for path in sources.below(folder) {
            let Some(name) = path.below(folder).filter(|name| name.ends_with(".html")) else { continue };
            match sources.text(path) {
                Ok(text) => {
                    let short = name.to_owned();
                    layers.push(Layered {
                        name: format!("{prefix}{name}"),
                        short,
                        path: Some(path.clone()),
                        text,
                    });
                }
                Err(unreadable) => faults.push(unreadable.diagnostic(path)),
            }
        }
    };
    take("templates/", "");
    for (depth, folder) in theme_folders.iter().enumerate() {
        take(&format!("{folder}/templates/"), &theme_prefix(depth));
    }
    for file in builtin() {
        let text = || String::from_utf8_lossy(&file.bytes).into_owned();
        if let Some(name) = file.path.strip_prefix("templates/").filter(|name| name.ends_with(".html")) {
            let short = name.to_owned();
            layers.push(Layered { name: format!("builtin/{name}"), short, path: None, text: text() });
        }
        for (depth, folder) in theme_folders.iter().enumerate() {
            let Some(short) = file.path.strip_prefix(&format!("{folder}/templates/")) else { continue };
            let name = format!("{}{short}", theme_prefix(depth));
            if layers.iter().all(|known| known.name != name) {
                layers.push(Layered { name, short: short.to_owned(), path: None, text: text() });
            }
        }
    }
    layers
}

/// What templates may call besides Tera's own.
fn register(tera: &mut Tera, say: Say) {
    tera.register_function("msg", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let key: String = kwargs.must_get("key")?;
        let lang: String = kwargs.must_get("lang")?;
        let lang = Lang::from_code(&lang).unwrap_or(Lang::En);
        let args: Vec<(String, String)> = kwargs
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .filter(|(name, _)| name != "key" && name != "lang")
            .collect();
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(say(lang, &key, &args).unwrap_or(key))
    });
    // Tera's own answers in the order of a hash map, another one at every call; this one in order of appearance.
    tera.register_filter("group_by", |rows: Vec<Value>, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let attribute: String = kwargs.must_get("attribute")?;
        let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
        for row in rows {
            let key = row.get_from_path(&attribute).map(ToString::to_string).unwrap_or_default();
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((key, vec![row])),
            }
        }
        let groups: Map = groups.into_iter().map(|(key, rows)| (key.into(), Value::from(rows))).collect();
        Ok(Value::from(groups))
    });
}

fn fault(error: &tera::Error, layers: &[Layered]) -> Diagnostic {
    let why = error.to_string();
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let place = report.and_then(|report| {
        let file = layers.iter().find(|file| file.name == report.filename())?;
        Some(Place::new(file.path.as_ref()?, report.span().range.clone()))
    });
    let first_line = report.map_or_else(|| why.clone(), |report| report.message().to_owned());
    let diagnostic =
        Diagnostic::new(Code::Template).with("why", first_line.lines().next().unwrap_or_default());
    match place {
        Some(place) => diagnostic.at(place),
        // Link faults name the file in their words only.
        None => match layers.iter().find(|file| file.path.is_some() && why.contains(&file.name)) {
            Some(Layered { path: Some(path), .. }) => diagnostic.at(Place::file(path)),
            _ => diagnostic,
        },
    }
}
