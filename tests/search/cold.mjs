// Turns a built site into questions of the kinds that the budgets name, and a question into what it costs a reader who has
// nothing yet: every file, as its body goes over the wire. Headers are the server's affair and are not counted here.
// Knows nothing of how much it may cost.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { shards } from "../../src/search/reader/shards.js";
import { dice, disk, documents, find, open } from "./disk.mjs";

// The size of a script of the theme as a server sends it.
export const asset = (name) => gzipSync(readFileSync(new URL(`../../themes/silk/assets/${name}`, import.meta.url)), { level: 9 }).length;
const SCRIPTS = asset("reader.js") + asset("search.js");

// Makers of questions, each with its language and the most KB that the list may cost: pieces of the clauses' own texts.
export const questions = async (site, seed = 21) => {
  const index = open(site), { kinds } = await index.open(), roll = dice(seed);
  const clauses = kinds.find(([kind]) => kind === "clause")[1];
  const texts = async (lang) => (await documents(index, lang)).slice(clauses).map(([, , , text]) => text);
  const zh = await texts("zh"), en = await texts("en");
  const piece = (texts, parts, length, between) => {
    for (;;) {
      const found = parts(texts[roll(texts.length)]).filter((part) => part.length >= length);
      if (!found.length) continue;
      const part = found[roll(found.length)], at = roll(part.length - length + 1);
      return part.slice(at, at + length).join(between);
    }
  };
  const han = (length) => piece(zh, (text) => (text.match(/[\u4e00-\u9fff]+/g) ?? []).map((run) => [...run]), length, "");
  const words = (count) => piece(en, (text) => [text.match(/[A-Za-z]+/g) ?? []], count, " ");
  return {
    "4 Chinese characters": { make: () => han(4), lang: "zh", most: 26 },
    "8–10 Chinese characters": { make: () => han(8 + roll(3)), lang: "zh", most: 45 },
    "1–3 English words": { make: () => words(1 + roll(3)), lang: "en", most: 26 },
  };
};

// Bytes up to the ranked list, and bytes more for ten results with their texts.
export const cold = async (site, query, lang) => {
  const taken = [], index = shards(disk(site, taken)), sum = () => taken.reduce((all, [, bytes]) => all + bytes, SCRIPTS);
  const result = await find(index, query, lang, {}, false), list = sum();
  await result.ten();
  return { list, ten: sum() - list };
};

// The value below which a part of a list lies.
export const quantile = (list, part) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
