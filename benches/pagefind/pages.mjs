// Turns the documents of a built index into one HTML page each, in both languages: what Pagefind is given to index.
// Knows nothing of Pagefind. `node pages.mjs SITE FOLDER`

import { mkdirSync, writeFileSync } from "node:fs";
import { documents, open } from "../../tests/search/disk.mjs";

const [site, folder] = process.argv.slice(2);
const index = open(site);
const [zh, en] = await Promise.all(["zh", "en"].map((lang) => documents(index, lang)));
const escape = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const part = ([, title, path, text], level, lang) =>
  `<section lang="${lang}"><${level}>${escape(title)}</${level}><p>${path.map(escape).join(" › ")}</p><p>${escape(text)}</p></section>`;

mkdirSync(`${folder}/d`, { recursive: true });
for (const [doc, entry] of zh.entries()) writeFileSync(`${folder}/d/${doc}.html`,
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${escape(entry[1])}</title><body data-pagefind-body>${part(entry, "h1", "zh")}${part(en[doc], "h2", "en")}</body></html>`);
writeFileSync(`${folder}/index.html`, "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>Search</title><body></body></html>");
console.log(zh.length);
