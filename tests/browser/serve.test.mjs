// Turns an edit in the editor into what a real browser shows, without touching the browser.
// Waits for what the page shows; nothing here waits for time.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const project = fileURLToPath(new URL("../..", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "preview-"));
let preview, browser, base;

before(async () => {
  const cargo = ["build", "--quiet", "--locked", "--message-format", "json", "--bin", "diptych"];
  const built = execFileSync("cargo", cargo, { cwd: project, encoding: "utf8", maxBuffer: 1 << 28 });
  const program = built.split("\n").filter(Boolean).map((line) => JSON.parse(line)).findLast((said) => said.executable).executable;
  execFileSync(program, ["init", root], { stdio: "ignore" });
  preview = spawn(program, ["--root", root, "--ui", "zh", "serve", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  base = await new Promise((ready) => createInterface(preview.stdout).once("line", ready));
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});

after(async () => {
  await browser?.close();
  preview?.kill();
  rmSync(root, { recursive: true, force: true });
});

const plan = "content/plans/libraries-2026-2030";
const read = (name) => readFileSync(join(root, name), "utf8");
const write = (name, text) => writeFileSync(join(root, name), text);

/** A page on which nothing may go wrong: no error of a script, nothing that the policy forbids. */
async function open(path) {
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(new URL(path, base).href);
  return { page, faults };
}

test("a clause changes under the reader's eyes", async () => {
  const { page, faults } = await open("en/plans/libraries-2026-2030/#c1-1");
  await page.getByText("learn from colleagues").waitFor();
  write(`${plan}/digest.en.md`, read(`${plan}/digest.en.md`).replace("learn from colleagues", "exchange with colleagues"));
  await page.getByText("exchange with colleagues").waitFor();
  assert.equal(new URL(page.url()).hash, "#c1-1", "the same place");
  assert.deepEqual(faults, []);
  await page.close();
});

test("faults stand over the last good page, as text, in the editor's language, until they are mended", async () => {
  const { page, faults } = await open("en/plans/libraries-2026-2030/");
  const good = read(`${plan}/plan.toml`);
  write(`${plan}/plan.toml`, good.replace('role = "lead"', 'role = "<script>document.title = 1</script>"'));
  const sheet = page.locator("#diptych-faults");
  await sheet.waitFor();
  const words = await sheet.innerText();
  assert.match(words, /错误\[unknown-value\]/);
  assert.match(words, /plan\.toml:\d+:\d+/, "with its place");
  assert.ok(words.includes("<script>document.title = 1</script>"), "shown as text");
  assert.equal(await sheet.locator("script").count(), 0);
  assert.notEqual(await page.title(), "1");
  assert.notEqual(await sheet.evaluate((element) => getComputedStyle(element).position), "static", "its style is allowed");
  await page.getByText("12 new branch libraries").first().waitFor();
  write(`${plan}/plan.toml`, good);
  await sheet.waitFor({ state: "detached" });
  assert.deepEqual(faults, []);
  await page.close();
});

test("a page that is opened while something is wrong says so at once", async () => {
  const good = read("content/topics.toml");
  write("content/topics.toml", `${good}\nnot toml\n`);
  const { page } = await open("zh/");
  await page.locator("#diptych-faults").getByText("topics.toml").first().waitFor();
  write("content/topics.toml", good);
  await page.locator("#diptych-faults").waitFor({ state: "detached" });
  await page.close();
});

test("a page of another site learns nothing", async () => {
  const page = await browser.newPage();
  await page.route("http://elsewhere.test/", (route) => route.fulfill({ contentType: "text/html", body: "<p>elsewhere</p>" }));
  await page.goto("http://elsewhere.test/");
  const read = await page.evaluate(async (base) => {
    const ask = (path, options) => fetch(base + path, options).then((answer) => answer.text(), () => "refused");
    const script = await new Promise((done) => {
      const element = document.createElement("script");
      element.src = `${base}.diptych/preview.js`;
      element.onload = () => done("loaded");
      element.onerror = () => done("refused");
      document.head.append(element);
    });
    return [await ask("en/"), await ask(".diptych/changes?since=0", { headers: { "Diptych-Token": "x" } }), script];
  }, base);
  assert.deepEqual(read, ["refused", "refused", "refused"]);
  await page.close();
});
