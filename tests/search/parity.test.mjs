// Holds the browser's order against tantivy's: scores within 1e-5, the same order outside ties, tiers included.

import assert from "node:assert/strict";
import { test } from "node:test";
import { built, find, open, ranked } from "./disk.mjs";
import { isNear, isSamePage, oracle } from "./oracle.mjs";
import { byHand, generated } from "./queries.mjs";

const MOST = 100;

// What differs, in words; nothing where the two agree.
const difference = (mine, theirs) => {
  if (mine.total !== theirs.total) return `${mine.total} hits, not ${theirs.total}`;
  for (const [i, [doc, tier, score]] of theirs.hits.entries()) {
    const [ours, ourTier, ourScore] = mine.hits[i];
    if (tier !== ourTier || !isNear(score, ourScore)) return `at ${i}: ${mine.hits[i]}, not ${theirs.hits[i]}`;
    if (doc === ours) continue;
    // Documents that score alike may stand either way round.
    const found = mine.hits.find(([other]) => other === doc);
    if (found ? found[1] !== tier || !isNear(found[2], score) : i < MOST - 1 && !isNear(mine.hits.at(-1)[2], score))
      return `at ${i}: ${ours}, not ${doc}`;
  }
};

const compare = async (root, site, queries) => {
  const index = open(site), answers = oracle(root, "search", queries), wrong = [];
  for (const [i, { q, lang }] of queries.entries()) {
    // A last word that may be typed on is the reader's own affair; behind a space none is.
    const mine = await ranked(index, `${q} `, lang, MOST);
    const why = difference(mine, answers[i]);
    if (why) wrong.push(`${lang} ${JSON.stringify(q.slice(0, 60))}: ${why}`);
  }
  assert.deepEqual(wrong, []);
};

// The order in which a page shows its ten.
const comparePages = async (root, site, queries) => {
  const index = open(site), answers = oracle(root, "search", queries), wrong = [];
  for (const [i, { q, lang }] of queries.entries()) {
    const result = await find(index, `${q} `, lang, {}, false), page = (await result.ten()).map(({ doc }) => doc);
    if (!isSamePage(page, answers[i].page, result)) wrong.push(`${lang} ${JSON.stringify(q.slice(0, 60))}: ${page}, not ${answers[i].page}`);
  }
  assert.deepEqual(wrong, []);
};

const root = built("ROOT"), site = built("SITE");
const some = await generated(open(site), 600);
const large = [built("CORPUS_ROOT"), built("CORPUS")];

test("queries by hand, over the shipped portal", () => compare(root, site, byHand()));
test("generated queries, over the shipped portal", () => compare(root, site, some));
test("the first page, as it is shown", () => comparePages(root, site, [...byHand(), ...some]));
test("queries by hand and generated ones, over 20,000 clauses", async () =>
  compare(...large, [...byHand(), ...await generated(open(large[1]), 500)]));
