// Judges built pages with Lighthouse, as a phone on a slow link meets them (its defaults), and prints a Markdown table.
//
// Usage: npm ci --prefix benches/lighthouse && node benches/lighthouse/measure.mjs FOLDER [--runs N]
//
// FOLDER is a built site. It is served by nginx with the snippet of docs/deploy, so that pages come compressed and with
// the headers that a host would send. Each figure is the median of the runs; what is not at its best is named below.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { resolve } from "node:path";
import { hasBrotli, nginx } from "../../tests/deploy/servers.mjs";

const KINDS = ["", "plans/tcm-bri-2021-2025/", "plans/tcm-bri-2021-2025/parallel/", "targets/", "departments/natcm/"];
const PAGES = ["zh/", "en/"].flatMap((lang) => KINDS.map((kind) => lang + kind));
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** What a page gets in one run, and what it lacks. */
async function judge(url, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error" });
  const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
  const refs = CATEGORIES.slice(1).flatMap((category) => lhr.categories[category].auditRefs);
  const lacks = refs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
  const requests = lhr.audits["network-requests"].details.items;
  const bytes = requests.reduce((sum, request) => sum + request.transferSize, 0);
  const paint = lhr.audits["largest-contentful-paint"].numericValue;
  return { scores, paint, requests: requests.length, bytes, lacks: lacks.map(({ id }) => id) };
}

const [folder, flag, number] = process.argv.slice(2);
if (!folder || (flag && flag !== "--runs")) {
  console.error("measure.mjs FOLDER [--runs N]");
  process.exit(2);
}
const runs = Number(number ?? 5);
const server = await nginx(resolve(folder), { brotli: hasBrotli });
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromeFlags: FLAGS });
process.on("exit", () => chrome.process.kill()); // however it ends
const lacking = new Set();
console.log(`| page | ${CATEGORIES.join(" | ")} | largest paint s | requests | KB |`);
console.log("|---|--:|--:|--:|--:|--:|--:|--:|");
for (const page of PAGES) {
  const judged = [];
  for (let run = 0; run < runs; run += 1) {
    judged.push(await judge(`http://127.0.0.1:${server.port}/${page}`, chrome.port));
  }
  const scores = CATEGORIES.map((_, index) => median(judged.map(({ scores }) => scores[index])));
  const of = (key) => median(judged.map((one) => one[key]));
  console.log(`| ${page} | ${scores.join(" | ")} | ${(of("paint") / 1000).toFixed(1)} | ${of("requests")} | ${(of("bytes") / 1000).toFixed(0)} |`);
  judged.flatMap(({ lacks }) => lacks).forEach((id) => lacking.add(`${page}: ${id}`));
}
console.log([...lacking].map((line) => `- ${line}`).join("\n") || "Nothing lacks.");
await chrome.kill();
await server.close();
