//! Turns an index into the files of a site: for a server, or for a folder that is opened without one.
//! Knows nothing of what is in them.

use super::{Index, IndexFile};
use crate::route::Route;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

impl Index {
    /// All routes with their bytes. Offline, a browser may not read files but run scripts: then each file is a script
    /// that hands its bytes to the reader.
    pub fn into_site(self, offline: bool) -> Vec<(Route, Vec<u8>)> {
        let Index { mut manifest, files } = self;
        manifest["offline"] = json!(offline);
        let mut site = vec![(route("manifest.json"), format!("{manifest}\n").into_bytes())];
        if offline {
            site.push((route("manifest.js"), script("manifest", &manifest)));
        }
        for IndexFile { name, bytes } in files {
            site.push(match offline {
                true => {
                    let content = Value::from(BASE64_STANDARD.encode(bytes));
                    (route(&format!("{name}.js")), script(&name, &content))
                }
                false => (route(&format!("{name}.bin")), bytes),
            });
        }
        site
    }
}

#[expect(clippy::expect_used, reason = "names are made of letters, digits, hyphens and slashes")]
fn route(name: &str) -> Route {
    Route::file(&format!("search/{name}")).expect("a plain relative path")
}

/// One call of the reader's function.
fn script(name: &str, content: &Value) -> Vec<u8> {
    format!("diptychSearch({},{content})\n", json!(name)).into_bytes()
}
