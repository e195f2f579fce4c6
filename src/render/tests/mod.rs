//! Turns small portals into pages and compares them with what was expected.
//! Knows nothing of the disk but the repository's own content.

mod figures;
mod hostile;
mod links;
mod lists;
mod pages;

use super::Renderer;
use super::view::{Frame, Page};
use crate::content::{self, Bodies};
use crate::report::Diagnostic;
use crate::resolve::{self, Options, PageKey, Site};
use crate::route::SourcePath;
use crate::source::Sources;
use crate::template::{Say, Templates};
use crate::theme::Theme;
use std::sync::Arc;

/// The small portal of this folder.
const PORTAL: &str = include_str!("portal.txt");

/// A portal, ready for pages.
struct Portal {
    sources: Sources,
    site: Site,
    templates: Templates,
    theme: Arc<Theme>,
    faults: Vec<Diagnostic>,
}

impl Portal {
    fn from_string(text: &str) -> Portal {
        Portal::new(Sources::from_string(text).0)
    }

    fn new(sources: Sources) -> Portal {
        let (catalog, mut faults) = content::load(&sources);
        let catalog = catalog.unwrap();
        let options = Options { now: catalog.config.as_of, drafts: false, proposals: false };
        let theme_id = catalog.config.theme.clone();
        let (site, more) = resolve::resolve(catalog, Bodies::new(&sources), options);
        faults.extend(more);
        let path = SourcePath::new("content/portal.toml").unwrap();
        let theme = Arc::new(Theme::load(&sources, &theme_id, &path).0);
        let messages = Arc::clone(&theme);
        let say: Say = Arc::new(move |lang, key, args| messages.messages.get(lang).say(key, None, args));
        let (templates, bad) = Templates::load(&sources, &theme.folders, say);
        assert!(bad.is_empty(), "{bad:?}");
        Portal { sources, site, templates: templates.unwrap(), theme, faults }
    }

    fn renderer(&self) -> Renderer<'_> {
        Renderer::new(&self.site, Bodies::new(&self.sources), &self.templates, &self.theme)
    }

    fn view(&self, page: &PageKey) -> (Frame, Page) {
        self.renderer().view(page).unwrap()
    }

    fn html(&self, page: &PageKey) -> String {
        String::from_utf8(self.renderer().render(page).unwrap()).unwrap()
    }
}

#[test]
fn the_small_portal_is_sound() {
    let portal = Portal::from_string(PORTAL);
    let codes: Vec<String> =
        portal.faults.iter().map(|fault| format!("{:?} {:?}", fault.code, fault.args)).collect();
    assert_eq!(codes, Vec::<String>::new());
}
