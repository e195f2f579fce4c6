// Builds a portal whose every text attacks, reads every file that comes out as its readers would, and opens every page.
// Knows nothing of how texts are escaped. The policy that forbids inline scripts is put aside: nothing may lean on it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { hostilePortal, REFUSED } from "./hostile.mjs";
import { build, open, program, scratch, serve, smallPortal, unpack, watch } from "./support.mjs";

let folder, files, site, browser, context;
before(async () => {
  folder = build(unpack(hostilePortal()));
  files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  files = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1)).sort();
  site = await serve(folder);
  browser = await open();
  context = await browser.newContext({ bypassCSP: true, javaScriptEnabled: true });
});
after(async () => {
  await browser?.close();
  site?.close();
});

const read = (file) => readFileSync(join(folder, file), "utf8");
const of = (ending) => files.filter((file) => extname(file) === ending);

/** What in a document of this page could run, or was made of a text. Runs in the page. */
function dangers(root) {
  const found = [];
  for (const element of root.querySelectorAll("*")) {
    const name = element.localName;
    const isData = name === "script" && element.type === "application/ld+json";
    if (name === "script" && !isData && !element.src) found.push("inline script");
    if (["style", "iframe", "object", "embed", "base", "foreignObject"].includes(name)) found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || attribute === "style" || attribute === "srcdoc") found.push(`${name} ${attribute}`);
      if (/^\s*(javascript|data|vbscript):/i.test(value.replace(/[\s\u0000-\u001f]/g, ""))) found.push(`${name} ${attribute}=${value}`);
    }
  }
  return found;
}

test("every page shows the attacks as text, and nothing of them runs", async () => {
  const page = await context.newPage();
  const faults = watch(page, site.base);
  page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  const pages = of(".html");
  assert.ok(pages.length > 60, `${pages.length} pages`);
  let shown = 0;
  for (const file of pages.filter((file) => !/(^|\/)404\.html$/.test(file))) {
    await page.goto(site.base + file, { waitUntil: "load" });
    assert.equal(await page.evaluate(() => window.pwned), undefined, file);
    assert.deepEqual(await page.evaluate(`(${dangers})(document)`), [], file);
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
    blocks.forEach((block) => JSON.parse(block));
    shown += await page.evaluate(() => document.body.textContent.includes("<script>window.pwned=1</script>"));
  }
  assert.ok(shown > pages.length / 2, `${shown} of ${pages.length} pages show an attack as text`);
  assert.deepEqual(faults.filter((fault) => !fault.includes("elsewhere.test")), []);
  await page.close();
});

test("what is searched for, and what is found, is text", async () => {
  const page = await context.newPage();
  const faults = watch(page, site.base);
  for (const query of ["栽树", "planting", `"><script>window.pwned=12</script>`, "<img src=x onerror=window.pwned=12>"])
    for (const lang of ["zh", "en"]) {
      await page.goto(`${site.base}${lang}/search/?q=${encodeURIComponent(query)}`);
      await page.waitForFunction(() => document.querySelector("#found")?.textContent.trim());
      await page.locator("body").press("Tab");
      assert.equal(await page.evaluate(() => window.pwned), undefined, query);
      assert.deepEqual(await page.evaluate(`(${dangers})(document)`), [], query);
    }
  assert.deepEqual(faults, []);
  await page.close();
});

test("no page has a script or a style of its own", () => {
  for (const file of of(".html")) {
    const html = read(file);
    const own = [...html.matchAll(/<script(?![^>]* src=)(?![^>]*type="application\/ld\+json")[^>]*>|<style\b/g)];
    assert.deepEqual(own.map(([tag]) => tag), [], file);
  }
});

test("files for machines are what they say they are", async () => {
  const page = await context.newPage();
  await page.goto(site.base);
  let attacks = 0;
  for (const ending of [".json", ".jsonld"])
    for (const file of of(ending)) {
      JSON.parse(read(file));
      attacks += read(file).includes("pwned");
    }
  const xml = [".xml", ".atom", ".svg"].flatMap(of);
  assert.ok(xml.length > 5);
  for (const file of xml) {
    const found = await page.evaluate(([text, dangers]) => {
      const parsed = new DOMParser().parseFromString(text, "application/xml");
      const names = [...parsed.querySelectorAll("*")].map((element) => element.localName);
      const wrong = names.filter((name) => ["parsererror", "script", "foreignObject", "img", "iframe"].includes(name));
      // Text that a reader of a feed takes for HTML is HTML.
      const html = [...parsed.querySelectorAll("[type=html],[type=xhtml]")].map((element) => element.textContent);
      const inner = html.map((text) => new DOMParser().parseFromString(text, "text/html"));
      const check = new Function("root", `return (${dangers})(root)`);
      return [...wrong, ...check(parsed), ...inner.flatMap((document) => [...check(document), ...[...document.scripts].map(() => "script")])];
    }, [read(file), dangers.toString()]);
    assert.deepEqual(found, [], file);
    attacks += read(file).includes("pwned");
  }
  assert.ok(attacks > 10, `${attacks} files have an attack in them`);
  await page.close();
});

/** The cells of a CSV file, as RFC 4180 has it. */
function cells(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (/\n/.test(end)) rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test("no cell of a table is a formula", () => {
  let harmless = 0;
  for (const file of of(".csv")) {
    const rows = cells(read(file).replace(/^\ufeff/, ""));
    for (const row of rows) {
      assert.equal(row.length, rows[0].length, `${file}: ${row}`);
      for (const cell of row) {
        assert.ok(!/^[=+@\t\r\n＝＋－＠]|^-(?![\d.]+$)/.test(cell), `${file}: ${cell}`);
        harmless += cell.startsWith("'=cmd|");
      }
    }
  }
  assert.ok(harmless > 20, `${harmless} formulas stand there as text`);
});

test("nothing of this machine is in the site", () => {
  const own = [process.env.HOME, dirname(dirname(folder)), fileURLToPath(new URL("../..", import.meta.url))].filter((path) => path?.length > 4);
  for (const file of files.filter((file) => !/\.(bin|br|gz|zip)$/.test(file)))
    for (const path of own) assert.ok(!read(file).includes(path), `${file}: ${path}`);
});

const ended = (root) => {
  try {
    execFileSync(...program(["--ui", "en", "--root", root, "build", "--output", join(scratch(), "site")]), { stdio: ["ignore", "ignore", "pipe"] });
    return { status: 0, told: "" };
  } catch ({ status, stderr }) {
    return { status, told: String(stderr) };
  }
};

test("a link that is no address stops the build", () => {
  for (const link of REFUSED) {
    const root = smallPortal();
    mkdirSync(join(root, "content/pages/about"), { recursive: true });
    for (const lang of ["zh", "en"]) writeFileSync(join(root, `content/pages/about/${lang}.md`), `# About\n\n${link}\n`);
    const { status, told } = ended(root);
    assert.ok(status === 1 && /dangerous-link|unknown-scheme|broken-link/.test(told), `${link}: ${status} ${told}`);
  }
});

test("no id leads out of the folder", () => {
  for (const id of ["../out", "..", "/etc", "a/../../b", "a\\\\b", "%2e%2e", "a\\u0000b", ".hidden", "con aux"]) {
    const root = smallPortal();
    const file = join(root, "content/topics.toml");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n[[topic]]\nid = "${id}"\nname = { zh = "甲", en = "A" }\ndescription = { zh = "甲", en = "A" }\n`);
    const { status, told } = ended(root);
    assert.ok(status === 1 && told.includes("error["), `${id}: ${status} ${told}`);
  }
});

test("a link out of the content is not followed", () => {
  const [root, secret] = [smallPortal(), scratch()];
  writeFileSync(join(secret, "secret.txt"), "secret");
  mkdirSync(join(root, "content/static"), { recursive: true });
  symlinkSync(join(secret, "secret.txt"), join(root, "content/static/file.txt"));
  symlinkSync(secret, join(root, "content/static/folder"));
  const output = build(root);
  const found = readdirSync(output, { recursive: true }).filter((name) => /secret|file\.txt|folder/.test(name));
  assert.deepEqual(found, []);
});
