// Runs the worked examples of the open-data page as they stand there, against the portal that is served.
// Knows nothing of what the page looks like.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { build, serve, smallPortal } from "./support.mjs";

const run = promisify(execFile);
let site, folder;

// The examples name the portal's address, so it is served at the address that it is built for.
before(async () => {
  const root = smallPortal(), config = join(root, "content/portal.toml");
  site = await serve(() => folder);
  writeFileSync(config, readFileSync(config, "utf8").replace("https://forest.test/", site.base));
  folder = build(root);
});
after(() => site.close());

/** What a reader copies from the page: the text of the sample in a language. */
function sample(lang, language) {
  const page = readFileSync(join(folder, lang, "data/index.html"), "utf8");
  const [, html] = page.split('id="samples"')[1].match(new RegExp(`<code class="language-${language}">([^]*?)</code>`));
  const sign = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
  return html.replaceAll(/<[^>]*>/g, "").replaceAll(/&(lt|gt|quot|amp|#39);/g, (_, name) => sign[name]);
}

const ALL = {
  bash: [
    (code) => ["bash", "-euo", "pipefail", "-c", code],
    (lang) => ({
      zh: `12500\t棵\t新栽的树\t${site.base}zh/targets/wood-plan/trees/\n`,
      en: `12500\ttree\tnewly planted trees\t${site.base}en/targets/wood-plan/trees/\n`,
    })[lang],
  ],
  python: [
    (code) => ["python3", "-c", code],
    (lang) => ({ zh: "1 国家林务局\n1 种苗站\n", en: "1 National Forest Bureau\n1 Seedling Station\n" })[lang],
  ],
  javascript: [
    (code) => [process.execPath, "--input-type=module", "--eval", code],
    (lang) => `建馆 | A museum | ${site.base}${lang}/plans/wood-plan/#c2-2\n`,
  ],
};

for (const [language, [program, expected]] of Object.entries(ALL))
  for (const lang of ["zh", "en"])
    test(`the ${language} example of /${lang}/data/`, async () => {
      const [name, ...words] = program(sample(lang, language));
      const { stdout } = await run(name, words, { env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
      assert.equal(stdout, expected(lang));
    });
