// A host that a journey can stop: the built site on a port of its own, and files that the journey puts over it.

import { execFileSync } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join } from "node:path";
import { files } from "./files.mjs";

const MIMES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css",
  ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
};

/** The folder of the built site. */
export const dist = dirname(process.env.SOI_FILE);

/** Serves the site below `prefix`. `over` has files by name, as bytes, in place of the folder's or beside them. */
export async function host(prefix = "/") {
  const over = new Map();
  const asked = [];
  let stopped = false;
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const name = path.slice(prefix.length) || "index.html";
    asked.push(name);
    if (stopped) return request.socket.destroy();
    const file = join(dist, basename(name));
    const there = path.startsWith(prefix) && (over.has(name) || existsSync(file));
    answer.writeHead(there ? 200 : 404, { "Content-Type": MIMES[extname(name)] ?? "application/octet-stream", "Cache-Control": "no-cache" });
    if (!there) answer.end();
    else if (over.has(name)) answer.end(over.get(name));
    else createReadStream(file).pipe(answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    over, asked,
    stop() { stopped = true; server.closeAllConnections(); },
    start() { stopped = false; },
    close() { server.closeAllConnections(); server.close(); },
  };
}

/** Serves what `soi build` makes of files, `[name, content]` each: the first is read, the others lie beside it. */
export async function hostOwn(named) {
  const [report] = await files(named);
  const site = join(dirname(report), "site");
  execFileSync(process.env.SOI_CLI, ["build", report, "-o", site, "--app", dist]);
  const server = await host();
  for (const name of await readdir(site)) server.over.set(name, await readFile(join(site, name)));
  return server;
}
