// Starts real servers with the snippets of docs/deploy over a folder. Knows nothing of what is asked of them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratch } from "../browser/support.mjs";

const snippet = (name) => readFileSync(fileURLToPath(new URL(`../../docs/deploy/${name}`, import.meta.url)), "utf8");

/** Replaces what stands there exactly once. */
function put(text, old, fresh) {
  if (text.split(old).length !== 2) throw new Error(`${old} does not stand there once`);
  return text.replace(old, () => fresh);
}

const free = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

const stop = (file) => process.kill(Number(readFileSync(file, "utf8")), "SIGTERM");

/** nginx's module for brotli, where Debian has put it. */
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
export const hasBrotli = existsSync(BROTLI);

/** nginx; it listens when its first process has ended. */
export async function nginx(folder, { brotli }) {
  const [work, port] = [scratch(), await free()];
  let site = put(snippet("nginx.conf"), "listen 80; ", `listen 127.0.0.1:${port}; `);
  site = put(site, "root /srv/portal/output;", `root ${folder};`);
  if (brotli) site = put(site, "# brotli_static on;", "brotli_static on;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${work}/${kind};`);
  const main = [
    brotli ? `load_module ${BROTLI};` : "",
    process.getuid() === 0 ? "user root;" : "",
    `pid ${work}/pid; error_log ${work}/error.log; worker_processes 1; events {}`,
    `http { access_log off; ${temporary.join(" ")} include ${work}/portal.conf; }`,
  ];
  writeFileSync(join(work, "portal.conf"), site);
  writeFileSync(join(work, "nginx.conf"), main.join("\n"));
  execFileSync("/usr/sbin/nginx", ["-p", work, "-e", join(work, "error.log"), "-c", join(work, "nginx.conf")]);
  return { port, close: () => stop(join(work, "pid")) };
}

/** Caddy; `caddy start` ends when the server listens. */
export async function caddy(folder) {
  const [work, port] = [scratch(), await free()];
  let site = put(snippet("Caddyfile"), "portal.example {", `http://127.0.0.1:${port} {`);
  site = put(site, "root * /srv/portal/output", `root * ${folder}`);
  writeFileSync(join(work, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  mkdirSync(join(work, "home"));
  const env = { PATH: process.env.PATH, HOME: join(work, "home"), XDG_DATA_HOME: join(work, "home"), XDG_CONFIG_HOME: join(work, "home") };
  execFileSync("caddy", ["start", "--config", join(work, "Caddyfile"), "--adapter", "caddyfile", "--pidfile", join(work, "pid")], { env, stdio: "ignore" });
  return { port, close: () => stop(join(work, "pid")) };
}

/** One answer, as it travels: nothing is followed or unpacked. */
export const ask = (port, path, headers = {}, method = "GET") =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, method, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject).end();
  });
