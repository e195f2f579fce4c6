//! Turns data and schemas against each other.
//! Knows nothing of what the data should say.

use super::super::{ExportKey, Shape, routes, schema};
use super::Made;
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator(made: &Made, shape: Shape) -> Validator {
    jsonschema::validator_for(&schema::of(made.view(), shape)).unwrap()
}

#[test]
fn every_json_file_is_what_its_schema_says() {
    let made = Made::portal();
    let mut shapes = std::collections::BTreeSet::new();
    for (route, key) in routes(&made.site) {
        let Some(shape) = Shape::of(&key) else { continue };
        if let ExportKey::Data(_, format, _) = key
            && format.lang().is_some()
        {
            continue;
        }
        let data: Value = serde_json::from_slice(&made.produce(&key)).unwrap();
        let faults: Vec<String> = validator(&made, shape)
            .iter_errors(&data)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{route}: {faults:#?}");
        shapes.insert(shape);
    }
    assert_eq!(shapes.into_iter().collect::<Vec<_>>(), Shape::all().collect::<Vec<_>>());
}

#[test]
fn a_schema_refuses_what_data_never_is() {
    let made = Made::portal();
    let validator = validator(&made, Shape::of(&key(&made, "data/targets.json")).unwrap());
    let sound = json!([made.record("data/targets.json", "a/centres")]);
    assert!(validator.is_valid(&sound));
    let spoil = |change: &dyn Fn(&mut Value)| {
        let mut data = sound.clone();
        change(&mut data[0]);
        data
    };
    let spoiled: [&dyn Fn(&mut Value); 6] = [
        &|target| drop(target.as_object_mut().unwrap().remove("value")),
        &|target| target["value"] = json!(30),
        &|target| target["value"] = json!("1,000"),
        &|target| target["comparator"] = json!("roughly"),
        &|target| target["subject"] = json!({ "zh": "甲" }),
        &|target| target["deadline"]["end"] = json!("31.12.2025"),
    ];
    for change in spoiled {
        assert!(!validator.is_valid(&spoil(change)), "{}", spoil(change));
    }
    assert!(validator.is_valid(&spoil(&|target| target["new_field"] = json!(1))), "additions are allowed");
}

#[test]
fn schemas_say_where_they_are_and_explain_their_fields() {
    let made = Made::portal();
    for shape in Shape::all() {
        let schema = schema::of(made.view(), shape);
        let id = format!("https://portal.test/sub/data/schema/{}.json", shape.name());
        assert_eq!(schema["$id"], id.as_str());
        let record = &schema["$defs"]["Target"]["properties"]["passage"];
        if shape.name() == "targets" {
            assert_eq!(record["description"], "The words of the text that prove it.");
        }
    }
}

fn key(made: &Made, path: &str) -> ExportKey {
    routes(&made.site).into_iter().find(|(route, _)| route.as_str() == path).unwrap().1
}
