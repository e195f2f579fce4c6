// Looks at every kind of page in both languages: it fits narrow and wide windows, does not shift, asks nobody else,
// says no error, and passes axe-core in light and dark.
// Knows nothing of what single pages can do.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./judges.mjs";
import { PAGES } from "./kinds.mjs";
import { build, open, serve, watch } from "./support.mjs";

let site, browser;

before(async () => {
  site = await serve(build());
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

for (const path of PAGES)
  test(`/${path}`, async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults = watch(page, site.base);
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    });
    const response = await page.goto(site.base + path, { waitUntil: "load" });
    assert.equal(response.status(), 200);
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift < 0.001, `it shifts by ${shift} while it loads`); // less is a tag drawn between its start and its words
    assert.deepEqual(await violations(page), [], "light, wide");
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(page), [], "dark, wide");
    for (const width of [1440, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `no horizontal scroll at ${width} px`);
    }
    await page.emulateMedia({ colorScheme: "light" });
    assert.deepEqual(await violations(page), [], "light, narrow");
    assert.deepEqual(faults, []);
    await page.close();
  });
