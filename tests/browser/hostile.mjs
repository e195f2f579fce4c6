// Turns the small invented portal into one whose every text carries an attack on each form that texts take in a site.
// Knows nothing of how the site comes about.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Begins like a formula of a spreadsheet. */
const FORMULA = `=cmd|' /C calc'!A0 `;

/** Ends whatever it may stand in, and then runs, if it can, in the page, an attribute, a script, a style, a picture. */
const ATTACK =
  `pwned]]>--></title></textarea></style></script></noscript><script>window.pwned=1</script>` +
  `<svg/onload=window.pwned=2><img src=x onerror=window.pwned=3>"' onfocus=window.pwned=4 autofocus x="` +
  "`${window.pwned=5}`{{7*7}}{%raw%}&lt;b&gt;&#60;b&#62;\u2028\u2029\\u003cscript>javascript:window.pwned=6//";

/** What every text of a record becomes; a text of a plan keeps its beginning, since records quote it. */
export const poisoned = (text) => FORMULA + text + ATTACK;

/** The same as a value of TOML. */
const toml = (text) => poisoned(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');

/** The same as text of a clause: what Markdown would take for markup is meant as it stands. */
const markdown = ATTACK.replace(/[!-/:-@[-`{-~]/g, "\\$&").replaceAll("\u2028", "").replaceAll("\u2029", "");

/** Links that are no addresses: a portal with one of them is not built. */
export const REFUSED = [
  "[x](javascript:window.pwned=7)", "[x](JaVaScRiPt&colon;window.pwned=7)", "[x](java&#10;script:window.pwned=7)", "[x](data:text/html,<script>window.pwned=7</script>)",
  "[x](vbscript:x)", "<javascript:window.pwned=7>", "![x](javascript:window.pwned=7)", "[x]\n\n[x]: javascript:window.pwned=7",
];

/** HTML that Markdown would let through, and attributes that end too early. */
const HTML =
  "\n\n<script>window.pwned=8</script>\n\n<img src=x onerror=window.pwned=8> <a href=\"javascript:window.pwned=8\" onclick=\"window.pwned=8\">x</a>\n\n" +
  "[x](https://forest.test/ \"\\\" onmouseover=window.pwned=8 x=\") ![x\" onerror=window.pwned=8](https://elsewhere.test/x.png) [x](https://forest.test/\"onclick=window.pwned=8)\n\n" +
  "```html\" onload=\"window.pwned=8\n</code></pre><script>window.pwned=8</script>\n```\n";

/** More fields than the small portal needs, each with a text of its own. */
const MORE = {
  "content/portal.toml": `contact = { email = "x@forest.test\\" onclick=window.pwned=9", url = "javascript:window.pwned=9" }\n`,
  "content/departments.toml": `
[[department]]
id = "old-bureau"
name = { zh = "旧局", en = "Old Bureau" }
short = { zh = "旧", en = "OB" }
aliases = { zh = ["${toml("老局")}"], en = ["${toml("Ancient Bureau")}"] }
misprints = { zh = ["${toml("错局")}"], en = ["${toml("Burrow")}"] }
kind = "bureau"
level = "national"
from = 1990
to = 2000
succeeded_by = ["forest-bureau"]
website = "javascript:window.pwned=10"
note = { zh = "说明", en = "A note" }
`,
  "content/partners.toml": `
[[partner]]
id = "league"
kind = "organisation"
name = { zh = "联盟", en = "League" }
aliases = { zh = ["${toml("同盟")}"], en = ["${toml("Union")}"] }
members = [{ id = "ruritania", from = 1967 }]
website = "data:text/html,<script>window.pwned=10</script>"
note = { zh = "说明", en = "A note" }
`,
  "content/documents.toml": `
[[document]]
id = "old-law"
title = { zh = "旧法", en = "Old Law" }
number = "1号"
kind = "law"
url = "javascript:window.pwned=11"
note = { zh = "说明", en = "A note" }
`,
  "content/glossary.toml": `
[[term]]
id = "bark"
name = { zh = "树皮", en = "bark" }
accepted = { zh = ["${toml("皮")}"], en = ["${toml("rind")}"] }
avoid = { zh = ["${toml("壳")}"], en = ["${toml("shell")}"] }
definition = { zh = "外层", en = "the outer layer" }
source = { zh = "词典", en = "a dictionary" }
`,
  "content/plans/wood-plan/plan.toml": `
[[change]]
date = 2023-01-02
summary = { zh = "改", en = "Changed" }

[[version]]
date = 2020
title = { zh = "旧版", en = "Old version" }
`,
};

/** Texts of a record that are compared with a clause, or with a list of words, and so stay as they are. */
const COMPARED = /^(passage|deadline|level|kind|id|status|source_lang|clause|region|parent|basis|comparator|change|nature|force|base_url)\b/;

/** Poisons every free text of a TOML file. */
const poison = (text) =>
  text.split("\n").map((line) => (COMPARED.test(line) ? line : line.replace(/\b(zh|en|number|by|plural|reviewed) = "([^"\\]*)"/g, (_, key, value) => `${key} = "${toml(value)}"`))).join("\n");

/** The portal in a text, file by file under `-- path --` lines. */
export function hostilePortal() {
  const small = readFileSync(fileURLToPath(new URL("portal.txt", import.meta.url)), "utf8");
  const parts = small.split(/^-- (?=\S+ --$)/m).slice(1).map((part) => {
    const [, path, body] = part.match(/^(\S+) --\n([^]*)$/);
    if (!path.endsWith(".md")) return `-- ${path} --\n${poison(body + (MORE[path] ?? ""))}`;
    // Behind every heading and paragraph; a heading keeps its anchor.
    const text = body.replace(/^(#+ .*?)( \{#.*\})$/gm, `$1 ${markdown.replaceAll("$", "$$$$")}$2`).replace(/^([^#\n].*)$/gm, `$1 ${markdown.replaceAll("$", "$$$$")}`);
    return `-- ${path} --\n${text}`;
  });
  for (const lang of ["zh", "en"]) parts.push(`-- content/pages/about/${lang}.md --\n# About ${markdown}\n\n${markdown}${HTML}\n`);
  return parts.join("");
}
