//! Turns an address that moved into a page that leads on, without a server and without script.
//! Knows nothing of themes: the reader sees it for no longer than a blink.

use crate::markup::html::escape;
use crate::resolve::Site;
use crate::route::Route;

/// The page at the old address of redirect number `index`; `None` where it only moves an anchor, or where the new
/// address is none.
pub(super) fn page(site: &Site, index: usize) -> Option<Vec<u8>> {
    let redirect = site.catalog.redirects.records.get(index)?;
    let from = Route::of_address(&redirect.from).ok()?;
    let (path, anchor) =
        redirect.to.split_once('#').map_or((redirect.to.as_str(), None), |(p, a)| (p, Some(a)));
    let to = Route::of_address(path).ok()?;
    let mut href = String::new();
    escape(&from.href_to(&to), &mut href);
    if let Some(anchor) = anchor {
        href.push('#');
        escape(anchor, &mut href);
    }
    let mut canonical = String::new();
    escape(&format!("{}{}", site.catalog.config.base_url.as_str(), to.url_path()), &mut canonical);
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Moved · 已移动</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n</head>\n<body>\n\
         <p><a href=\"{href}\">This page has moved. <span lang=\"zh-Hans\">本页已移动。</span></a></p>\n</body>\n</html>\n"
    );
    Some(html.into_bytes())
}
