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
      const { reader, integrity } = box.dataset;
      const hint = Object.assign(document.createElement("link"), { rel: "modulepreload", href: reader, integrity });
      document.head.append(hint); // a module loaded by `import` alone could be any
      const { load, shards } = await import(new URL(reader, document.baseURI));
      await shards(load(`${root}search/`)).warm();
    };
    box.addEventListener("focusin", () => warm().catch(() => {}), { once: true }); // the search page says what is wrong
  }

  // The other language opens at the same place.
  for (const a of $("a[data-switch]"))
    a.addEventListener("click", () => { a.hash = location.hash || (scrollY > 300 && here ? "#" + here : ""); });
  document.addEventListener("keydown", (event) => {
    const a = document.querySelector("a[data-switch]");
    if (!a || !event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyL") return;
    event.preventDefault();
    a.click();
  });

  // Copying: by the browser's clipboard, where that is closed by the old command, else the text stands ready, selected.
  const say = (text) => {
    const el = document.querySelector(".say");
    if (!el) return;
    el.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (el.textContent = ""), 3000);
  };
  const offer = (text, button) => {
    const field = button.nextElementSibling?.tagName === "INPUT" ? button.nextElementSibling : document.createElement("input");
    field.readOnly = true;
    field.setAttribute("aria-label", words.copyFailed);
    field.value = text;
    button.after(field);
    field.select();
    if (document.execCommand("copy")) {
      field.remove();
      button.focus();
      return true;
    }
    field.focus();
    return false;
  };
  const copy = async (text, button) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = offer(text, button);
    }
    say(done ? words.copied : words.copyFailed);
  };

  // The citations of the page, with the place of one clause.
  const cite = (link) => {
    const tools = link.closest(".tools"), open = tools.nextElementSibling;
    if (open?.matches(".cite")) return open.remove();
    const list = document.querySelector("#cite .cite").cloneNode(true);
    for (const el of $("[data-in]", list)) el.textContent = el.dataset.joint + link.dataset[el.dataset.in];
    for (const el of $("[data-anchor]", list)) el.textContent = "#" + link.dataset.cite;
    tools.after(list);
    list.querySelector("button").focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cite]");
    if (link && document.querySelector("#cite .cite")) {
      event.preventDefault();
      cite(link);
    }
    const button = event.target.closest("button");
    if (!button) return;
    const { copy: hash } = button.dataset;
    if (hash) copy(location.href.replace(/#.*$/, "") + hash, button);
    if ("copyText" in button.dataset) copy(button.parentElement.querySelector(".quote").textContent.trim(), button);
    if ("print" in button.dataset) print();
    if (button.dataset.download) download(button);
  });

  // What stands beside the text on a wide screen, and on paper, is open.
  const open = (query, what) => {
    const wide = matchMedia(query);
    const set = () => $(what).forEach((d) => (d.open = wide.matches));
    wide.addEventListener("change", set);
    set();
  };
  open("(min-width: 48rem)", ".margin");
  open("(min-width: 68.75rem)", ".doc > .toc");
  addEventListener("beforeprint", () => $(".margin, .as-table").forEach((d) => (d.open = true)));

  // A figure or name lights up with its counterpart in the same clause of the other language; figures can be focused.
  for (const mark of $(".twin mark[data-m]")) if (!mark.closest("a") && !mark.querySelector("a")) mark.tabIndex = 0;
  const light = (event, on) => {
    const at = event.target.closest?.("[data-m]"), clause = at?.closest(".clause");
    if (clause) for (const el of $("[data-m]", clause)) if (el.dataset.m === at.dataset.m) el.classList.toggle("lit", on);
  };
  for (const [name, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]])
    document.addEventListener(name, (event) => light(event, on));

  // What the filters leave, as a file: the records of the data set whose rows are shown.
  const download = async (button) => {
    const shown = new Set($("[data-rows] tbody tr:not([hidden])").map((row) => row.dataset.id));
    const [head, ...records] = (await (await fetch(button.dataset.download)).text()).match(/(?:"(?:[^"]|"")*"|[^"\r\n])+\r?\n?/g);
    const kept = records.filter((record) => shown.has(record.slice(0, record.indexOf(","))));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", head, ...kept], { type: "text/csv" }));
    link.download = button.dataset.download.split("/").pop();
    link.click();
    URL.revokeObjectURL(link.href);
  };
  if (location.protocol === "file:") for (const button of $("[data-download]")) button.hidden = true;

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
