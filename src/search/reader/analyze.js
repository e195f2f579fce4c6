// Turns a text or a query into terms: the analyzer zhen-1, as the index has it (src/search/format.md, section 3).
// Knows nothing of files, postings and ranking.

import { stem } from "./stem.js";

const HAN = "\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}";
const WORD = `(?![${HAN}])[\\p{Alphabetic}\\p{N}]`;
const NUMBER = `\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{4}[〕\\])】]\\d+|\\d+\\.\\d+(?!\\d|\\.\\d)|\\d+(?!${WORD})`;
const UNIT = RegExp(`([${HAN}])|(${NUMBER})(%?)|${WORD}(?:${WORD}|'(?=${WORD}))*`, "gu");
const GAP = RegExp(`(?<=[\\d%]) (?=[${HAN}])|(?<=[${HAN}]) (?=\\d)`, "gu");
const SCALE = RegExp(`万亿|[万亿]| (?:thousand|[mbtr]+illion)(?!'?${WORD})`, "yu");
const ZEROS = { 万亿: 12, 万: 4, 亿: 8, " thousand": 3, " million": 6, " billion": 9, " trillion": 12 };
const NUMERAL = /[〇零一二三四五六七八九十百千万两]/;
const STOP = new Set(("a an and are as at be but by for if in into is it no not of on or such that the their then there these " +
  "they this to was will with").split(" "));

// The folded text, and for each of its UTF-16 units where it came from. Texts write 30 个 for 30个, queries mean what they say.
export const fold = (given, simple = {}, isQuery = false) => {
  const from = [];
  let text = "", at = 0;
  for (const c of given) {
    const plain = c === "，" ? c : c.normalize("NFKD").replace(/[\u0300-\u036f\u3099\u309a]/g, "");
    for (const one of plain) for (const low of one.toLowerCase()) text += low === "’" ? "'" : simple[low] ?? low;
    while (from.length < text.length) from.push(at);
    at += c.length;
  }
  from.push(at);
  for (const { index } of isQuery ? [] : [...text.matchAll(GAP)].reverse()) {
    text = text.slice(0, index) + text.slice(index + 1);
    from.splice(index, 1);
  }
  return { text, from };
};

const canonical = (number) => number.includes(".") ? number.replace(/\.?0+$/, "") : number;

// A number with its point moved to the right.
const moved = (number, zeros) => {
  const [whole, part = ""] = number.split(".");
  const digits = part.padEnd(zeros, "0");
  return canonical(`${whole}${digits.slice(0, zeros)}.${digits.slice(zeros)}0`.replace(/^0+(?=\d)/, ""));
};

const word = (text) => text.length > 40 && [...text].length > 40 || STOP.has(text) ? [] : [/^[a-z']+$/.test(text) ? stem(text) : text];

const number = (unit, text, percent, folded, isQuery) => {
  const plain = canonical(text.replaceAll(",", ""));
  if (/[^\d.]/.test(plain)) {
    const [year, n] = plain.split(/\D/);
    return unit.forms = isQuery ? [`${year}〕${n}`] : [`${year}〕${n}`, year, n];
  }
  SCALE.lastIndex = unit.end;
  const scale = !percent && !/^0(?!\.)/.test(text) && SCALE.exec(folded)?.[0];
  unit.forms = [plain + percent];
  if (percent && !isQuery) unit.forms.push(plain);
  if (!(scale in ZEROS)) return;
  const value = moved(plain, ZEROS[scale]), end = unit.end + scale.length;
  if (isQuery) Object.assign(unit, { forms: [value], end });
  else unit.scaled = { start: unit.start, end, value };
};

// Han characters, numbers and words from left to right; in a query a number takes up its multiplier.
const units = (folded, isQuery) => {
  const list = [];
  let done = 0;
  for (const found of folded.matchAll(UNIT)) {
    if (found.index < done) continue;
    const [text, han, digits, percent] = found;
    const unit = { start: found.index, end: found.index + text.length, isWord: !han && !digits, han };
    if (digits) number(unit, digits, percent, folded, isQuery);
    else unit.forms = han ? [han] : word(text);
    done = unit.end;
    list.push(unit);
  }
  return list;
};

// Chains of touching Han characters and numbers; whatever is in none stands alone.
const groups = (list) => {
  const all = [];
  for (const unit of list) {
    const last = all.at(-1), before = last?.at(-1);
    if (before && !before.isWord && !unit.isWord && before.end === unit.start) last.push(unit);
    else all.push([unit]);
  }
  return all.flatMap((group) => group.some((unit) => unit.han) ? [group] : group.map((unit) => [unit]));
};

// 第十四条, 第42号: where an ordinal that begins here ends.
const ordinal = (chain, i) => {
  if (chain[i].han !== "第") return;
  let next = i + 1;
  if (chain[next] && !chain[next].han) next++;
  else while (NUMERAL.test(chain[next]?.han)) next++;
  if (next > i + 1 && chain[next]?.han) return next;
};

// The terms of a chain, or of a unit that is in none, each with where it stands and its weight in a query.
const chainTerms = (chain, isQuery) => {
  const all = [], last = chain.length - 1;
  const add = (term, a, b = a, weight = 1) => all.push({ term, start: a.start, end: b.end, weight });
  chain.forEach((unit, i) => {
    const next = chain[i + 1], weight = last < 3 || i % 2 < 1 || i === last - 1 ? 1 : 0.25;
    if (!unit.han) for (const form of unit.forms) add(form, unit);
    else if (!next && !isQuery) add(unit.han, unit);
    if (next && (next.han || unit.han)) for (const a of unit.forms) for (const b of next.forms) add(a + b, unit, next, weight);
    if (unit.scaled) {
      const { scaled, scaled: { value } } = unit, before = chain[i - 1], after = chain.find(({ start }) => start === scaled.end);
      add(value, scaled);
      if (before?.han) add(before.han + value, before, scaled);
      if (after?.han) add(value + after.han, unit, after);
    }
    const end = ordinal(chain, i);
    if (end) add(chain.slice(i, end + 1).map((one) => one.forms[0]).join(""), unit, chain[end]);
  });
  return all;
};

// The terms of a folded text.
export const terms = (folded) => groups(units(folded)).flatMap((chain) => chainTerms(chain));

// The words and numbers of a folded text in order, as a run of words asks for them.
export const words = (folded) => units(folded, true).flatMap(({ han, forms }) => han ? [] : forms);

// Equal atoms of a run, and equal runs, count once.
const once = (runs) => {
  const kept = new Map();
  for (const run of runs) {
    const atoms = new Map();
    run.words = run.atoms.map(({ term }) => term);
    for (const atom of run.atoms) if (!atoms.has(atom.term)) atoms.set(atom.term, atom);
    run.atoms = [...atoms.values()];
    const key = [...atoms.keys()].sort().join(" "), same = kept.get(key);
    if (same) same.isPhrase ||= run.isPhrase;
    else if (key) kept.set(key, run);
  }
  return [...kept.values()];
};

// The term of a title that is just this: its units, with one space where something sets them apart.
const named = (folded) => units(folded).reduce(([name, at], { start, end }) =>
  [(at < start ? name + " " : name) + folded.slice(start, end), end], [""])[0] + "=";

// The runs of a query; only those of chains have a text. `last` is the word of letters that may be typed on, `name` the
// term of titles that are just what was asked.
export const analyze = (query, simple) => {
  const runs = [], loose = { atoms: [] }, given = [...query].slice(0, 256).join("");
  let at = 0, last;
  const part = (text, isPhrase) => {
    const folded = fold(text, simple, true).text, own = isPhrase ? { atoms: [], isPhrase } : loose;
    for (const chain of groups(units(folded, true))) {
      const [first] = chain, { start } = first, { end } = chain.at(-1), text = folded.slice(start, end);
      const atoms = chainTerms(chain, true);
      if (first.han && !chain[1]) atoms.push({ term: text, weight: 1, isPrefix: true });
      if (first.han || chain[1]) runs.push({ text, atoms, isPhrase });
      else {
        if (!own.atoms.length) runs.push(own);
        for (const atom of atoms) own.atoms.push({ ...atom, word: text });
      }
    }
    last = /[a-z']+$/.exec(folded)?.[0];
  };
  for (const found of given.matchAll(/"([^"]*)"|“([^”]*)”/g)) {
    part(given.slice(at, found.index));
    part(found[1] ?? found[2], true);
    at = found.index + found[0].length;
  }
  part(given.slice(at));
  return { runs: once(runs), last, name: /["“]/.test(given) || !runs[0] ? "" : named(fold(given, simple).text) };
};
