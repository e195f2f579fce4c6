//! Turns hostile texts into a verdict on whether the work of reading quantities stays in step with the text.
//! Knows nothing of the quantities, and of the clock.

use diptych::lang::Lang;
use diptych::quantity::parse_counted;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Text that makes a careless parser look back or ahead too far, repeated to a length.
const HOSTILE: &str = concat!(
    "1|12,345,|1,|1.|1.1|1-|1–|1至|一|十|百|万|万亿|一百|三四|二〇|〇|数十|第|第一|第1、|“|“十四五|百分之|三分之一|约|近约|",
    "不少于|新增|增加中|每|US$|$| |\n|\t|\u{3000}|1 |1　|年|2021年|2021-|2021—|1月|1月1日至|a|a1|a-|a-1-|",
    "a.|http://|http://a |one |one-|twenty-|hundred |one hundred and |a |half a |of |",
    "hundreds of thousands of |two thirds |between 1 and |from 1 to |by |",
    "increase by |more than |14th |14th and |May |May 1, |No. |No. 1, |Articles 1, |",
    "Tel: 1 |(1|[1]|+1|+86 |1/1/|1/3|½|%|1%|1%-|个|1个|1个-|。|“a|é|😀|1+|5+3|1 1/2 |1th |",
    "level 1, |1\n\n|亿1|1亿|1万1亿",
);

#[test]
fn work_grows_in_step_with_the_text() {
    for piece in HOSTILE.split('|') {
        for lang in BOTH {
            let times = 4_000 / piece.len();
            let work = |times: usize| parse_counted(&piece.repeat(times), lang).1;
            let (small, large) = (work(times), work(2 * times));
            // Twice the text, at most twice the work, and a little for the ends.
            assert!(large <= 2 * small + 5_000, "{piece:?} in {lang:?}: {small} looks, then {large}");
            assert!(large <= 8_000 * 400, "{piece:?} in {lang:?}: {large} looks at 8 kB");
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_read() {
    for piece in ["1", "一百万亿", "a-1-", "hundred and "] {
        let text = piece.repeat((1 << 20) / piece.len());
        for lang in BOTH {
            let (_, steps) = parse_counted(&text, lang);
            assert!(steps <= (1 << 20) * 400, "{piece:?} in {lang:?}: {steps} looks");
        }
    }
}
