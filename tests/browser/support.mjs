// Builds a portal, serves it as a careful host would, and opens it in headless Chromium.
// Knows nothing of what is tested.
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

process.setMaxListeners(0); // every scratch folder has one
const package_ = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Nothing but what the site itself brings may be loaded, and nothing inline may run. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".csv": "text/csv", ".svg": "image/svg+xml", ".xml": "application/xml", ".atom": "application/atom+xml",
  ".txt": "text/plain; charset=utf-8", ".zip": "application/zip",
};

/** A folder that is gone when the process ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a portal that is kept in one text, file by file under `-- path --` lines. */
export function unpack(text) {
  const root = scratch();
  for (const part of text.split(/^-- (?=\S+ --$)/m).slice(1)) {
    const [, path, body] = part.match(/^(\S+) --\n([^]*)$/);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), body);
  }
  return root;
}

/** A small invented portal. */
export const smallPortal = () => unpack(readFileSync(join(package_, "tests/browser/portal.txt"), "utf8"));

/** The portal on another subject, with a theme of its own. */
export const otherPortal = () => join(package_, "tests/climate");

/** The program with arguments, to be run: that of the variable DIPTYCH, else by cargo. */
export function program(args) {
  const cargo = ["run", "--quiet", "--locked", "--manifest-path", join(package_, "Cargo.toml"), "--"];
  return process.env.DIPTYCH ? [process.env.DIPTYCH, args] : ["cargo", [...cargo, ...args]];
}

/** Runs the program; gives what it prints. */
export const diptych = (...words) => execFileSync(...program(words), { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

/** Builds the portal of a folder, the package's own by default. */
export function build(root = package_) {
  const output = join(scratch(), "site");
  diptych("--root", root, "build", "--output", output);
  return output;
}

/** What a distant host sends before it waits for the first answer, and how long that takes. */
const FLIGHT = { bytes: 14_000, ms: 20 };

/** Sends a page as it comes from far away: in flights, between which the browser draws what it has. */
async function trickle(response, bytes) {
  for (let at = 0; at < bytes.length; at += FLIGHT.bytes) {
    response.write(bytes.subarray(at, at + FLIGHT.bytes));
    await new Promise((next) => setTimeout(next, FLIGHT.ms));
  }
  response.end();
}

/** Serves a folder with the policy, and what is missing with the portal's own page for it; `distant` in flights. The folder may be made later: then ask for it. */
export async function serve(folder, { distant = false } = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host/").pathname));
    const send = (status, file) => {
      const head = { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY };
      response.writeHead(status, head);
      distant && extname(file) === ".html" ? trickle(response, readFileSync(file)) : response.end(readFileSync(file));
    };
    const root = typeof folder === "function" ? folder() : folder;
    let file = join(root, path);
    try {
      if (statSync(file).isDirectory()) file = join(file, "index.html");
      send(200, file);
    } catch {
      const lang = path.match(/^\/(zh|en)\//)?.[1] ?? "";
      send(404, join(root, lang, "404.html"));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Opens Chromium: Debian's, or the one of the variable CHROMIUM. */
export const open = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** Gathers what a page must not do: errors, requests that fail or go elsewhere. */
export function watch(page, base) {
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(base) && faults.push(`elsewhere: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  return faults;
}
