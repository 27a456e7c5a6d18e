// After a fault the page says what happened, keeps the address and what the reader wrote, and has a way on.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./browser.mjs";

/** Lets the journey reach the memory of the app's program. */
async function spy(page) {
  await page.evaluateOnNewDocument(() => {
    globalThis.spied = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await real.apply(WebAssembly, all);
        globalThis.spied.push(made.instance ?? made);
        return made;
      };
    }
    globalThis.spiedMemory = () => Object.values(globalThis.spied.at(-1).exports).find((part) => part instanceof WebAssembly.Memory);
  });
}

/** A note on the fourth sentence of a report, and a saved view. */
async function keepNote(soi, page) {
  await soi.open("?q=kiem+tra&report=002_8e31a9386e71f985&statement=4&lang=en");
  await page.locator(".note summary").click();
  await page.locator("textarea").fill("a note to keep");
  await page.locator(".save-view").click();
  await soi.until(() => document.querySelector(".save-view").getAttribute("aria-pressed") === "true");
}

async function noteIsThere(soi, page) {
  await soi.until(() => document.querySelector("textarea")?.value === "a note to keep");
  assert.match(await soi.address(), /q=kiem\+tra&report=002_8e31a9386e71f985&statement=4/);
}

journey("a trap of the program: the address and the notes stay, the report holds no text, safe mode opens", { complaints: true }, async (soi, { page }) => {
  await spy(page);
  await keepNote(soi, page);
  // All that the program knows is gone: the next thing it does is a real trap.
  await page.evaluate(() => new Uint8Array(globalThis.spiedMemory().buffer).fill(255));
  await page.evaluate(() => setTimeout(() => dispatchEvent(new PopStateEvent("popstate"))));
  const words = await soi.failure();
  assert.match(words, /^Soi met an error/, "the reader's language first");
  const report = await page.$eval("#boot-failure pre:last-child", (pre) => pre.textContent);
  assert.match(report, /^Soi: crashed\n/);
  assert.doesNotMatch(report, /kiem|002_8e31|a note/, "nothing of the search, the documents, the notes");
  await page.$eval("#boot-failure button", (button) => button.click());
  await soi.until(() => String(getSelection()).startsWith("Soi: crashed"));
  await soi.open("?q=kiem+tra&report=002_8e31a9386e71f985&statement=4&lang=en");
  await noteIsThere(soi, page);
});

journey("safe mode reads nothing that was kept and loses nothing of it", { complaints: true }, async (soi, { page }) => {
  await keepNote(soi, page);
  await page.evaluate(() => {
    localStorage.setItem("soi.theme", "dark");
    sessionStorage.setItem("soi.corpus", "mine");
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  await soi.failure();
  await soi.followWayOn("Safe mode");
  await soi.started();
  await soi.untilReports(5);
  assert.equal((await soi.root()).theme, null);
  assert.match(await page.$eval(".boot-note", (note) => note.textContent), /Safe mode/);
  await soi.open("?view=saved&lang=en");
  await soi.until(() => document.querySelectorAll(".saved-row").length === 1);
  assert.equal((await soi.root()).theme, "dark");
});

journey("out of memory is told as that", { complaints: true }, async (soi, { page }) => {
  await spy(page);
  await soi.open("?year=2020&lang=en");
  await page.evaluate(() => {
    const memory = globalThis.spiedMemory();
    for (let step = 65536; step >= 1; step >>= 1) try { for (;;) memory.grow(step); } catch { /* a smaller step */ }
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  assert.match(await soi.failure(), /^Soi ran out of memory/);
  await soi.followWayOn("Reload");
  await soi.started();
  assert.match(await soi.address(), /year=2020/);
});

journey("a buffer that the browser would not give is told as out of memory", { complaints: true }, async (soi, { page }) => {
  await soi.open("?year=2020&lang=vi");
  await page.evaluate(() => {
    const reason = new RangeError("Array buffer allocation failed");
    dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
  });
  assert.match(await soi.failure(), /^Soi hết bộ nhớ/);
});

journey("a storage that is full is told; the view and the note stay on the page", {}, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    const refuse = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  });
  await keepNote(soi, page);
  await page.evaluate(() => document.querySelector(".view-bar a[href*='view=saved'], a[href*='view=saved']").click());
  await soi.until(() => document.querySelectorAll(".saved-row").length === 1);
  assert.match(await page.$eval(".boot-note", (note) => note.innerText), /^The browser stores nothing more/);
  assert.equal(await page.$eval(".saved-note", (note) => note.textContent), "a note to keep");
  await page.evaluate(() => history.pushState(null, "", "?view=open&lang=en"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  const file = join(await mkdtemp(join(tmpdir(), "soi-full-")), "a.txt");
  await writeFile(file, await readFile("seeds/002_8e31a9386e71f985.txt"));
  await soi.pick([file]);
  await soi.untilRead();
  await soi.untilReports(1);
  await soi.until(() => /could not store/.test(document.querySelector(".open-status-unstored")?.innerText));
  await page.$eval(".open-status-reading a", (link) => link.click());
  await soi.until(() => /storage is full/.test(document.body.innerText));
});

journey("a corpus that a link cannot bring is told, with a way to the start", { complaints: true }, async (soi, { page }) => {
  for (const link of ["none.soi", "https://example.org/kho.soi"]) {
    await page.goto(`${soi.url}?corpus=${encodeURIComponent(link)}`);
    assert.match(await soi.failure(), /^Không tải được kho báo cáo\./);
    await soi.followWayOn("Về trang đầu");
    await soi.untilReports(5);
  }
});

/** The first worker dies, as one without memory does, at the file of that number, the first being 1, and has told of none. */
async function breaksAtFile(page, number) {
  await page.evaluateOnNewDocument((number) => {
    const real = globalThis.Worker;
    let made = 0;
    globalThis.Worker = class extends real {
      constructor(...all) {
        super(...all);
        if (made++ > 0) return;
        this.postMessage = (message) => {
          if (!message.files) return real.prototype.postMessage.call(this, message);
          for (const [file] of message.files.slice(0, number)) this.onmessage({ data: { file } });
          this.terminate();
          this.onerror(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
        };
      }
    };
  }, number);
}

journey("a reader that breaks is told, and the other files are read", { complaints: true }, async (soi, { page }) => {
  await breaksAtFile(page, 1);
  await soi.open("?view=open");
  const at = await mkdtemp(join(tmpdir(), "soi-lost-"));
  const files = ["a.txt", "b.txt"].map((name) => join(at, name));
  for (const [i, file] of files.entries()) await writeFile(file, `Chi bộ ${i} họp\n\nNgày 20/6/2021, Chi bộ ${i} họp sơ kết.\n`);
  await soi.pick(files);
  await soi.untilReports(1);
  await soi.untilRead();
  assert.deepEqual(await soi.unreadFiles(), { "a.txt": "tệp làm bộ đọc dừng; các tệp khác vẫn được đọc" });
});

journey("what was read beside the file that breaks the reader is there too", { complaints: true }, async (soi, { page }) => {
  await breaksAtFile(page, 2);
  await soi.open("?view=open");
  const at = await mkdtemp(join(tmpdir(), "soi-beside-"));
  const files = ["a.txt", "b.txt", "c.txt"].map((name) => join(at, name));
  for (const [i, file] of files.entries()) await writeFile(file, `Chi bộ ${i} họp\n\nNgày 20/6/2021, Chi bộ ${i} họp sơ kết.\n`);
  await soi.pick(files);
  await soi.untilReports(2);
  await soi.untilRead();
  assert.deepEqual((await soi.titles()).sort(), ["Chi bộ 0 họp", "Chi bộ 2 họp"]);
  assert.deepEqual(await soi.unreadFiles(), { "b.txt": "tệp làm bộ đọc dừng; các tệp khác vẫn được đọc" });
});

journey("a helper of the reader that breaks costs nothing", { complaints: true }, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, "hardwareConcurrency", { value: 8 });
    const real = globalThis.Worker;
    globalThis.broke = 0;
    globalThis.Worker = class extends real {
      postMessage(message, ...more) {
        super.postMessage(message, ...more);
        if (!message.helps) return;
        globalThis.broke += 1;
        this.terminate();
        // The first has handed it some by then.
        setTimeout(() => this.onerror(new ErrorEvent("error", { message: "out of memory", cancelable: true })), 50);
      }
    };
  });
  const at = await mkdtemp(join(tmpdir(), "soi-helper-"));
  const text = await readFile("seeds/002_8e31a9386e71f985.txt", "utf8");
  const lines = (from, to) => Array.from({ length: to - from }, (_, i) => JSON.stringify({ id: `d${from + i}`, text: `${text}\nSố ${from + i}` }));
  const files = [["a.jsonl", lines(0, 150)], ["b.jsonl", lines(150, 300)]];
  for (const [name, rows] of files) await writeFile(join(at, name), rows.join("\n"));
  await soi.open("?view=open&lang=en");
  await soi.pick(files.map(([name]) => join(at, name)));
  await soi.untilRead();
  await soi.until(() => /of 300|300 reports/.test(document.querySelector(".reports-count")?.innerText ?? ""));
  assert.equal(await page.evaluate(() => globalThis.broke), 1, "there was one, and after it none");
  assert.equal(await page.$eval(".open-status-reading a", (link) => link.innerText), "Details", "nothing was left unread");
  await soi.until(async () => (await globalThis.soiKept("list"))[0]?.documents === 300);
});

journey("a worker that is gone without a word is noticed", { complaints: true }, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    const [realInterval, real] = [globalThis.setInterval, globalThis.Worker];
    // The minute of patience passes in a moment.
    globalThis.setInterval = (what, ms, ...more) => realInterval(what, ms === 5000 ? 20 : ms, ...more);
    let made = 0;
    globalThis.Worker = class extends real {
      constructor(...all) {
        super(...all);
        if (made++ > 0) return;
        this.postMessage = (message) => {
          if (!message.files) return real.prototype.postMessage.call(this, message);
          this.onmessage({ data: { file: message.files[0][0] } });
          this.terminate();
        };
      }
    };
  });
  await soi.open("?view=open");
  const at = await mkdtemp(join(tmpdir(), "soi-gone-"));
  await writeFile(join(at, "a.txt"), "Chi bộ A họp\n\nNgày 20/6/2021, Chi bộ A họp sơ kết.\n");
  await soi.pick([join(at, "a.txt")]);
  await soi.until(() => document.querySelector(".open-troubles li") !== null);
  const trouble = await page.$eval(".open-troubles li", (line) => line.innerText);
  assert.match(trouble, /a\.txt[^]*làm bộ đọc dừng/, "the file that was being read is named, with what it did");
});
