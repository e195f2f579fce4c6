// Builds three portals from shared registers, puts them together, and searches the whole in a browser.
// Knows nothing of the data: `tests/federate.rs` does.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, diptych, open, scratch, serve, smallPortal } from "../browser/support.mjs";

const edit = (file, change) => writeFileSync(file, change(readFileSync(file, "utf8")));

/** A portal of its own, from the same registers: another address, plans of other names. */
function portal(name) {
  const root = smallPortal();
  edit(join(root, "content/portal.toml"), (text) => text.replace("https://forest.test/", `https://${name}.test/`));
  const plans = join(root, "content/plans");
  for (const plan of ["wood-plan", "east-plan"]) {
    renameSync(join(plans, plan), join(plans, `${name}-${plan}`));
    for (const file of readdirSync(join(plans, `${name}-${plan}`)))
      edit(join(plans, `${name}-${plan}`, file), (text) => text.replaceAll(/\b(wood|east)-plan\b/g, `${name}-$1-plan`));
  }
  return root;
}

const NAMES = ["alder", "birch", "cedar"];
let site, browser;
before(async () => {
  const national = scratch(), folder = join(scratch(), "site");
  mkdirSync(join(national, "content"));
  const config = readFileSync(join(smallPortal(), "content/portal.toml"), "utf8");
  writeFileSync(join(national, "content/portal.toml"), config.replace("https://forest.test/", "https://nation.test/"));
  diptych("--root", national, "federate", ...NAMES.map((name) => build(portal(name))), "--output", folder);
  site = await serve(folder);
  browser = await open();
});
after(async () => {
  await browser?.close();
  site?.close();
});

test("one search finds what all portals have, and leads to them", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.base}en/search/?q=planting`);
  await page.waitForFunction((names) => names.every((name) => document.querySelector(`main a[href^="https://${name}.test/en/plans/"]`)), NAMES);
  const found = await page.locator("[data-title]").evaluateAll((links) => links.map((link) => link.href));
  const known = [site.base, ...NAMES.map((name) => `https://${name}.test/`)];
  for (const href of found) assert.ok(known.some((base) => href.startsWith(base)), href);
  await page.close();
});
