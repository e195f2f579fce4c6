// Turns a built site's folder into an index that Node can search, and counts what it takes to search it.
// Knows nothing of what is tested.

import { existsSync, readFileSync } from "node:fs";
import { gzipSync, inflateRawSync } from "node:zlib";
import { find } from "../../src/search/reader/find.js";
import { shards } from "../../src/search/reader/shards.js";

// What tests/run built for these tests, by the name of the variable that says where.
export const built = (name) => {
  const place = process.env[name];
  if (!place) throw Error(`${name} is not set: these tests are run by tests/run`);
  return place;
};

// Reads the files of a site's index; `taken` lists each with its size.
export const disk = (site, taken = []) => async (name) => {
  const path = `${site}/search/${name}${name === "manifest" ? ".json" : ".bin"}`;
  if (!existsSync(path)) throw Error("missing");
  const file = readFileSync(path);
  taken.push([name, name === "manifest" ? gzipSync(file).length : file.length]);
  return name === "manifest" ? JSON.parse(file) : new Uint8Array(inflateRawSync(file));
};

export const open = (site) => shards(disk(site));

// The first documents in the order of the ranking alone.
export const ranked = async (index, query, lang, most) => {
  const { hits, scores, tiers } = await find(index, query, lang, {}, false);
  const isBefore = (a, b) => tiers[b] - tiers[a] || scores[b] - scores[a] || a - b;
  return { total: hits.length, hits: [...hits].sort(isBefore).slice(0, most).map((doc) => [doc, tiers[doc], scores[doc]]) };
};

// Every document of a site as its excerpts show it.
export const documents = async (index, lang) => {
  const { documents } = await index.open();
  return Promise.all(Array.from({ length: documents }, (_, doc) => index.entry(doc, lang)));
};

// A number from 0 up to below `n`, the same in every run.
export const dice = (seed) => (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
};

export { find };
