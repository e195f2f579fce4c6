//! Turns `diptych init` into a small portal that builds at once.
//! Knows nothing of the portal that this repository ships.

use super::Ending;
use super::talk::Talk;
use crate::content::for_editors;
use crate::output;
use std::path::Path;

/// The files of a new portal, by their paths.
const FILES: [(&str, &str); 14] = [
    ("content/portal.toml", include_str!("starter/portal.toml")),
    ("content/departments.toml", include_str!("starter/departments.toml")),
    ("content/partners.toml", include_str!("starter/partners.toml")),
    ("content/places.toml", include_str!("starter/places.toml")),
    ("content/topics.toml", include_str!("starter/topics.toml")),
    ("content/units.toml", include_str!("starter/units.toml")),
    ("content/documents.toml", include_str!("starter/documents.toml")),
    ("content/glossary.toml", include_str!("starter/glossary.toml")),
    ("content/plans/libraries-2026-2030/plan.toml", include_str!("starter/example.toml")),
    ("content/plans/libraries-2026-2030/digest.zh.md", include_str!("starter/example.zh.md")),
    ("content/plans/libraries-2026-2030/digest.en.md", include_str!("starter/example.en.md")),
    ("content/pages/about/zh.md", include_str!("starter/about.zh.md")),
    ("content/pages/about/en.md", include_str!("starter/about.en.md")),
    ("output/.gitignore", "*\n!.gitignore\n"),
];

pub(super) fn run(dir: &Path, talk: &Talk) -> anyhow::Result<Ending> {
    let files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let editors: Vec<(String, Vec<u8>)> =
        for_editors().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let files = [files, editors].concat();
    output::create(dir, &files)?;
    for (name, _) in &files {
        talk.say("created", &[("path", name)]);
    }
    talk.say("next-init", &[]);
    Ok(Ending::Clean)
}
