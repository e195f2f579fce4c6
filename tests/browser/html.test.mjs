// Gives every kind of page, and the style sheets and pictures, to the Nu Html Checker.
// Knows nothing of what they look like. Needs Java.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { errors } from "./judges.mjs";
import { PAGES } from "./kinds.mjs";
import { build } from "./support.mjs";

test("pages, styles and pictures are without error", async () => {
  const folder = build();
  const assets = readdirSync(join(folder, "assets")).map((name) => join(folder, "assets", name));
  const pages = PAGES.map((path) => join(folder, path.endsWith(".html") ? path : `${path}index.html`));
  assert.deepEqual(await errors("--html", pages), []);
  assert.deepEqual(await errors("--css", assets.filter((name) => name.endsWith(".css"))), []);
  assert.deepEqual(await errors("--svg", assets.filter((name) => name.endsWith(".svg"))), []);
});
