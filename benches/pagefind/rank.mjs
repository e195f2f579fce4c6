// Prints how long the reader takes to rank, in milliseconds: median and 95th percentile of queries whose files are there.
// `node rank.mjs SITE`

import { find, open } from "../../tests/search/disk.mjs";
import { generated } from "../../tests/search/queries.mjs";

const index = open(process.argv[2]), took = [];
for (const { q, lang } of await generated(index, 300)) {
  await find(index, q, lang, {}, false); // now its files are there
  const from = performance.now(), { ten, ...ranked } = await find(index, q, lang, {}, false);
  took.push(performance.now() - from);
}
took.sort((a, b) => a - b);
console.log(JSON.stringify({ p50: took[took.length >> 1], p95: took[Math.floor(took.length * 0.95)], most: took.at(-1) }));
