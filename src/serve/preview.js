// Turns word of a change into a reload, and faults into a sheet over the page. Knows nothing of the page.
(() => {
  const { token, snapshot } = document.currentScript.dataset;
  let sheet;

  async function listen(since) {
    let news;
    try {
      const answer = await fetch(`/.diptych/changes?since=${since}`, { headers: { "Diptych-Token": token } });
      // Another run has another token: its pages hold it.
      if (answer.status === 403) return location.reload();
      news = await answer.json();
    } catch {
      // The preview was ended; it may be started again.
      return setTimeout(listen, 1000, 0);
    }
    if (String(news.snapshot) !== snapshot) return location.reload();
    show(news.faults);
    listen(news.version);
  }

  function show({ title, close, blocks }) {
    sheet?.remove();
    sheet = undefined;
    if (blocks.length === 0) return;
    sheet = make("aside", { id: "diptych-faults", role: "alert" });
    const button = make("button", { type: "button" }, close);
    button.addEventListener("click", () => sheet.remove());
    sheet.append(make("strong", {}, title), button, ...blocks.map((block) => make("pre", {}, block)));
    document.body.append(sheet);
  }

  // Words only ever become text: a fault may quote anything.
  function make(name, attributes, words = "") {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = words;
    return element;
  }

  document.head.append(make("link", { rel: "stylesheet", href: "/.diptych/preview.css" }));
  listen(0);
})();
