// Counts what the first question costs a reader, over a portal of 20,000 clauses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asset, cold, quantile, questions } from "./cold.mjs";
import { built } from "./disk.mjs";

const KB = 1024, QUERIES = 50;

test("the reader is one module of at most 6 KB", () => assert.ok(asset("reader.js") <= 6 * KB, `${asset("reader.js")}`));

const site = built("CORPUS");
for (const [what, { make, lang, most }] of Object.entries(await questions(site)))
  test(`the first question of ${what} costs at most ${most} KB up to the list, and ten texts 9 KB`, async (context) => {
    const costs = [];
    for (let i = 0; i < QUERIES; i++) costs.push(await cold(site, make(), lang));
    const middle = (part) => quantile(costs.map((cost) => cost[part]), 0.5);
    context.diagnostic(`${(middle("list") / KB).toFixed(1)} KB, then ${(middle("ten") / KB).toFixed(1)} KB`);
    assert.ok(middle("list") <= most * KB, `${middle("list")}`);
    assert.ok(middle("ten") <= 9 * KB, `${middle("ten")}`);
  });
