// Turns the parts of the reader into the scripts that pages load: `npm run reader`; with `--check` it only compares.
// Knows nothing of what the parts do; each part's `import` lines say what must stand before it.

import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const here = new URL(".", import.meta.url);
const assets = new URL("../../../themes/silk/assets/", here);
const ENGINE = ["stem", "analyze", "shards", "rank", "find", "load"];
const SCRIPTS = {
  // One module, for pages of a server.
  "reader.js": { parts: ENGINE, tail: "export { find, fold, load, shards, terms };" },
  // The same as a classic script, for pages that are opened from a folder.
  "reader-offline.js": { parts: [...ENGINE, "offline"], tail: "globalThis.diptychReader = { find, fold, load: loadScript, shards, terms };", isClassic: true },
  // What draws the search page.
  "search.js": { parts: ["meant", "page"], tail: "", isClassic: true },
};

const source = (part) => readFileSync(new URL(`${part}.js`, here), "utf8").replace(/^import .*\n/gm, "").replace(/^export /gm, "");

const script = async ({ parts, tail, isClassic }) => {
  const joined = `${parts.map(source).join("")}${tail}`;
  const { code } = await minify(isClassic ? `(() => {"use strict";${joined}})();` : joined, {
    module: !isClassic, ecma: 2020, compress: { passes: 4, unsafe_arrows: true }, format: { ascii_only: false },
  });
  return `${code}\n`;
};

const isCheck = process.argv.includes("--check");
for (const [name, how] of Object.entries(SCRIPTS)) {
  const made = await script(how), file = new URL(name, assets);
  if (!isCheck) writeFileSync(file, made);
  else if (readFileSync(file, "utf8") !== made) {
    console.error(`${name} is not what its parts make: npm run reader`);
    process.exitCode = 1;
  }
}
