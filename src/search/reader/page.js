// Turns what the reader types on the search page into a list of results, facets and messages.
// Knows nothing of how results are found. All words stand in the page; texts become text nodes.

import { meant } from "./meant.js";

const FACETS = ["plan", "body", "topic", "kind", "year"];
const WIDTH = { zh: 90, en: 220 };

const part = (name, root = document) => root.querySelector(`[data-${name}]`);

// Ranges in order, those that touch made one.
const joined = (ranges) => ranges.sort(([a], [b]) => a - b).reduce((all, [start, end]) => {
  const last = all.at(-1);
  if (last?.[1] >= start) last[1] = Math.max(last[1], end);
  else all.push([start, end]);
  return all;
}, []);

// Where a window of some width shows the most of what was asked for.
const richest = (found, from, width) => {
  let start = 0, most = 0;
  for (const { start: at } of found) {
    const near = found.filter((one) => one.start >= at && one.start < at + width);
    const n = new Set(near.map(({ term }) => term)).size;
    if (n > most) most = n, start = from[at];
  }
  return start;
};

// A window of a text begins with a word or a clause, so some of what stands before is shown too.
const opening = (text, start, width) => {
  const before = Math.max(0, start - width / 3), cut = text.slice(before, start).search(/[\s，。；：]/);
  return before > 0 ? before + cut + 1 : 0;
};

// It ends with a whole word, too.
const closing = (text, end) => /\w/.test(text[end] ?? "") ? text.slice(0, end).search(/\s*\w*$/) : end;

// Fills a node with a text, or the part of it that shows most of what was asked for, with marks.
const show = (node, text, { runs, simple }, { fold, terms }, width = Infinity) => {
  const atoms = runs.flatMap((run) => run.atoms), { text: folded, from } = fold(text, simple);
  const isAsked = (term) => atoms.some((atom) => atom.isPrefix ? term.startsWith(atom.term) : term === atom.term);
  const found = terms(folded).filter(({ term }) => isAsked(term));
  const isLong = text.length > width * 1.5;
  let at = isLong ? opening(text, Math.min(richest(found, from, width), text.length - width), width) : 0;
  const end = isLong ? closing(text, Math.min(text.length, Math.round(at + width * 1.3))) : text.length;
  node.replaceChildren(at ? "…" : "");
  const behind = (last) => from[last] + (text.codePointAt(from[last]) > 0xffff ? 2 : 1);
  for (const [a, b] of joined(found.map((one) => [from[one.start], behind(one.end - 1)]))) if (a >= at && b <= end) {
    const mark = document.createElement("mark");
    mark.append(text.slice(a, b));
    node.append(text.slice(at, a), mark);
    at = b;
  }
  node.append(text.slice(at, end), end < text.length ? "…" : "");
};

class SearchPage {
  constructor(form, root) {
    Object.assign(this, { form, root, lang: document.documentElement.lang.slice(0, 2), turn: 0, title: document.title });
    for (const name of ["results", "status", "narrow", "browse", "more", "fault", "why", "mean", "better", "switch"]) this[name] = part(name);
    this.words = this.status.dataset;
    this.kinds = Object.fromEntries([...form.kind.options].map((option) => [option.value, option.text]));
    this.listen();
    this.read();
  }

  listen() {
    const { form, form: { q }, narrow } = this;
    let timer;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.ask("pushState");
    });
    q.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(() => this.ask("replaceState"), 120);
    });
    q.addEventListener("compositionend", () => this.ask("replaceState"));
    narrow.addEventListener("change", ({ target }) => {
      this.chosen[target.name] = target.value;
      this.ask("pushState");
    });
    narrow.addEventListener("toggle", () => narrow.open && form.plan.length < 2 && this.search());
    part("retry").addEventListener("click", () => this.search(true));
    document.addEventListener("keydown", (event) => this.step(event));
    addEventListener("popstate", () => this.read());
  }

  // Arrows go through the results, Escape goes back to the box.
  step(event) {
    const stops = [this.form.q, ...this.results.querySelectorAll("[data-title]")], at = stops.indexOf(document.activeElement);
    const to = event.key === "Escape" ? stops[0] : stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (at < 0 || !to || !at && to === stops[0]) return;
    event.preventDefault();
    to.focus();
  }

  // What the address asks for.
  read() {
    const given = new URLSearchParams(location.search);
    this.form.q.value = given.get("q") ?? "";
    this.chosen = Object.fromEntries(FACETS.map((name) => [name, given.get(name) ?? ""]));
    this.search();
  }

  // Puts the question into the address and answers it.
  ask(how) {
    const asked = Object.entries({ q: this.form.q.value, ...this.chosen }).filter(([, value]) => value);
    try {
      history[how](null, "", location.pathname + (asked.length ? `?${new URLSearchParams(asked)}` : ""));
    } catch {} // a file cannot carry a query
    this.search();
  }

  // A newer question makes every answer to an older one silent.
  async search(isFresh) {
    if (this.switch) this.switch.search = location.search; // the other language answers the same question
    const turn = ++this.turn, query = this.form.q.value.trim(), isStale = () => turn !== this.turn;
    document.title = query ? `${query} · ${this.title}` : this.title;
    this.fault.hidden = this.mean.hidden = true;
    try {
      await this.answer(query, isFresh, isStale);
    } catch (error) {
      if (isStale()) return;
      // Once more with a fresh manifest: the site may have been built anew since this page was opened.
      if (!isFresh) return this.search(true);
      this.say("");
      this.results.replaceChildren();
      this.browse.hidden = this.fault.hidden = false;
      this.more.hidden = this.narrow.hidden = true;
      this.why.textContent = this.words[location.protocol === "file:" && !this.index ? "file" : error.message] ?? this.words.damaged;
    }
  }

  async answer(query, isFresh, isStale) {
    this.reader ??= globalThis.diptychReader ?? await import(new URL(this.form.dataset.reader, document.baseURI));
    this.index ??= this.reader.shards(this.reader.load(`${this.root}search/`));
    await (isFresh ? this.index.open(true) : this.index.open());
    const withFacets = this.narrow.open || FACETS.some((name) => this.chosen[name]);
    const result = await this.reader.find(this.index, query, this.lang, this.chosen, withFacets);
    const rows = await result.ten();
    if (isStale()) return;
    const n = result.hits.length;
    if (withFacets) this.fill(result.facets);
    this.narrow.hidden = !query || !n && !withFacets;
    this.narrow.open = withFacets;
    this.browse.hidden = n;
    this.results.replaceChildren();
    this.say(query && this.words[n > 1 ? result.isMost ? "most" : "many" : n ? "one" : "none"].replace("{n}", n));
    this.list(rows, result, isStale);
    if (!result.unknown.length) return;
    const better = meant(query, result.unknown, await this.index.words());
    if (isStale() || better === query.toLowerCase()) return;
    this.mean.hidden = false;
    this.better.textContent = better;
    this.better.href = `?q=${encodeURIComponent(better)}`;
  }

  say(text) {
    this.status.textContent = text;
  }

  list(rows, result, isStale) {
    this.results.append(...rows.map((row) => this.item(row, result)));
    this.more.hidden = !result.hasMore();
    this.more.onclick = async () => {
      const next = await result.ten().catch(() => this.search(true));
      if (!next || isStale()) return;
      const first = this.results.children.length;
      this.list(next, result, isStale);
      part("title", this.results.children[first] ?? this.results)?.focus();
    };
  }

  item({ doc, entries }, result) {
    const [url, title, path, text, own] = entries[this.lang], other = this.lang === "zh" ? "en" : "zh";
    const node = part("result").content.firstElementChild.cloneNode(true), link = part("title", node), twin = part("twin", node);
    part("kind", node).textContent = this.kinds[result.kind(doc)];
    part("path", node).textContent = path.join(" › ");
    link.href = /^https?:/.test(url) ? url : this.root + url; // a plan may have its pages on another portal
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    if (own) link.parentNode.lang = part("text", node).lang = own;
    show(link, title, result, this.reader);
    show(part("text", node), text, result, this.reader, WIDTH[own ?? this.lang]);
    twin.addEventListener("toggle", async () => {
      const [, heading, , words] = entries[other] ?? await this.index.entry(doc, other);
      show(part("heading", twin), heading, result, this.reader);
      show(part("other", twin), words, result, this.reader, 2 * WIDTH[other]);
    }, { once: true });
    return node;
  }

  // The values that would leave something, with how much.
  fill(facets) {
    for (const name of FACETS) {
      const select = this.form[name], chosen = this.chosen[name];
      select.length = 1;
      for (const { id, name: label, count } of facets[name].sort((a, b) => b.count - a.count))
        if (count || id === chosen) select.append(new Option(`${label ?? this.kinds[id]} (${count})`, id, false, id === chosen));
    }
  }
}

const form = part("search");
if (form) new SearchPage(form, new URL("../", document.currentScript.src).href);
