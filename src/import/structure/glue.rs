//! Turns paragraphs in which the head or the signature of a document is glued to other text into one paragraph each.
//! Knows nothing of what the pieces mean for the document.

use super::landmark::{carried, dates, document_number, openness};
use super::unit::{Unit, cut};
use crate::import::bodies::looks_like_body;

/// How many units from the beginning may hold a head or the end of a covering notice.
const HEAD: usize = 24;

/// The units with those of the head cut at its landmarks.
pub(super) fn loosen(units: Vec<Unit>) -> Vec<Unit> {
    let mut loose = Vec::new();
    let mut title: Option<String> = None;
    for (index, unit) in units.into_iter().enumerate() {
        let Unit::Text { strand, heading, listed } = unit else {
            loose.push(unit);
            continue;
        };
        if index >= HEAD {
            loose.push(Unit::Text { strand, heading, listed });
            continue;
        }
        let mut pieces = cut(&strand, &bounds(strand.text()));
        if title.is_none() {
            title = pieces.iter().find_map(|piece| carried(piece.text().trim()).map(str::to_owned));
        }
        if let Some(title) = &title {
            pieces =
                pieces.into_iter().flat_map(|piece| cut(&piece, &title_end(piece.text(), title))).collect();
        }
        loose.extend(pieces.into_iter().map(|strand| Unit::Text { strand, heading, listed }));
    }
    loose
}

/// Where the head's landmarks in a paragraph begin and end.
fn bounds(text: &str) -> Vec<usize> {
    let mut at: Vec<usize> = Vec::new();
    let dates = dates(text);
    if let Some(number) = document_number(text) {
        at.extend([number.start, number.end]);
        let rest = &text[number.end..];
        // Addressees follow the number, up to their colon.
        let names = |list: &str| {
            let first = list.split(['、', '，']).next().unwrap_or(list);
            !list.contains('。') && looks_like_body(first)
        };
        if let Some(colon) = rest.find('：').filter(|colon| *colon < 900 && names(&rest[..*colon])) {
            at.push(number.end + colon + '：'.len_utf8());
        }
    }
    // A line of its own is a line of the head as it stands.
    let glued = |start: &usize| *start > 0 || text.contains('。');
    for key in ["发布日期", "发布时间", "成文日期", "印发日期"] {
        for (start, _) in text.match_indices(key).filter(|(start, _)| glued(start)) {
            let date =
                dates.iter().find(|(span, _)| span.start >= start && span.start <= start + key.len() + 6);
            at.extend(date.iter().flat_map(|(span, _)| [start, span.end]));
        }
    }
    let open = openness(text);
    at.extend(open.iter().flat_map(|span| [span.start, span.end]));
    let signed_end = open.map_or(text.trim_end().len(), |span| span.start);
    if let Some((span, _)) = dates.iter().find(|(span, _)| span.end == signed_end) {
        let before = &text[..span.start];
        let start = before.rfind(['。', '：', '！']).map_or(0, |stop| stop + '。'.len_utf8());
        if looks_like_body(&before[start..]) {
            at.extend([start, span.start]);
        }
    }
    at.sort_unstable();
    at.dedup();
    at
}

/// The end of the title, where a paragraph begins with it and goes on.
fn title_end(text: &str, title: &str) -> Vec<usize> {
    let start = text.len() - text.trim_start().len();
    let Some(rest) = text[start..].strip_prefix(title) else { return Vec::new() };
    let in_sentence = rest.starts_with(['》', '的', '，', '。', '（', '(']);
    if rest.trim().is_empty() || in_sentence { Vec::new() } else { vec![text.len() - rest.len()] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::strand::Strand;

    fn paragraph(text: &str) -> Unit {
        Unit::Text { strand: Strand::of(text, 0..text.len()), heading: None, listed: false }
    }

    #[test]
    fn a_head_on_one_line_comes_apart() {
        let text = "水利部关于印发节水工程方案的通知发布日期:2031-03-02水利部关于印发节水工程方案的通知国水发〔2031〕4号各省、自治区水利厅：现印发给你们。水利部2031年2月20日（此件公开发布）节水工程方案节水是大事。一、总体要求";
        let loose = loosen(vec![paragraph(text)]);
        let words: Vec<&str> = loose.iter().filter_map(Unit::words).collect();
        assert_eq!(
            words,
            [
                "水利部关于印发节水工程方案的通知",
                "发布日期:2031-03-02",
                "水利部关于印发节水工程方案的通知",
                "国水发〔2031〕4号",
                "各省、自治区水利厅：",
                "现印发给你们。",
                "水利部",
                "2031年2月20日",
                "（此件公开发布）",
                "节水工程方案",
                "节水是大事。一、总体要求"
            ]
        );
    }

    #[test]
    fn running_text_stays_whole() {
        for text in ["依据《节水办法》（国水发〔2031〕4号）办理。", "会议于2031年5月召开。", "水利部负责。"]
        {
            assert_eq!(loosen(vec![paragraph(text)]).len(), 1, "{text}");
        }
    }
}
