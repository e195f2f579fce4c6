// Turns scripts that lie beside the pages of a folder into the bytes of an index: no browser lets a page of a folder fetch files.
// Knows nothing of what is in them.

import { inflate } from "./load.js";

const waiting = {};
globalThis.diptychSearch = (name, data) => waiting[name]?.(data);

// Each script is one call of `diptychSearch`.
export const loadScript = (base) => async (name) => {
  const data = await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting[name] = resolve;
    script.onerror = () => reject(Error("missing"));
    script.onload = () => { script.remove(); reject(Error("damaged")); };
    script.src = `${base}${name}.js`;
    document.head.append(script);
  });
  return name === "manifest" ? data : inflate(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]).stream());
};
