//! Turns `content/portal.toml` into what the owner decided: plain data, no machinery.
//! Knows nothing of the disk; it is lent the text.

use crate::lang::Bilingual;
use crate::record::{self, At, Date};
use crate::report::{Code, Diagnostic};
use crate::route::SourcePath;
use schemars::JsonSchema;
use serde::Deserialize;

/// The owner's decisions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Config {
    /// The portal's name.
    pub title: Bilingual<String>,
    /// A shorter name for the page head; else the title.
    pub short: Option<Bilingual<String>>,
    /// One or two sentences for the home page and for search engines.
    pub description: Bilingual<String>,
    /// Where the portal will stand, ending in `/`: canonical links, sitemap, feeds and data use it.
    pub base_url: At<String>,
    /// The time zone of dates without time, for feeds.
    #[serde(default = "default_zone")]
    pub time_zone: String,
    /// The theme: a folder of `themes/`, or one that the program carries.
    #[serde(default = "default_theme")]
    pub theme: At<String>,
    /// The day for which the content is true; "expired" follows from it unless `--now` says otherwise.
    pub as_of: Date,
    /// Who publishes the portal.
    pub organisation: Organisation,
    /// How readers reach the publisher; empty when not decided.
    #[serde(default)]
    pub contact: Contact,
    /// Under what terms digests and data may be used.
    pub licence: Option<Licence>,
    /// Tags of Chinese government sites; only if the owner has a site identification code.
    pub government_site: Option<GovernmentSite>,
    /// What is made; everything, unless switched off.
    #[serde(default)]
    pub output: Output,
}

/// Who publishes the portal.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Organisation {
    /// Its name.
    pub name: Bilingual<String>,
    /// Its own site; empty when there is none.
    #[serde(default)]
    pub url: String,
}

/// How readers reach the publisher.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Contact {
    /// An address for mail; empty when not decided.
    #[serde(default)]
    pub email: String,
    /// A page with a form or an issue tracker; empty when not decided.
    #[serde(default)]
    pub url: String,
}

/// Under what terms digests and data may be used.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Licence {
    /// Its name.
    pub name: Bilingual<String>,
    /// Its text.
    #[serde(default)]
    pub url: String,
}

/// What the guidelines for government sites ask for (国办发〔2017〕47号); never invented.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct GovernmentSite {
    /// 网站标识码.
    pub id_code: String,
    /// The registered domain.
    pub domain: String,
    /// 主办单位.
    pub host: Option<String>,
}

/// Which parts of the site are made.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Output {
    /// Both languages side by side.
    pub parallel: bool,
    /// One page per target and per project.
    pub single_records: bool,
    /// The open data.
    pub data: bool,
    /// The feeds.
    pub feeds: bool,
    /// Compressed copies (`.br`, `.gz`) beside texts, for servers that hand them out.
    pub sidecars: bool,
    /// The search pages and their index.
    pub search: bool,
    /// The picture of each plan, shown where its address is shared.
    pub covers: bool,
}

impl Default for Output {
    fn default() -> Self {
        Output {
            parallel: true,
            single_records: true,
            data: true,
            feeds: true,
            sidecars: true,
            search: true,
            covers: true,
        }
    }
}

fn default_zone() -> String {
    "Asia/Shanghai".to_owned()
}

fn default_theme() -> At<String> {
    At { value: "silk".to_owned(), ..At::default() }
}

/// Reads the configuration; faults are collected, and without a usable one there is none.
pub fn read(text: &str, path: &SourcePath) -> (Option<Config>, Vec<Diagnostic>) {
    let (config, mut faults) = record::read::<Config>(text, path);
    let config = config.map(|mut config| {
        if !config.base_url.ends_with('/') {
            config.base_url.value.push('/');
        }
        if is_example(&config.base_url) {
            let fault = Diagnostic::new(Code::ExampleBaseUrl).with("url", config.base_url.as_str());
            faults.push(fault.at(config.base_url.place(path)));
        }
        config
    });
    (config, faults)
}

/// True for the names that are kept free for examples: `diptych.example`, `www.example.org`.
fn is_example(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.split(['/', ':']).next().is_some_and(|host| host.split('.').any(|label| label == "example"))
}
