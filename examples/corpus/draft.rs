//! Turns a number into the text of a plan with the records that it proves: the same for the same seed,
//! whatever plans were made before.
//! Knows nothing of files.

use crate::both::Both;
use crate::lexicon::{Class, capital};
use crate::plan::{Block, Clause, DEPARTMENTS, DOCUMENTS, Duty, Piece, Plan, Target, World};
use crate::plan::{CENTRE, PERCENT, PERSON, STANDARD, Unit};
use crate::random::Random;
use crate::sentences::Voice;

const CHAPTERS: usize = 8;
const SECTIONS: usize = 5;
const CLAUSES: usize = CHAPTERS * SECTIONS;
const TARGETS: usize = 12;
const DUTY_BEARERS: usize = 8;
const OWN_WORDS: usize = 24;
/// 6,000 characters, less the headings, over the clauses.
const CHARACTERS: usize = 143;
/// Half the length of a sentence: with less room than that, none is begun.
const HALF_SENTENCE: usize = 15;
const BODY: u64 = 4;

type Sentence = Both<Vec<Piece>>;

/// A kind of figure: `$` is the subject, `#` the number.
struct Figure {
    unit: Unit,
    comparator: &'static str,
    range: (usize, usize),
    subject: (&'static str, &'static str),
    passage: (&'static str, &'static str),
}

static FIGURES: [Figure; 4] = [
    Figure {
        unit: CENTRE,
        comparator: "exactly",
        range: (11, 990),
        subject: ("%a0%n0中心", "centres for %a0 %n0"),
        passage: ("建成 # 个$", "build # $"),
    },
    Figure {
        unit: STANDARD,
        comparator: "at-least",
        range: (11, 320),
        subject: ("%n0%n1标准", "standards of %n0 %n1"),
        passage: ("制定不少于 # 项$", "set at least # $"),
    },
    Figure {
        unit: PERSON,
        comparator: "exactly",
        range: (110, 990),
        subject: ("%a0%n0人员", "people in %a0 %n0"),
        passage: ("培训 # 名$", "train # $"),
    },
    Figure {
        unit: PERCENT,
        comparator: "exactly",
        range: (35, 99),
        subject: ("%n0%n1覆盖率", "coverage of %n0 %n1"),
        passage: ("使$达到 #%", "bring the $ to #%"),
    },
];

/// A plan on its way.
struct Draft<'a> {
    world: &'a World,
    voice: Voice<'a>,
    number: usize,
    bearers: Vec<usize>,
    random: Random,
    plan: Plan,
    /// Han characters written so far.
    written: usize,
}

/// The plan with this number.
pub(crate) fn plan(world: &World, number: usize) -> Plan {
    let head = world.head(number);
    let mut random = Random::new(world.seed, BODY, number);
    let own = (0..OWN_WORDS).map(|_| world.lexicon.coin(Class::Noun, &mut random)).collect();
    let voice = Voice { lexicon: &world.lexicon, topic: head.topic, own };
    let bearers = distinct(DUTY_BEARERS, DEPARTMENTS, &mut random);
    let plan = Plan { head, issuer: bearers[0], clauses: vec![], targets: vec![], duties: vec![] };
    let mut draft = Draft { world, voice, number, bearers, random, plan, written: 0 };
    for index in 0..CLAUSES {
        let (chapter, section) = (index / SECTIONS + 1, index % SECTIONS + 1);
        if section == 1 {
            draft.push_clause(format!("c{chapter}"), vec![]);
        }
        let id = format!("c{chapter}-{section}");
        let blocks = draft.blocks(index, &id);
        draft.push_clause(id, blocks);
    }
    draft.plan
}

impl Draft<'_> {
    fn push_clause(&mut self, id: String, blocks: Vec<Block>) {
        let Both { zh, en } = self.voice.say("%v0%a0%n0", "%v0 %a0 %n0", &mut self.random);
        self.plan.clauses.push(Clause { id, heading: Both { zh, en: capital(&en) }, blocks });
    }

    /// Two paragraphs, or a paragraph and a list.
    fn blocks(&mut self, index: usize, id: &str) -> Vec<Block> {
        let mut sentences = Vec::new();
        sentences.extend(self.target(index, id));
        sentences.extend(self.duty(index, id));
        sentences.extend(self.citation(index));
        self.written += sentences.iter().map(characters).sum::<usize>();
        while self.written + HALF_SENTENCE < CHARACTERS * (index + 1) {
            let sentence = text(self.voice.sentence(&mut self.random));
            self.written += characters(&sentence);
            sentences.push(sentence);
        }
        let list = index % SECTIONS == 3;
        let opening = sentences.len().div_ceil(2);
        let mut blocks: Vec<Block> = Vec::new();
        for (position, mut sentence) in sentences.into_iter().enumerate() {
            let item = list && position >= opening;
            match blocks.last_mut() {
                Some(block) if !item && position != opening => {
                    block.text.zh.append(&mut sentence.zh);
                    block.text.en.push(Piece::Text(" ".to_owned()));
                    block.text.en.append(&mut sentence.en);
                }
                _ => blocks.push(Block { item, text: sentence }),
            }
        }
        blocks
    }

    fn target(&mut self, index: usize, clause: &str) -> Option<Sentence> {
        if index * TARGETS % CLAUSES >= TARGETS {
            return None;
        }
        let random = &mut self.random;
        let figure = &FIGURES[random.below(FIGURES.len())];
        let value = figure.range.0 + random.below(figure.range.1 - figure.range.0);
        let subject = self.voice.say(figure.subject.0, figure.subject.1, random);
        let written =
            |pattern: &str, subject: &str| pattern.replace('#', &value.to_string()).replace('$', subject);
        let passage =
            Both { zh: written(figure.passage.0, &subject.zh), en: written(figure.passage.1, &subject.en) };
        let aside = self.voice.say("%v0%n0", "%v0 the %n0", random);
        let year = self.plan.head.end();
        let sentence = Both {
            zh: format!("到 {year} 年，{}，并{}。", passage.zh, aside.zh),
            en: format!("The aim is to {} by {year} and to {}.", passage.en, aside.en),
        };
        let (unit, comparator) = (&figure.unit, figure.comparator);
        let clause = clause.to_owned();
        self.plan.targets.push(Target { clause, subject, value, unit, comparator, year, passage });
        Some(text(sentence))
    }

    fn duty(&mut self, index: usize, clause: &str) -> Option<Sentence> {
        if index % SECTIONS != 1 {
            return None;
        }
        let turn = index / SECTIONS;
        let lead = self.bearers[turn];
        let participant = self.bearers[(turn + 3) % DUTY_BEARERS];
        self.plan.duties.push(Duty { clause: clause.to_owned(), lead, participant });
        let names = (&self.world.departments[lead].full, &self.world.departments[participant].short);
        let task = self.voice.say("%v0%a0%n0", "%v0 %a0 %p0", &mut self.random);
        let part = |index: usize, name: &str| Piece::Department { index, name: name.to_owned() };
        Some(Both {
            zh: vec![
                Piece::Text("这项工作由".to_owned()),
                part(lead, &names.0.zh),
                Piece::Text("牵头，".to_owned()),
                part(participant, &names.1.zh),
                Piece::Text(format!("参与，共同{}。", task.zh)),
            ],
            en: vec![
                Piece::Text("The ".to_owned()),
                part(lead, &names.0.en),
                Piece::Text(" leads and the ".to_owned()),
                part(participant, &names.1.en),
                Piece::Text(format!(" takes part: together they {}.", task.en)),
            ],
        })
    }

    /// An earlier plan, by its clause or by its title.
    fn citation(&mut self, index: usize) -> Option<Sentence> {
        if index % 10 != 2 || self.number == 0 {
            return None;
        }
        let task = self.voice.say("%v0%a0%n0", "%v0 %a0 %p0", &mut self.random);
        let by_title = index == 32;
        let plan = self.random.below(if by_title { self.number.min(DOCUMENTS) } else { self.number });
        let cited = self.world.head(plan);
        let [chapter, section] = [CHAPTERS, SECTIONS].map(|end| 1 + self.random.below(end));
        let piece = |title: &str, words: String| match by_title {
            true => Piece::Title { plan, title: title.to_owned() },
            false => Piece::Clause { plan, clause: format!("c{chapter}-{section}"), words },
        };
        let zh = format!("{}省 {} 年规划第 {chapter}.{section} 节", cited.place.zh, cited.year);
        let en =
            format!("section {chapter}.{section} of {} Province's plan of {}", cited.place.en, cited.year);
        Some(Both {
            zh: vec![
                Piece::Text("依据".to_owned()),
                piece(&cited.title.zh, zh),
                Piece::Text(format!("，{}。", task.zh)),
            ],
            en: vec![
                Piece::Text("Following ".to_owned()),
                piece(&cited.title.en, en),
                Piece::Text(format!(", {}.", task.en)),
            ],
        })
    }
}

impl Piece {
    /// What is read, without links.
    pub(crate) fn words(&self) -> &str {
        match self {
            Piece::Text(words) | Piece::Clause { words, .. } => words,
            Piece::Department { name, .. } => name,
            Piece::Title { title, .. } => title,
        }
    }
}

fn text(sentence: Both<String>) -> Sentence {
    Both { zh: vec![Piece::Text(sentence.zh)], en: vec![Piece::Text(sentence.en)] }
}

fn characters(sentence: &Sentence) -> usize {
    sentence.zh.iter().map(|piece| crate::count::han(piece.words())).sum()
}

/// So many different numbers below `end`.
fn distinct(count: usize, end: usize, random: &mut Random) -> Vec<usize> {
    let mut numbers = Vec::with_capacity(count);
    while numbers.len() < count {
        let number = random.below(end);
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
