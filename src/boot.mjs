// Starts the app, and says in words how that goes: progress if it takes over half a second, and a failure with a
// way on. It is inlined into the page, so that it is there whatever else does not load. Vietnamese first, then
// English: the language that the reader chose is known only to the app.

const SLOW_MS = 500;
/** A visit of this length is worth keeping the site for. */
const KEEP_MS = 3000;

/** So many parts of a kept corpus are read at a time. */
const AT_ONCE = 8;

/** What keeps the site for want of a network (`src/offline.mjs`). */
const OFFLINE = "soi-offline.js";

// Under the page's policy (`xtask/src/page.rs`) a text becomes markup or a worker only through here: the framework's
// own templates, which hold nothing that runs, workers that this page made, and the one that keeps the site.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (/<(script|iframe|object|embed|base|meta|link|style)|\son\w+\s*=|javascript:/i.test(html) ? null : html),
  createScriptURL: (url) => (url.startsWith("blob:") || url === OFFLINE ? url : null),
});

const WORDS = {
  loading: ["Đang tải…", "Loading…"],
  old: [
    "Trình duyệt này không chạy được WebAssembly nên không mở được Soi. Hãy cập nhật trình duyệt, hoặc dùng bản mới của Chrome, Edge, Firefox hay Safari.",
    "This browser cannot run WebAssembly, so it cannot open Soi. Update it, or use a current Chrome, Edge, Firefox or Safari.",
  ],
  folder: [
    "Trang này cần một máy chủ web. Để mở không cần máy chủ, hãy dùng tệp soi.html nằm cùng thư mục.",
    "This page needs a web server. To open Soi without one, use the file soi.html in the same folder.",
  ],
  missing: [
    "Không tải được một phần của Soi. Hãy kiểm tra kết nối rồi tải lại trang.",
    "A part of Soi could not be loaded. Check the connection, then reload the page.",
  ],
  broken: [
    "Soi không khởi động được vì một lỗi trong chương trình hoặc trong kho báo cáo.",
    "Soi could not start because of an error in the program or in the collection of reports.",
  ],
  linked: [
    "Không tải được kho báo cáo. Hãy kiểm tra kết nối và liên kết: kho phải nằm trên chính trang web này.",
    "The collection of reports could not be loaded. Check the connection and the link: it must be on this very site.",
  ],
  crashed: [
    "Soi gặp lỗi và không phản hồi nữa. Tải lại trang là tiếp tục được; địa chỉ vẫn giữ những gì đang xem.",
    "Soi met an error and no longer responds. Reload to go on; the address keeps what you were looking at.",
  ],
  full: [
    "Soi hết bộ nhớ và không phản hồi nữa. Tải lại trang là tiếp tục được; địa chỉ vẫn giữ những gì đang xem. Hãy mở ít văn bản hơn một lần.",
    "Soi ran out of memory and no longer responds. Reload to go on; the address keeps what you were looking at. Open fewer documents at once.",
  ],
  other: [
    "Kho báo cáo ở định dạng của một bản Soi khác. Tải lại trang để lấy bản Soi mới nhất; nếu vẫn vậy, kho cần được dựng lại.",
    "The collection of reports is in the format of another version of Soi. Reload to get the latest Soi; if that does not help, the collection must be built again.",
  ],
  safe: [
    "Chế độ an toàn: kho riêng, ghi chú và tùy chọn của bạn vẫn còn nhưng không được đọc. Tải lại trang để trở lại bình thường.",
    "Safe mode: your own collections, notes and settings are kept but not read. Reload to leave it.",
  ],
  unstored: [
    "Trình duyệt không lưu thêm được: ghi chú và góc nhìn đã lưu chỉ còn đến khi đóng trang. Hãy xuất chúng ra tệp.",
    "The browser stores nothing more: notes and saved views last until this page is closed. Export them to a file.",
  ],
  fresh: ["Đã có bản Soi mới.", "A new version of Soi is ready."],
};

const WAYS = {
  reload: ["Tải lại trang", "Reload", () => location.href, async () => { await renew(); location.reload(); }],
  start: ["Về trang đầu", "Start page", () => location.pathname],
  file: ["Mở soi.html", "Open soi.html", () => "soi.html" + location.search],
  safe: ["Chế độ an toàn", "Safe mode", () => location.pathname + "#safe", () => {
    // An address that differs behind the `#` only would not load anew.
    if (location.search) location.assign(location.pathname + "#safe");
    else { location.hash = "safe"; location.reload(); }
  }],
};

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Words in both languages, the reader's first. */
function both([vietnamese, english], name = "p") {
  const made = [element(name, { lang: "vi" }, vietnamese), element(name, { lang: "en" }, english)];
  return document.documentElement.lang === "en" ? made.reverse() : made;
}

/** The message's place: the first paint while it stands, else the head of the page that the app drew. */
function place() {
  const boot = document.getElementById("boot");
  if (boot) return boot;
  const made = element("div", { id: "boot" });
  document.body.prepend(made);
  return made;
}

function button(words, press) {
  const [first, second] = both(words, "span");
  const made = element("button", { type: "button" }, first, " · ", second);
  made.addEventListener("click", press);
  return made;
}

/** A message that the page goes on with. */
function tell(words, ...more) {
  const note = element("div", { class: "boot-note", role: "status" }, ...both(WORDS[words]), ...more);
  note.append(" ", button(["Đóng", "Close"], () => note.remove()));
  document.body.append(note);
}

let failed = false;
let running = false;

/**
 * What a reader may send on about a failure: no text of a document, a search or a note is in it. So an address is told
 * by the names of its parameters, and of an error only what the browser itself says.
 */
function report(words, error) {
  const own = /^(Runtime|Range|Compile|Link|Internal)Error$/.test(error?.name) ? ": " + error.message : "";
  const frames = String(error?.stack ?? "").split("\n").filter((line) => /^\s*at |@/.test(line)).slice(0, 20);
  const query = location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;
  const names = query.slice(1).split("&").map((part) => part.split("=")[0].slice(0, 20));
  return [
    `Soi: ${words}`, `${error?.name ?? "-"}${own}`, ...frames.map((line) => line.replace(/[?#][^):]*/g, "")),
    `parameters: ${names.join(" ")}`, `language: ${document.documentElement.lang}`, navigator.userAgent,
    document.querySelector("script[type=module]")?.textContent.match(/[\w-]+\.wasm/g)?.join(" ") ?? "",
  ].join("\n");
}

/** Says what went wrong, once: what follows a first failure is noise. */
function fail(words, ways, error) {
  if (failed) return;
  failed = true;
  document.getElementById("boot-progress")?.remove();
  const note = element("div", { id: "boot-failure", role: "alert" }, ...both(WORDS[words]));
  const links = ways.map((way) => {
    const [vi, en, href, go] = WAYS[way];
    const [first, second] = both([vi, en], "span");
    const link = element("a", { href: href() }, first, " · ", second);
    // A link to the address that is open with a `#` in it would only scroll.
    if (go) link.addEventListener("click", (event) => { event.preventDefault(); go(); });
    return element("li", {}, link);
  });
  note.append(element("ul", {}, ...links));
  if (error !== undefined) {
    const text = element("pre", {}, report(words, error));
    const details = element("details", {}, element("summary", {}, "Chi tiết · Details"), element("pre", {}, String(error)), text);
    const copy = button(["Chép báo cáo lỗi", "Copy report"], async () => {
      // Where the browser refuses, it stands there to be copied by hand.
      await navigator.clipboard?.writeText(text.textContent).then(() => { copy.append(" ✓"); }, () => {});
      details.open = true;
      getSelection().selectAllChildren(text);
    });
    note.append(element("p", {}, copy), details);
  }
  place().append(note);
  if (running) { note.tabIndex = -1; note.focus(); }
}

function progress() {
  const bar = element("progress", { "aria-labelledby": "boot-loading" });
  const text = element("span", { id: "boot-loading" }, WORDS.loading[0] + " · " + WORDS.loading[1]);
  const note = element("p", { id: "boot-progress" }, text, " ", bar);
  const timer = setTimeout(() => place().append(note), SLOW_MS);
  return {
    at(current, total) {
      if (total > 0) { bar.max = total; bar.value = Math.min(current, total); }
    },
    stop() { clearTimeout(timer); note.remove(); },
  };
}

/** The response of `source`, telling `progress` about each piece; still compiled while it streams in. */
async function download(source, size, progress) {
  const response = await fetch(source);
  if (!response.ok) throw new TypeError(`${source}: ${response.status}`);
  let current = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(piece, out) {
      progress.at(current += piece.byteLength, size);
      out.enqueue(piece);
    },
  }));
  return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
}

/** A stylesheet that the page does not carry; what it is for is shown when it is here. */
function linked(href) {
  return new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.onload = resolve;
    link.onerror = () => reject(new TypeError(href));
    document.head.append(link);
  });
}

/** What a storage has under a key; nothing where it is blocked. */
function stored(storage, key) {
  try { return globalThis[storage].getItem(key); } catch { return null; }
}

/** Whether the address asks for what the first program has: the list or a report of the corpus that it carries. */
function isFirst() {
  const query = location.hash.startsWith("#?") ? location.hash : location.search;
  const view = /[?&]view=([^&]*)/.exec(query)?.[1] ?? "reports";
  // A tab that showed a corpus of the reader's own shows it again; what the reader corrected is shown so.
  const kept = stored("sessionStorage", "soi.corpus") ?? stored("localStorage", "soi.corrections");
  return kept === null && /^(reports|report)$/.test(view) && !/[?&]corpus=/.test(query) && !carries();
}

/** Whether the address carries documents (`src/opened/carried.rs`). */
const carries = () => location.hash.startsWith("#docs=");
addEventListener("hashchange", () => { if (carries()) location.reload(); });

let whole;
let ahead;
let dropped;
let brought;
let memory;
let persists = false;

/** Fetches a program and runs it; what it replaces is taken off the page when all of it is here. */
async function start(program, before) {
  const shown = progress();
  let glue;
  try {
    const [loaded, wasm] = await Promise.all([
      program.load(),
      typeof program.source === "string" ? download(program.source, program.size, shown) : program.source(),
      (brought ??= corpus()).then((bytes) => { globalThis.soiBrought = bytes; }, (error) => { error.linked = true; throw error; }),
      program.style && linked(program.style),
    ]);
    shown.stop();
    (await before)?.retire();
    glue = loaded;
    // Between wasm and glue a build gives everything short names.
    memory = Object.values(await glue.default({ module_or_path: wasm })).find((part) => part instanceof WebAssembly.Memory);
  } catch (error) {
    shown.stop();
    if (error.linked) fail("linked", ["reload", "start"], error);
    else if (error instanceof TypeError && !glue) fail("missing", ["reload"], error);
    else if (/other format version/.test(error)) fail("other", ["reload", "start"], error);
    else fail("broken", ["reload", "start", "safe"], error);
    return undefined;
  }
  document.getElementById("boot")?.remove();
  running = true;
  dispatchEvent(new Event("soi-runs"));
  return glue;
}

/**
 * Loads and starts the app, and keeps the rest for later.
 * Of each program: `load` imports the JS glue of the wasm, `source` is the wasm's address, or its bytes where the page
 * carries them, `style` the stylesheet that it needs besides the page's own, if any, and `size` the wasm's length for the
 * progress bar, 0 where nobody said. `first` is what a first visit needs and
 * is absent where the page carries the whole app anyway; `glue` of the reader is the address of its glue, or gives its
 * text.
 */
globalThis.soiBoot = async (programs) => {
  globalThis.soiReader = once(programs.reader);
  const office = once(programs.office);
  globalThis.soiOffice = async (kind, json) => (await office())[kind](json);
  globalThis.soiWorker = (program) => work(programs[program]);
  globalThis.soiDropped = () => { const files = dropped; dropped = undefined; return files; };
  if (typeof WebAssembly !== "object") return fail("old", ["reload"]);
  // Browsers load no module from a folder, and not all of them say so.
  if (location.protocol === "file:" && typeof programs.whole.source === "string") return fail("folder", ["file"]);
  if (!programs.first || !isFirst()) {
    askAhead();
    whole = start(programs.whole);
    return;
  }
  const first = start(programs.first);
  globalThis.soiWhole = (id = "main") => whole ??= start(programs.whole, first).then((glue) => {
    if (id === "main") scrollTo(0, 0);
    document.getElementById(id)?.focus({ preventScroll: id === "main" });
    return glue;
  });
  // Files may be dropped on the first program too; the whole app takes them over.
  addEventListener("dragover", (event) => { if (!whole) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (whole || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dropped = globalThis.soiFiles(event.dataTransfer);
    globalThis.soiWhole();
  });
  await first;
};

/** The parser of `soi parse`: a module with `parse(id, source)`, an object, and `parse_json(id, source)`, its line. */
async function open(program) {
  const [glue, wasm] = await Promise.all([program.load(), compiled(program)]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

/** Opens a program when it is first asked for. */
function once(program) {
  let asked;
  return () => asked ??= open(program).catch((error) => {
    // What failed for want of a connection may be asked for again.
    asked = undefined;
    throw error;
  });
}

/** A program, compiled while it streams in, for all who run it; the browser keeps what it made of it for the next visit. */
function compiled(program) {
  return program.compiled ??= (async () => {
    if (typeof program.source !== "string") return WebAssembly.compile(await program.source());
    const answer = await fetched(program.source);
    try {
      return await WebAssembly.compileStreaming(answer.clone());
    } catch {
      // A host that calls wasm something else.
      return WebAssembly.compile(await answer.arrayBuffer());
    }
  })().catch((error) => {
    // What failed for want of a connection may be asked for again.
    program.compiled = undefined;
    throw error;
  });
}

/** A worker that reads files (`crates/soi-reader`): one blob, so that it starts from a host, a sub-path and one file. */
async function work(program) {
  const { glue } = program;
  const [text, wasm] = await Promise.all([
    typeof glue === "string" ? fetched(glue).then((answer) => answer.text()) : glue(),
    compiled(program),
  ]);
  // No module: Chromium starts none from a blob of a page on disk.
  const plain = text.replace(/\bexport\s*(default\s+\w+\s*;|\{[^}]*\}\s*;?)/g, "")
    .replace(/\bexport\s+(?=function|class|const|async)/g, "").replace(/\bimport\.meta\.url\b/g, "location.href");
  const start = "onmessage = async ({ data }) => { onmessage = null; await __wbg_init({ module_or_path: data }); work(); postMessage({ ready: true }); };";
  const url = URL.createObjectURL(new Blob([plain, "\n", start], { type: "text/javascript" }));
  const worker = new Worker(url);
  return new Promise((resolve, reject) => {
    worker.onerror = (error) => reject(new Error(error.message));
    worker.onmessage = () => {
      URL.revokeObjectURL(url);
      worker.onmessage = worker.onerror = null;
      resolve(worker);
    };
    worker.postMessage(wasm);
  });
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`${address}: ${answer.status}`);
  return answer;
}

/** The files of a drop or of a picker, those of folders too, as `[path, file]`. */
globalThis.soiFiles = async (from) => {
  const out = [];
  const walk = async (entry) => {
    if (entry.isFile) {
      out.push([entry.fullPath.slice(1), await new Promise((resolve, reject) => entry.file(resolve, reject))]);
    } else {
      const reader = entry.createReader();
      // A reader gives a folder in parts.
      for (let part; (part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0;) {
        for (const below of part) await walk(below);
      }
    }
  };
  // Entries must be asked for before the drop is over.
  const entries = [...(from.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  for (const entry of entries) await walk(entry);
  if (entries.length === 0) for (const file of from.files ?? from) out.push([file.webkitRelativePath || file.name, file]);
  return out.sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * Corpora that this browser keeps: what each is, by its name, and its parts, by its id, so that another name moves none. A
 * transaction is whole or not at all, in every tab. Parts are written one by one and read a few at a time: the page is not
 * held up by the size of a corpus.
 */
globalThis.soiKept = async (what, about, more) => {
  if (what === "get" && ahead?.name === about) {
    const { parts } = ahead;
    ahead = undefined;
    return parts;
  }
  const opened = await new Promise((resolve, reject) => {
    const ask = indexedDB.open("soi", 1);
    ask.onupgradeneeded = () => {
      ask.result.createObjectStore("corpora", { keyPath: "name" });
      ask.result.createObjectStore("parts");
    };
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const work = opened.transaction(["corpora", "parts"], /^(list|get)$/.test(what) ? "readonly" : "readwrite");
      const [corpora, all] = [work.objectStore("corpora"), work.objectStore("parts")];
      let given, failed;
      work.oncomplete = () => resolve(given);
      work.onerror = work.onabort = () => reject(failed ?? work.error);
      const then = (asked, next) => {
        asked.onsuccess = () => { try { next(asked.result); } catch (error) { failed = error; work.abort(); } };
      };
      const of = (id, from = 0) => IDBKeyRange.bound([id, from], [id, []]);
      // Before parts had an id they were one list under the name.
      const forget = (old) => all.delete(old.id ? of(old.id) : old.name);
      const does = {
        list: (found) => { given = found; },
        get: (found, mine) => {
          if (!mine?.id) return then(all.get(about), (parts) => { given = parts; });
          given = [];
          const read = () => then(all.getAll(of(mine.id, given.length), AT_ONCE), (parts) => {
            given.push(...parts);
            if (parts.length === AT_ONCE) read();
          });
          read();
        },
        remove: (found, mine) => { if (mine) { forget(mine); corpora.delete(about); } },
        rename: (found, mine) => {
          if (!mine || found.some((other) => other.name === more)) return;
          corpora.delete(about);
          corpora.put({ ...mine, name: more });
          if (!mine.id) then(all.get(about), (parts) => { all.put(parts, more); all.delete(about); });
        },
        // `about.at` parts are there already, unless another tab deleted them. What is unfinished takes no other's place.
        put: (found) => {
          const { at, ...record } = about;
          const mine = found.find((other) => other.id === record.id);
          const taken = (name) => found.find((other) => other.name === name && other !== mine);
          if (record.unfinished) {
            if (mine) record.name = mine.name;
            for (let n = 2; taken(record.name);) record.name = `${about.name} (${n++})`;
          }
          const old = taken(record.name);
          if (old) forget(old);
          if (mine && mine.name !== record.name) corpora.delete(mine.name);
          corpora.put(record);
          given = record.name;
          let next = mine ? at : 0;
          const write = () => { if (next < more.length) then(all.put(more[next], [record.id, next++]), write); };
          write();
        },
      };
      then(corpora.getAll(), (found) => does[what](found, found.find((one) => one.name === about)));
    });
  } finally {
    opened.close();
    // The browser may clear what it was not asked to keep; where it asks back, once is enough.
    if (what === "put" && !persists) {
      persists = true;
      navigator.storage?.persist?.().catch(() => {});
    }
  }
};

/** Asks for the kept corpus that this tab showed while the program is still loading, which will ask for it at once. */
function askAhead() {
  const name = stored("sessionStorage", "soi.corpus");
  if (name === null || carries()) return;
  const parts = globalThis.soiKept("get", name);
  // The program hears of it when it asks.
  parts.catch(() => {});
  ahead = { name, parts };
}

/** The corpus that a published site or a link brings, as bytes; nothing where the app's own is meant. */
async function corpus() {
  const linked = new URLSearchParams(location.search).get("corpus");
  const own = document.getElementById("soi-corpus");
  if (linked !== null) {
    const address = new URL(linked, location.href);
    // Only from where the page itself is: a link must not make it ask elsewhere.
    if (address.origin !== location.origin || location.protocol === "file:") throw new TypeError(`${linked}: not of this site`);
    return new Uint8Array(await (await fetched(address)).arrayBuffer());
  }
  if (own === null) return undefined;
  if (own.dataset.href) return new Uint8Array(await (await fetched(own.dataset.href)).arrayBuffer());
  return Uint8Array.from(atob(own.textContent), (c) => c.charCodeAt(0));
}

/** Takes what is kept of the site away where a newer can be had, so that the next load asks for all of it. */
async function renew() {
  const kept = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const there = kept && await fetch(OFFLINE, { cache: "no-store" }).catch(() => undefined);
  if (there?.ok) await kept.unregister();
}

/** Keeps the site for when there is no network, once the page has nothing else to do; where the site brings the worker. */
async function keep() {
  const workers = navigator.serviceWorker;
  if (!workers || !document.querySelector("link[rel=manifest]")) return;
  // The first time there is nothing that it could replace.
  const replaced = workers.controller !== null;
  const kept = await workers.register(OFFLINE);
  const fresh = (worker) => {
    if (!replaced || !worker) return;
    const offer = () => {
      if (worker.state !== "installed") return;
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      tell("fresh", button(WAYS.reload, () => worker.postMessage("now")));
    };
    worker.addEventListener("statechange", offer);
    offer();
  };
  fresh(kept.waiting ?? kept.installing);
  kept.addEventListener("updatefound", () => fresh(kept.installing));
}

// What the browser refuses to store lasts as long as the page, for both programs, and the reader is told once.
const refused = new Map();
const { getItem, setItem } = Storage.prototype;
Storage.prototype.getItem = function (key) { return refused.get(key) ?? getItem.call(this, key); };
Storage.prototype.setItem = function (key, value) {
  try {
    setItem.call(this, key, value);
    refused.delete(key);
  } catch (error) {
    if (refused.size === 0) tell("unstored");
    refused.set(key, value);
    throw error;
  }
};

// Nothing that was kept is read or written: what is in it may be what breaks the app.
if (location.hash === "#safe") {
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { value: null });
  globalThis.soiKept = () => Promise.reject(new DOMException("safe mode", "InvalidStateError"));
  addEventListener("soi-runs", () => tell("safe"));
}
addEventListener("soi-runs", () => {
  setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(() => keep().catch(() => { /* it works without */ })), KEEP_MS);
}, { once: true });

// A panic after the start comes as a trap of the wasm, from an event handler or from a task.
function crash(error) {
  if (!running) return;
  let full = error instanceof RangeError && /memory|alloc|array/i.test(error.message);
  // A program that got no more memory traps like any other; its memory then does not grow.
  if (error instanceof WebAssembly.RuntimeError) try { memory?.grow(1); } catch { full = true; }
  else if (!full && !/RangeError|InternalError/.test(error?.name)) return;
  fail(full ? "full" : "crashed", ["reload", "start", "safe"], error);
}
addEventListener("error", (event) => crash(event.error));
addEventListener("unhandledrejection", (event) => crash(event.reason));
