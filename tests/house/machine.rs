//! Turns paths of somebody's machine into faults: what is written here works anywhere.
//! Knows nothing of file formats.

/// Folders in which people and machines work.
const FOLDERS: [&str; 4] = ["home", "root", "work", "Users"];

/// No file names a folder of one machine. A page of that name below an address or a folder is none.
pub(crate) fn paths(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for folder in FOLDERS.map(|name| format!("/{name}/")) {
            let starts = line.match_indices(&folder).filter(|(at, _)| starts_path(&line[..*at]));
            found
                .extend(starts.map(|_| format!("{path}:{}: a path of one machine, `{folder}…`", number + 1)));
        }
    }
    found
}

/// True when what stands before a slash is no address and no folder that goes on.
fn starts_path(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '}' | ')' | '*'))
}

#[test]
fn a_path_of_a_machine_is_caught_and_an_address_is_not() {
    for folder in FOLDERS {
        for guilty in [format!("/{folder}/x"), format!("cd \"/{folder}/x\""), format!("file:///{folder}/x")] {
            assert_eq!(paths("README.md", &guilty).len(), 1, "{guilty}");
        }
        for innocent in [
            format!("https://example.org/{folder}/x"),
            format!("../{folder}/x"),
            format!("{{{{ base }}}}/{folder}/x"),
            format!("/{folder}s/x"),
            format!("**/{folder}/x"),
            format!("/{folder}"),
        ] {
            assert_eq!(paths("README.md", &innocent), [""; 0], "{innocent}");
        }
    }
}
