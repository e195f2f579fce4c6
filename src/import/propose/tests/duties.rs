//! Turns what documents say of bodies into projects and duties, and holds them to what a reader sees.
//! Knows nothing of figures and names.

use super::read;
use crate::content::words::{Basis, Force, Role};
use crate::import::propose::{Name, Proposals};

fn duties(proposals: &Proposals) -> Vec<(&str, &str, Role)> {
    let duties = proposals.duties.iter();
    duties.map(|duty| (duty.origin.clause.as_str(), duty.department.text.as_str(), duty.role)).collect()
}

#[test]
fn projects_have_lead_and_participants_with_their_parents() {
    let found = read(
        "某部三年方案（2031-2033）
一、项目
（一）修渠
1．办渠道论坛
办一次论坛。
牵头单位：水利部、甘肃省人民政府。
参与单位：国家粮食局规划司、应急办和财务司等，甘肃省水利厅，文化和旅游部
2．建渠道中心（意向实施）
建一个中心。
牵头单位：甘肃省水利厅",
    );
    let projects: Vec<_> = found
        .projects
        .iter()
        .map(|project| {
            let names = |names: &[Name]| names.iter().map(|name| name.text.clone()).collect::<Vec<_>>();
            (project.number, names(&project.lead), names(&project.participants), project.force)
        })
        .collect();
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        projects,
        [
            (
                1,
                owned(&["水利部", "甘肃省人民政府"]),
                owned(&[
                    "国家粮食局规划司",
                    "国家粮食局应急办",
                    "国家粮食局财务司",
                    "甘肃省水利厅",
                    "文化和旅游部"
                ]),
                Force::Firm
            ),
            (2, owned(&["甘肃省水利厅"]), Vec::new(), Force::Intended)
        ]
    );
    assert_eq!(found.projects[0].lead[0].id.as_deref(), Some("mwr"));
    assert!(found.duties.is_empty());
}

#[test]
fn bracketed_lists_at_the_end_of_a_clause_are_duties() {
    let found = read(
        "节水意见
一、任务
（一）修渠。修好渠道。（水利部牵头，财政部、科技部等参与）
（二）护渠。护好渠道（水利部、文化和旅游部按职责分工负责）。
（三）养渠。养好渠道。（教育部、水利部等和各有关省级人民政府负责）
（四）管渠。管好渠道。（财政部、水利部分别负责，国家粮食局指导）
（五）巡渠。巡好渠道（由专人负责）。
（六）测渠。测好渠道。（责任单位：水利部、财政部；配合单位：各区水务局）
（七）评渠。评好渠道。（水利部会同财政部负责）",
    );
    use Role::{Guide, Lead, Participate, Responsible};
    assert_eq!(
        duties(&found),
        [
            ("c1-1", "水利部", Lead),
            ("c1-1", "财政部", Participate),
            ("c1-1", "科技部", Participate),
            ("c1-2", "水利部", Responsible),
            ("c1-2", "文化和旅游部", Responsible),
            ("c1-3", "教育部", Responsible),
            ("c1-3", "水利部", Responsible),
            ("c1-3", "各有关省级人民政府", Responsible),
            ("c1-4", "财政部", Responsible),
            ("c1-4", "水利部", Responsible),
            ("c1-4", "国家粮食局", Guide),
            ("c1-6", "水利部", Responsible),
            ("c1-6", "财政部", Responsible),
            ("c1-6", "各区水务局", Participate),
            ("c1-7", "水利部", Lead),
            ("c1-7", "财政部", Responsible)
        ]
    );
}

#[test]
fn the_rule_that_the_first_leads_is_honoured() {
    let found = read(
        "节水方案
一、工程
（一）修渠。1.目标。成网。2.任务。修渠。3.部门分工。水利部、财政部等负责，排第一位的为牵头单位，下同。
（二）养渠。1.目标。清洁。2.任务。清淤。3.部门分工。财政部、水利部牵头负责，教育部等负责。
（三）护渠。1.目标。无损。2.任务。巡护。项目单位负责日常管理。3.部门分工。教育部、水利部等负责。",
    );
    let lists: Vec<_> = found.duties.iter().filter(|duty| duty.origin.clause.ends_with("-3")).collect();
    let roles: Vec<_> =
        lists.iter().map(|duty| (duty.department.text.as_str(), duty.role, duty.basis)).collect();
    use Role::{Lead, Responsible};
    assert_eq!(
        roles,
        [
            ("水利部", Lead, Basis::Stated),
            ("财政部", Responsible, Basis::Stated),
            ("财政部", Lead, Basis::Stated),
            ("水利部", Lead, Basis::Stated),
            ("教育部", Responsible, Basis::Stated),
            ("教育部", Lead, Basis::Inherited),
            ("水利部", Responsible, Basis::Stated)
        ]
    );
}

#[test]
fn columns_of_a_task_table_are_duties() {
    let found = read(
        "某市水务局关于修渠的通知
各区水务局：
一、修渠
修渠。
某市水务局
2031年4月1日
附件1
重点任务分工表
序号|重点任务|牵头单位|责任单位
1|清淤|市水务局|市财政局、各区政府
2|护坡|市园林局|^",
    );
    use Role::{Lead, Responsible};
    assert_eq!(
        duties(&found),
        [
            ("a1", "市水务局", Lead),
            ("a1", "市财政局", Responsible),
            ("a1", "各区政府", Responsible),
            ("a1", "市园林局", Lead)
        ]
    );
}

#[test]
fn sentences_say_who_must_do_what() {
    let found = read(
        "节水方案
一、保障
在水利部指导下，文化和旅游部负责节水宣传的统筹协调。各地要落实经费。水利部要会同有关部门制定方案。要广泛宣传。",
    );
    use Role::{Coordinate, Guide, Lead, Participate, Responsible};
    assert_eq!(
        duties(&found),
        [
            ("c1", "水利部", Guide),
            ("c1", "文化和旅游部", Coordinate),
            ("c1", "各地", Responsible),
            ("c1", "水利部", Lead),
            ("c1", "有关部门", Participate)
        ]
    );
}
