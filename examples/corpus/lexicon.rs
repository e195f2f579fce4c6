//! Turns a seed into a bilingual vocabulary: a few hundred real words of policy prose, then thousands of
//! pseudo-words of common Han characters and English syllables.
//! Knows nothing of sentences.

use crate::both::Both;
use crate::han::HAN;
use crate::random::{Random, Zipf};
use diptych::lang::Lang;
use diptych::quantity;

/// A word in both languages; English in its base form.
pub(crate) type Word = Both<String>;

/// What a word can be in a sentence.
#[derive(Clone, Copy)]
pub(crate) enum Class {
    Noun,
    Verb,
    Adjective,
}

/// All words of each class, the frequent ones first, and how often each is used.
pub(crate) struct Lexicon {
    classes: [(Vec<Word>, Zipf); 3],
    companions: Zipf,
    maker: Maker,
}

const LEXICON: u64 = 1;
const COMPANIONS: u64 = 5;
/// Nouns, verbs, adjectives.
const SIZES: [usize; 3] = [5000, 1500, 1200];
/// So many characters are in use, each made the more frequent the more draws it is the smallest of.
const CHARACTERS: usize = 2_400;
const DRAWS: usize = 6;
/// So many words follow one word again and again.
const PARTNERS: usize = 5;
/// How far apart the favourite words of two topics lie.
const TOPIC_STEP: usize = 457;

/// The frequent words, as in real plans.
const REAL: [&str; 3] = [NOUNS, VERBS, ADJECTIVES];
const NOUNS: &str = "发展 development 服务 service 建设 construction 制度 system 机制 mechanism 能力 capacity 水平 level \
    质量 quality 资源 resource 项目 project 工程 programme 体系 framework 平台 platform 人才 talent 技术 technology \
    产业 industry 市场 market 企业 enterprise 社会 society 环境 environment 安全 safety 信息 information 数据 dataset \
    标准 standard 政策 policy 规划 plan 任务 task 目标 aim 基础 foundation 设施 facility 网络 network 教育 education \
    文化 culture 医院 hospital 学校 school 社区 community 农村 village 城市 city 地区 region 群众 resident 青年 youth \
    老人 senior 儿童 infant 就业 job 收入 income 住房 house 交通 transport 能源 energy 水利 waterway 生态 habitat \
    森林 forest 土地 land 粮食 grain 贸易 trade 投资 investment 资金 fund 财政 budget 金融 finance 税收 tax \
    法规 statute 监督 oversight 评价 evaluation 考核 assessment 责任 duty 组织 organisation 合作 partnership \
    交流 exchange 创新 innovation 成果 result 经验 experience 试点 pilot 示范 model 基地 base 中心 centre 园区 park";
const VERBS: &str = "推进 advance 加强 strengthen 完善 improve 建立 establish 提高 raise 扩大 expand 支持 support \
    鼓励 encourage 促进 promote 落实 implement 开展 conduct 推广 extend 优化 optimise 保障 secure 培育 foster \
    引导 guide 整合 combine 规范 regulate 健全 perfect 统筹 coordinate 深化 deepen 探索 explore 改善 better \
    发挥 exercise 提供 provide 协调 align 监测 monitor 保护 protect 利用 use 公开 publish";
const ADJECTIVES: &str = "重点 key 基层 local 公共 public 优质 sound 现代 modern 综合 comprehensive 绿色 green 数字 digital \
    专业 professional 区域 regional 国际 international 长期 lasting 统一 uniform 稳定 stable 高效 efficient 开放 open \
    普惠 inclusive 智能 smart 特色 distinctive 关键 crucial 新型 new 传统 traditional 农业 agricultural 工业 industrial";

impl Lexicon {
    /// The vocabulary of a seed.
    pub(crate) fn new(seed: u64) -> Lexicon {
        let mut random = Random::new(seed, LEXICON, 0);
        let maker = Maker::new(&mut random);
        let classes = [Class::Noun, Class::Verb, Class::Adjective].map(|class| {
            let real: Vec<&str> = REAL[class as usize].split_whitespace().collect();
            let real =
                real.chunks_exact(2).map(|pair| Word { zh: pair[0].to_owned(), en: pair[1].to_owned() });
            let mut words: Vec<Word> = real.collect();
            words.resize_with(SIZES[class as usize], || maker.word(class, &mut random));
            let zipf = Zipf::new(words.len(), 2.0);
            (words, zipf)
        });
        Lexicon { classes, companions: Zipf::new(PARTNERS, 1.0), maker }
    }

    /// The rank of a word, by Zipf's law.
    pub(crate) fn rank(&self, class: Class, random: &mut Random) -> usize {
        self.classes[class as usize].1.draw(random)
    }

    /// The rank of a word as writers on this topic choose it.
    pub(crate) fn rank_on_topic(&self, class: Class, topic: usize, random: &mut Random) -> usize {
        (self.rank(class, random) + (topic + 1) * TOPIC_STEP) % self.classes[class as usize].0.len()
    }

    /// The rank of a word that likes to follow the word of another rank: prose repeats itself in pairs.
    pub(crate) fn companion(&self, class: Class, rank: usize, random: &mut Random) -> usize {
        let choice = self.companions.draw(random);
        self.rank(class, &mut Random::new(COMPANIONS, choice as u64, rank))
    }

    /// The word with this rank.
    pub(crate) fn word(&self, class: Class, rank: usize) -> &Word {
        &self.classes[class as usize].0[rank]
    }

    /// A new word, of one plan's own.
    pub(crate) fn coin(&self, class: Class, random: &mut Random) -> Word {
        self.maker.word(class, random)
    }

    /// A name of so many Han characters and one English word with a capital.
    pub(crate) fn name(&self, characters: usize, random: &mut Random) -> Word {
        let mut en = self.maker.stem(2, random);
        en[..1].make_ascii_uppercase();
        Word { zh: self.maker.han(characters, random), en }
    }
}

const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
    "pr", "r", "s", "sc", "sh", "sp", "st", "t", "tr", "v", "w",
];
const NUCLEI: &[&str] = &["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "ou"];
const CODAS: &[&str] = &["", "", "n", "r", "l", "s", "t", "nd", "nt", "st", "rk", "m", "d", "p"];

/// Makes words of characters that are as unevenly used as in real text.
struct Maker(Vec<char>);

impl Maker {
    fn new(random: &mut Random) -> Maker {
        let mut characters: Vec<char> = HAN.chars().filter(|character| !counts(*character)).collect();
        for last in (1..characters.len()).rev() {
            characters.swap(last, random.below(last + 1));
        }
        characters.truncate(CHARACTERS);
        Maker(characters)
    }

    fn han(&self, length: usize, random: &mut Random) -> String {
        let mut draw = || (0..DRAWS).map(|_| random.below(self.0.len())).min().unwrap_or_default();
        (0..length).map(|_| self.0[draw()]).collect()
    }

    fn stem(&self, syllables: usize, random: &mut Random) -> String {
        (0..syllables)
            .map(|_| [random.pick(ONSETS), random.pick(NUCLEI), random.pick(CODAS)].concat())
            .collect()
    }

    fn word(&self, class: Class, random: &mut Random) -> Word {
        let length = match random.below(20) {
            0 => 1,
            1 => 3,
            _ => 2,
        };
        let suffixes: &[&str] = match class {
            Class::Noun => &["ment", "ion", "ity", "ance", "er", "ure", "", "", ""],
            Class::Verb => &["ise", "ate", "en", "ify", "", ""],
            Class::Adjective => &["al", "ive", "ous", "ic", "ary", "", ""],
        };
        let syllables = 1 + usize::from(random.percent(60));
        let zh = self.han(length, random);
        let mut en = self.stem(syllables, random) + random.pick(suffixes);
        while is_figure(&en) {
            en = self.stem(syllables, random) + random.pick(suffixes);
        }
        Word { zh, en }
    }
}

/// True for a character that makes a figure of its neighbours: a numeral, 近, 约. The two languages of a made-up text
/// would count differently.
fn counts(character: char) -> bool {
    let texts = [format!("{character}人"), format!("上{character}"), format!("{character}一批")];
    texts.iter().any(|text| !quantity::parse(text, Lang::Zh).is_empty())
}

/// True for a stem that is a word already: ten, Sep.
fn is_figure(stem: &str) -> bool {
    let texts = [stem.to_owned(), capital(stem), format!("around {stem} things")];
    texts.iter().any(|text| !quantity::parse(text, Lang::En).is_empty())
}

/// The English plural.
pub(crate) fn plural(word: &str) -> String {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('y') {
        _ if hissing => format!("{word}es"),
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

/// The English form in -ing.
pub(crate) fn gerund(word: &str) -> String {
    format!("{}ing", word.strip_suffix('e').unwrap_or(word))
}

/// The word with a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}
