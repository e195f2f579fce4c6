// Turns the files of an index into postings, facets and excerpts (src/search/format.md, sections 1, 4 and 6).
// Knows nothing of queries and ranking. A file that is not there, does not hold together or is of another version is a fault.

const FORMAT = 1, ANALYZER = "zhen-1";

// `kind`: missing, damaged or version.
export const fault = (kind, name) => Object.assign(Error(`${kind}: ${name}`), { kind });

const latin = (bytes) => String.fromCharCode(...bytes);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const text = (bytes) => new TextDecoder().decode(bytes);

// Bytes that are read from left to right.
class Bytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  take(n) {
    if (!(n <= this.bytes.length - this.at)) throw fault("damaged", "end");
    return this.bytes.subarray(this.at, this.at += n);
  }
  varint() {
    for (let n = 0, scale = 1; ; scale *= 128) {
      const [byte] = this.take(1);
      n += (byte & 127) * scale;
      if (byte < 128) return n;
    }
  }
  // Keys in the order of their bytes, each with what stands behind it.
  keys(read) {
    const list = [];
    let last;
    for (let n = this.varint(); n > 0; n--) {
      const key = (last ?? "").slice(0, this.varint()) + latin(this.take(this.varint()));
      if (last >= key) throw fault("damaged", "order");
      list.push([last = key, read()]);
    }
    return list;
  }
}

// The entries under which a key, or all that begins with it, may lie.
const among = (list, key, isPrefix) => list.filter(([first], i) =>
  first <= key ? !(list[i + 1]?.[0] <= key) : isPrefix && first.startsWith(key));

// Postings: for each field that has any, its documents with frequency and norm.
export const decode = (bytes, documents) => {
  const given = new Bytes(bytes), fields = [];
  for (let [mask] = given.take(1), field = 0; mask; mask >>= 1, field++) {
    if (!(mask & 1)) continue;
    const n = given.varint();
    if (n > bytes.length) throw fault("damaged", "postings");
    const docs = new Uint32Array(n), often = new Uint32Array(n).fill(1);
    for (let i = 0, doc = 0; i < n; i++) {
      const delta = given.varint();
      docs[i] = doc += Math.floor(delta / 2);
      if (doc >= documents) throw fault("damaged", "postings");
      if (delta % 2) often[i] = 2;
    }
    for (let i = 0; i < n; i++) if (often[i] > 1) often[i] += given.varint();
    fields[field] = { docs, often, norms: given.take(n) };
  }
  return fields;
};

// Absolute runs [first, count] of what is written as gaps, or as it is.
const absolute = (numbers, isGap) => {
  const runs = [];
  for (let i = 0, end = 0; i + 1 < numbers.length; i += 2) {
    const first = numbers[i] + (isGap ? end : 0);
    end = first + numbers[i + 1];
    runs.push([first, numbers[i + 1]]);
  }
  return runs;
};

export class Shards {
  // `load` gives the inflated bytes of a file by its name, and the manifest.
  constructor(load) {
    this.load = load;
    this.kept = new Map();
  }

  // What a name stands for, made once; a failure is not kept.
  once(name, make) {
    if (!this.kept.has(name)) {
      const made = make();
      this.kept.set(name, made);
      made.catch(() => this.kept.delete(name));
    }
    return this.kept.get(name);
  }

  file(name, read) {
    return this.once(name, async () => {
      const bytes = await this.load(name);
      try {
        return read(bytes);
      } catch {
        throw fault("damaged", name);
      }
    });
  }

  // A new manifest forgets everything.
  open(again) {
    if (again) this.kept.clear();
    return this.once("manifest", async () => {
      const manifest = await this.load("manifest", again);
      if (manifest.format !== FORMAT || manifest.analyzer !== ANALYZER) throw fault("version", "manifest");
      return this.manifest = manifest;
    });
  }

  router(name) {
    return this.file(name, (bytes) => {
      const given = new Bytes(bytes);
      return given.keys(() => hex(given.take(6)));
    });
  }

  shard(name) {
    return this.file(name, (bytes) => {
      const given = new Bytes(bytes);
      const sizes = given.keys(() => given.varint());
      return sizes.map(([key, size]) => [key, given.take(size)]);
    });
  }

  // The postings of a term, or of all terms that begin so; letters are continued by letters only.
  async postings(term, isPrefix) {
    const key = latin(new TextEncoder().encode(term));
    const step = (list, folder, read) =>
      Promise.all(among(list, key, isPrefix).map(([, hash]) => read.call(this, `${folder}/${hash}`)));
    const segments = await step(await this.router(this.manifest.router), "r", this.router);
    const shards = await step(segments.flat(), "t", this.shard);
    const fits = isPrefix ? (known) => known.startsWith(key) && (key > "~" || /^[a-z']+$/.test(known)) : (known) => known === key;
    const found = shards.flat().filter(([known]) => fits(known));
    try {
      return found.map(([, bytes]) => decode(bytes, this.manifest.documents));
    } catch {
      throw fault("damaged", term);
    }
  }

  json(name) {
    return this.file(name, (bytes) => JSON.parse(text(bytes)));
  }

  // The values of each facet: id, name and runs of documents.
  async facets(lang) {
    const { plans, bodies, topics, kinds, documents } = this.manifest;
    const [plan, body, topic] = await Promise.all([plans, bodies, topics].map((files) => this.json(files[lang])));
    const years = Map.groupBy?.(plan, ([, , year]) => year) ?? plan.reduce((all, one) =>
      all.set(one[2], [...all.get(one[2]) ?? [], one]), new Map());
    const of = (list, skip, isGap) => list.map(([id, name, ...rest]) => ({ id, name, runs: absolute(rest.slice(skip), isGap) }));
    return {
      plan: of(plan, 1),
      body: of(body, 0, true),
      topic: of(topic, 0, true),
      kind: kinds.map(([id, first], i) => ({ id, runs: [[first, (kinds[i + 1]?.[1] ?? documents) - first]] })),
      year: [...years].filter(([year]) => year).sort().reverse().map(([year, of]) => ({
        id: `${year}`, name: `${year}`, runs: of.flatMap(([, , , ...rest]) => absolute(rest)) })),
    };
  }

  // What is shown of a document: url, title, path, text, language where it is another one.
  async entry(doc, lang) {
    const { block, segment, excerpts } = this.manifest;
    const at = Math.floor(doc / block), part = Math.floor(at / segment), folder = `x/${lang}/`;
    const hash = async (name, i) => hex((await this.file(name, (bytes) => bytes)).subarray(i * 3, i * 3 + 3));
    const middle = await hash(excerpts[lang], part);
    const name = await hash(`${folder}s${part}-${middle}`, at % segment);
    return (await this.json(`${folder}${at}-${name}`))[doc % block];
  }

  // Traditional characters and their simplified ones.
  characters() {
    return this.file(this.manifest.characters, (bytes) => {
      const [from, to] = text(bytes).split("\n").map((line) => [...line]);
      return Object.fromEntries(from.map((c, i) => [c, to[i]]));
    });
  }

  // English words, most frequent form of each stem, with how frequent it is.
  words() {
    return this.file(this.manifest.words, (bytes) =>
      text(bytes).split("\n").filter(Boolean).map((line) => [line.slice(0, -1), parseInt(line.at(-1), 36)]));
  }
}
