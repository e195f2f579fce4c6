// Turns an English word into its stem: Snowball's English stemmer, rule for rule as the index has it.
// Knows nothing of Chinese and of numbers; the analyzer gives it lower-case letters, with apostrophes only inside.

// `from:to` pairs; what stands alone stays as it is.
const pairs = (text) => text.split(" ").map((pair) => pair.split(":"));

const FIXED = new Map(pairs("skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl " +
  "andes atlas bias cosmos howe news sky"));

// The leftmost match of a pattern that is bound to the end is the longest ending; brackets say what must stand before it.
const endings = (text) => {
  const all = pairs(text);
  return [RegExp(`(?:${all.map(([from]) => from).join("|")})$`), new Map(all.map(([from, to]) => [from.replace(/.*\)/, ""), to]))];
};
const STEP2 = endings(
  "ational:ate tional:tion enci:ence anci:ance abli:able entli:ent ization:ize izer:ize ation:ate ator:ate " +
  "alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble " +
  "ogist:og (?<=l)ogi:og fulli:ful lessli:less (?<=[cdeghkmnrt])li");
const STEP3 = endings("ational:ate tional:tion alize:al icate:ic iciti:ic ical:ic ful ness ative");
const STEP4 = endings("ement ment ent ance ence able ible ant ism ate iti ous ive ize al er ic (?<=[st])ion");

const V = "[aeiouy]", C = "[^aeiouy]"; // a Y in capitals is a consonant
const REGION = RegExp(`^${C}*${V}+${C}`);
const REGION1 = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const SHORT = RegExp(`${C}${V}[^aeiouywxY]$|^${V}${C}$|past$`);
const HAS_VOWEL = RegExp(V);

// Where a region begins behind a pattern: at the end of the word where there is none.
const past = (pattern, word) => pattern.exec(word)?.[0].length ?? word.length;

const plural = (given) => {
  const word = given.replace(/'s$/, "");
  if (/sses$/.test(word)) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return RegExp(`${V}.+s$`).test(word) && !/[us]s$/.test(word) ? word.slice(0, -1) : word;
};

const participle = (word, p1) => {
  const [ending] = /(?:eed|ing|ed)(?:ly)?$/.exec(word) ?? [];
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  if (ending[1] === "e") return stem.length < p1 || /^(?:succ|proc|exc)$/.test(stem) ? word : stem + "ee";
  if (ending === "ing") {
    if (RegExp(`^${C}y$`).test(stem)) return stem[0] + "ie";
    if (/^(?:inn|out|cann|herr|earr|even)$/.test(stem)) return word;
  }
  if (!HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return stem + "e";
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1);
  return stem.length === p1 && SHORT.test(stem) ? stem + "e" : stem;
};

const swap = (word, [pattern, forms], from) => {
  const found = pattern.exec(word);
  return found?.index >= from ? word.slice(0, found.index) + (forms.get(found[0]) ?? "") : word;
};

export const stem = (given) => {
  if (FIXED.has(given)) return FIXED.get(given) ?? given;
  if (given.length < 3) return given;
  let word = given.replace(RegExp(`(^|${V})y`, "g"), "$1Y");
  const p1 = past(REGION1.test(word) ? REGION1 : REGION, word);
  const p2 = p1 + past(REGION, word.slice(p1));
  word = participle(plural(word), p1).replace(RegExp(`(?<=.${C})[yY]$`), "i");
  word = swap(word, STEP2, p1);
  word = swap(word, STEP3, /ative$/.test(word) ? p2 : p1);
  word = swap(word, STEP4, p2);
  const end = word.length - 1;
  if (/e$/.test(word) ? end >= p2 || end >= p1 && !SHORT.test(word.slice(0, -1)) : end >= p2 && /ll$/.test(word))
    word = word.slice(0, -1);
  return word.replaceAll("Y", "y");
};
