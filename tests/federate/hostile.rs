//! Turns open data that means harm into refusals: what one portal publishes is not trusted by another.
//! Knows nothing of portals that mean well.

use crate::built::Files;
use crate::portals::{SITES, changed, load, national, published, put_together};
use diptych::federate::Refusal;
use sha2::{Digest, Sha256};

const PLAN: &str = "data/plans/west-plan.json";

/// The west, with other words in a file, and an index that fits.
fn altered(path: &str, old: &str, new: &str) -> Files {
    let mut files = SITES["west"].clone();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(old), "{old} in {path}");
    replace(&mut files, path, text.replace(old, new).into_bytes());
    files
}

fn replace(files: &mut Files, path: &str, bytes: Vec<u8>) {
    let index = String::from_utf8(files["data/index.json"].clone()).unwrap();
    let fitting = index.replace(&hash(&files[path]), &hash(&bytes));
    assert_ne!(index, fitting, "{path} is listed");
    files.insert("data/index.json".to_owned(), fitting.into_bytes());
    files.insert(path.to_owned(), bytes);
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refusal(files: &Files) -> Refusal {
    published("west", files).unwrap_err()
}

fn key(files: &Files) -> &'static str {
    refusal(files).key
}

#[test]
fn an_address_that_is_no_sites_is_refused() {
    let sound = "https://west.test/plans/zh/plans/west-plan/\"";
    for home in [
        "javascript:alert(1)//",
        "//evil.test/",
        "/",
        "",
        "data:text/html,x/",
        "https://a@evil.test/",
        "https://evil.test/?q=/",
        "https://evil.test/\\u0000/",
        "https://evil.test/)](javascript:x)/",
        "ftp://evil.test/",
    ] {
        let files = altered(PLAN, sound, &format!("{home}zh/plans/west-plan/\""));
        assert_eq!(key(&files), "federate-home", "{home}");
    }
    assert_eq!(key(&altered(PLAN, sound, "https://west.test/plans/zh/plans/other-plan/\"")), "federate-home");
}

#[test]
fn ids_and_names_that_could_leave_their_folder_are_refused() {
    for id in ["../../evil", "/etc/passwd", "", "a/b", "a\\\\b", "..", "A", "a.b"] {
        let files = altered("data/plans.json", "\"id\":\"west-plan\"", &format!("\"id\":\"{id}\""));
        assert_eq!(key(&files), "federate-id", "{id}");
        let files = altered("data/topics.json", "\"id\":\"services\"", &format!("\"id\":\"{id}\""));
        assert_eq!(key(&files), "federate-id", "{id}");
        let files = altered(PLAN, "\"id\":\"c1-1\"", &format!("\"id\":\"{id}\""));
        assert_eq!(key(&files), "federate-clause", "{id}");
        let files = altered(
            PLAN,
            "\"lang\":\"en\",\"edition\":\"digest\"",
            &format!("\"lang\":\"{id}\",\"edition\":\"digest\""),
        );
        assert_eq!(key(&files), "federate-edition", "{id}");
        let files = altered(
            PLAN,
            "\"lang\":\"en\",\"edition\":\"digest\"",
            &format!("\"lang\":\"en\",\"edition\":\"{id}\""),
        );
        assert_eq!(key(&files), "federate-edition", "{id}");
    }
    // An index that lists what lies elsewhere is never asked for it.
    let mut files = SITES["west"].clone();
    let index = String::from_utf8(files["data/index.json"].clone()).unwrap();
    files.insert(
        "data/index.json".to_owned(),
        index.replace("data/topics.json", "../../etc/topics.json").into_bytes(),
    );
    assert_eq!(key(&files), "federate-not-listed");
}

#[test]
fn a_set_that_is_cut_into_parts_is_read_whole() {
    let mut files = SITES["west"].clone();
    let (first, second) = ("data/topics.json", "data/topics-2.json");
    let records: Vec<serde_json::Value> = serde_json::from_slice(&files[first]).unwrap();
    let part = |records: &[serde_json::Value]| serde_json::to_vec(records).unwrap();
    replace(&mut files, first, part(&records[..1]));
    let mut index: serde_json::Value = serde_json::from_slice(&files["data/index.json"]).unwrap();
    let list = index["files"].as_array_mut().unwrap();
    let at = list.iter().position(|file| file["path"] == first).unwrap();
    list[at]["parts"] = 2.into();
    let mut other = list[at].clone();
    other["path"] = second.into();
    other["part"] = 2.into();
    other["sha256"] = hash(&part(&records[1..])).into();
    list.push(other);
    files.insert("data/index.json".to_owned(), serde_json::to_vec(&index).unwrap());
    assert_eq!(key(&files), "federate-unread", "the second part is asked for");
    files.insert(second.to_owned(), part(&records[1..]));
    let own = national(&[]);
    let changes = put_together(&[("cut", &files)], &own).unwrap();
    assert_eq!(changes, put_together(&[("whole", &SITES["west"])], &own).unwrap());
}

#[test]
fn what_is_no_data_is_refused() {
    let west = &SITES["west"];
    for (bytes, why) in
        [(&b"{"[..], "federate-json"), (b"[]", "federate-json"), (b"{\"files\":[]}", "federate-not-listed")]
    {
        let mut files = west.clone();
        files.insert("data/index.json".to_owned(), bytes.to_vec());
        assert_eq!(key(&files), why);
    }
    for bytes in [&b"{}"[..], b"nothing", b"[1,2", b"\xff\xfe"] {
        let mut files = west.clone();
        replace(&mut files, "data/units.json", bytes.to_vec());
        assert_eq!(key(&files), "federate-json");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let mut files = west.clone();
    replace(&mut files, "data/units.json", deep.into_bytes());
    assert_eq!(key(&files), "federate-json", "no depth exhausts the machine");
    let mut files = west.clone();
    replace(&mut files, PLAN, b"[]".to_vec());
    assert_eq!(key(&files), "federate-home", "a plan that is a list says nothing");
    let args = refusal(&altered("data/plans.json", "\"id\":\"west-plan\"", "\"id\":\"\\u001b[2J\"")).args;
    assert!(args.iter().all(|(_, value)| !value.contains('\u{1b}')), "{args:?}");
}

#[test]
fn words_that_look_like_markup_are_words() {
    let heading = "\"zh\":\"west中心\"";
    let hostile = "west <b>中心</b> {#evil} *甲* [乙](https://evil.test/) `c` \\\\n## 章 {#c9}\\n## 节 {#c8}";
    let files = altered(PLAN, heading, &format!("\"zh\":\"{hostile}\""));
    let own = national(&[]);
    let whole = load(changed(&own, put_together(&[("west", &files)], &own).unwrap()));
    let portal = whole.portal.unwrap();
    let clauses = &portal.site.skeletons[0].clauses;
    let ids: Vec<&str> = clauses.iter().map(|clause| &*clause.id).collect();
    assert_eq!(ids, ["c1", "c1-1", "c2"]);
    let shown = clauses[1].heading.zh.as_deref().unwrap();
    assert_eq!(
        shown,
        "west <b>中心</b> {#evil} *甲* [乙](https://evil.test/) `c` \\n## 章 {#c9} ## 节 {#c8}"
    );
}

#[test]
fn values_of_another_kind_are_faults_of_the_content() {
    let own = national(&[]);
    for (old, new) in [
        ("\"level\":\"national\"", "\"level\":[[\"national\"]]"),
        ("\"role\":\"lead\"", "\"role\":\"<script>\""),
        ("\"departments\":[{\"id\":\"nhc\"", "\"departments\":[{\"id\":\"../nhc\""),
    ] {
        let files = altered(PLAN, old, new);
        let whole = load(changed(&own, put_together(&[("west", &files)], &own).unwrap()));
        assert!(whole.report.has_errors(), "{new}");
    }
}
