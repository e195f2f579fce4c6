// Compares what Chromium tells a screen reader of plan, target and parallel pages with what was read and approved.
// Knows nothing of what they look like. `UPDATE=1` writes the snapshots anew: read them as they would be read aloud.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { build, open, serve, smallPortal } from "./support.mjs";

const approved = join(dirname(fileURLToPath(import.meta.url)), "aloud");
let site, browser;

before(async () => {
  site = await serve(build(smallPortal()));
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

for (const lang of ["zh", "en"])
  for (const [name, path] of [["plan", "plans/wood-plan/"], ["parallel", "plans/wood-plan/parallel/"], ["target", "targets/wood-plan/trees/"]])
    test(`${lang}: ${name}`, async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const response = await page.goto(`${site.base}${lang}/${path}`);
      assert.equal(response.status(), 200);
      const heard = `${await page.locator("body").ariaSnapshot()}\n`;
      const file = join(approved, `${name}.${lang}.yml`);
      if (process.env.UPDATE) {
        mkdirSync(approved, { recursive: true });
        writeFileSync(file, heard);
      }
      assert.equal(heard, readFileSync(file, "utf8"));
      await page.close();
    });
