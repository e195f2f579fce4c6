//! Says what a plan is, and what all plans share: vocabulary, departments, topics.
//! Knows nothing of files and of the generators that will read them.

use crate::both::Both;
use crate::lexicon::{Class, Lexicon, capital};
use crate::random::Random;
use crate::sentences::Voice;

pub(crate) const DEPARTMENTS: usize = 200;
pub(crate) const TOPICS: usize = 10;
/// So many of the first plans are also cited by title, as documents.
pub(crate) const DOCUMENTS: usize = 40;

/// A unit of figures: its id is the English singular.
pub(crate) struct Unit {
    pub(crate) id: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) plural: &'static str,
    pub(crate) kind: &'static str,
}

pub(crate) const CENTRE: Unit = Unit { id: "centre", zh: "个", plural: "centres", kind: "count" };
pub(crate) const STANDARD: Unit = Unit { id: "standard", zh: "项", plural: "standards", kind: "count" };
pub(crate) const PERSON: Unit = Unit { id: "person", zh: "名", plural: "people", kind: "people" };
pub(crate) const PERCENT: Unit = Unit { id: "percent", zh: "%", plural: "%", kind: "percent" };

const REGISTER: u64 = 2;
const HEAD: u64 = 3;

/// A stretch of running text.
pub(crate) enum Piece {
    Text(String),
    /// The name of a department.
    Department {
        index: usize,
        name: String,
    },
    /// A clause of another plan, in words.
    Clause {
        plan: usize,
        clause: String,
        words: String,
    },
    /// Another plan by its title.
    Title {
        plan: usize,
        title: String,
    },
}

/// A paragraph or a list item.
pub(crate) struct Block {
    pub(crate) item: bool,
    pub(crate) text: Both<Vec<Piece>>,
}

/// The smallest headed unit; a chapter has no blocks of its own.
pub(crate) struct Clause {
    pub(crate) id: String,
    pub(crate) heading: Both<String>,
    pub(crate) blocks: Vec<Block>,
}

/// A figure that a clause commits to.
pub(crate) struct Target {
    pub(crate) clause: String,
    pub(crate) subject: Both<String>,
    pub(crate) value: usize,
    pub(crate) unit: &'static Unit,
    pub(crate) comparator: &'static str,
    pub(crate) year: usize,
    pub(crate) passage: Both<String>,
}

/// A clause that names who leads and who takes part.
pub(crate) struct Duty {
    pub(crate) clause: String,
    pub(crate) lead: usize,
    pub(crate) participant: usize,
}

/// What other plans need to know of a plan.
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) place: Both<String>,
    pub(crate) title: Both<String>,
    pub(crate) number: String,
    pub(crate) topic: usize,
    pub(crate) year: usize,
    pub(crate) month: usize,
}

impl Head {
    /// The last year of the plan's period.
    pub(crate) fn end(&self) -> usize {
        self.year + 4
    }
}

/// One plan with its text and records.
pub(crate) struct Plan {
    pub(crate) head: Head,
    pub(crate) issuer: usize,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) targets: Vec<Target>,
    pub(crate) duties: Vec<Duty>,
}

/// A department's official and short name.
pub(crate) struct Department {
    pub(crate) full: Both<String>,
    pub(crate) short: Both<String>,
}

/// What all plans of a seed share.
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) lexicon: Lexicon,
    pub(crate) departments: Vec<Department>,
    pub(crate) topics: Vec<Both<String>>,
}

impl World {
    pub(crate) fn new(seed: u64) -> World {
        let lexicon = Lexicon::new(seed);
        let mut random = Random::new(seed, REGISTER, 0);
        let departments = (0..DEPARTMENTS).map(|_| department(&lexicon, &mut random)).collect();
        let topics = (0..TOPICS).map(|_| topic(&lexicon, &mut random)).collect();
        World { seed, lexicon, departments, topics }
    }

    /// The head of a plan, made without its text, so that any plan can cite any other.
    pub(crate) fn head(&self, plan: usize) -> Head {
        let mut random = Random::new(self.seed, HEAD, plan);
        let place = self.lexicon.name(2, &mut random);
        let topic = random.below(TOPICS);
        let own = vec![self.lexicon.coin(Class::Noun, &mut random)];
        let subject =
            Voice { lexicon: &self.lexicon, topic, own }.say("%a0%n0%n1", "%a0 %n0 %n1", &mut random);
        let year = 2011 + random.below(15);
        let period = (year, year + 4);
        let title = Both {
            zh: format!("{}省{}发展规划（{}—{}年）", place.zh, subject.zh, period.0, period.1),
            en: format!(
                "{} Province Development Plan for {} ({}–{})",
                place.en,
                title_case(&subject.en),
                period.0,
                period.1
            ),
        };
        let number = format!("{}政发〔{year}〕{}号", place.zh, 1 + random.below(180));
        let month = 1 + random.below(12);
        Head { id: plan_id(plan), place, title, number, topic, year, month }
    }
}

fn department(lexicon: &Lexicon, random: &mut Random) -> Department {
    let [one, two] = [(); 2].map(|()| lexicon.name(2, random));
    Department {
        full: Both {
            zh: format!("国家{}{}管理局", one.zh, two.zh),
            en: format!("National {} and {} Administration", one.en, two.en),
        },
        short: Both {
            zh: format!("{}{}局", one.zh, two.zh),
            en: format!("{} and {} Office", one.en, two.en),
        },
    }
}

fn topic(lexicon: &Lexicon, random: &mut Random) -> Both<String> {
    let Both { zh, en } = lexicon.name(2, random);
    Both { zh: format!("{zh}事业"), en: format!("{en} affairs") }
}

/// The id of a plan by its number.
pub(crate) fn plan_id(plan: usize) -> String {
    format!("plan-{:05}", plan + 1)
}

/// The id of a department by its index.
pub(crate) fn department_id(index: usize) -> String {
    format!("department-{:03}", index + 1)
}

/// The id of a topic by its index.
pub(crate) fn topic_id(index: usize) -> String {
    format!("topic-{:02}", index + 1)
}

fn title_case(text: &str) -> String {
    text.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}
