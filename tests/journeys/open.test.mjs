// The reader's own documents: opened, read off the page's thread, explored; what cannot be read says why.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./browser.mjs";
import { files as folder } from "./files.mjs";
import { hostOwn } from "./site.mjs";

const SEEDS = "seeds";

/** The seeds as one JSON object per line. */
async function seedLines() {
  const files = (await readdir(SEEDS)).filter((name) => name.endsWith(".txt")).sort();
  const lines = await Promise.all(files.map(async (file) => {
    return JSON.stringify({ id: file.replace(".txt", ""), text: await readFile(join(SEEDS, file), "utf8") }) + "\n";
  }));
  return lines.join("");
}

/** The first seed so many times, each with a number at its end, as one JSON object per line. */
async function copies(count) {
  const [first] = (await seedLines()).split("\n");
  const { text } = JSON.parse(first);
  return Array.from({ length: count }, (_, i) => JSON.stringify({ id: `d${i}`, text: `${text}\nSố ${i}` })).join("\n");
}

for (const site of ["root", "subPath", "file"]) journey("files are opened, explored and left again", { site }, async (soi) => {
  const files = await folder([
    ["kho.jsonl", await seedLines()],
    ["trang.html", "<title>Chi bộ A họp</title><script>document.title = 'X'</script><p>Ngày 20/6/2021, Chi bộ A họp sơ kết.</p><p>Kết nạp 30 đảng viên mới trong năm.</p>"],
    ["rong.txt", ""],
    ["khoa.zip", Buffer.from("PK\x03\x04 cut")],
  ]);
  await soi.open("?view=open");
  await soi.pick(files);
  await soi.untilReports(6);
  await soi.untilRead();
  assert.deepEqual(await soi.unreadFiles(), { "rong.txt": "không có nội dung", "khoa.zip": "tệp .zip bị hỏng hoặc bị cắt" });
  await soi.search("nhiệm kỳ");
  await soi.until(() => document.querySelectorAll("article h2 a").length === 2);
  await soi.press("Về kho mẫu");
  await soi.untilReports(5);
  assert.equal(await soi.searchText(), "");
});

journey("a corpus is kept: a reload shows it, its list deletes it", {}, async (soi, { page }) => {
  await soi.open("?view=open");
  await soi.pick(await folder([["kho.jsonl", await seedLines()], ["b.md", "# Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp."]]));
  await soi.untilReports(6);
  await soi.untilRead();
  await soi.untilKept(1);
  await page.reload();
  await soi.started();
  await soi.untilReports(6);
  await soi.openKept();
  await soi.press("Xóa");
  await soi.untilKept(0);
  await page.reload();
  await soi.started();
  await soi.open();
  await soi.untilReports(5);
});

journey("nothing leaves the machine: after its own reader was fetched the page asks for nothing", {}, async (soi, { page }) => {
  await soi.open("?view=open");
  // Loaded to the end: Firefox asks for the icon of the site late.
  await page.waitForNetworkIdle();
  const asked = [];
  page.on("request", (request) => { if (!request.url().startsWith("blob:")) asked.push(new URL(request.url()).pathname); });
  await soi.pick(await folder([["kho.jsonl", await seedLines()]]));
  await soi.untilRead();
  assert.ok(asked.every((path) => path.includes("soi-reader")), asked.join(" "));
  const before = asked.length;
  await soi.search("nhiệm kỳ");
  await soi.until(() => document.querySelectorAll("article h2 a").length === 2);
  assert.deepEqual(asked.slice(before), []);
});

journey("a pasted page is read as a page", {}, async (soi) => {
  await soi.open("?view=open&lang=en");
  await soi.paste("<h1>Chi bộ B sơ kết</h1><p>Ngày 1/7/2022, Chi bộ B họp. Kết nạp 12 đảng viên.</p>");
  await soi.untilReports(1);
  assert.deepEqual(await soi.titles(), ["Chi bộ B sơ kết"]);
});

journey("kept corpora are renamed, merged and saved as a file", {}, async (soi, { page }) => {
  await soi.open("?view=open");
  for (const [name, text] of [["a.txt", "Chi bộ A họp\n\nNgày 20/6/2021, Chi bộ A họp."], ["b.txt", "Chi bộ B họp\n\nNgày 21/6/2021, Chi bộ B họp."]]) {
    await soi.pick(await folder([[name, text]]));
    await soi.untilRead();
    await soi.until(async (name) => (await globalThis.soiKept("list")).some((kept) => kept.name === name), name);
    await soi.openKept();
  }
  await page.$eval(".open-kept-more", (more) => { more.open = true; });
  await page.locator(".open-kept-more input").fill("Chi bộ Á");
  await soi.clickOn(".open-kept-more form:has(input) button");
  await soi.until(() => [...document.querySelectorAll(".open-kept strong")].some((name) => name.innerText === "Chi bộ Á"));
  assert.deepEqual(await soi.kept(), [["Chi bộ Á", 1], ["b.txt", 1]]);
  await page.$eval(".open-kept-more", (more) => { more.open = true; });
  await soi.clickOn(".open-kept-more form:has(select) button");
  await soi.until(async () => {
    const kept = await globalThis.soiKept("list");
    return kept.length === 1 && kept[0].documents === 2;
  });
  assert.deepEqual(await soi.kept(), [["Chi bộ Á + b.txt", 2]]);
  await soi.untilReports(2);
  await soi.openKept();
  await soi.watchSaves();
  await soi.clickOn(".open-kept li > button:nth-of-type(2)");
  const { bytes } = await soi.saved();
  const file = join(await mkdtemp(join(tmpdir(), "soi-kept-")), "kho.soi");
  await writeFile(file, bytes);
  await page.reload();
  await soi.started();
  // The reload shows the merged corpus, at the page that was open.
  await soi.until(() => document.querySelector(".open-status-corpus strong")?.innerText === "Chi bộ Á + b.txt");
  await soi.pick([file]);
  await soi.untilRead();
  await soi.untilReports(2);
});

journey("a tab that is closed before all is read loses only the rest", {}, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    const real = globalThis.setInterval;
    // What is done every five seconds is done at once.
    globalThis.setInterval = (what, ms, ...more) => real(what, ms === 5000 ? 50 : ms, ...more);
  });
  await soi.open("?view=open&lang=en");
  // It waits to be told about the second file.
  await soi.pick(await folder([["a.jsonl", await seedLines()], ["b.csv", "c1,c2\nso-1,Chi bộ A\nso-2,Chi bộ B\n"]]));
  await soi.until(async () => (await globalThis.soiKept("list"))[0]?.unfinished === true);
  await page.reload();
  await soi.started();
  await soi.until(() => document.querySelector(".open-status-corpus strong")?.innerText === "a.jsonl +1");
  // What was broken off was not indexed yet.
  await soi.open("?lang=en&q=" + encodeURIComponent("nhiệm kỳ"));
  await soi.until(() => document.querySelectorAll("article h2 a").length === 2);
  await soi.openKept();
  await soi.until(() => /5 documents .* not all of it was read/.test(document.querySelector(".open-kept li").innerText));
  // Read again, it takes the place of what was broken off.
  await soi.pick(await folder([["a.jsonl", await seedLines()], ["b.txt", "Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp."]]));
  await soi.untilRead();
  await soi.until(async () => (await globalThis.soiKept("list")).some((kept) => kept.documents === 6 && !kept.unfinished));
});

journey("a storage that is blocked is told, and the corpus is there as long as the tab", {}, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    IDBFactory.prototype.open = () => { throw new DOMException("blocked", "SecurityError"); };
  });
  await soi.open("?view=open&lang=en");
  await soi.pick(await folder([["a.txt", "Chi bộ A họp\n\nNgày 20/6/2021, Chi bộ A họp."]]));
  await soi.untilRead();
  await soi.untilReports(1);
  await soi.until(() => /could not store/.test(document.querySelector(".open-status-unstored")?.innerText));
  await page.$eval(".open-status-reading a", (link) => link.click());
  await soi.until(() => /does not let this page store anything/.test(document.querySelector(".open-reading").innerText));
  await page.$eval(".open-explore", (link) => link.click());
  await soi.untilReports(1);
});

journey("two tabs that keep at once do not corrupt each other", {}, async (soi, { page }) => {
  const other = await page.browserContext().newPage();
  await other.goto(`${soi.url}?view=open`);
  await soi.open("?view=open");
  const lines = await seedLines();
  const [many] = await folder([["kho.jsonl", lines]]);
  // The same name from both, at the same time: one of them is kept, whole.
  const [again] = await folder([["kho.jsonl", lines.split("\n").slice(0, 2).join("\n")]]);
  const pick = async (page, path) => (await page.waitForSelector("input[data-pick=files]")).uploadFile(path);
  await Promise.all([pick(page, many), pick(other, again)]);
  await soi.untilRead();
  // All read is told before all is shown; what is loaded anew below is the list.
  await soi.untilReports(5);
  await other.waitForFunction(() => /Đã đọc xong|All read/.test(document.body.innerText));
  await soi.untilKept(1);
  const whole = () => page.evaluate(async () => {
    const [about] = await globalThis.soiKept("list");
    const parts = await globalThis.soiKept("get", about.name);
    return [about.documents, about.bytes, parts.reduce((sum, part) => sum + part.length, 0)];
  });
  const [documents, bytes, sum] = await whole();
  assert.ok([2, 5].includes(documents));
  assert.equal(bytes, sum, "the parts are those that the list tells of");
  await page.reload();
  await soi.started();
  await soi.untilReports(documents);
  // What one tab deletes is gone in the other, which goes on with what it shows.
  await other.evaluate(() => globalThis.soiKept("remove", "kho.jsonl"));
  assert.equal((await soi.titles()).length, documents);
});

journey("however many workers read, the corpus is the same, byte for byte", {}, async (soi, { page }) => {
  const lines = (await seedLines()).trim().split("\n").map((line) => JSON.parse(line));
  const many = Array.from({ length: 240 }, (_, i) => {
    const { id, text } = lines[i % lines.length];
    return JSON.stringify({ id: `${id}-${i}`, text: `${text}\n\nSố ${i}`, date: "2020-01-02" });
  });
  const files = await folder([
    ["a.jsonl", many.slice(0, 120).join("\n")], ["b.txt", "Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp."], ["c.txt", ""],
    ["d.txt", "Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp."], ["e.jsonl", many.slice(120).concat(many.slice(0, 2)).join("\n")],
  ]);
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, "hardwareConcurrency", { get: () => Number(sessionStorage.getItem("processors")) });
    globalThis.helpers = 0;
    const real = globalThis.Worker;
    globalThis.Worker = class extends real {
      postMessage(message, ...more) {
        if (message?.helps) globalThis.helpers += 1;
        return super.postMessage(message, ...more);
      }
    };
  });
  await soi.open("?view=open");
  const read = async (processors) => {
    await page.evaluate((processors) => { sessionStorage.clear(); sessionStorage.setItem("processors", processors); }, processors);
    await page.evaluate(async () => { for (const kept of await globalThis.soiKept("list")) await globalThis.soiKept("remove", kept.name); });
    await page.reload();
    await soi.started();
    await soi.pick(files);
    await soi.untilRead();
    await soi.untilKept(1);
    await soi.until(async () => !(await globalThis.soiKept("list"))[0].unfinished);
    const helpers = await page.evaluate(() => globalThis.helpers);
    await soi.until(async () => {
      const [{ documents }] = await globalThis.soiKept("list");
      return document.querySelector(".reports-count")?.innerText.match(/\d+/)?.[0] === String(documents);
    });
    await soi.openKept();
    await soi.watchSaves();
    await soi.clickOn(".open-kept-saves button");
    return { helpers, bytes: (await soi.saved()).bytes };
  };
  const [one, two] = [await read(2), await read(8)];
  assert.deepEqual([one.helpers, two.helpers], [0, 1]);
  assert.ok(one.bytes.length > 100_000 && one.bytes.equals(two.bytes), `${one.bytes.length} and ${two.bytes.length} bytes`);
});

journey("who pauses sees all that was read until then, and goes on to the end", {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  // By the page itself, at the first card: asked from outside, all may have been read before the press.
  await page.evaluate(() => {
    new MutationObserver((_, watch) => {
      const pause = [...document.querySelectorAll("button")].find((button) => button.innerText.trim().startsWith("Pause"));
      if (!pause || document.querySelector("article h2 a") === null) return;
      watch.disconnect();
      pause.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await soi.pick(await folder([["kho.jsonl", await copies(400)]]));
  // What the strip counts is what the list shows.
  await soi.until(() => {
    const read = document.querySelector(".open-status-reading")?.innerText.match(/([\d,]+) documents/)?.[1];
    return read !== undefined && document.querySelector(".reports-count")?.innerText.match(/[\d,]+/)?.[0] === read;
  });
  await soi.press("Go on");
  await soi.untilRead();
  await soi.until(() => document.querySelector(".reports-count")?.innerText.startsWith("400"));
  assert.equal((await page.evaluate(() => globalThis.soiKept("list")))[0].name, "kho.jsonl");
});

journey("while what is read grows, what stands around the list stays: the search box, the facets, what was opened in them", {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  await soi.pick(await folder([["kho.jsonl", await copies(200)]]));
  await soi.until(() => document.querySelector("#facet-role ul li") !== null);
  await page.evaluate(() => {
    document.querySelector("#facet-year").open = false;
    document.querySelector("#search").focus();
    globalThis.before = ["#search", ".masthead", ".view-bar", ".colophon", ".facets", "#facet-year"].map((what) => [what, document.querySelector(what)]);
  });
  await soi.untilRead();
  await soi.until(() => document.querySelector(".reports-count")?.innerText.startsWith("200"));
  await soi.until(() => document.querySelectorAll("article.report-card").length === 40);
  assert.deepEqual(await page.evaluate(() => globalThis.before.filter(([, element]) => !element.isConnected).map(([what]) => what)), []);
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.querySelector("#facet-year").open]), ["search", false]);
  // The facets count what is there now, and the chart of time too.
  await soi.until(() => /200/.test(document.querySelector("#facet-kind .facet-count")?.innerText));
  await soi.until(() => document.querySelector(".over-time-column a")?.title.includes("200"));
});

for (const count of [10, 60, 200]) journey(`${count} reports of one day stand in a picture that leaves the list on the page`, {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  await soi.pick(await folder([["kho.jsonl", await copies(count)]]));
  await soi.until((count) => document.querySelector(".reports-count")?.innerText.startsWith(String(count)), count);
  await soi.until(() => document.querySelector(".over-time-column a") !== null);
  const [picture, screen] = await page.evaluate(() => [document.querySelector(".over-time").getBoundingClientRect().height, innerHeight]);
  assert.ok(picture > 50 && picture < screen / 2, `${picture} of ${screen} pixels`);
});

journey("a kept corpus that is damaged says so, and shows what is whole", {}, async (soi, { page }) => {
  const damage = (which) => page.evaluate((which) => new Promise((resolve, reject) => {
    const ask = indexedDB.open("soi", 1);
    ask.onerror = () => reject(ask.error);
    ask.onsuccess = () => {
      const work = ask.result.transaction("parts", "readwrite");
      const walk = work.objectStore("parts").openCursor();
      let at = 0;
      walk.onsuccess = () => {
        const here = walk.result;
        if (!here) return;
        const reports = String.fromCharCode(...here.value.slice(0, 4)) === "SOIC";
        if (reports && (which === "all" || at++ === which)) here.update(here.value.slice(0, here.value.length >> 1));
        here.continue();
      };
      work.oncomplete = () => { ask.result.close(); resolve(); };
      work.onabort = () => reject(work.error);
    };
  }), which);
  await soi.open("?view=open&lang=en");
  await soi.pick(await folder([["kho.jsonl", await copies(200)]]));
  await soi.untilRead();
  await soi.until(async () => (await globalThis.soiKept("list")).some((kept) => kept.documents === 200 && !kept.unfinished));
  await damage(1);
  await page.reload();
  await soi.started();
  await soi.until(() => /could not be opened whole/.test(document.querySelector(".open-status-reading")?.innerText));
  await soi.until(() => /^\d+ reports?$/.test(document.querySelector(".reports-count")?.innerText) && !document.querySelector(".reports-count").innerText.startsWith("5 "));
  await soi.openKept();
  await soi.until(() => /kept corpus is damaged, 1 of its parts/.test(document.querySelector(".open-troubles")?.innerText));
  assert.equal(await page.$eval(".open-reading progress", (bar) => bar.getBoundingClientRect().height), 0);
  // Where nothing is whole, the page's own corpus is there, and the damaged one can be deleted.
  await damage("all");
  await page.reload();
  await soi.started();
  await soi.until(() => /kept corpus is damaged, \d+ of its parts/.test(document.querySelector(".open-troubles")?.innerText));
  await soi.press("Delete");
  await soi.untilKept(0);
});

journey("on a site of one's own, the way back from opened documents leads to that site's corpus, by its title", {}, async (soi, { page }) => {
  const server = await hostOwn([["a.txt", "Chi bộ A sơ kết\n\nNgày 20/6/2021, Chi bộ A sơ kết.\n"], ["soi.toml", 'title = "Kho A"\n']]);
  try {
    soi.url = server.url;
    await soi.open("?view=open");
    await soi.pick(await folder([["b.txt", "Chi bộ B họp\n\nChi bộ B họp."], ["c.txt", "Chi bộ C họp\n\nChi bộ C họp."]]));
    await soi.untilReports(2);
    // Nothing of it has a date: there is no axis to put it on.
    await soi.until(() => document.querySelector(".over-time")?.innerText.includes("2 báo cáo không rõ ngày"));
    assert.equal(await page.$(".over-time-plot"), null);
    await soi.press("Về kho “Kho A”");
    await soi.untilReports(1);
  } finally {
    server.close();
  }
});
