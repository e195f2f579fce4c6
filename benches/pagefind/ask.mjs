// Asks both searches the same questions in Chromium and prints what they cost and how good they are, as JSON.
// `node ask.mjs SITE BASE LOG [judged]`: BASE serves the built site below /ours/ and Pagefind's below /theirs/, and logs the
// bytes of each answer: what workers fetch is counted as well.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { dice, documents, open } from "../../tests/search/disk.mjs";
import { judged } from "../../tests/search/queries.mjs";
import { fold } from "../../src/search/reader/analyze.js";
import { browser } from "../../tests/search/serve.mjs";

const [site, base, log, withJudged] = process.argv.slice(2);
const index = open(site), { kinds } = await index.open();
const zh = await documents(index, "zh"), en = await documents(index, "en");
const texts = zh.map(([, title, path, text]) => [title, ...path, text].map((piece) => fold(piece).text).join("\n"));
const clauses = kinds.find(([kind]) => kind === "clause")[1], roll = dice(3);

// Queries of the kinds that the budgets name, from the texts themselves.
const han = (length) => {
  for (;;) {
    const runs = (zh[clauses + roll(zh.length - clauses)][3].match(/[\u4e00-\u9fff]+/g) ?? []).filter((run) => run.length >= length);
    if (!runs.length) continue;
    const run = runs[roll(runs.length)], at = roll(run.length - length + 1);
    return run.slice(at, at + length);
  }
};
const words = (count) => {
  for (;;) {
    const all = en[clauses + roll(en.length - clauses)][3].match(/[A-Za-z]{4,}/g) ?? [];
    if (all.length > count) return all.slice(roll(all.length - count)).slice(0, count).join(" ");
  }
};
const many = (make) => Array.from({ length: 20 }, make);
const KINDS = {
  "zh 2": many(() => han(2)), "zh 4": many(() => han(4)), "zh 8–10": many(() => han(8 + roll(3))),
  "en 1": many(() => words(1)), "en 2–3": many(() => words(2 + roll(2))),
};

const SUBSTRINGS = [1, 2, 3, 4, 6, 10].map((length) => [length, many(() => han(length))]);

// How each is asked inside a page; documents come back by number.
const SIDES = {
  ours: {
    page: "ours/en/404.html",
    async start(reader) {
      const { find, load, shards } = await import(reader);
      const index = shards(load(new URL("/ours/search/", location).href));
      globalThis.ask = async (query, lang, most) => {
        const found = await find(index, query, lang, {}, false), docs = [];
        while (docs.length < most) {
          const ten = await found.ten();
          if (!ten.length) break;
          docs.push(...ten.map(({ doc }) => doc));
        }
        return docs;
      };
    },
  },
  theirs: {
    page: "theirs/index.html",
    async start() {
      const pagefind = await import("/theirs/pagefind/pagefind.js");
      await pagefind.init();
      globalThis.ask = async (query, lang, most) => {
        const found = await pagefind.search(query);
        const shown = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
        return shown.map(({ url }) => Number(/(\d+)\.html/.exec(url)[1]));
      };
    },
  },
};

const chromium = await browser();
const manifest = readFileSync(`${site}/en/404.html`, "utf8");
const reader = `/ours/${/data-reader="(?:\.\.\/)*([^"]+)"/.exec(manifest)[1]}`;

// What has been served so far, headers included.
const served = () => {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return { requests: lines.length, bytes: lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0) };
};

// A fresh browser profile with one side's page.
const visit = async (side) => {
  const context = await chromium.newContext(), page = await context.newPage();
  await page.goto(base + SIDES[side].page, { waitUntil: "networkidle", timeout: 120_000 });
  const start = () => page.evaluate(SIDES[side].start, reader);
  const ask = (query, lang, most) => page.evaluate(([query, lang, most]) => globalThis.ask(query, lang, most), [query, lang, most]);
  return { start, ask, close: () => context.close() };
};

// What it costs to do something.
const cost = async (work) => {
  const before = served(), from = performance.now();
  await work();
  const ms = performance.now() - from;
  await new Promise((settled) => setTimeout(settled, 50));
  const after = served();
  return { bytes: after.bytes - before.bytes, requests: after.requests - before.requests, ms };
};

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const costs = async (side, queries, lang) => {
  const cold = [], warm = [], again = await visit(side);
  await again.start();
  for (const query of queries) {
    const one = await visit(side);
    cold.push(await cost(async () => {
      await one.start();
      await one.ask(query, lang, 10);
    }));
    await one.close();
    warm.push(await cost(() => again.ask(query, lang, 10)));
  }
  await again.close();
  const middle = (list) => Object.fromEntries(["bytes", "requests", "ms"].map((what) => [what, median(list.map((one) => one[what]))]));
  return { cold: middle(cold), warm: middle(warm) };
};

// Of the documents that hold a substring, how many of the first 60 results are among them; of the first ten, how many hold it.
const substrings = async (visited) => {
  const result = {};
  for (const [length, queries] of SUBSTRINGS) {
    let recall = 0, precision = 0, n = 0;
    for (const query of queries) {
      const held = texts.flatMap((text, doc) => text.includes(query) ? [doc] : []), docs = await visited.ask(query, "zh", 60);
      const most = Math.min(60, held.length), top = docs.slice(0, 10);
      recall += docs.filter((doc) => texts[doc].includes(query)).length / most;
      precision += top.filter((doc) => texts[doc].includes(query)).length / Math.min(10, held.length);
      n++;
    }
    result[length] = { recall: recall / n, precision: precision / n };
  }
  return result;
};

// The judged id of each document.
const ids = () => {
  const facts = new Map(), starts = new Map(kinds);
  const plans = zh.slice(0, starts.get("target")).map(([url]) => url.split("/")[2]);
  let fact = starts.get("fact");
  for (const plan of plans) for (const { id } of parse(readFileSync(new URL(`../../content/plans/${plan}/plan.toml`, import.meta.url), "utf8")).fact ?? [])
    facts.set(fact++, `fact:${plan}/${id}`);
  return zh.map(([url], doc) => {
    if (facts.has(doc)) return facts.get(doc);
    const [, folder, ...rest] = url.split("/");
    const kind = kinds.findLast(([, first]) => first <= doc)[0];
    if (kind === "clause") return rest.join("");
    return `${kind}:${rest.filter((part) => part && part !== "#").join("/")}`;
  });
};

// nDCG@10 over the judged queries, the mean of all.
const judge = async (visited) => {
  const names = ids();
  let sum = 0;
  for (const { text, lang, wanted = [], useful = [], near = [] } of judged()) {
    const grade = new Map([...near.map((id) => [id, 1]), ...useful.map((id) => [id, 2]), ...wanted.map((id) => [id, 3])]);
    const gain = (grades) => grades.slice(0, 10).reduce((all, grade, i) => all + (2 ** grade - 1) / Math.log2(i + 2), 0);
    const docs = await visited.ask(text, lang, 10);
    sum += gain(docs.map((doc) => grade.get(names[doc]) ?? 0)) / gain([...grade.values()].sort((a, b) => b - a));
  }
  return sum / judged().length;
};

const report = {};
for (const side of Object.keys(SIDES)) {
  report[side] = { costs: {} };
  for (const [kind, queries] of Object.entries(KINDS)) report[side].costs[kind] = await costs(side, queries, kind.slice(0, 2));
  const visited = await visit(side);
  await visited.start();
  report[side].substrings = await substrings(visited);
  if (withJudged) report[side].ndcg = await judge(visited);
  await visited.close();
}
await chromium.close();
console.log(JSON.stringify(report));
