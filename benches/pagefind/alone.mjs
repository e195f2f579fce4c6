// Prints what a built index costs a reader and how long ranking takes, as JSON: `node alone.mjs SITE`.
// Knows nothing of Pagefind.

import { cold, quantile, questions } from "../../tests/search/cold.mjs";
import { find, open } from "../../tests/search/disk.mjs";
import { generated } from "../../tests/search/queries.mjs";

const [site] = process.argv.slice(2), QUERIES = 50;

// Milliseconds of queries whose files are there.
const index = open(site), took = [];
for (const { q, lang } of await generated(index, 300)) {
  await find(index, q, lang, {}, false);
  const from = performance.now();
  await find(index, q, lang, {}, false);
  took.push(performance.now() - from);
}

// Bytes in a browser that has nothing yet.
const costs = {};
for (const [what, { make, lang }] of Object.entries(await questions(site))) {
  const all = [];
  for (let i = 0; i < QUERIES; i++) all.push(await cold(site, make(), lang));
  const of = (part, share) => quantile(all.map((cost) => cost[part]), share);
  costs[what] = { list: of("list", 0.5), list95: of("list", 0.95), ten: of("ten", 0.5), ten95: of("ten", 0.95) };
}
console.log(JSON.stringify({ rank: { p50: quantile(took, 0.5), p95: quantile(took, 0.95), most: Math.max(...took) }, costs }));
