// Damages every kind of file of an index: a search must end, with an answer or a fault that has a name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { meant } from "../../src/search/reader/meant.js";
import { decode, shards } from "../../src/search/reader/shards.js";
import { built, dice, disk, find } from "./disk.mjs";
import { odd } from "./queries.mjs";

const site = built("SITE"), whole = disk(site), roll = dice(5);
const NAMES = ["missing", "damaged", "version"];
const QUERIES = [["中医药海外中心", "zh"], ["overseas centres", "en"], ["水", "zh"], ["“中医馆”", "zh"], ["malria", "en"], ["鱻龘", "zh"]];

// What is done to the bytes of a file.
const DAMAGES = {
  "cut short": (bytes) => bytes.slice(0, roll(bytes.length)),
  emptied: () => new Uint8Array(0),
  "one byte turned": (bytes) => bytes.with(roll(bytes.length), roll(256)),
  "noise": (bytes) => bytes.map(() => roll(256)),
  "all ones": (bytes) => bytes.map(() => 255),
};

const ask = async (index, query, lang) => {
  const result = await find(index, query, lang, { kind: "clause" }, true);
  await result.ten();
  meant(query, result.unknown, await index.words());
};

for (const [what, damage] of Object.entries(DAMAGES)) test(`files ${what} end in an answer or a named fault`, async () => {
  let faults = 0;
  for (const folder of ["r/", "t/", "x/", "f/"]) for (const [query, lang] of QUERIES) for (let again = 0; again < 5; again++) {
    const index = shards(async (name) => {
      const bytes = await whole(name);
      return name.startsWith(folder) && bytes.length ? damage(bytes) : bytes;
    });
    await ask(index, query, lang).catch((error) => {
      assert.ok(NAMES.includes(error.message), `${folder} ${query}: ${error.stack}`);
      faults++;
    });
  }
  assert.ok(faults > 20, `${faults}`);
});

test("a file that is not there is a fault, and may be asked for again", async () => {
  let isGone = true;
  const index = shards((name) => name.startsWith("t/") && isGone ? Promise.reject(Error("missing")) : whole(name));
  await assert.rejects(ask(index, "中医", "zh"), { message: "missing" });
  isGone = false;
  await ask(index, "中医", "zh");
});

test("another format and another analyzer are refused", async () => {
  for (const change of [{ format: 2 }, { analyzer: "zhen-2" }, { format: undefined }])
    await assert.rejects(shards(async (name) => ({ ...await whole(name), ...change })).open(), { message: "version" });
});

test("postings beyond the end, or of documents that are not there, are damaged", () => {
  assert.throws(() => decode(Uint8Array.of(1, 200), 10), { message: "damaged" });
  assert.throws(() => decode(Uint8Array.of(1, 1, 40, 3), 10), { message: "damaged" });
  assert.throws(() => decode(Uint8Array.of(1, 255, 255, 255, 255, 15), 10), { message: "damaged" });
});

test("no query is too long or too odd", async () => {
  const index = shards(whole);
  for (const query of [...odd, "医".repeat(10000), "a".repeat(10000), "\"".repeat(10000), "1,".repeat(5000), "第".repeat(10000), "9".repeat(10000), "ab ".repeat(3333)])
    await ask(index, query, "zh");
});
