// Prints plans to PDF as Chromium does and reads the pages: a document that an office would file.
// Knows nothing of what stands on screens. Needs Poppler's `pdftotext` and `pdfinfo`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, open, scratch, serve } from "./support.mjs";

let site, browser;

before(async () => {
  site = await serve(build());
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

/** The text of each page of what a page prints. */
async function printed(path) {
  const page = await browser.newPage();
  await page.goto(site.base + path);
  const file = join(scratch(), "page.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  await page.close();
  const size = execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Page size:\s+(.*)/)[1];
  assert.match(size, /\(A4\)/);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

const WORDS = {
  zh: { title: "推进中医药高质量融入共建“一带一路”发展规划", digest: "概述", prevails: "为准", number: "国中医药国际发〔2021〕6 号", clause: "二（三） 发展目标", screen: ["复制", "English", "打印", "以表格查看"] },
  en: { title: "Development Plan for the High-Quality Integration", digest: "Digest", prevails: "prevails", number: "国中医药国际发〔2021〕6 号", clause: "II (3) Development targets", screen: ["Copy", "中文", "Print", "As a table"] },
};

for (const [lang, words] of Object.entries(WORDS))
  test(`${lang}: a plan on paper`, async () => {
    const pages = await printed(`${lang}/plans/tcm-bri-2021-2025/`);
    const bare = (text) => text.replaceAll(/\s+/g, "");
    assert.ok(pages.length > 5 && pages.length < 60, `${pages.length} pages`);
    for (const word of [words.title, words.number, words.digest, words.prevails])
      assert.ok(bare(pages[0]).includes(bare(word)), `the title block says ${word}`);
    pages.forEach((page, index) => assert.ok(bare(page).endsWith(`${index + 1}/${pages.length}`), `number of page ${index + 1}`));
    const heads = pages.slice(1).filter((page) => bare(page.split("\n").slice(0, 4).join("")).includes(bare(words.digest)));
    assert.equal(heads.length, pages.length - 1, "every page bears the running head with what the text is");
    const all = bare(pages.join(""));
    assert.ok(all.includes(bare(words.clause)), "clauses are numbered");
    for (const word of words.screen) assert.ok(!pages[0].split("\n").some((line) => line.trim() === word), `${word} is for screens`);
  });
