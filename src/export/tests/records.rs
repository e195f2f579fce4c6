//! Turns the test portal's data sets into assertions on what they say.
//! Knows nothing of tables.

use super::super::{Format, Set};
use super::Made;
use serde_json::{Value, json};

/// The fields that design §5 promises.
const PROMISED: [(&str, &str); 7] = [
    (
        "plans",
        "id title short number issuers addressees issued published period outlook level region kind status \
         source_lang editions implements cites clauses",
    ),
    (
        "targets",
        "id plan clause subject extent value upper unit per comparator change reading measure baseline deadline \
         nature force indicator departments passage official follows regional url",
    ),
    (
        "facts",
        "id plan clause subject extent value upper unit per comparator change reading measure baseline as_of \
         indicator departments passage official follows regional url",
    ),
    ("projects", "id plan number title lead participants force partners places when figures clause url"),
    (
        "departments",
        "id name short aliases kind level region parent members from to succeeded_by duties projects_led \
         projects_joined targets url",
    ),
    ("partners", "id kind name aliases country members mentions projects url"),
    ("documents", "id title cited_by url"),
];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_promised_field_is_in_every_record() {
    let made = Made::portal();
    for (set, fields) in PROMISED {
        for record in made.json(&format!("data/{set}.json")).as_array().unwrap() {
            for field in fields.split_whitespace() {
                assert!(record.get(field).is_some(), "{set}: {field} in {record}");
            }
        }
    }
    let plan = &made.json("data/plans.json")[0];
    let clause = keys(&plan["clauses"][0]);
    for field in ["id", "level", "number", "heading", "stale", "gap", "inferred", "url"] {
        assert!(clause.contains(&field), "{clause:?}");
    }
    let fact = &made.json("data/facts.json")[0];
    for field in ["deadline", "nature", "force"] {
        assert!(fact.get(field).is_none(), "a fact has no {field}");
    }
}

#[test]
fn lists_are_sorted_by_id_and_hold_each_once() {
    let made = Made::portal();
    for set in Set::ALL {
        let list = made.json(&format!("data/{}.json", set.name()));
        let ids: Vec<&str> = list.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted, "{}", set.name());
        assert!(!ids.is_empty(), "the test portal has no {}", set.name());
    }
    let targets = made.json("data/targets.json");
    assert_eq!(targets[0]["id"], "a-1/zero", "`-` sorts before `/`");
    assert_eq!(made.json("data/clauses.json")[0]["id"], "a#c1", "`#` sorts before `-`");
    assert_eq!(made.json("data/projects.json")[0]["id"], "a/10");
}

#[test]
fn what_is_missing_is_null_and_never_empty() {
    fn empty(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(text) if text.is_empty() => found.push(path.to_owned()),
            Value::Array(list) => list.iter().for_each(|item| empty(item, path, found)),
            Value::Object(fields) => {
                fields.iter().for_each(|(key, item)| empty(item, &format!("{path}.{key}"), found));
            }
            _ => {}
        }
    }
    let made = Made::portal();
    for (path, bytes) in made.files().iter().filter(|(path, _)| path.ends_with(".json")) {
        let mut found = Vec::new();
        empty(&serde_json::from_slice(bytes).unwrap(), path, &mut found);
        assert!(found.is_empty(), "{found:?}");
    }
    let target = made.record("data/targets.json", "a/aims");
    for field in ["value", "unit", "deadline", "nature", "indicator", "baseline", "official", "note"] {
        assert_eq!(target[field], Value::Null, "{field}");
    }
    assert_eq!(target["passage"], json!({ "zh": "能力提高", "en": null }));
    assert_eq!(made.record("data/plans.json", "a-1")["editions"][0]["made"], Value::Null);
}

#[test]
fn a_target_says_how_much_by_when_and_who_and_where_that_comes_from() {
    let made = Made::portal();
    let target = made.record("data/targets.json", "a/centres");
    assert_eq!(target["value"], "30");
    assert_eq!(target["unit"], json!({ "code": "centre", "zh": "个", "en": "centre" }));
    assert_eq!((&target["comparator"], &target["change"]), (&json!("exactly"), &json!("add")));
    let deadline = json!({
        "kind": "by", "start": null, "end": "2025",
        "text": { "zh": "到 2025 年", "en": "by 2025" }, "basis": "stated"
    });
    assert_eq!(target["deadline"], deadline);
    let departments = json!([
        { "id": "all", "role": "participate", "basis": "inherited" },
        { "id": "health", "role": "lead", "basis": "stated" }
    ]);
    assert_eq!(target["departments"], departments, "those of the record, each with its basis");
    assert_eq!(target["subject"]["zh"], "海外中心\n\"新建\"，</script>");
    assert_eq!(target["url"]["en"], "https://portal.test/sub/en/targets/a/centres/");
    let topics = json!([{ "id": "care", "basis": "editorial" }, { "id": "trade", "basis": "editorial" }]);
    assert_eq!(target["topics"], topics);
    let share = made.record("data/targets.json", "a/share");
    assert_eq!(share["value"], "1/3");
    assert_eq!(share["baseline"]["value"], "0.25");
    assert_eq!(share["departments"], json!([]), "duties of its clause are not its own");
    let row = made.record("data/indicators.json", "a/centres");
    assert_eq!((&row["number"], &row["name"]), (&json!(4), &target["subject"]));
    let fact = made.record("data/facts.json", "a/built");
    assert_eq!((&fact["value"], &fact["as_of"]["end"]), (&json!("12500"), &json!("2020")));
    assert_eq!(fact["url"]["zh"], "https://portal.test/sub/zh/plans/a/#c1-1");
}

#[test]
fn bodies_know_what_they_have_to_do() {
    let made = Made::portal();
    let health = made.record("data/departments.json", "health");
    let duty = json!({ "plan": "a", "clause": "c1-1", "role": "lead", "basis": "stated" });
    assert_eq!(health["duties"], json!([duty]), "a duty given twice counts once, by its best foundation");
    assert_eq!((&health["projects_led"], &health["targets"]), (&json!(["a/10"]), &json!(["a/centres"])));
    assert_eq!(health["from"], "2016-03");
    let duties = made.json("data/duties.json");
    assert_eq!(duties.as_array().unwrap().len(), 2, "{duties}");
    assert_eq!(duties[1]["id"], "a/c1-1/lead/health");
    let project = made.record("data/projects.json", "a/10");
    assert_eq!(project["lead"], json!(["health", "league"]));
    assert_eq!(project["bodies"][1], json!({ "kind": "partner", "id": "league", "role": "lead" }));
    assert_eq!(project["when"][0]["start"], "2016-03");
    let laos = made.record("data/partners.json", "laos");
    let mentions = json!([
        { "plan": "a", "clause": "c1-1", "role": "priority" },
        { "plan": "a", "clause": "c1-2", "role": "party" }
    ]);
    assert_eq!(laos["mentions"], mentions);
    assert_eq!(laos["projects"], json!(["a/10"]));
    let league = made.record("data/partners.json", "league");
    assert_eq!(league["mentions"][0]["role"], "party", "a mechanism is a means, not a priority");
    let priority = json!({
        "clause": "c1-1", "along": "shanghai", "regions": ["laos"], "countries": [], "mechanisms": ["league"],
        "basis": "editorial"
    });
    assert_eq!(made.record("data/plans.json", "a")["priorities"], json!([priority]));
    let mention = made.record("data/mentions.json", "a/c1-1/document/law");
    assert_eq!((&mention["named"], &mention["langs"]), (&json!("law"), &json!(["zh"])));
    let law = made.record("data/documents.json", "law");
    assert_eq!(law["cited_by"], json!([{ "plan": "a", "clause": "c1-1" }]));
    let plan = made.record("data/plans.json", "a");
    assert_eq!(plan["cites"], json!(["law"]));
    assert_eq!(plan["implements"], json!([{ "clause": "c1-1", "to": "a-1#c1", "basis": "editorial" }]));
}

#[test]
fn a_plan_file_holds_the_texts_of_every_edition() {
    let made = Made::portal();
    let plan = made.json("data/plans/a.json");
    let clause = &plan["clauses"][1];
    assert_eq!(clause["id"], "c1-1");
    assert_eq!(clause["texts"]["zh"], "新建 30 个中心。", "the best text");
    assert_eq!(clause["edition"], json!({ "zh": "official", "en": "digest" }));
    assert_eq!(clause["other_texts"][0]["edition"], "digest");
    let english =
        "    built: 30 centres\n\nThe *Health Bureau* and Laos agree; TCM counts.[^1]\n\n[^1]: A note.";
    assert_eq!(clause["texts"]["en"], english);
    assert_eq!(clause["number"], json!({ "zh": "（一）", "en": "(1)" }));
    assert_eq!(plan["clauses"][0]["texts"], json!({ "zh": null, "en": null }), "only a heading");
    assert_eq!(plan["targets"][1], made.record("data/targets.json", "a/centres"));
    assert_eq!(plan["changes"][0]["date"], "2025-06-01");
    let twin = made.record("data/clauses.json", "a#c1-1");
    assert_eq!(twin["texts"], clause["texts"]);
    let gap = made.record("data/clauses.json", "a-1#c1");
    assert_eq!(
        (&gap["gap"], &gap["stale"], &gap["heading"]["en"]),
        (&json!(true), &Value::Null, &Value::Null)
    );
    assert_eq!(made.record("data/clauses.json", "a-1#c0")["number"], Value::Null);
}

#[test]
fn parts_hold_together_what_the_whole_holds_and_no_more_than_was_thought() {
    let made = Made::portal();
    for set in Set::ALL {
        for format in Format::ALL {
            let [whole] = set.parts(&made.site)[..] else { panic!("one part") };
            let mut bytes = Vec::new();
            let records = set.write(made.view(), format, whole, &mut bytes).unwrap();
            assert!(
                bytes.len() <= set.weight(&made.site, whole).bytes() + 2_000,
                "{set:?} {format:?}: {}",
                bytes.len()
            );
            let parts = set.parts_within(&made.site, 1);
            let mut sum = 0;
            let mut joined = Vec::new();
            for part in parts {
                let mut bytes = Vec::new();
                sum += set.write(made.view(), format, part, &mut bytes).unwrap();
                if format == Format::Json {
                    let list: Value = serde_json::from_slice(&bytes).unwrap();
                    joined.extend(list.as_array().unwrap().clone());
                }
            }
            assert_eq!(sum, records, "{set:?} {format:?}");
            if format == Format::Json {
                assert_eq!(Value::Array(joined), serde_json::from_slice::<Value>(&bytes).unwrap());
            }
        }
    }
}
