//! Turns patterns and words into sentences that say the same in both languages.
//! Knows nothing of plans.

use crate::both::Both;
use crate::lexicon::{Class, Lexicon, Word, capital, gerund, plural};
use crate::random::Random;

/// Where the words of one plan come from.
pub(crate) struct Voice<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) topic: usize,
    /// Words that only this plan uses.
    pub(crate) own: Vec<Word>,
}

/// Of a hundred nouns, so many are the plan's own.
const OWN: usize = 2;
/// Of a hundred words, so many follow from the word before; of a hundred others, so many from the topic.
/// With these shares the vocabulary grows about as it does in texts of laws: some 65,000 distinct pairs of
/// characters and words in the space of 125 plans, 130,000 in 500, 250,000 in 2,500.
const COMPANION: usize = 88;
const ON_TOPIC: usize = 10;

/// `%n0` is the first noun, `%p0` its plural, `%v0` the first verb, `%g0` its -ing form, `%a0` the first adjective.
const PATTERNS: &[(&str, &str)] = &[
    (
        "积极推进%n0的%n1工作，进一步%v0%a0%n2，着力%v1%n3的%n4。",
        "Advance the %n1 of %p0, %v0 %a0 %p2 and %v1 %n3 %n4.",
    ),
    (
        "以%a0%n0为重点，努力%v0%n1和%n2，逐步形成%a1的%n3%n4。",
        "With a focus on %a0 %p0, %v0 the %p1 and the %p2 and form a %a1 %n3 %n4.",
    ),
    (
        "围绕%a0%n0，大力%v0%n1的%n2，切实%v1%n3与%n4之间的衔接。",
        "Around %a0 %p0, %v0 %n1 %n2 and %v1 the links of %n3 and %n4.",
    ),
    (
        "对于%n0、%n1以及%n2，都要及时%v0，做到既%a0又%a1。",
        "As to %n0, %n1 and %n2, %v0 them in time, in a way both %a0 and %a1.",
    ),
    (
        "支持有条件的%n0率先%v0%n1，在此基础上%v1%a0%n2的%n3%n4。",
        "Support those %p0 that are able to %v0 the %n1 and %v1 the %n3 %n4 of %a0 %p2.",
    ),
    (
        "在%n0、%n1等方面加大力度，%v0%a0%n2，带动更多%n3%v1。",
        "In %n0, %n1 and other respects, %v0 the %a0 %n2 so that more %p3 will %v1.",
    ),
    (
        "把%n0纳入%a0%n1统一管理，同步%v0%n2的%n3，适时%v1%n4。",
        "Bring %n0 into the %a0 %n1, %v0 the %n3 of %n2 and %v1 %p4.",
    ),
    (
        "各级%n0要结合本地%n1的实际情况，%v0%a0%n2，不断%v1%n3%n4。",
        "The %n0 at each level should %v0 %a0 %p2 as its %n1 allows and %v1 the %n3 %n4.",
    ),
    (
        "加快%v0%n0%n1的步伐，使%n2和%n3与之同步%v1，共同面向%a0%n4。",
        "%v0 the %n1 of %p0 faster, while %n2 and %n3 %v1 towards %a0 %p4.",
    ),
    (
        "%a0%n0实行%n1负责的办法，由%n2组织%v0，并由%n3定期%v1%n4。",
        "The %a0 %n0 answers to the %n1; the %n2 has to %v0 it and the %n3 to %v1 the %n4 on time.",
    ),
    (
        "面向%a0%n0的需要，%v0%n1，%v1%n2，让%n3的%n4更加%a1。",
        "For %a0 %p0, %v0 %n1 and %v1 %n2, so that %n3 %n4 becomes %a1.",
    ),
    (
        "尚未建成%n0的，应当先行%v0%n1，条件成熟后再%v1%a0%n2。",
        "Where there is no %n0 yet, first %v0 the %n1 and only later %v1 the %a0 %n2.",
    ),
    (
        "坚持%n0优先的原则，不断%v0%n1，守住%a0%n2，稳妥%v1%n3%n4。",
        "Put %n0 first by %g0 %n1, keep to %a0 %n2 and %v1 %n3 %n4.",
    ),
    (
        "依托%n0的%n1，%v0一批%a0%n2，并逐步向%n3和%n4领域延伸。",
        "Relying on the %n1 of the %n0, %v0 %a0 %p2 and extend them to %n3 and %n4.",
    ),
    (
        "%n0是%n1工作的%a0%n2，既要%v0好，也要%v1好，还要与%n3相适应。",
        "The %n0 is the %a0 %n2 of %n1: %v0 it, %v1 it and suit it to %n3.",
    ),
    (
        "鼓励%n0和%n1共同%v0%a0%n2，在自愿的前提下分享%n3的%n4。",
        "Encourage %p0 and %p1 to %v0 %a0 %p2 together and share the %n4 of %n3.",
    ),
];

/// The words of one sentence, drawn when a pattern first asks for them.
struct Filling<'a> {
    voice: &'a Voice<'a>,
    drawn: [Vec<&'a Word>; 3],
    /// The rank of the word drawn last.
    before: Option<usize>,
}

impl<'a> Filling<'a> {
    fn word(&mut self, class: Class, index: usize, random: &mut Random) -> &'a Word {
        let drawn = &mut self.drawn[class as usize];
        while drawn.len() <= index {
            drawn.push(self.voice.draw(class, &mut self.before, random));
        }
        drawn[index]
    }

    fn fill(&mut self, pattern: &str, english: bool, random: &mut Random) -> String {
        let mut text = String::new();
        let mut parts = pattern.split('%');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (slot, rest) = part.split_at(2);
            let form = slot.as_bytes()[0];
            let class = match form {
                b'n' | b'p' => Class::Noun,
                b'v' | b'g' => Class::Verb,
                _ => Class::Adjective,
            };
            let word = self.word(class, usize::from(slot.as_bytes()[1] - b'0'), random);
            match form {
                _ if !english => text.push_str(&word.zh),
                b'p' => text.push_str(&plural(&word.en)),
                b'g' => text.push_str(&gerund(&word.en)),
                _ => text.push_str(&word.en),
            }
            text.push_str(rest);
        }
        text
    }
}

impl Voice<'_> {
    fn draw(&self, class: Class, before: &mut Option<usize>, random: &mut Random) -> &Word {
        if matches!(class, Class::Noun) && random.percent(OWN) {
            return &self.own[random.below(self.own.len())];
        }
        let rank = match *before {
            Some(rank) if random.percent(COMPANION) => self.lexicon.companion(class, rank, random),
            _ if random.percent(ON_TOPIC) => self.lexicon.rank_on_topic(class, self.topic, random),
            _ => self.lexicon.rank(class, random),
        };
        *before = Some(rank);
        self.lexicon.word(class, rank)
    }

    /// The pattern with words, the same ones in both languages.
    pub(crate) fn say(&self, zh: &str, en: &str, random: &mut Random) -> Both<String> {
        let mut filling = Filling { voice: self, drawn: Default::default(), before: None };
        Both { zh: filling.fill(zh, false, random), en: filling.fill(en, true, random) }
    }

    /// A sentence of prose.
    pub(crate) fn sentence(&self, random: &mut Random) -> Both<String> {
        let (zh, en) = PATTERNS[random.below(PATTERNS.len())];
        let Both { zh, en } = self.say(zh, en, random);
        Both { zh, en: capital(&en) }
    }
}
