//! Turns an official file into its clauses under the ids of the digests, as `import` reads it.
//! Knows nothing of what the digests say.

use diptych::import::draft::{Body, Clause, Draft};
use diptych::import::flow::{Left, Table};
use diptych::import::strand::Strand;
use diptych::import::{attach, read, repair, structure};
use std::collections::BTreeMap;

/// A clause of an official file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Official {
    /// The heading as printed, without its number.
    pub(crate) heading: String,
    /// What stands under it, a paragraph or row a line.
    pub(crate) text: String,
}

/// A file as `import` reads it.
pub(crate) fn draft(file: &[u8]) -> Draft {
    let manuscript = read::read("plan.txt", file, read::Limits::default());
    let manuscript = manuscript.unwrap_or_else(|refusal| panic!("{refusal:?}"));
    structure::draft(&repair::repair(&manuscript))
}

/// The clauses of a draft by the ids that the digests (id and heading, in order) give them. What the head and the
/// signature say stands with the covering notice, where there is one.
pub(crate) fn clauses(draft: &Draft, digest: &[(String, String)]) -> BTreeMap<String, Official> {
    let ids = attach::attach(draft, digest).pairs;
    let mut clauses = BTreeMap::new();
    for clause in &draft.clauses {
        let Some(id) = ids.get(&clause.id) else { continue };
        let mut text: Vec<String> = lines(clause);
        if id == "n" {
            text.splice(0..0, draft.metadata.strands.iter().map(|strand| strand.text().to_owned()));
        }
        let heading = clause.heading.text().to_owned();
        clauses.insert(id.clone(), Official { heading, text: text.join("\n") });
    }
    clauses
}

/// What of a file the digests cannot be held against: clauses that they lack, and text that has no place.
pub(crate) fn unread(draft: &Draft, digest: &[(String, String)]) -> Vec<String> {
    let without = attach::attach(draft, digest).only_official;
    let lacking = without.into_iter().map(|id| format!("no digest of the official clause {id}"));
    let unplaced = draft.left.iter().filter_map(|(bytes, left)| match left {
        Left::Unplaced(why) => Some(format!("{} bytes of the file stand nowhere: {why}", bytes.len())),
        Left::Layout | Left::Duplicate => None,
    });
    lacking.chain(unplaced).collect()
}

fn lines(clause: &Clause) -> Vec<String> {
    let line = |body: &Body| match body {
        Body::Paragraph(strand) | Body::Note(strand) => vec![strand.text().to_owned()],
        Body::Table(table) => rows(table),
    };
    clause.body.iter().flat_map(line).collect()
}

fn rows(table: &Table) -> Vec<String> {
    let row =
        |row: &Vec<Option<Strand>>| row.iter().flatten().map(Strand::text).collect::<Vec<_>>().join("\t");
    table.rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "某某市园林局关于印发《花园建设规划（2030—2032年）》的通知

各区：

现把《花园建设规划（2030—2032年）》发给你们，请照办。

某某市园林局

2030年1月2日

花园建设规划（2030—2032年）

为种花，定本规划。

一、总则

（一）种树。每年种20棵。

（二）浇水。早晚各一次。

二、附则

每年修枝一次。
";

    fn digest(clauses: &[(&str, &str)]) -> Vec<(String, String)> {
        clauses.iter().map(|(id, heading)| ((*id).to_owned(), (*heading).to_owned())).collect()
    }

    #[test]
    fn clauses_stand_under_the_ids_of_the_digests() {
        let digest = digest(&[
            ("n", "印发通知"),
            ("c0", "前言"),
            ("c1", "总则"),
            ("c1-1", "种树"),
            ("c1-2", "浇水"),
            ("c2", "附则"),
        ]);
        let draft = draft(FILE.as_bytes());
        let clauses = clauses(&draft, &digest);
        let of = |id: &str| (clauses[id].heading.as_str(), clauses[id].text.as_str());
        assert_eq!(of("c0"), ("", "为种花，定本规划。"));
        assert_eq!(of("c1"), ("总则", ""));
        assert_eq!(of("c1-1"), ("种树", "每年种20棵。"));
        assert_eq!(of("c2"), ("附则", "每年修枝一次。"));
        for said in
            ["某某市园林局", "各区", "现把《花园建设规划（2030—2032年）》发给你们，请照办。", "2030年1月2日"]
        {
            assert!(of("n").1.contains(said), "{said}: {}", of("n").1);
        }
        assert_eq!(unread(&draft, &digest), [""; 0]);
    }

    #[test]
    fn an_official_clause_without_digest_is_told() {
        let digest =
            digest(&[("n", "印发通知"), ("c0", "前言"), ("c1", "总则"), ("c1-1", "种树"), ("c2", "附则")]);
        assert_eq!(unread(&draft(FILE.as_bytes()), &digest), ["no digest of the official clause c1-2"]);
    }
}
