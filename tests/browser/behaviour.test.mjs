// Uses the pages as readers do: with the mouse, the keyboard, a narrow window, no clipboard, no script at all.
// Knows nothing of how pages are made.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { KINDS } from "./kinds.mjs";
import { build, open, serve, watch } from "./support.mjs";

const PLAN = "plans/tcm-bri-2021-2025/";
let folder, site, browser;

before(async () => {
  folder = build();
  site = await serve(folder);
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Opens a page in a window of its own and closes it afterwards. */
async function on(path, use, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const faults = watch(page, site.base);
  const response = await page.goto(site.base + path);
  await use(page, response);
  assert.deepEqual(faults.filter((fault) => !options.missing || !fault.includes("404")), []);
  await context.close();
}

/** The clause that lies at the place where the eye reads. */
const isInView = (page, selector) =>
  page.locator(selector).evaluate((el) => {
    const box = el.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  });

test("the theme is light", () => {
  const assets = join(folder, "assets");
  const weight = (kind) => readdirSync(assets).filter((name) => name.startsWith("site.") && name.endsWith(kind)).reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  assert.ok(weight(".css") > 0 && weight(".css") < 20_000, `${weight(".css")} bytes of style`);
  assert.ok(weight(".js") > 0 && weight(".js") < 10_000, `${weight(".js")} bytes of script`);
});

for (const lang of ["zh", "en"]) {
  const other = lang === "zh" ? "en" : "zh";

  test(`${lang}: the other language opens at the clause that is being read, by mouse and by key`, async () => {
    for (const part of [PLAN, PLAN + "parallel/"])
      await on(`${lang}/${part}#c2-3`, async (page) => {
        await page.locator("a[data-switch]").click();
        assert.equal(page.url(), `${site.base}${other}/${part}#c2-3`);
        assert.ok(await isInView(page, "#c2-3"));
      });
    await on(`${lang}/${PLAN}`, async (page) => {
      await page.locator("#c3-1-2").evaluate((el) => el.scrollIntoView());
      await page.locator(".toc a[href='#c3-1-2'][aria-current]").waitFor();
      await page.keyboard.press("Alt+KeyL");
      await page.waitForURL(`${site.base}${other}/${PLAN}#c3-1-2`);
      assert.ok(await isInView(page, "#c3-1-2"));
    });
  });

  test(`${lang}: each clause leads to its neighbours, its twin, the parallel page and a way to report an error`, async () => {
    await on(`${lang}/${PLAN}`, async (page) => {
      const tools = page.locator("#c3-1-1 .tools");
      const hrefs = await tools.locator("a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
      for (const href of [`../../../${other}/${PLAN}#c3-1-1`, "parallel/#c3-1-1", "#c3-1", "#c3-1-2", "../../corrections/"])
        assert.ok(hrefs.includes(href), `${href} in ${hrefs}`);
      const names = await page.locator(".tools").getByRole("link").evaluateAll((links) => links.map((a) => a.getAttribute("aria-label")));
      assert.ok(names.length > 100 && names.every((name) => /[：:]\s?\S/.test(name)), "every name says which clause");
    });
  });

  test(`${lang}: what a clause commits to stands beside it, on a phone one tap away`, async () => {
    await on(`${lang}/${PLAN}#c2-3`, async (page) => {
      const [text, margin] = await Promise.all(["#c2-3 .body", "#c2-3 .margin .m-targets"].map((part) => page.locator(part).boundingBox()));
      assert.ok(margin.x > text.x + text.width && margin.y < 900 && margin.y > 0, "in one window");
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await page.locator("#c2-3 .m-targets").isVisible(), false);
      await page.locator("#c2-3 .margin summary").click();
      assert.ok(await page.locator("#c2-3 .m-targets").isVisible());
    });
  });

  test(`${lang}: a link and a citation of a clause can be copied without the clipboard's permission`, async () => {
    await on(`${lang}/${PLAN}`, async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.evaluate(() => (document.execCommand = () => false));
      await page.locator("#c2-3 button[data-copy]").click();
      const field = page.locator("#c2-3 .tools input");
      assert.equal(await field.inputValue(), `${site.base}${lang}/${PLAN}#c2-3`);
      assert.ok(await field.evaluate((el) => document.activeElement === el && el.selectionEnd === el.value.length));
      assert.notEqual(await page.locator(".say").textContent(), "");

      await page.locator("#c2-3 a[data-cite]").click();
      const cited = await page.locator("#c2-3 .cite .quote").allTextContents();
      assert.equal(cited.length, 4);
      assert.ok(cited.some((text) => text.includes("二（三）") && text.includes("[Z]")), cited.join("\n"));
      assert.ok(cited.some((text) => text.includes("II (3)") && text.includes("(31 December 2021)")), cited.join("\n"));
      assert.equal(cited.filter((text) => text.includes(`${PLAN}#c2-3`)).length, 2, cited.join("\n"));
      const whole = await page.locator("#cite .quote").allTextContents();
      assert.ok(whole.every((text) => !text.includes("II (3)")), "the plan's own citations stay as they are");
    });
  });

  test(`${lang}: a target leads to its words, which light up`, async () => {
    await on(`${lang}/targets/tcm-bri-2021-2025/overseas-centres/`, async (page) => {
      await page.locator(".passages figcaption a").first().click();
      assert.equal(new URL(page.url()).hash, "#m-overseas-centres");
      const mark = page.locator("#m-overseas-centres");
      assert.ok(await isInView(page, "#m-overseas-centres"));
      assert.notEqual(await mark.evaluate((el) => getComputedStyle(el.closest("mark")).outlineStyle), "none");
    });
  });

  test(`${lang}: figures and names light up with their counterpart in the same clause`, async () => {
    await on(`${lang}/${PLAN}parallel/#c3-1-1`, async (page) => {
      const lit = () => page.locator(".lit").evaluateAll((all) => all.map((el) => [el.dataset.m, el.closest(".clause").id]));
      await page.locator("#c3-1-1 [data-m='partner:sco']").first().focus();
      assert.deepEqual(await lit(), Array(2).fill(["partner:sco", "c3-1-1"]));
      await page.locator("#c2-3 mark[data-m='overseas-centres']").first().focus();
      assert.deepEqual(await lit(), Array(2).fill(["overseas-centres", "c2-3"]));
      await page.locator("#c2-3 mark[data-m='international-standards']").first().hover();
      assert.equal((await lit()).filter(([key]) => key === "international-standards").length, 2);
      await page.setViewportSize({ width: 320, height: 640 });
      const boxes = await page.locator("#c3-1-1 .pair:not(.heads) > div").evaluateAll((cells) => cells.map((el) => el.getBoundingClientRect()).map(({ left, top }) => ({ left, top })));
      assert.ok(boxes[1].top > boxes[0].top, "one column: the twin under its paragraph");
    });
  });

  test(`${lang}: the target index is filtered, counted, kept in the address and downloaded as shown`, async () => {
    await on(`${lang}/targets/?nature=binding`, async (page) => {
      const rows = page.locator("[data-rows] tbody tr:visible");
      const binding = await rows.count();
      const all = await page.locator("[data-rows] tbody tr").count();
      assert.ok(binding > 0 && binding < all);
      assert.equal(await page.locator("select[name=nature]").inputValue(), "nature:binding");
      const counted = await page.locator(".filters output").textContent();
      assert.ok(counted.includes(binding) && counted.includes(all), counted);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download]").click()]);
      const file = readFileSync(await download.path(), "utf8");
      assert.equal(file.trimEnd().split("\n").length, binding + 1, "a head and the rows");
      assert.ok(file.startsWith("\ufeff") && file.includes("shanghai-tcm-2021-2025/"));
      await page.locator("select[name=nature]").selectOption("");
      await page.locator("select[name=extent]").selectOption("extent:qualitative");
      assert.ok(page.url().endsWith("/targets/?extent=qualitative"), page.url());
      const figures = await rows.locator(".figure b").count();
      assert.equal(figures, 0, "without a figure");
      await page.locator(".filters button[type=reset]").click();
      await page.waitForURL(`${site.base}${lang}/targets/`);
      assert.equal(await rows.count(), all);
    });
  });

  test(`${lang}: nothing that lies before the day of the content is due next`, async () => {
    await on(`${lang}/`, async (page) => {
      const heading = await page.locator(".due h2").textContent();
      const year = Number(heading.match(/\d{4}/)[0]);
      if (year < 2026) assert.match(heading, /已过|^Was due/);
    });
  });

  test(`${lang}: everything can be read without script`, async () => {
    const options = { javaScriptEnabled: false };
    for (const kind of KINDS)
      await on(`${lang}/${kind}`, async (page) => {
        assert.ok((await page.locator("main").innerText()).length > 40, kind);
        const shown = await page.locator(".js").evaluateAll((parts) => parts.filter((el) => el.getClientRects().length).map((el) => el.outerHTML));
        assert.deepEqual(shown, [], `${kind} shows what needs a script`);
      }, options);
    await on(`${lang}/${PLAN}#c2-3`, async (page) => {
      assert.ok(await page.locator("#c2-3 .m-targets").isVisible(), "beside the clause");
      assert.ok(await page.locator(".toc a[href='#c2-3']").isVisible(), "contents");
      await page.locator("#c2-3 a[data-cite]").click();
      assert.equal(new URL(page.url()).hash, "#cite");
    }, options);
    await on(`${lang}/targets/`, async (page) => {
      assert.equal(await page.locator(".filters").isVisible(), false);
      await page.locator("main a[href='due/2025/']").click();
      assert.ok((await page.locator("[data-rows] tbody tr").count()) > 10);
    }, options);
  });

  test(`${lang}: a missing address at any depth leads back`, async () => {
    await on(`${lang}/plans/x/y/z/`, async (page, response) => {
      assert.equal(response.status(), 404);
      assert.equal(await page.locator("html").getAttribute("lang"), lang === "zh" ? "zh-Hans" : "en");
      await page.locator("main a").nth(1).click();
      assert.equal(page.url(), `${site.base}${lang}/plans/`);
    }, { missing: true });
  });
}

test("the keyboard alone reaches the text, and what has the focus is seen", async () => {
  await on(`en/${PLAN}`, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.ok(await page.locator(".skip").evaluate((el) => el.getBoundingClientRect().left >= 0));
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#main");
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const el = document.activeElement, box = el.getBoundingClientRect(), style = getComputedStyle(el);
        return { name: el.outerHTML.slice(0, 80), seen: box.bottom > 0 && box.top < innerHeight && box.width > 0, ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
      });
      assert.ok(focus.seen && focus.ring, JSON.stringify(focus));
    }
  });
});

test("a reader who wants less motion or more contrast is heard", async () => {
  await on(`en/${PLAN}`, async (page) => {
    const moves = await page.evaluate(() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((el) => parseFloat(getComputedStyle(el).transitionDuration) > 0).length);
    assert.equal(moves, 0, "nothing moves");
    const line = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--line"));
    const usual = await line();
    await page.emulateMedia({ contrast: "more" });
    assert.notEqual(await line(), usual);
  });
});
