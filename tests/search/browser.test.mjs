// Uses the search page in Chromium as readers do: typing, narrowing down, going back, without script, from a folder.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { built, documents, open } from "./disk.mjs";
import { isSamePage, oracle } from "./oracle.mjs";
import { byHand, generated } from "./queries.mjs";
import { browser, page, serve } from "./serve.mjs";

let chromium, host, context;
before(async () => {
  [chromium, host] = await Promise.all([browser(), serve(built("SITE"))]);
  context = await chromium.newContext();
});
after(async () => {
  await chromium?.close();
  host?.close();
});

const status = (one) => one.locator("[data-status]");
const titles = (one) => one.locator("[data-results] [data-title]");

const search = async (query, lang = "zh", more = "") => {
  const one = await page(context);
  await one.goto(`${host.base}${lang}/search/?q=${encodeURIComponent(query)}${more}`);
  await one.locator("[data-status]:not(:empty)").waitFor();
  return one;
};

test("a query in the address is answered, with marks, under a strict policy", async () => {
  const one = await search("岐黄学者");
  await titles(one).first().waitFor();
  assert.match(await titles(one).first().innerText(), /岐黄学者/);
  assert.match(await status(one).innerText(), /^\d+ 条结果$/);
  assert.ok((await one.locator("[data-results] mark").allInnerTexts()).includes("岐黄学者"));
  assert.deepEqual(one.faults, []);
});

test("a result leads to its place, and Back returns to the results", async () => {
  const one = await search("mainstream medicine", "en");
  const link = titles(one).first(), title = await link.innerText();
  await link.click();
  await one.waitForURL((url) => !url.pathname.endsWith("/search/"));
  await one.goBack();
  await titles(one).first().waitFor();
  assert.equal(await titles(one).first().innerText(), title);
});

test("the other language's page answers the same question", async () => {
  const one = await search("医院", "zh", "&kind=clause");
  await titles(one).first().waitFor();
  await one.locator("[data-switch]").click();
  await one.waitForURL(/\/en\/search\/\?/);
  await titles(one).first().waitFor();
  assert.equal(await one.inputValue("#q"), "医院");
  assert.equal(await one.locator("select[name=kind]").inputValue(), "clause");
});

test("excerpts are cut between words", async () => {
  const one = await search("hospital", "en", "&kind=clause");
  await titles(one).nth(9).waitFor();
  const texts = await one.locator("[data-results] [data-text]").allInnerTexts(), cut = texts.filter((text) => text.endsWith("…"));
  assert.ok(cut.length > 2, `${texts}`);
  const index = open(built("SITE")), en = (await documents(index, "en")).map(([, , , text]) => text.replaceAll("\n", " "));
  for (const text of cut) {
    const shown = text.replaceAll("\n", " ").replace(/^…/, "").slice(0, -1), whole = en.find((one) => one.includes(shown));
    const rest = whole.slice(whole.indexOf(shown) + shown.length);
    assert.ok(!/\w$/.test(shown) || /^\W/.test(rest), `${shown}|${rest}`);
  }
});

test("results, facets, no result and a fault are sound for screen readers", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const [query, more] of [["医院", "&kind=clause"], ["鱻龘", ""], ["malria", ""]]) {
    const one = await search(query, "zh", more);
    await one.evaluate(axe);
    const { violations } = await one.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], query);
    assert.equal(await one.locator("[data-status]").getAttribute("role"), "status");
  }
});

test("the first pages are those of tantivy, here as in Node", async () => {
  const queries = [...byHand(), ...await generated(open(built("SITE")), 100)], one = await page(context);
  const asked = oracle(built("ROOT"), "search", queries).map(({ q, lang, page }) => ({ q, lang, theirs: page }));
  await one.goto(`${host.base}en/search/`);
  const shown = await one.evaluate(async (asked) => {
    const { find, load, shards } = await import(new URL(document.querySelector("[data-search]").dataset.reader, document.baseURI));
    const index = shards(load(new URL("/search/", location).href)), all = [];
    for (const { q, lang, theirs } of asked) {
      const result = await find(index, `${q} `, lang, {}, false), page = (await result.ten()).map(({ doc }) => doc);
      const of = (list) => Object.fromEntries([...page, ...theirs].map((doc) => [doc, list[doc]]));
      all.push([page, theirs, { tiers: of(result.tiers), scores: of(result.scores) }]);
    }
    return all;
  }, asked);
  assert.deepEqual(asked.filter((_, i) => !isSamePage(...shown[i])).map(({ q }) => q), []);
  assert.ok(asked.length > 350, `${asked.length}`);
  assert.deepEqual(one.faults, []);
});

test("the last of many quick questions is the one that is answered", async () => {
  const one = await page(context);
  // The older the question, the later its files arrive.
  let late = 1200;
  await one.route("**/search/t/*", async (route) => {
    const wait = late;
    late = Math.max(0, late - 300);
    await new Promise((done) => setTimeout(done, wait));
    await route.continue();
  });
  await one.goto(`${host.base}en/search/`);
  for (const query of ["malaria", "telemedicine", "germplasm", "acupuncture"]) {
    await one.fill("#q", query);
    await one.press("#q", "Enter");
  }
  await one.locator("[data-results] mark", { hasText: /acupuncture/i }).first().waitFor();
  await one.waitForLoadState("networkidle");
  const marks = await one.locator("[data-results] mark").allInnerTexts();
  assert.ok(marks.every((mark) => /acupuncture/i.test(mark)), marks.join());
});

test("results come while one types, and the address follows", async () => {
  const one = await page(context);
  await one.goto(`${host.base}en/search/`);
  await one.locator("#q").pressSequentially("telemedici");
  await one.locator("[data-results] mark", { hasText: /telemedicine/i }).first().waitFor();
  assert.match(one.url(), /\?q=telemedici$/);
});

test("values narrow the results down, are counted, stand in the address, and Back takes them off", async () => {
  const one = await search("医院");
  const all = Number.parseInt(await status(one).innerText(), 10);
  await one.locator("[data-narrow] summary").click();
  const kind = one.locator("select[name=kind]");
  await kind.locator("option", { hasText: "(" }).first().waitFor({ state: "attached" });
  const option = await kind.locator("option", { hasText: /^条款 \(/ }).innerText(), n = Number(/\((\d+)\)/.exec(option)[1]);
  await kind.selectOption("clause");
  await one.waitForFunction((n) => document.querySelector("[data-status]").textContent.startsWith(`${n} `), n);
  assert.match(one.url(), /kind=clause/);
  assert.ok(n > 0 && n < all);
  assert.deepEqual([...new Set(await one.locator("[data-results] [data-kind]").allInnerTexts())], ["条款"]);
  for (const name of ["plan", "body", "topic", "year"]) assert.ok(await one.locator(`select[name=${name}] option`).count() > 1, name);
  await one.goBack();
  await one.waitForFunction((n) => document.querySelector("[data-status]").textContent.startsWith(`${n} `), all);
  assert.equal(await kind.inputValue(), "");
});

test("a value in the address holds from the first answer on", async () => {
  const one = await search("医院", "zh", "&plan=shanghai-tcm-2021-2025");
  await titles(one).first().waitFor();
  assert.equal(await one.locator("select[name=plan]").inputValue(), "shanghai-tcm-2021-2025");
  const links = await titles(one).evaluateAll((all) => all.map((a) => a.pathname));
  assert.ok(links.length > 0 && links.every((path) => path.includes("shanghai-tcm-2021-2025")), links.join());
});

test("a misspelt word is asked about, never replaced", async () => {
  const one = await search("malria", "en");
  const better = one.locator("[data-better]");
  await better.waitFor();
  assert.equal(await better.innerText(), "malaria");
  assert.equal(await titles(one).count(), 0);
  await better.click();
  await titles(one).first().waitFor();
});

test("nothing found is said, and plans and terms stand there", async () => {
  const one = await search("鱻龘");
  assert.match(await status(one).innerText(), /^没有找到/);
  assert.ok(await one.locator("[data-browse]").isVisible());
});

test("the keyboard goes through the results and back", async () => {
  const one = await search("telemedicine", "en");
  await titles(one).nth(1).waitFor();
  await one.focus("#q");
  await one.keyboard.press("ArrowDown");
  await one.keyboard.press("ArrowDown");
  assert.ok(await titles(one).nth(1).evaluate((a) => a === document.activeElement));
  await one.keyboard.press("Escape");
  assert.ok(await one.locator("#q").evaluate((box) => box === document.activeElement));
});

test("more results follow on demand", async () => {
  const one = await search("中医药");
  await titles(one).nth(9).waitFor();
  await one.locator("[data-more]").click();
  await titles(one).nth(19).waitFor();
  assert.equal(await titles(one).count(), 20);
  assert.ok(await titles(one).nth(10).evaluate((a) => a === document.activeElement));
});

test("the other language's text is shown on demand", async () => {
  const one = await search("岐黄学者", "en");
  const twin = one.locator("[data-twin]").first();
  await twin.locator("summary").click();
  await twin.locator("mark", { hasText: "岐黄学者" }).first().waitFor();
  assert.equal(await twin.locator("> div").getAttribute("lang"), "zh-Hans");
});

test("without script the page lists plans and terms", async () => {
  const plain = await chromium.newContext({ javaScriptEnabled: false });
  const one = await plain.newPage();
  await one.goto(`${host.base}en/search/?q=x`);
  assert.ok(await one.locator("[data-browse] .plans a").first().isVisible());
  assert.ok(await one.locator("[data-browse] .chips a").count() > 100);
  assert.ok(await one.locator("noscript").count() === 1 && !(await one.locator("#q").isVisible()));
  await plain.close();
});

test("the box of every page leads to the answer, and fetches nothing before it is focused", async () => {
  const one = await page(context), asked = [];
  one.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await one.goto(`${host.base}en/plans/`);
  await one.waitForLoadState("networkidle");
  assert.ok(!asked.some((path) => /reader|\/search\//.test(path)), asked.join());
  await one.focus("#find");
  await one.waitForRequest(/\/search\/r\//);
  await one.fill("#find", "germplasm");
  await one.press("#find", "Enter");
  await titles(one).first().waitFor();
  assert.match(one.url(), /en\/search\/\?q=germplasm/);
  assert.deepEqual(one.faults, []);
});

for (const [what, fulfil, message] of [
  ["a missing file", { status: 404 }, /could not be fetched/],
  ["a damaged file", { status: 200, body: Buffer.from([1, 2, 3, 4, 250, 251]) }, /damaged/],
]) test(`${what} is said, and trying again helps once it is back`, async () => {
  const one = await page(context);
  await one.route("**/search/t/*", (route) => route.fulfill(fulfil));
  await one.goto(`${host.base}en/search/?q=germplasm`);
  await one.locator("[data-fault]").waitFor();
  assert.match(await one.locator("[data-why]").innerText(), message);
  assert.ok(await one.locator("[data-browse]").isVisible());
  await one.unroute("**/search/t/*");
  await one.locator("[data-retry]").click();
  await titles(one).first().waitFor();
  assert.ok(await one.locator("[data-fault]").isHidden());
});

test("another version of the index is refused with a word", async () => {
  const one = await page(context);
  await one.route("**/search/manifest.json", async (route) => {
    const manifest = await (await route.fetch()).json();
    await route.fulfill({ json: { ...manifest, analyzer: "zhen-2" } });
  });
  await one.goto(`${host.base}zh/search/?q=中医`);
  await one.locator("[data-fault]").waitFor();
  assert.match(await one.locator("[data-why]").innerText(), /版本/);
});

for (const [what, old] of [
  ["terms", { router: "r/000000000000" }],
  ["documents", { excerpts: { zh: "x/zh/000000000000", en: "x/en/000000000000" } }],
]) test(`an index whose ${what} changed since the page was opened is taken up without a word`, async () => {
  const one = await page(context);
  let isOld = true;
  await one.route("**/search/manifest.json", async (route) => {
    const manifest = await (await route.fetch()).json();
    await route.fulfill({ json: isOld ? { ...manifest, ...old } : manifest });
    isOld = false;
  });
  await one.goto(`${host.base}zh/search/?q=中医馆`);
  await titles(one).first().waitFor();
  assert.ok(await one.locator("[data-fault]").isHidden());
});

test("a query of 10,000 characters, markup and odd Unicode are harmless", async () => {
  for (const query of ["医".repeat(10000), "<img src=x onerror=alert(1)>", "\u0000\ufffd\u202e中\u200d🙂", "a ".repeat(5000)]) {
    const one = await page(context);
    await one.goto(`${host.base}zh/search/`);
    await one.locator("#q").evaluate((box, text) => { box.value = text; }, query);
    await one.press("#q", "Enter");
    await one.locator("[data-status]:not(:empty)").waitFor();
    assert.equal(await one.locator("main img").count(), 0);
    assert.deepEqual(one.faults, []);
    await one.close();
  }
});

// The other one is for servers: browsers check its assets by their hashes, which they cannot do in a folder.
test("from a folder: the offline site searches", async () => {
  const one = await page(await chromium.newContext());
  await one.goto(`${pathToFileURL(built("OFFLINE"))}/zh/search/index.html?q=${encodeURIComponent("岐黄学者")}`);
  await titles(one).first().waitFor();
  assert.match(await titles(one).first().innerText(), /岐黄学者/);
  await titles(one).first().click();
  await one.waitForURL(/qihuang-scholars\/index\.html/);
  await one.fill("#find", "中医馆");
  await one.press("#find", "Enter");
  await titles(one).first().waitFor();
  assert.deepEqual(one.faults, []);
});
