// Turns the files of an index into postings, facets and excerpts (src/search/format.md, sections 1, 4 and 6).
// Knows nothing of queries and ranking. A file that is not there, does not hold together or is of another version is a fault.

const FORMAT = 1, ANALYZER = "zhen-1";

const MISSING = "missing", DAMAGED = "damaged", VERSION = "version"; // the messages of faults

const latin = (bytes) => String.fromCharCode(...bytes);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const text = (bytes) => new TextDecoder().decode(bytes);

// Bytes that are read from left to right.
const reader = (bytes) => {
  let at = 0;
  const take = (n) => {
    if (!(n <= bytes.length - at)) throw Error(DAMAGED);
    return bytes.subarray(at, at += n);
  };
  const varint = () => {
    for (let n = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw Error(DAMAGED);
      n |= (byte & 127) << shift;
      if (byte < 128) return n >>> 0;
    }
  };
  // Keys in the order of their bytes, each with what stands behind it.
  const keys = (behind) => {
    const list = [];
    for (let n = varint(), last = ""; n > 0; n--) {
      const key = last.slice(0, varint()) + latin(take(varint()));
      if (list[0] && last >= key) throw Error(DAMAGED);
      list.push([last = key, behind()]);
    }
    return list;
  };
  return { take, varint, keys };
};

// The entries under which a key, or all that begins with it, may lie.
const among = (list, key, isPrefix) => list.filter(([first], i) =>
  first <= key ? !(list[i + 1]?.[0] <= key) : isPrefix && first.startsWith(key));

// Postings: for each field that has any, its documents with frequency and norm.
export const decode = (bytes, documents) => {
  const { take, varint } = reader(bytes), fields = [];
  for (let [mask] = take(1), field = 0; mask; mask >>= 1, field++) {
    if (!(mask & 1)) continue;
    const n = varint();
    if (n > bytes.length) throw Error(DAMAGED);
    const docs = new Uint32Array(n), often = new Uint32Array(n).fill(1);
    for (let i = 0, doc = 0; i < n; i++) {
      const delta = varint();
      docs[i] = doc += delta >>> 1;
      if (doc >= documents) throw Error(DAMAGED);
      if (delta & 1) often[i] = 2;
    }
    for (let i = 0; i < n; i++) if (often[i] > 1) often[i] += varint();
    fields[field] = { docs, often, norms: take(n) };
  }
  return fields;
};

// Absolute runs [first, count] of what is written as gaps, or as it is.
const absolute = (numbers, documents, isGap) => {
  const runs = [];
  for (let i = 0, end = 0; i < numbers.length; i += 2) {
    const first = numbers[i] + (isGap ? end : 0);
    end = first + numbers[i + 1];
    if (!(end <= documents)) throw Error(DAMAGED);
    runs.push([first, numbers[i + 1]]);
  }
  return runs;
};

// The index behind `load`, which gives the inflated bytes of a file by its name, and the manifest.
export const shards = (load) => {
  const kept = new Map();
  let manifest;

  // What a name stands for, made once; a failure is not kept.
  const once = (name, make) => {
    if (!kept.has(name)) {
      const made = make();
      kept.set(name, made);
      made.catch(() => kept.delete(name));
    }
    return kept.get(name);
  };

  const file = (name, read) => once(name, async () => {
    const bytes = await load(name);
    try {
      return read(bytes);
    } catch {
      throw Error(DAMAGED);
    }
  });

  // The manifest; a fresh one forgets everything.
  const open = (isFresh) => {
    if (isFresh) kept.clear();
    return once("", async () => {
      const given = await load("manifest", isFresh);
      if (given.format !== FORMAT || given.analyzer !== ANALYZER) throw Error(VERSION);
      return manifest = given;
    });
  };

  const router = (name) => file(name, (bytes) => {
    const { keys, take } = reader(bytes);
    return keys(() => hex(take(6)));
  });

  const shard = (name) => file(name, (bytes) => {
    const { keys, take, varint } = reader(bytes);
    return keys(varint).map(([key, size]) => [key, take(size)]);
  });

  const json = (name) => file(name, (bytes) => JSON.parse(text(bytes)));

  return {
    open,

    // What the first query will need.
    warm: async () => router((await open()).router),

    // The postings of a term, or of all terms that begin so; letters are continued by letters only.
    async postings(term, isPrefix) {
      const key = latin(new TextEncoder().encode(term));
      const step = async (list, folder, read) =>
        (await Promise.all(among(list, key, isPrefix).map(([, hash]) => read(folder + hash)))).flat();
      const segments = await step(await router(manifest.router), "r/", router);
      const found = await step(segments, "t/", shard);
      return found.filter(([known]) => known === key || isPrefix && known.startsWith(key) && (key > "~" || /^[a-z']+$/.test(known)))
        .map((entry) => entry[2] ??= decode(entry[1], manifest.documents)); // each key stroke asks for most of them again
    },

    // The values of each facet: id, name and runs of documents.
    async facets(lang) {
      const { plans, bodies, topics, kinds, documents } = manifest;
      const [plan, body, topic] = await Promise.all([plans, bodies, topics].map((files) => json(files[lang])));
      const value = (id, name, runs) => ({ id, name, runs });
      const gaps = ([id, name, ...rest]) => value(id, name, absolute(rest, documents, true));
      const dated = plan.map(([id, name, year, ...rest]) => ({ ...value(id, name, absolute(rest, documents)), year }));
      const years = [...new Set(dated.map(({ year }) => year))].filter(Boolean).sort().reverse();
      return {
        plan: dated,
        body: body.map(gaps),
        topic: topic.map(gaps),
        kind: kinds.map(([id, first], i) => value(id, null, [[first, (kinds[i + 1]?.[1] ?? documents) - first]])),
        year: years.map((one) => value(`${one}`, one, dated.flatMap(({ year, runs }) => year === one ? runs : []))),
      };
    },

    // What is shown of a document: url, title, path, text, language where it is another one.
    async entry(doc, lang) {
      const { block, excerpts } = manifest;
      const found = (await json(`${excerpts[lang]}/${Math.floor(doc / block)}`))[doc % block];
      if (!found?.[2]?.map) throw Error(DAMAGED);
      return found;
    },

    // Traditional characters and their simplified ones.
    characters: () => file(manifest.characters, (bytes) => {
      const [from, to] = text(bytes).split("\n").map((line) => [...line]);
      return Object.fromEntries(from.map((c, i) => [c, to[i]]));
    }),

    // English words, most frequent form of each stem, with how frequent it is.
    words: () => file(manifest.words, (bytes) =>
      text(bytes).split("\n").map((line) => [line.slice(0, -1), parseInt(line.at(-1), 36)])),
  };
};
