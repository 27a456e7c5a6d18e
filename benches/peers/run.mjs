// `cargo xtask bench peers` starts this: every engine over the first N articles of a corpus, in one run on one machine.
// Engines of the web run in Chromium, each in a browser of its own; `benches/native` runs tantivy, and Soi beside it.

import { spawn, spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import { extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { KEYSTROKES, QUERIES, scan } from "./queries.mjs";

const here = import.meta.dirname;
const { SOI_CORPUS: corpus, SOI_WORK: work, SOI_NATIVE: native, SOI_PAGE: page, SOI_BROWSER_PROGRAM: chromium } = process.env;
const sizes = (process.env.SOI_SIZES || "1000,10000,35356").split(",").map(Number);
const only = process.env.SOI_ENGINES?.split(",");
const puppeteer = createRequire(join(here, "../../tests/package.json"))("puppeteer-core");

/** brotli -q 11 works through about half a megabyte a second: larger indexes are compressed with -q 9. */
const SLOW_BROTLI_MAX = 45e6;
const QUERY_MINUTES = 12;
const TICK_MS = 20;
const CLOCK = 100;
const MB = 1e6;

const say = (text) => console.log(`    ${text}`);
const proc = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
};
/** Seconds of processor that a process and its ended children have used. */
const cpu = (pid) => {
  const fields = proc(pid, "stat").split(") ").pop().split(" ");
  return fields.length > 14 ? (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / CLOCK : 0;
};
const kb = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) * 1024;
const anonymous = (pid) => kb(proc(pid, "status"), "RssAnon");
const highest = (pid) => kb(proc(pid, "status"), "VmHWM");
/** Bytes that are this process's alone. */
const own = (pid) => {
  const text = proc(pid, "smaps_rollup");
  return kb(text, "Private_Clean") + kb(text, "Private_Dirty");
};

/** Runs a program to its end; seconds of processor and the most memory it had, both as last seen before it ended. */
function run(program, args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
    const seen = { cpu: 0, peak: 0 };
    const look = setInterval(() => {
      seen.cpu = Math.max(seen.cpu, cpu(child.pid));
      seen.peak = Math.max(seen.peak, highest(child.pid));
    }, TICK_MS);
    child.on("error", fail);
    child.on("exit", (code) => {
      clearInterval(look);
      code === 0 ? done(seen) : fail(new Error(`${program} ${args.join(" ")}: ${code}`));
    });
  });
}

function brotli(file) {
  const quality = statSync(file).size > SLOW_BROTLI_MAX ? "9" : "11";
  const out = spawnSync("brotli", ["-q", quality, "--large_window=24", "--stdout", file], { maxBuffer: 2 ** 31, stdio: ["ignore", "pipe", "inherit"] });
  return { bytes: out.stdout.length, quality };
}

const folderSize = (folder, fits = () => true) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits(join(entry.parentPath, entry.name)))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

async function firstLines(count, file) {
  const zstd = spawn("zstd", ["-dcq", corpus], { stdio: ["ignore", "pipe", "ignore"] });
  const input = corpus.endsWith(".zst") ? zstd.stdout : createReadStream(corpus);
  const out = createWriteStream(file);
  const docs = [];
  for await (const line of createInterface({ input })) {
    docs.push(JSON.parse(line));
    out.write(`${line}\n`);
    if (docs.length === count) break;
  }
  zstd.kill();
  await new Promise((done) => out.end(done));
  return docs;
}

const TYPES = { ".html": "text/html", ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/** Serves this folder, the npm packages, the built wasm, Pagefind's site and the corpus; takes an index that is sent. */
function serve(folder) {
  const roots = { soi: page, site: join(folder, "site") };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(request.url.split("?")[0]));
    if (request.method === "POST") {
      request.pipe(createWriteStream(join(folder, "sent"))).on("finish", () => response.end());
      return;
    }
    // Isolated, so that the clock is exact to 5 µs.
    const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
    if (path === "/" || path === "/blank") {
      response.writeHead(200, { ...headers, "Content-Type": "text/html" });
      response.end(path === "/" ? '<!doctype html><meta charset="utf-8"><script type="module" src="/page.mjs"></script>' : "<!doctype html>");
      return;
    }
    const [, first, ...rest] = path.split("/");
    const file = roots[first] ? join(roots[first], ...rest) : existsSync(join(folder, first)) && first.startsWith("corpus") ? join(folder, first) : join(here, path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Length": statSync(file).size });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() })));
}

const within = (promise, minutes, what) =>
  Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error(`${what}: over ${minutes} min`)), minutes * 60_000).unref())]);

async function inBrowser(module, url, folder) {
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    protocolTimeout: 3_600_000,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--js-flags=--expose-gc --max-old-space-size=8192"],
  });
  const told = { name: module };
  let watch;
  try {
    const tab = await browser.newPage();
    tab.on("pageerror", (error) => say(`${module}: ${error.message}`));
    await tab.goto(`${url}/`, { waitUntil: "load" });
    await tab.waitForFunction("globalThis.measure !== undefined");
    const session = await browser.target().createCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    // The tab's process is the one that works while the tab does; there may be a spare one.
    await new Promise((wake) => setTimeout(wake, 1500));
    const renderers = processInfo.filter((info) => info.type === "renderer").map(({ id }) => ({ id, used: cpu(id) }));
    await tab.evaluate("for (const from = performance.now(); performance.now() - from < 1500;);");
    const pid = renderers.sort((a, b) => cpu(b.id) - b.used - (cpu(a.id) - a.used))[0].id;
    await tab.evaluate("collect()");
    const blank = own(pid);
    const built = readFileSync(join(here, "engines", `${module}.mjs`), "utf8").includes("export const built");
    if (!built) await tab.evaluate("loadTexts('/corpus.jsonl')");
    await tab.evaluate("collect()");
    const before = { own: own(pid), cpu: cpu(pid), anonymous: anonymous(pid) };
    let peak = 0;
    watch = setInterval(() => { peak = Math.max(peak, anonymous(pid)); }, TICK_MS * 2);
    told.openSeconds = (await within(tab.evaluate(`buildEngine('/engines/${module}.mjs')`), QUERY_MINUTES, "build")) / 1e3;
    told.build = { cpu: cpu(pid) - before.cpu, peak: peak - before.anonymous };
    clearInterval(watch);
    await tab.evaluate("collect()");
    told.memory = own(pid) - before.own;
    told.blank = blank;
    told.wasm = await tab.evaluate("globalThis.wasmMemory?.() ?? 0");
    Object.assign(told, await within(tab.evaluate("measure(asked)".replace("asked", JSON.stringify({ queries: QUERIES, keystrokes: KEYSTROKES }))), QUERY_MINUTES, "queries"));
    told.memoryAfter = own(pid) - before.own;
    if (!built) {
      await within(tab.evaluate("sendIndex('/index')"), QUERY_MINUTES, "index");
      const sent = join(folder, "sent");
      told.index = { bytes: statSync(sent).size, brotli: brotli(sent) };
      rmSync(sent);
    }
  } catch (error) {
    told.failed = String(error.message).split("\n")[0];
    say(`${module}: ${told.failed}`);
  } finally {
    clearInterval(watch);
    await browser.close().catch(() => {});
  }
  return told;
}

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

/** A site of one page per article, as Pagefind takes it, and its index. */
async function pagefind(docs, folder, url) {
  const site = join(folder, "site");
  mkdirSync(site, { recursive: true });
  for (const doc of docs) {
    const paragraphs = doc.body.split("\n").map((line) => `<p>${escaped(line)}</p>`).join("");
    writeFileSync(join(site, `${doc.id}.html`), `<!doctype html><html lang="vi"><title>${escaped(doc.title)}</title><body><main data-pagefind-body><h1>${escaped(doc.title)}</h1>${paragraphs}</main></body></html>`);
  }
  const program = join(here, "node_modules/@pagefind/linux-x64/bin/pagefind_extended");
  const build = await run(program, ["--site", site, "--silent"]);
  const bundle = join(site, "pagefind");
  const ids = new Map();
  for (const name of readdirSync(join(bundle, "fragment"))) {
    const text = gunzipSync(readFileSync(join(bundle, "fragment", name))).toString("utf8");
    const { url: at } = JSON.parse(text.slice(text.indexOf("{")));
    ids.set(name.replace(/\.pf_fragment$/, ""), at.replace(/^\//, "").replace(/\.html$/, ""));
  }
  const told = await inBrowser("pagefind", url, folder);
  // Its files are gzip already; the texts lie in the fragments.
  const bytes = folderSize(bundle, (file) => !file.endsWith(".pf_fragment"));
  told.found = told.found?.map((found) => found.map((id) => ids.get(id)));
  return { ...told, build, index: { bytes, brotli: { bytes, quality: "gzip" } } };
}

async function natively(name, folder, asked) {
  const made = join(folder, name === "soi" ? "corpus.soi" : "tantivy");
  rmSync(made, { recursive: true, force: true });
  const build = await run(native, [name, join(folder, "corpus.jsonl"), "build", made]);
  const told = { name: `${name}-native`, build };
  if (name === "soi") {
    // The others are given text and index it; Soi reads it first, and is told apart.
    [told.parsing, told.indexing] = readFileSync(`${made}.seconds`, "utf8").split(" ").map(Number);
    told.index = { bytes: statSync(`${made}.index`).size, brotli: brotli(`${made}.index`) };
  } else {
    const tar = join(folder, "tantivy.tar");
    spawnSync("tar", ["-cf", tar, "-C", made, "."]);
    told.index = { bytes: folderSize(made), brotli: brotli(tar) };
    spawnSync("ln", ["-sf", join(folder, "corpus.jsonl"), `${made}.jsonl`]);
  }
  const out = join(folder, `${name}.json`);
  const use = await run(native, [name, made, asked, out]);
  const { top, keys, answers, found } = JSON.parse(readFileSync(out, "utf8"));
  const both = (times) => times.map((time) => [time, time]);
  return { ...told, memory: use.peak, top: both(top), keys: both(keys), answers: both(answers), found, more: {} };
}

const at = (numbers, share) => {
  const all = [...numbers].sort((a, b) => a - b);
  return all[Math.min(all.length, Math.max(1, Math.ceil(all.length * share))) - 1];
};
const ms = (number) => (number === undefined || Number.isNaN(number) ? "–" : number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0));
const pair = (times, which = 1) => (times?.length ? `${ms(at(times.map((t) => t[which]), 0.5))} / ${ms(at(times.map((t) => t[which]), 0.95))}` : "–");
const mb = (bytes) => (bytes === undefined ? "–" : (bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0));

/** Mean precision and recall over some queries; a query that finds nothing where nothing is to be found is right. */
function right(found, truth, which) {
  const rows = QUERIES.flatMap((query, i) => (which(query) ? [i] : []));
  const mean = (of) => rows.reduce((sum, i) => sum + of(i), 0) / rows.length;
  const both = rows.map((i) => {
    const wanted = new Set(truth[i]);
    return (found[i] ?? []).filter((id) => wanted.has(id)).length;
  });
  const share = (part, whole) => (whole === 0 ? 1 : part / whole);
  return {
    precision: mean((i) => share(both[rows.indexOf(i)], (found[i] ?? []).length)),
    recall: mean((i) => share(both[rows.indexOf(i)], truth[i].length)),
  };
}

/** Of a build what is parsing and what indexing, where both are in it. */
const apart = ({ parsing, indexing }) => (indexing === undefined ? "" : ` (parsing ${parsing.toFixed(1)}, indexing ${indexing.toFixed(1)})`);

const CLASSES = [...new Set(QUERIES.map((query) => query.class))];
const of = (name) => (query) => query.class === name;
const LABEL = {
  soi: "Soi, wasm", minisearch: "MiniSearch", flexsearch: "FlexSearch", orama: "Orama", sqlite: "SQLite FTS5, wasm", pagefind: "Pagefind",
  "soi-native": "Soi, native", "tantivy-native": "tantivy, native",
};

function table(rows, truth, count) {
  const lines = [];
  const put = (cells) => lines.push(`| ${cells.join(" | ")} |`);
  const head = (cells) => { put(cells); put(cells.map(() => "---")); };
  lines.push("", `### ${count.toLocaleString("en")} articles`, "");
  head(["engine", "build, CPU s", "peak MB", "index MB", "brotli MB", "memory MB", "phrase P", "NEAR P / R", "number P", "marked words P", "unaccented P / R", "old tones R"]);
  for (const row of rows) {
    if (row.failed) { put([LABEL[row.name], row.failed, ..."–".repeat(10)]); continue; }
    const r = (which) => right(row.found, truth, which);
    const two = (n) => n.toFixed(2);
    const near = r(of("NEAR"));
    const plain = r(of("unaccented"));
    put([
      LABEL[row.name], `${row.build?.cpu?.toFixed(1) ?? "–"}${apart(row)}`, mb(row.build?.peak), mb(row.index?.bytes), `${mb(row.index?.brotli?.bytes)}${row.index?.brotli?.quality === "11" ? "" : row.index ? ` (${row.index.brotli.quality})` : ""}`, mb(row.memory),
      two(r(of("phrase")).precision), `${two(near.precision)} / ${two(near.recall)}`, two(r(of("numbers")).precision),
      two(r((q) => ["one word", "words"].includes(q.class)).precision), `${two(plain.precision)} / ${two(plain.recall)}`, two(r(of("old tones")).recall),
    ]);
  }
  lines.push("", "Top 20 and keystrokes, p50 / p95 over the queries of the best time of each, in milliseconds:", "");
  head(["engine", ...CLASSES, "all classes", "keystroke, 10 excerpts", "all hits, all facets"]);
  for (const row of rows.filter((row) => !row.failed)) {
    const times = CLASSES.map((name) => row.top.filter((_, i) => QUERIES[i].class === name));
    put([LABEL[row.name], ...times.map((t) => pair(t)), pair(row.top), pair(row.keys), pair(row.answers)]);
    if (row.name === "pagefind") put(["the same, asked the first time", ...times.map((t) => pair(t, 0)), pair(row.top, 0), pair(row.keys, 0), "–"]);
  }
  lines.push("");
  return lines.join("\n");
}

const wants = (name) => !only || only.includes(name);
const results = {};
const tables = [];
for (const count of sizes) {
  const folder = join(work, String(count));
  mkdirSync(folder, { recursive: true });
  say(`${count}: the corpus and the scan; load ${loadavg()[0].toFixed(1)}`);
  const docs = await firstLines(count, join(folder, "corpus.jsonl"));
  const truth = scan(docs);
  const asked = join(folder, "asked.json");
  writeFileSync(asked, JSON.stringify({ queries: QUERIES, keystrokes: KEYSTROKES }));
  const server = await serve(folder);
  const rows = [];
  const text = docs.reduce((sum, doc) => sum + Buffer.byteLength(doc.title) + Buffer.byteLength(doc.body), 0);
  const done = (row) => {
    say(`${count} ${row.name}: ${row.failed ?? `build ${row.build?.cpu?.toFixed(1)} s${apart(row)}, top ${pair(row.top)}, keys ${pair(row.keys)}, answers ${pair(row.answers)}`}; load ${loadavg()[0].toFixed(1)}`);
    rows.push({ ...row, load: loadavg()[0] });
    // What is measured so far is kept: the slow engines come last.
    results[count] = { text, rows: rows.map(({ found, ...figures }) => figures) };
    writeFileSync(join(work, "results.json"), JSON.stringify(results, null, 1));
    writeFileSync(join(work, `${count}.md`), table(rows, truth, count));
  };
  if (wants("soi") || wants("soi-native")) {
    const soi = await natively("soi", folder, asked);
    const inPage = await inBrowser("soi", server.url, folder);
    done({ ...inPage, build: soi.build, parsing: soi.parsing, indexing: soi.indexing, index: soi.index });
    done(soi);
  }
  if (wants("tantivy-native")) done(await natively("tantivy", folder, asked));
  for (const name of ["sqlite", "flexsearch"]) if (wants(name)) done(await inBrowser(name, server.url, folder));
  if (wants("pagefind")) done(await pagefind(docs, folder, server.url));
  for (const name of ["minisearch", "orama"]) if (wants(name)) done(await inBrowser(name, server.url, folder));
  server.close();
  // What Soi leaves out or finds more than the scan, to be explained.
  for (const row of rows.filter((row) => row.name === "soi" && row.found)) {
    for (const name of CLASSES) {
      const { precision, recall } = right(row.found, truth, of(name));
      say(`Soi, ${name}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    }
    say(`Soi: memory ${mb(row.memory)} MB, after the queries ${mb(row.memoryAfter)}, wasm ${mb(row.wasm)}, texts ${mb(text)}; ${JSON.stringify(row.more)}`);
  }
  tables.push(table(rows, truth, count));
}
console.log(`\n${cpus().length} cores, ${cpus()[0].model}; load at the end ${loadavg()[0].toFixed(1)}`);
console.log(tables.join("\n"));
