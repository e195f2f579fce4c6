//! Turns the figure and the time of a record of the open data into the words of either language.
//! Knows nothing of the record around them.

use super::data::{Data, pair};
use crate::content::words::{Change, Comparator, Extent, TimeKind};
use crate::export::label;
use crate::lang::{Lang, is_han};
use crate::quantity;
use serde_json::Value;

/// The figure in words: at least 30 centres; 不少于 30 个.
pub(super) fn say(data: &Data, record: &Value, lang: Lang) -> Option<String> {
    let text = |part: &str| text_at(record, part);
    let Some(value) = text("value") else {
        return text("extent").map(|extent| label::<Extent>(extent, lang));
    };
    let upper = text("upper");
    let dash = if lang == Lang::Zh { "—" } else { "–" };
    let number = upper.map_or_else(
        || said(value, lang),
        |upper| format!("{}{dash}{}", said(value, lang), said(upper, lang)),
    );
    let unit = text_at(&record["unit"], "code").and_then(|code| data.units.get(code));
    let is_one = value == "1" && upper.is_none();
    let unit = unit.map(|unit| match (lang, &unit.plural) {
        (Lang::En, Some(plural)) if !is_one => plural,
        _ => unit.name.get(lang),
    });
    let unit = unit.map(String::as_str).unwrap_or_default();
    // 1.2万个, but 12 个 and 12 centres.
    let gap = if unit.starts_with('%') || number.ends_with(is_han) { "" } else { " " };
    let comparator = text("comparator").filter(|word| !["exactly", "range"].contains(word));
    let comparator = comparator.map(|word| label::<Comparator>(word, lang)).unwrap_or_default();
    let per = pair(&record["per"]);
    let words = [comparator, format!("{number}{gap}{unit}"), per.get(lang).clone()];
    let words: Vec<&str> = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
    let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
    let change = text("change").filter(|word| *word != "level");
    let change = change.map(|word| format!("{open}{}{close}", label::<Change>(word, lang)));
    Some(format!("{}{}", words.join(" "), change.unwrap_or_default()))
}

fn text_at<'r>(record: &'r Value, part: &str) -> Option<&'r str> {
    record[part].as_str()
}

/// A number as the language writes it; what is none stays as it is.
fn said(value: &str, lang: Lang) -> String {
    quantity::read_decimal(value)
        .map_or_else(|| value.to_owned(), |value| quantity::format_number(value, lang))
}

/// A time as the plan words it, else by its bounds.
pub(super) fn time(time: &Value, lang: Lang) -> Option<String> {
    let kind = time["kind"].as_str()?;
    let worded = Some(pair(&time["text"]).get(lang).clone()).filter(|text| !text.is_empty());
    worded.or_else(|| {
        let bounds = [&time["start"], &time["end"]].into_iter().filter_map(Value::as_str);
        let bounds = bounds.collect::<Vec<&str>>().join(if lang == Lang::Zh { "—" } else { "–" });
        Some(format!("{} {bounds}", label::<TimeKind>(kind, lang)).trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::super::data::Unit;
    use super::*;
    use crate::lang::Bilingual;
    use serde_json::json;

    fn both(record: &Value) -> (String, String) {
        let unit = |zh: &str, en: &str, plural: Option<&str>| Unit {
            name: Bilingual { zh: zh.to_owned(), en: en.to_owned() },
            plural: plural.map(str::to_owned),
        };
        let units = [("centre", unit("个", "centre", Some("centres"))), ("percent", unit("%", "%", None))];
        let units = units.into_iter().map(|(code, unit)| (code.to_owned(), unit)).collect();
        let data = Data { units, ..Data::default() };
        (say(&data, record, Lang::Zh).unwrap(), say(&data, record, Lang::En).unwrap())
    }

    #[test]
    fn figures_are_said_as_readers_know_them() {
        let unit = json!({ "code": "centre" });
        let figure = json!({ "extent": "figure", "value": "12000", "unit": unit, "comparator": "at-least", "change": "level" });
        assert_eq!(both(&figure), ("不少于 1.2万个".to_owned(), "at least 12,000 centres".to_owned()));
        let one = json!({ "extent": "figure", "value": "1", "unit": unit, "comparator": "exactly", "change": "add" });
        assert_eq!(both(&one), ("1 个（新增）".to_owned(), "1 centre (add)".to_owned()));
        let percent = json!({ "code": "percent" });
        let range = json!({ "value": "3", "upper": "5", "unit": percent, "comparator": "range", "change": "increase" });
        assert_eq!(both(&range), ("3—5%（提高）".to_owned(), "3–5% (increase)".to_owned()));
        assert_eq!(both(&json!({ "extent": "all", "value": null })), ("全部".to_owned(), "all".to_owned()));
    }

    #[test]
    fn times_are_said_as_the_plan_words_them() {
        let worded = json!({ "kind": "by", "end": "2025", "text": { "zh": "到2025年", "en": "by 2025" } });
        assert_eq!(time(&worded, Lang::En).as_deref(), Some("by 2025"));
        let bare = json!({ "kind": "during", "start": "2021", "end": "2025", "text": null });
        assert_eq!(time(&bare, Lang::En).as_deref(), Some("during 2021–2025"));
        assert_eq!(time(&Value::Null, Lang::En), None);
    }
}
