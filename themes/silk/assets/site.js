// Small helps for the reader. Every page works without them.
(() => {
  "use strict";
  const $ = (s, root = document) => [...root.querySelectorAll(s)];
  const words = document.body.dataset;

  // From a folder or a USB stick nobody serves index.html: name it.
  if (location.protocol === "file:") {
    for (const a of document.links) if (a.protocol === "file:" && a.pathname.endsWith("/")) a.pathname += "index.html";
    for (const form of document.forms) if (form.action.endsWith("/")) form.action += "index.html";
  }

  // Contents follow the reading.
  let here = "";
  const toc = document.querySelector(".doc > .toc");
  const entries = new Map(toc ? $("a[href^='#']", toc).map((a) => [a.hash.slice(1), a]) : []);
  if (entries.size) {
    const seen = new Set();
    const order = [...entries.keys()];
    const show = () => {
      const id = order.findLast((k) => seen.has(k)) || here;
      if (id === here) return;
      entries.get(here)?.removeAttribute("aria-current");
      here = id;
      const a = entries.get(id);
      a.setAttribute("aria-current", "true");
      const box = toc.getBoundingClientRect(), at = a.getBoundingClientRect();
      if (toc.scrollHeight > toc.clientHeight && (at.top < box.top || at.bottom > box.bottom))
        toc.scrollTop += at.top - box.top - box.height / 3;
    };
    const eye = new IntersectionObserver((list) => {
      for (const e of list) e.isIntersecting ? seen.add(e.target.id) : seen.delete(e.target.id);
      show();
    }, { rootMargin: "-12% 0px -64% 0px" });
    for (const id of order) {
      const el = document.getElementById(id);
      if (el) eye.observe(el);
    }
  }

  // While the reader types, what the first query will need is on its way.
  for (const box of $(".find[data-reader]")) {
    const root = new URL("../", document.currentScript.src);
    const warm = async () => {
      const { load, shards } = await import(new URL(box.dataset.reader, document.baseURI));
      await shards(load(`${root}search/`)).warm();
    };
    box.addEventListener("focusin", () => warm().catch(() => {}), { once: true }); // the search page says what is wrong
  }

  // The other language opens at the same place.
  for (const a of $("a[data-switch]"))
    a.addEventListener("click", () => { a.hash = location.hash || (scrollY > 300 && here ? "#" + here : ""); });

  // Copying: with permission at once, without it the text stands ready, selected.
  const say = (text) => {
    const el = document.querySelector(".say");
    if (!el) return;
    el.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (el.textContent = ""), 3000);
  };
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      let field = button.nextElementSibling;
      if (field?.tagName !== "INPUT") {
        field = document.createElement("input");
        field.readOnly = true;
        field.setAttribute("aria-label", words.copyFailed);
        button.after(field);
      }
      field.value = text;
      field.focus();
      field.select();
      say(words.copyFailed);
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { copy: hash, copyText: id } = button.dataset;
    if (hash) copy(location.href.replace(/#.*$/, "") + hash, button);
    if (id) copy(document.getElementById(id).textContent.trim(), button);
    if ("print" in button.dataset) print();
  });

  // Browsers that cannot open <details> by style sheet.
  if (!CSS.supports("selector(::details-content)")) {
    const open = (query, what) => {
      const wide = matchMedia(query);
      const set = () => $(what).forEach((d) => (d.open = wide.matches));
      wide.addEventListener("change", set);
      set();
    };
    open("(min-width: 48rem)", ".margin");
    open("(min-width: 68.75rem)", ".doc > .toc");
    addEventListener("beforeprint", () => $(".margin").forEach((d) => (d.open = true)));
  }

  // A figure or name lights up with its counterpart in the other language.
  const light = (event, on) => {
    const key = event.target.closest?.("[data-m]")?.dataset.m;
    if (key) for (const el of $("[data-m]")) if (el.dataset.m === key) el.classList.toggle("lit", on);
  };
  for (const [name, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]])
    document.addEventListener(name, (event) => light(event, on));

  // Filters: kept in the address, counted.
  for (const form of $("form[data-filter]")) {
    const rows = $("[data-rows] tbody tr");
    const out = form.querySelector("output");
    const apply = (write) => {
      const wanted = [...new FormData(form)].filter(([, value]) => value);
      let shown = 0;
      for (const row of rows) {
        const keys = (row.dataset.keys || "").split(" ");
        row.hidden = !wanted.every(([, value]) => keys.includes(value));
        shown += !row.hidden;
      }
      out.textContent = !wanted.length ? "" : out.dataset.of.replace("{shown}", shown).replace("{total}", rows.length);
      if (write)
        try {
          const query = new URLSearchParams(wanted.map(([k, v]) => [k, v.slice(v.indexOf(":") + 1)]));
          history.replaceState(null, "", location.pathname + (wanted.length ? "?" + query : "") + location.hash);
        } catch {} // a file cannot carry a query
    };
    for (const [key, value] of new URLSearchParams(location.search))
      if (form.elements[key]) form.elements[key].value = key + ":" + value;
    form.addEventListener("input", () => apply(true));
    form.addEventListener("reset", () => setTimeout(apply, 0, true));
    apply(false);
  }
})();
