// Turns a query into results, ten at a time: analysis, postings, ranking, the words of each result.
// Knows nothing of how they are shown.

import { analyze, fold, words } from "./analyze.js";
import { best, narrow, rank } from "./rank.js";

const NAME = 4; // what it is worth to be just what was asked

// True where a text, a title or a heading holds all of a run in one piece.
const holds = (run, [, title, path, text], simple) => [title, ...path, text].some((piece) => {
  const folded = fold(piece, simple).text;
  if (run.text) return folded.includes(run.text);
  const list = words(folded);
  return list.some((_, i) => run.words.every((word, k) => list[i + k] === word));
});

// The results of a query in a language; with facets also those of the chosen values, and counts.
export const find = async (index, query, lang, chosen, withFacets) => {
  const manifest = await index.open(), unknown = [];
  let simple, runs, last, name;
  const look = async () => {
    ({ runs, last, name } = analyze(query, simple));
    name = { term: name, weight: NAME };
    await Promise.all([name, ...runs.flatMap(({ atoms }) => atoms)].map(async (atom) => {
      atom.found = atom.term ? await index.postings(atom.term, atom.isPrefix) : [];
    }));
  };
  await look();
  if (runs.some(({ text, atoms }) => text && atoms.some(({ found }) => !found[0]))) {
    simple = await index.characters();
    await look();
  }
  for (const atom of runs.flatMap(({ atoms }) => atoms)) {
    if (atom.found[0] || !/^[a-z']{3,}$/.test(atom.word ?? "")) continue;
    if (atom.word === last) atom.found = await index.postings(atom.term = last, atom.isPrefix = true);
    if (!atom.found[0]) unknown.push(atom.word);
  }
  const facets = withFacets && await index.facets(lang);
  const ranked = rank(runs, name, manifest, lang);
  if (facets) ranked.hits = narrow(ranked.hits, facets, chosen, manifest.documents);
  const order = best(ranked), phrases = runs.filter(({ isPhrase }) => isPhrase);
  const langs = new Set([lang, ...runs.map(({ text }) => text ? "zh" : "en")]);
  let left = ranked.hits.length;

  const row = async (doc) => {
    const entries = {};
    await Promise.all([...langs].map(async (one) => { entries[one] = await index.entry(doc, one); }));
    return { doc, entries, held: runs.filter((run) => holds(run, entries[run.text ? "zh" : "en"], simple)) };
  };

  const whole = (rows) => rows.filter(({ held }) => held.length === runs.length).length;
  const waiting = []; // looked at, and not shown yet
  let some = 10; // of the batch before, so many are whole

  return {
    ...ranked, runs, simple, facets, unknown,
    // True where some of the hits may turn out not to hold a phrase.
    isMost: !!phrases[0],
    // The next ten, those that hold most of the runs whole before the others. As long as a batch has some that are whole,
    // one more may have the rest.
    async ten() {
      while (left && (waiting.length < 10 || (some > 2 && whole(waiting) < 10))) {
        const docs = [];
        while (docs.length < 10 && left) left--, docs.push(order.next().value);
        const rows = (await Promise.all(docs.map(row))).filter(({ held }) => phrases.every((run) => held.includes(run)));
        some = whole(rows);
        waiting.push(...rows);
      }
      return waiting.sort((a, b) => b.held.length - a.held.length).splice(0, 10);
    },
    hasMore: () => left > 0 || waiting.length > 0,
    kind: (doc) => manifest.kinds.findLast(([, first]) => first <= doc)[0],
  };
};
