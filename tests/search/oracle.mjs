// Asks tantivy: the program `examples/oracle.rs`, one call for many questions.
// Knows nothing of the browser's side.

import { execFileSync } from "node:child_process";
import { built } from "./disk.mjs";

// `mode` is search, query, terms or texts.
export const oracle = (root, mode, questions = []) => JSON.parse(execFileSync(built("ORACLE"), [root, mode], {
  input: JSON.stringify(questions), encoding: "utf8", maxBuffer: 1 << 30,
}));
