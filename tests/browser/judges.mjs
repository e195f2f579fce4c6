// Asks those who judge pages: axe-core in the open page, and the Nu Html Checker over files.
// Knows nothing of what is judged. The checker needs Java.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const checker = require("vnu-jar");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds on the page as it is now, a line each. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll(/\s+/g, " ")}`));
}

/** What the checker says of files of one kind (`--html`, `--css`, `--svg`), a line each. */
export const errors = (kind, files) =>
  new Promise((done, fail) =>
    execFile("java", ["-jar", checker, kind, "--errors-only", "--exit-zero-always", "--format", "json", ...files], { maxBuffer: 1 << 28 }, (error, _, said) =>
      error ? fail(error) : done(JSON.parse(said).messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`)),
    ),
  );
