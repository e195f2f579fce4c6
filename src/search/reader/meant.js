// Turns a query with misspelt English words into the one that was meant.
// Knows nothing of results; it is offered to the reader, never put in place of what was asked.

// How many letters must change, go, come or trade places.
const distance = (a, b) => {
  let above, row = [...b, 0].map((_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] !== b[j]),
      i && j && a[i] === b[j - 1] && a[i - 1] === b[j] ? above[j - 1] + 1 : 9));
    above = row;
    row = next;
  }
  return row[b.length];
};

// The known word that is nearest, of those the most frequent.
const nearest = (word, list) => {
  const most = word.length < 8 ? 1 : 2;
  const near = list.filter(([known]) => Math.abs(known.length - word.length) <= most)
    .map(([known, often]) => [known, distance(word, known), often]).filter(([, far]) => far <= most);
  return near.sort((a, b) => a[1] - b[1] || b[2] - a[2])[0]?.[0];
};

// The query with its unknown words put right, as far as `list` has words that are near.
export const meant = (query, unknown, list) =>
  unknown.reduce((text, word) => text.replace(word, nearest(word, list) ?? word), query.toLowerCase());
