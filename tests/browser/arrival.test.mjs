// Opens every kind of page as it comes from a distant host to a slow phone: nothing that is drawn moves while the rest
// arrives, wide or narrow, nor when scripts begin.
// Knows nothing of what is on a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { KINDS } from "./kinds.mjs";
import { build, open, serve } from "./support.mjs";

const SLOWER = 6; // than this machine
const NOTHING = 0.001; // a tag that is drawn between its start and its words, where the reading of the page was interrupted
let site, browser;

before(async () => {
  site = await serve(build(), { distant: true });
  browser = await open();
});
after(async () => {
  await browser.close();
  site.close();
});

/** Gathers what moved, in the page. */
function gather() {
  window.moved = { by: 0, what: [] };
  const name = ({ node }) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.outerHTML?.slice(0, 80);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.moved.by += entry.value;
      window.moved.what.push(`${entry.value}: ${entry.sources.map(name).join(" ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** When two frames were drawn, what is to be drawn was drawn. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// Every kind once, in the one language or the other, wide or narrow: it is slow to be slow.
for (const [at, kind] of KINDS.entries()) {
  const path = (at % 2 === 0 ? "zh/" : "en/") + kind, width = at % 4 < 2 ? 1440 : 320;
  test(`/${path} stands still, ${width} px wide`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.setDefaultTimeout(120_000);
    const tools = await page.context().newCDPSession(page);
    await tools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(gather);
    await page.goto(site.base + path, { waitUntil: "load", timeout: 120_000 });
    await page.evaluate(drawn);
    const { by, what } = await page.evaluate(() => window.moved);
    assert.ok(by < NOTHING, what.join("\n"));
    await page.close();
  });
}
