// Holds the browser's analyzer against the index's: every word of the portal, its texts, and queries of every shape.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze, fold, terms } from "../../src/search/reader/analyze.js";
import { stem } from "../../src/search/reader/stem.js";
import { built, open } from "./disk.mjs";
import { oracle } from "./oracle.mjs";
import { generated, judged, odd } from "./queries.mjs";

const root = built("ROOT"), index = open(built("SITE"));
const manifest = await index.open(), simple = await index.characters();
const texts = oracle(root, "texts");

// Offsets in code points, as the oracle counts them.
const points = (text, at) => [...text.slice(0, at)].length;

const mine = (text) => {
  const { text: folded, from } = fold(text, simple);
  return terms(folded).map(({ term, start, end }) => [term, points(text, from[start]), points(text, from[end - 1]) + 1]);
};

const sorted = (list) => list.map((one) => JSON.stringify(one)).sort();

test("all texts of the portal give the same terms in the same places", () => {
  oracle(root, "terms", texts).forEach((theirs, i) => assert.deepEqual(sorted(mine(texts[i])), sorted(theirs), texts[i].slice(0, 80)));
});

test("texts that were made to be hard give the same terms", () => {
  const hard = odd.filter((text) => text.isWellFormed());
  oracle(root, "terms", hard).forEach((theirs, i) => assert.deepEqual(sorted(mine(hard[i])), sorted(theirs), hard[i]));
});

test("all English words, bare and with every ending, have the same stem", () => {
  const found = new Set(texts.flatMap((text) => fold(text).text.match(/[a-z']+/g) ?? []).map((word) => word.replace(/^'+|'+$/g, "")));
  const endings = ["", "s", "ed", "ing", "ly", "ness", "ational", "ization", "'s", "eed", "ied", "yed"];
  const words = [...found].filter(Boolean).flatMap((word) => endings.map((ending) => word + ending)).filter((word) => word.length < 40);
  const theirs = oracle(root, "terms", words), stops = (list) => list.length === 0;
  words.forEach((word, i) => stops(theirs[i]) || assert.equal(stem(word), theirs[i][0][0], word));
  assert.ok(words.length > 20000);
});

test("queries give the same runs, atoms and weights", async () => {
  const queries = [...judged().map(({ text }) => text), ...odd.filter((q) => q.isWellFormed()), ...(await generated(index, 400)).map(({ q }) => q)];
  const shape = (run) => ({
    isChain: run.text !== undefined, isPhrase: !!run.isPhrase,
    atoms: run.atoms.map(({ term, weight, isPrefix }) => isPrefix ? ["prefix", term] : ["term", term, weight]),
  });
  const normal = (runs) => sorted(runs.map((run) => ({ ...run, atoms: sorted(run.atoms) })));
  oracle(root, "query", queries).forEach(({ runs }, i) => {
    const theirs = runs.map((run) => ({ isChain: run.chain !== undefined, isPhrase: run.phrase, atoms: run.atoms }));
    assert.deepEqual(normal(analyze(queries[i], simple).runs.map(shape)), normal(theirs), queries[i]);
  });
});

test("another analyzer is refused", () => assert.equal(manifest.analyzer, "zhen-1"));
