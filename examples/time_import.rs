//! Turns a plan of 60 KB, made here, into the time that its import takes: `time_import [KILOBYTES…]`.
//! Knows nothing of what the plan says.
#![expect(clippy::print_stdout, reason = "an example talks to whoever runs it")]

use diptych::import::import;
use diptych::import::read::Limits;
use std::fmt::Write;
use std::time::Instant;

/// A plan of about so many bytes, its lines broken and a blank line behind each.
fn plan(bytes: usize) -> String {
    let mut text = "关于印发《社区书房建设规划（2031—2035年）》的通知 \n\n河图发〔2031〕6号 \n\n".to_owned();
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let _ = write!(
            text,
            "{number}.建设第{number}批书房。到 2035年，全省建成 {}个社区书房，组织 1200名馆员参加培训，\n\n",
            number * 7
        );
        text.push_str("与学校、医院、车站、景区等场所共建共享，为读者提供更加便捷、更加温馨的服务，\n\n");
        text.push_str("打造城市书房品牌（省图书馆局牵头，省财政厅、省教育厅参与）。 \n\n");
    }
    text
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![60, 600, 3_000] } else { asked };
    for kilobytes in sizes {
        let text = plan(kilobytes * 1000);
        let begun = Instant::now();
        let clauses = import("plan.txt", text.as_bytes(), Limits::default())
            .map_or(0, |found| found.draft.clauses.len());
        println!("{kilobytes} KB: {:?}, {clauses} clauses", begun.elapsed());
    }
}
