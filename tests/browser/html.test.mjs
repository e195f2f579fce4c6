// Gives every kind of page, and the style sheets and pictures, to the Nu Html Checker.
// Knows nothing of what they look like. Needs Java.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { PAGES } from "./kinds.mjs";
import { build } from "./support.mjs";

const checker = createRequire(import.meta.url)("vnu-jar");

/** What the checker says of files of one kind, a line each. */
const errors = (kind, files) =>
  new Promise((done, fail) =>
    execFile("java", ["-jar", checker, ...kind, "--errors-only", "--exit-zero-always", "--format", "json", ...files], { maxBuffer: 1 << 28 }, (error, _, said) =>
      error ? fail(error) : done(JSON.parse(said).messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`)),
    ),
  );

test("pages, styles and pictures are without error", async () => {
  const folder = build();
  const assets = readdirSync(join(folder, "assets")).map((name) => join(folder, "assets", name));
  const pages = PAGES.map((path) => join(folder, path.endsWith(".html") ? path : `${path}index.html`));
  assert.deepEqual(await errors(["--html"], pages), []);
  assert.deepEqual(await errors(["--css"], assets.filter((name) => name.endsWith(".css"))), []);
  assert.deepEqual(await errors(["--svg"], assets.filter((name) => name.endsWith(".svg"))), []);
});
