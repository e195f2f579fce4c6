// Serves a built site as a strict host would, for Chromium; faults can be put between.
// Knows nothing of what is tested.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", bin: "application/octet-stream" };

// No eval, no inline script, no WebAssembly, nothing from elsewhere.
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

export const serve = async (site) => {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://site").pathname;
    try {
      const body = await readFile(site + decodeURIComponent(path) + (path.endsWith("/") ? "index.html" : ""));
      response.writeHead(200, {
        "content-type": TYPES[path.endsWith("/") ? "html" : path.split(".").pop()] ?? "application/octet-stream",
        "content-security-policy": POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// A page whose faults are collected: errors of scripts and breaches of the policy.
export const page = async (context) => {
  const one = await context.newPage();
  one.faults = [];
  one.on("pageerror", (error) => one.faults.push(String(error)));
  one.on("console", (message) => message.type() === "error" && !/Failed to load resource/.test(message.text()) && one.faults.push(message.text()));
  return one;
};
