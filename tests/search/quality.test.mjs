// Holds the search to what readers expect of it: every substring is found, whole runs stand first, names lead to their pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../src/search/reader/analyze.js";
import { built, dice, documents, find, open } from "./disk.mjs";

// A site's documents, what they say, and who holds a text.
const site = async (place) => {
  const index = open(place), { kinds } = await index.open(), clauses = kinds.find(([kind]) => kind === "clause")[1];
  const zh = await documents(index, "zh");
  const plain = zh.map(([, title, path, text]) => [title, ...path, text].map((piece) => fold(piece).text));
  return { index, clauses, zh, plain, holds: (doc, text) => plain[doc].some((piece) => piece.includes(text)) };
};

// Substrings of Chinese characters alone, of every length from 1 to 12.
const substrings = ({ plain, clauses }, count) => {
  const roll = dice(11), found = new Set();
  const runs = plain.slice(clauses).flatMap(([, ...pieces]) => pieces.at(-1).match(/[\u4e00-\u9fff]+/g) ?? []);
  while (found.size < count) {
    const run = runs[roll(runs.length)], length = 1 + roll(Math.min(12, run.length)), at = roll(run.length - length + 1);
    found.add(run.slice(at, at + length));
  }
  return [...found];
};
const shipped = await site(built("SITE")), { index, zh, plain, holds, clauses } = shipped;
const some = substrings(shipped, 500);

test("any substring of Chinese finds every clause that holds it", async () => {
  for (const text of some) {
    const hits = new Set((await find(index, text, "zh", {}, false)).hits);
    for (let doc = clauses; doc < zh.length; doc++)
      if (plain[doc].at(-1).includes(text)) assert.ok(hits.has(doc), `${text} does not find ${zh[doc][0]}`);
  }
});

// Of the texts of the shipped portal, and of 20,000 clauses made of few words, whose pieces meet in other orders too.
for (const [name, place, texts] of [["the shipped portal", shipped, some], ["20,000 clauses", await site(built("CORPUS"))]])
  test(`of the first ten results at least 99 in 100 hold the run whole, where so many do, over ${name}`, async () => {
    const { index, zh, holds } = place;
    let shown = 0, whole = 0;
    for (const text of texts ?? substrings(place, 150)) {
      const held = zh.filter((_, doc) => holds(doc, text)).length, ten = await (await find(index, text, "zh", {}, false)).ten();
      const wanted = Math.min(held, ten.length);
      shown += wanted;
      whole += Math.min(wanted, ten.filter(({ doc }) => holds(doc, text)).length);
    }
    assert.ok(whole >= 0.99 * shown, `${whole} of ${shown}`);
  });

const first = async (query, lang) => (await (await find(index, query, lang, {}, false)).ten()).map(({ entries }) => entries[lang][0]);

test("names, figures and numbers of documents lead straight to their pages", async () => {
  for (const [query, lang, url] of [
    ["岐黄学者", "zh", "zh/targets/tcm-major-projects-2023/qihuang-scholars/"],
    ["281.9", "zh", "zh/plans/tcm-bri-2021-2025/#c1"],
    ["Czech", "en", "en/partners/czechia/"],
    ["NATCM", "en", "en/departments/natcm/"],
    ["国办发〔2023〕3号", "zh", "zh/plans/tcm-major-projects-2023/"],
    ["12500", "zh", "zh/targets/tcm-major-projects-2023/general-practitioners/"],
  ]) assert.ok((await first(query, lang)).includes(url), `${query}: ${await first(query, lang)}`);
});

test("a number is not a part of another", async () => {
  for (const query of ["30个", "3号", "50%", "100名"]) {
    const { hits, tiers } = await find(index, query, "zh", {}, false);
    const whole = hits.filter((doc) => tiers[doc] > 0);
    assert.ok(whole.length > 0, query);
    for (const doc of whole) {
      const text = plain[doc].join("\n").replaceAll(" ", "");
      assert.match(text, RegExp(`(?<![\\d.])${query}`), `${query}: ${zh[doc][0]}`);
    }
  }
});

test("phrases are exact", async () => {
  for (const text of some.filter((one) => one.length > 3).slice(0, 60)) {
    const result = await find(index, `“${text}”`, "zh", {}, false), shown = [];
    for (let ten; (ten = await result.ten()).length;) shown.push(...ten);
    assert.ok(shown.length > 0 && shown.every(({ doc }) => holds(doc, text)), text);
    assert.equal(shown.length, zh.filter((_, doc) => holds(doc, text)).length, text);
  }
});

test("each language finds what only the other one's text says", async () => {
  assert.ok((await find(index, "FTA", "zh", {}, false)).hits.length > 1);
  assert.ok((await find(index, "岐黄学者", "en", {}, false)).hits.length > 4);
  assert.ok((await find(index, "telemedicine", "zh", {}, false)).hits.length > 3);
});

test("traditional and full-width characters find what simplified and plain ones find", async () => {
  for (const [one, other] of [["中醫藥海外中心", "中医药海外中心"], ["國際標準化組織", "国际标准化组织"], ["ＡＰＥＣ", "APEC"], ["２８１．９", "281.9"]])
    assert.deepEqual((await find(index, one, "zh", {}, false)).hits.sort(), (await find(index, other, "zh", {}, false)).hits.sort(), one);
});
