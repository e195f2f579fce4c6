// Asks real servers that run with the snippets of docs/deploy for everything that a build published.
// Knows nothing of how pages come about.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { build, smallPortal } from "../browser/support.mjs";
import { ask, caddy, hasBrotli, nginx } from "./servers.mjs";

const FOREVER = "public, max-age=31536000, immutable";
const HTML = "text/html; charset=utf-8";
const TYPES = {
  html: [HTML], css: ["text/css; charset=utf-8"], js: ["text/javascript; charset=utf-8"], txt: ["text/plain; charset=utf-8"],
  json: ["application/json; charset=utf-8"], csv: ["text/csv; charset=utf-8"], xml: ["text/xml; charset=utf-8"],
  atom: ["application/atom+xml; charset=utf-8"], svg: ["image/svg+xml; charset=utf-8"], zip: ["application/zip"], png: ["image/png"],
  bib: ["text/x-bibtex; charset=utf-8"], ris: ["application/x-research-info-systems; charset=utf-8"],
  jsonld: ["application/ld+json; charset=utf-8"], bin: ["application/octet-stream"],
};
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

let folder, files, headers;
before(() => {
  folder = build(smallPortal());
  files = Object.keys(JSON.parse(readFileSync(join(folder, ".diptych.json"), "utf8")).files);
  // What `_headers` says to hosts that read it, a server must say too.
  const [, all] = readFileSync(join(folder, "_headers"), "utf8").match(/^\/\*\n((?: {2}.*\n)+)/);
  headers = all.trim().split("\n").map((line) => line.trim().split(/: (.*)/).slice(0, 2));
});

const address = (file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
const published = () => files.filter((file) => !/\.(br|gz)$/.test(file) && file !== "_headers");

const SERVERS = [
  { name: "nginx", start: () => nginx(folder, { brotli: false }), codings: ["gzip"], https: false },
  ...(hasBrotli ? [{ name: "nginx with brotli", start: () => nginx(folder, { brotli: true }), codings: ["br", "gzip"], https: false }] : []),
  { name: "Caddy", start: () => caddy(folder), codings: ["br", "gzip"], https: true },
];

for (const { name, start, codings, https } of SERVERS)
  test(name, async (t) => {
    const server = await start();
    t.after(() => server.close());
    const get = (path, head, method) => ask(server.port, path, head, method);
    const secure = ({ headers: said }, path) => {
      for (const [header, value] of headers)
        if (https || header !== "Strict-Transport-Security") assert.equal(said[header.toLowerCase()], value, `${path} ${header}`);
      assert.doesNotMatch(said.server ?? "", /\d/, "the server's version is nobody's business");
    };

    await t.test("every file is there, as it was published, under its type", async () => {
      assert.ok(published().length > 100);
      for (const file of published()) {
        const answer = await get(address(file));
        assert.equal(answer.status, 200, file);
        assert.ok(answer.body.equals(readFileSync(join(folder, file))), file);
        assert.ok(TYPES[file.split(".").at(-1)]?.includes(answer.headers["content-type"]), `${file}: ${answer.headers["content-type"]}`);
        assert.equal(answer.headers["content-encoding"], undefined, file);
        secure(answer, file);
      }
    });

    await t.test("texts travel compressed, as the copies that were published", async () => {
      const texts = published().filter((file) => files.includes(`${file}.gz`));
      assert.ok(texts.length > 50);
      for (const file of texts)
        for (const accept of ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8"]) {
          const answer = await get(address(file), { "accept-encoding": accept });
          const coding = accept.includes("br") && codings.includes("br") && files.includes(`${file}.br`) ? "br" : "gzip";
          assert.equal(answer.headers["content-encoding"], coding, `${file} for ${accept}`);
          assert.equal(answer.body.length, statSync(join(folder, `${file}.${coding === "br" ? "br" : "gz"}`)).size, file);
          assert.ok(UNPACK[coding](answer.body).equals(readFileSync(join(folder, file))), file);
          assert.match(answer.headers.vary ?? "", /Accept-Encoding/, file);
          assert.ok(TYPES[file.split(".").at(-1)].includes(answer.headers["content-type"]), `${file}: ${answer.headers["content-type"]}`);
          secure(answer, file);
        }
    });

    await t.test("what never changes is kept, all else is asked for again and not sent twice", async () => {
      const lasting = published().filter((file) => /^(assets\/.+\.[0-9a-f]{12}\.|search\/\w\/[0-9a-f]{12}\.bin$)/.test(file));
      assert.ok(lasting.length > 10);
      for (const file of published()) {
        const answer = await get(address(file), {}, "HEAD");
        assert.equal(answer.headers["cache-control"], lasting.includes(file) ? FOREVER : "no-cache", file);
        assert.ok(answer.headers.etag, file);
      }
      const page = await get("/zh/plans/");
      const again = await get("/zh/plans/", { "if-none-match": page.headers.etag });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      const gone = await get("/assets/site.000000000000.css");
      assert.deepEqual([gone.status, gone.headers["cache-control"]], [404, "no-cache"], "what is missing may come");
    });

    await t.test("/ leads to the reader's language, or asks", async () => {
      const cases = [
        ["zh-CN,zh;q=0.9,en;q=0.8", "/zh/"], ["en-GB,en;q=0.9", "/en/"], ["zh-Hant-TW", "/zh/"], ["fr, en;q=0.7, zh;q=0.3", "/en/"],
        ["fr", undefined], ["*", undefined], ["enm, zhx", undefined], [undefined, undefined],
      ];
      for (const [accept, location] of cases) {
        const answer = await get("/", accept && { "accept-language": accept });
        assert.deepEqual([answer.status, answer.headers.location], [location ? 302 : 200, location], accept);
        assert.match(answer.headers.vary, /Accept-Language/, accept);
        assert.notEqual(answer.headers["cache-control"], FOREVER);
        secure(answer, "/");
      }
      assert.ok((await get("/")).body.equals(readFileSync(join(folder, "index.html"))));
    });

    await t.test("what is missing is said in the language of its address, however deep", async () => {
      const cases = [
        ["/zh/none/", "zh/404.html"], ["/zh/plans/a/b/c/d", "zh/404.html"], ["/en/none", "en/404.html"], ["/en/plans/x/y/", "en/404.html"],
        ["/none", "404.html"], ["/a/b/c", "404.html"], ["/zhx/", "404.html"], ["/assets/", "404.html"], ["/.diptych.json", "404.html"],
        ["/data/.none", "404.html"], ["/en/none.json", "en/404.html"],
      ];
      for (const [path, file] of cases) {
        const answer = await get(path);
        assert.equal(answer.status, 404, path);
        assert.ok(answer.body.equals(readFileSync(join(folder, file))), `${path} is answered by ${file}`);
        assert.equal(answer.headers["content-type"], HTML, path);
        secure(answer, path);
      }
      for (const path of ["/../../etc/passwd", "/zh/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd"]) {
        const answer = await get(path);
        assert.ok([400, 404].includes(answer.status), `${path}: ${answer.status}`);
      }
    });

    await t.test("open data may be asked for from everywhere, pages may not", async () => {
      assert.equal((await get("/data/index.json")).headers["access-control-allow-origin"], "*");
      assert.equal((await get("/zh/")).headers["access-control-allow-origin"], undefined);
      const folder = await get("/zh/plans");
      assert.ok([301, 302, 308].includes(folder.status));
      assert.equal(new URL(folder.headers.location, "http://portal.example/zh/").pathname, "/zh/plans/");
      assert.notEqual((await get("/zh/", {}, "POST")).status, 200);
    });
  });
