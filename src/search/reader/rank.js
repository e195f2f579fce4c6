// Turns postings into documents in order: BM25 as tantivy counts it, tiers, facets (src/search/format.md, section 5).
// Knows nothing of files and of pages.

const { fround, log } = Math;

// The field lengths that the 256 norms stand for.
const LENGTHS = Array.from({ length: 40 }, (_, i) => i);
for (let length = 40, step = 2; LENGTHS.length < 256; step *= 2) for (let i = 0; i < 8; i++, length += step) LENGTHS.push(length);

// What a norm adds to the frequency, for each of the 256.
const slopes = ({ tokens }, documents) => {
  const average = fround(tokens / documents);
  return Float32Array.from(LENGTHS, (length) => fround(1.2 * fround(fround(0.25) + fround(fround(0.75 * length) / average))));
};

// Adds what an atom is worth in a field to every document that it stands in.
const atomScores = (atom, field, f, documents, add) => {
  if (atom.isPrefix) {
    const isIn = new Uint8Array(documents);
    for (const fields of atom.found) for (const doc of fields[f]?.docs ?? []) if (!isIn[doc]) {
      isIn[doc] = 1;
      add(doc, fround(field.boost));
    }
    return;
  }
  const list = atom.found[0]?.[f];
  if (!list) return;
  const { docs, often, norms } = list, slope = field.slopes ??= slopes(field, documents);
  const idf = fround(log(fround(1 + fround(fround(documents - docs.length + 0.5) / fround(docs.length + 0.5)))));
  const weight = fround(fround(idf * fround(2.2)) * fround(field.boost * atom.weight));
  for (let i = 0; i < docs.length; i++)
    add(docs[i], fround(weight * fround(often[i] / fround(often[i] + slope[norms[i]]))));
};

const occurs = (atom, f) => atom.found.some((fields) => fields[f]);

// One run in one field; gives the documents of which that field holds all atoms.
const runScores = (run, field, f, documents, add) => {
  const n = run.atoms.length, whole = [];
  if (!run.atoms.every((atom) => occurs(atom, f))) {
    for (const atom of run.atoms) atomScores(atom, field, f, documents, add);
    return whole;
  }
  const sums = new Float32Array(documents), counts = new Uint16Array(documents);
  for (const atom of run.atoms) atomScores(atom, field, f, documents, (doc, score) => {
    add(doc, score);
    sums[doc] += score;
    if (++counts[doc] === n) whole.push(doc);
  });
  if (n > 1) for (const doc of whole) add(doc, sums[doc]);
  return whole;
};

// Scores and tiers of all documents that hold an atom; those of phrases must hold all of theirs.
export const rank = (runs, name, { fields, documents, only }, lang) => {
  const scores = new Float32Array(documents), tiers = new Uint8Array(documents), phrases = new Uint8Array(documents);
  let hits = [];
  const add = (doc, score) => {
    if (!scores[doc]) hits.push(doc);
    scores[doc] += score;
  };
  let needed = 0;
  for (const run of runs) {
    const isWhole = new Uint8Array(documents);
    if (run.isPhrase) needed++;
    fields.forEach((field, f) => {
      const docs = runScores(run, field, f, documents, add);
      // What a term is called in the other language makes a run worth more, but not complete.
      if (field.name !== "gloss") for (const doc of docs) if (!isWhole[doc]++) {
        tiers[doc]++;
        if (run.isPhrase) phrases[doc]++;
      }
    });
  }
  fields.forEach((field, f) => atomScores(name, field, f, documents, (doc, score) => { if (scores[doc]) scores[doc] += score; }));
  const isHidden = new Uint8Array(documents), others = only[lang === "zh" ? "en" : "zh"];
  for (let i = 0; i < others.length; i += 2) isHidden.fill(1, others[i], others[i] + others[i + 1]);
  hits = hits.filter((doc) => !isHidden[doc] && phrases[doc] === needed);
  return { hits, scores, tiers };
};

// Leaves the documents that all chosen values have; counts for each value what choosing it would leave.
export const narrow = (hits, facets, chosen, documents) => {
  const names = Object.keys(facets), all = (1 << names.length) - 1;
  const bits = new Uint8Array(documents);
  const fill = (runs, bit) => {
    for (const [first, count] of runs) for (let doc = first; doc < first + count; doc++) bits[doc] |= bit;
  };
  names.forEach((name, f) => {
    if (chosen[name]) for (const value of facets[name]) value.id === chosen[name] && fill(value.runs, 1 << f);
    else fill([[0, documents]], 1 << f);
  });
  const isHit = new Uint8Array(documents);
  for (const doc of hits) isHit[doc] = 1;
  names.forEach((name, f) => {
    for (const value of facets[name]) {
      value.count = 0;
      for (const [first, count] of value.runs) for (let doc = first; doc < first + count; doc++)
        if (isHit[doc] && (bits[doc] | 1 << f) === all) value.count++;
    }
  });
  return hits.filter((doc) => bits[doc] === all);
};

// The documents, best first, one at a time: a heap, since readers look at few of many.
export function* best({ hits, scores, tiers }) {
  const heap = [...hits];
  const isBefore = (a, b) => (tiers[a] - tiers[b] || scores[a] - scores[b] || b - a) > 0;
  const sink = (i) => {
    const doc = heap[i];
    for (let child; (child = 2 * i + 1) < heap.length; i = child) {
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], doc)) break;
      heap[i] = heap[child];
    }
    heap[i] = doc;
  };
  for (let i = heap.length >> 1; i--;) sink(i);
  while (heap.length) {
    yield heap[0];
    const last = heap.pop();
    if (heap.length) heap[0] = last, sink(0);
  }
}
