// Asks tantivy: the program `examples/oracle.rs`, one call for many questions.
// Knows nothing of the browser's side.

import { execFileSync } from "node:child_process";
import { built } from "./disk.mjs";

// `mode` is search, query, terms or texts.
export const oracle = (root, mode, questions = []) => JSON.parse(execFileSync(built("ORACLE"), [root, mode], {
  input: JSON.stringify(questions), encoding: "utf8", maxBuffer: 1 << 30,
}));

// Scores are sums in an order that tantivy chooses: they may differ in their last bits.
const NEAR = 1e-5;
export const isNear = (a, b) => Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));

// True where a page shows the documents that tantivy would, but for those that score alike.
export const isSamePage = (page, theirs, { tiers, scores }) => page.length === theirs.length && page.every((doc, i) =>
  doc === theirs[i] || tiers[doc] === tiers[theirs[i]] && isNear(scores[doc], scores[theirs[i]]));
