// Turns a site's own words into queries of every shape that readers type, the same in every run.
// Knows nothing of the answers.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { dice, documents } from "./disk.mjs";

// The judged queries.
export const judged = () => parse(readFileSync(new URL("relevance.toml", import.meta.url), "utf8")).query;

const runsOfHan = (text) => text.match(/[\u4e00-\u9fff]+/g) ?? [];
const wordsOf = (text) => text.match(/[A-Za-z]+/g) ?? [];
const WIDE = (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

// A piece of Chinese of so many characters.
const piece = (roll, texts, length) => {
  for (;;) {
    const runs = runsOfHan(texts[roll(texts.length)]).filter((run) => run.length >= length);
    if (!runs.length) continue;
    const run = runs[roll(runs.length)], at = roll(run.length - length + 1);
    return run.slice(at, at + length);
  }
};

// Words that stand side by side.
const phrase = (roll, texts, count) => {
  for (;;) {
    const words = wordsOf(texts[roll(texts.length)]);
    if (words.length < count) continue;
    const at = roll(words.length - count + 1);
    return words.slice(at, at + count).join(" ");
  }
};

// Pieces of a site's texts: Chinese of 1–12 characters, 1–5 English words, mixed, traditional, full width, without a hit.
export const generated = async (index, count) => {
  const roll = dice(7), queries = [];
  const textsOf = async (lang) => (await documents(index, lang)).map(([, title, , text]) => `${title}\n${text}`);
  const zh = await textsOf("zh"), en = await textsOf("en"), simple = await index.characters();
  const traditional = Object.fromEntries(Object.entries(simple).map(([from, to]) => [to, from]));
  const shapes = [
    () => piece(roll, zh, 1 + roll(12)),
    () => piece(roll, zh, 1 + roll(12)),
    () => phrase(roll, en, 1 + roll(5)),
    () => phrase(roll, en, 1 + roll(5)),
    () => `${piece(roll, zh, 2 + roll(4))} ${piece(roll, zh, 1 + roll(4))}`,
    () => `${piece(roll, zh, 2 + roll(4))} ${phrase(roll, en, 1 + roll(2))}`,
    () => [...piece(roll, zh, 2 + roll(5))].map((c) => traditional[c] ?? c).join(""),
    () => WIDE(phrase(roll, en, 1 + roll(2))),
    () => `${1 + roll(60)}${["", "%", "个", " centres", "万", "〔2021〕6号"][roll(6)]} ${piece(roll, zh, 2)}`,
    () => ["the of and", "zzqx", "鱻龘", "，。", "qxz 鱻", `"${phrase(roll, en, 2)}"`, `“${piece(roll, zh, 3)}”`][roll(7)],
  ];
  for (let i = 0; i < count; i++) queries.push({ q: shapes[i % shapes.length](), lang: i % 3 ? "zh" : "en" });
  return queries;
};

// What goes wrong in practice, by hand.
export const odd = [
  "第42号", "第420号", "420", "42", "第十四条", "第十四", "2025年", "2025", "3.5%", "3.50%", "12500", "1.25万", "1.25 万", "12,500",
  "0.5亿元", "5 million people", "1,234,5678", "3.5.1", "〔2021〕6号", "(2021)6", "2021 6", "国办发〔2023〕3号", "ICD-11", "ISO/TC 249",
  "5+3", "WHO's", "it's", "don't", "The", "the the", "a", "I", "中", "一", "〇", "水", "中医药中医药", "中医 中医", "医", "医医",
  "Ünïcödé", "naïve", "CAFÉ", "ﬁ ligature", "①②③", "㈱", "ｶﾞ", "ＷＨＯ １２", "中醫", "醫保", "說明", "\u200b中\u200b医", "e\u0301", "🙂", "🙂中医", "👨‍👩‍👧",
  "\u0000", "\ud800", "\"", "\"\"", "“”", "\"中医馆", "“中医馆”", "\"health silk road\"", "\"中医 centre\"", "a\"b\"c", "<script>alert(1)</script>",
  "%E4%B8%AD", "中医\n药", "\t", "&amp;", "C++", "O'Brien", "’s", "'", "l'eau", "x".repeat(41), "医".repeat(300), "tcm ".repeat(200),
  "中医药海外中心 2025 overseas centres", "新冠肺炎 COVID-19", "APEC经济体", "“一带一路”", "—", "2035 mainstream medicine", "malria", "acupunture",
  "健康丝绸之路 health", "30个", "30 个", "百分之三十", "三十", "三成", "1/3", "1000 人次", "RNAS+", "A&A", "①", "Ⅳ", "ⅷ", "½",
];

// All that was written by hand, each in a language of the site.
export const byHand = () => [
  ...judged().map(({ text, lang }) => ({ q: text, lang })),
  ...odd.filter((q) => q.isWellFormed()).map((q, i) => ({ q, lang: i % 2 ? "zh" : "en" })),
];
