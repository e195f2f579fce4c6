//! Turns `diptych serve` into a preview in the browser.
//! Knows nothing of how it is served.

use super::Ending;
use super::talk::{Talk, print};
use crate::build::Options;
use crate::cli::{Global, ServeArgs};
use crate::lang::Lang;
use crate::record::Date;
use crate::serve::{self, News, Settings};

pub(super) fn run(
    global: &Global,
    args: &ServeArgs,
    now: Option<Date>,
    lang: Lang,
) -> anyhow::Result<Ending> {
    let talk = Talk::new(lang);
    let settings = Settings {
        root: global.root.clone(),
        options: Options { now, drafts: args.drafts, proposals: true, ..Options::default() },
        lang,
        port: args.port,
        address: args.address,
        hosts: args.hosts.clone(),
    };
    if args.address.is_some_and(|address| !address.is_loopback()) {
        talk.say("preview-is-open", &[]);
    }
    let open = args.open;
    serve::serve(&settings, move |news| hear(&talk, news, open))?;
    Ok(Ending::Clean)
}

/// The address is data: whoever started the preview may read it from there.
fn hear(talk: &Talk, news: News, open: bool) {
    match news {
        News::Ready { url } => {
            if let Err(error) = print(&format!("{url}\n")) {
                talk.failure(&error);
            }
            if let (true, Err(error)) = (open, open::that_detached(&url)) {
                talk.failure(&error.into());
            }
        }
        News::Pass { took, errors: 0, warnings } => {
            let took = took.as_millis().to_string();
            talk.say("preview-read", &[("milliseconds", &took), ("warnings", &warnings.to_string())]);
        }
        News::Pass { errors, warnings, .. } => {
            let (errors, warnings) = (errors.to_string(), warnings.to_string());
            talk.say("preview-faults", &[("errors", &errors), ("warnings", &warnings)]);
        }
        News::Trouble { why } => talk.say("preview-trouble", &[("why", &why)]),
    }
}
