//! Turns a theme folder into styles, scripts, an icon and the words of the interface.
//! Knows nothing of the model and of pages; templates are [`crate::template`]'s.
//!
//! A theme lies in `themes/<id>/`: `theme.toml`, `assets/`, `messages/zh.ftl` and `en.ftl`, `templates/`. Files of the
//! site's own folder stand before those that the program carries under the same id, and a theme that `extends`
//! another only needs what differs.

use crate::lang::{Bilingual, Lang};
use crate::memory::{Key, KeyMaker};
use crate::message::Messages;
use crate::record::{self, At};
use crate::report::{Code, Diagnostic, Place};
use crate::route::SourcePath;
use crate::source::{Builtin, Sources, builtin};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha384};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The theme that every other one may lean on.
pub const DEFAULT: &str = "silk";

/// A theme, ready for pages.
pub struct Theme {
    /// The words of the interface.
    pub messages: Bilingual<Messages>,
    /// Style sheets, scripts and icon, and everything else in `assets/`.
    pub assets: Vec<Asset>,
    /// The folders that make up the theme, nearest first: `themes/<id>`.
    pub folders: Vec<String>,
    /// Names of the style sheets in order.
    pub styles: Vec<String>,
    /// Names of the scripts in order.
    pub scripts: Vec<String>,
    /// Name of the icon.
    pub icon: Option<String>,
    /// A hash over the words of the interface: a page must be made again when it changes.
    pub fingerprint: Key,
}

/// A file of a theme, under a name that changes with its content.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name in `assets/`: `site.css`.
    pub name: String,
    /// Its path in the output: `assets/site.1a2b3c4d5e6f.css`.
    pub path: String,
    /// Its hash as a page says it, so that a browser takes no other file for it: `sha384-…`.
    pub integrity: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// `theme.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[expect(dead_code, reason = "name, title, version and licence are for people who read the file")]
struct ThemeFile {
    name: Option<String>,
    title: Option<Bilingual<String>>,
    version: Option<String>,
    licence: Option<String>,
    extends: Option<At<String>>,
    #[serde(default)]
    styles: Vec<String>,
    #[serde(default)]
    scripts: Vec<String>,
    icon: Option<String>,
    #[serde(default)]
    messages: Vec<String>,
}

impl Theme {
    /// Loads the theme with an id. Always gives a theme: what is missing comes from [`DEFAULT`] and is reported.
    pub fn load(sources: &Sources, id: &At<String>, config_path: &SourcePath) -> (Theme, Vec<Diagnostic>) {
        let mut files = Files { sources, builtin: builtin(), faults: Vec::new() };
        let chain = files.chain(id, config_path);
        let folders: Vec<String> = chain.iter().map(|(id, _)| format!("themes/{id}")).collect();
        let pick = |list: fn(&ThemeFile) -> &Vec<String>| {
            chain
                .iter()
                .map(|(_, file)| list(file))
                .find(|list| !list.is_empty())
                .cloned()
                .unwrap_or_default()
        };
        let (styles, scripts) = (pick(|file| &file.styles), pick(|file| &file.scripts));
        let icon = chain.iter().find_map(|(_, file)| file.icon.clone());
        let mut fingerprint = Key::kind("words");
        let messages = Bilingual::from_fn(|lang| files.messages(&folders, lang, &mut fingerprint));
        files.compare(&messages, &folders);
        let assets = files.assets(&folders);
        let fingerprint = fingerprint.done();
        (Theme { messages, assets, folders, styles, scripts, icon, fingerprint }, files.faults)
    }

    /// An asset by its name.
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.name == name)
    }
}

struct Files<'a> {
    sources: &'a Sources,
    builtin: Vec<Builtin>,
    faults: Vec<Diagnostic>,
}

impl Files<'_> {
    /// The theme, the theme that it extends, and so on down to [`DEFAULT`].
    fn chain(&mut self, id: &At<String>, config_path: &SourcePath) -> Vec<(String, ThemeFile)> {
        let mut chain: Vec<(String, ThemeFile)> = Vec::new();
        let mut next = Some((id.value.clone(), id.place(config_path)));
        while let Some((id, place)) = next.take() {
            if chain.iter().any(|(known, _)| *known == id) {
                break;
            }
            // A default that cannot be read is not asked for again and again.
            let is_default = id == DEFAULT;
            let name = format!("themes/{id}/theme.toml");
            match self.text(&name) {
                Some((path, text)) => {
                    let (file, faults) = record::read::<ThemeFile>(&text, &path);
                    self.faults.extend(faults);
                    let file = file.unwrap_or_default();
                    next = file.extends.as_ref().map(|base| (base.value.clone(), base.place(&path)));
                    chain.push((id, file));
                }
                None => {
                    let known = self.known();
                    let fault = Diagnostic::new(Code::UnknownTheme).with("id", &id);
                    self.faults.push(fault.nearest(&id, known.iter().map(String::as_str)).at(place));
                }
            }
            if next.is_none() && !is_default && chain.iter().all(|(known, _)| known != DEFAULT) {
                next = Some((DEFAULT.to_owned(), Place::file(config_path)));
            }
        }
        chain
    }

    fn known(&self) -> Vec<String> {
        let own = self.sources.below("themes/").map(|path| path.as_str().to_owned());
        let all = own.chain(self.builtin.iter().map(|file| file.path.clone()));
        let id = |path: String| Some(path.strip_prefix("themes/")?.strip_suffix("/theme.toml")?.to_owned());
        all.filter_map(id).collect()
    }

    /// A text by its path: the site's own before the program's.
    fn text(&mut self, name: &str) -> Option<(SourcePath, String)> {
        let path = SourcePath::new(name).ok()?;
        if self.sources.contains(&path) {
            match self.sources.text(&path) {
                Ok(text) => return Some((path, text)),
                Err(unreadable) => self.faults.push(unreadable.diagnostic(&path)),
            }
        }
        let carried = self.builtin.iter().find(|file| file.path == name)?;
        Some((path, String::from_utf8_lossy(&carried.bytes).into_owned()))
    }

    fn messages(&mut self, folders: &[String], lang: Lang, fingerprint: &mut KeyMaker) -> Messages {
        let names = folders.iter().rev().map(|folder| format!("{folder}/messages/{}.ftl", lang.code()));
        let texts: Vec<(SourcePath, String)> = names.filter_map(|name| self.text(&name)).collect();
        let plain: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        fingerprint.add(lang.code());
        plain.iter().for_each(|text| fingerprint.add(text));
        let (messages, bad) = Messages::new(lang, &plain);
        self.faults.extend(bad.into_iter().map(|bad| {
            let fault = Diagnostic::new(Code::MessageSyntax).with("why", bad.why);
            fault.at(Place::new(&texts[bad.text].0, bad.span))
        }));
        messages
    }

    /// Both languages say the same things.
    fn compare(&mut self, messages: &Bilingual<Messages>, folders: &[String]) {
        for lang in Lang::ALL {
            let here: Vec<&str> = messages.get(lang).keys().collect();
            let folder = folders.first().map_or(DEFAULT, String::as_str);
            let path = SourcePath::new(&format!("{folder}/messages/{}.ftl", lang.code()));
            for key in messages.get(lang.other()).keys().filter(|key| here.binary_search(key).is_err()) {
                let fault = Diagnostic::new(Code::MissingMessage).with("key", key).with("lang", lang.code());
                self.faults.push(match &path {
                    Ok(path) => fault.at(Place::file(path)),
                    Err(_) => fault,
                });
            }
        }
    }

    /// All files of `assets/` of all folders; the nearest folder wins a name.
    fn assets(&mut self, folders: &[String]) -> Vec<Asset> {
        let mut found: BTreeMap<String, Cow<'static, [u8]>> = BTreeMap::new();
        for folder in folders.iter().rev() {
            let folder = format!("{folder}/assets/");
            for file in self.builtin.iter().filter(|file| file.path.starts_with(&folder)) {
                found.insert(file.path[folder.len()..].to_owned(), file.bytes.clone());
            }
            for path in self.sources.below(&folder) {
                match (self.sources.bytes(path), path.below(&folder)) {
                    (Ok(bytes), Some(name)) => drop(found.insert(name.to_owned(), Cow::Owned(bytes))),
                    (Err(unreadable), _) => self.faults.push(unreadable.diagnostic(path)),
                    (Ok(_), None) => {}
                }
            }
        }
        found
            .into_iter()
            .map(|(name, bytes)| {
                let (path, integrity) = (fingerprinted(&name, &bytes), integrity(&bytes));
                Asset { name, path, integrity, bytes }
            })
            .collect()
    }
}

/// `site.css` → `assets/site.<hash>.css`: a changed file has a new address, so it may be cached for ever.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, kind)) => format!("assets/{stem}.{}.{kind}", &hash[..12]),
        None => format!("assets/{name}.{}", &hash[..12]),
    }
}

/// The hash of a file, as the attribute `integrity` has it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}
