// Looks at another portal: another subject, one plan in English first, a theme that stands on Silk, and no Rust of its own.
// Knows nothing of the first portal.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { errors, violations } from "./judges.mjs";
import { build, diptych, open, otherPortal, serve, watch } from "./support.mjs";

const KINDS = [
  "", "plans/", "plans/coast-2030/", "plans/coast-2030/parallel/", "plans/harbour-2027/", "targets/", "targets/due/2026/",
  "targets/coast-2030/wetland/", "facts/", "departments/", "departments/harbour-council/", "partners/south-isles/",
  "places/north-harbour/", "topics/coast/", "projects/", "documents/sea-level-report/", "glossary/managed-retreat/",
  "search/", "data/", "about/",
];
let folder, site, browser;

before(async () => {
  folder = build(otherPortal());
  site = await serve(folder);
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

const read = (path) => readFileSync(join(folder, path), "utf8");

test("nothing is to be said against it", () => {
  assert.deepEqual(JSON.parse(diptych("--root", otherPortal(), "check", "--format", "json")).diagnostics, []);
});

test("one plan is official in English, the other a digest in both languages", () => {
  const plans = JSON.parse(read("data/plans.json"));
  const editions = Object.fromEntries(plans.map(({ id, source_lang, editions: all }) => [id, [source_lang, ...all.map(({ lang, edition }) => `${lang} ${edition}`)]]));
  assert.deepEqual(editions, {
    "coast-2030": ["en", "zh translation", "en official"],
    "harbour-2027": ["zh", "zh digest", "en digest"],
  });
});

test("its theme changes templates, styles and words, and copies nothing", () => {
  const theme = join(otherPortal(), "themes/tide");
  assert.deepEqual(readdirSync(join(theme, "templates")).sort(), ["home.html", "mark.html"]);
  assert.ok(!existsSync(join(theme, "assets/site.css")));
  for (const [lang, band, question] of [["zh", "怎样读这些规划", "海岸承诺了什么"], ["en", "How to read these plans", "What has the coast promised"]]) {
    const home = read(`${lang}/index.html`);
    assert.ok(home.includes(band) && home.includes(question), "words of its own");
    assert.ok(home.includes('class="hero"'), "the home page that it extends");
    assert.match(home, /assets\/site\.\w+\.css[^]*assets\/tide\.\w+\.css/);
    assert.match(read(`${lang}/plans/coast-2030/index.html`), /<svg class="sign"[^>]*><path d="M1 8c/, "a sign of its own on every page");
  }
});

test("its pages, styles and pictures are without error", async () => {
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  for (const kind of ["html", "css", "svg"])
    assert.deepEqual(await errors(`--${kind}`, all.filter((name) => name.endsWith(`.${kind}`))), []);
});

for (const path of ["zh/", "en/"].flatMap((lang) => KINDS.map((kind) => lang + kind)))
  test(`/${path}`, async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults = watch(page, site.base);
    await page.goto(site.base + path);
    assert.deepEqual(await violations(page), [], "light");
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(page), [], "dark");
    await page.setViewportSize({ width: 320, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(faults, []);
    await page.close();
  });
