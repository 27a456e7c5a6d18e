// The review sheet: every line leads to its sentence, the link restores it, Markdown holds it with links.

import assert from "node:assert/strict";
import { browserName, journey, tab } from "./browser.mjs";

const ONE = "?view=sheet&report=002_8e31a9386e71f985";

journey("a line of a sheet leads to its sentence, and a target stands beside its result", {}, async (soi, { page }) => {
  await soi.open();
  await soi.click(await page.$(".view-bar a[href='?view=sheet']"));
  await soi.until(() => document.querySelectorAll(".sheet").length === 5);
  await soi.click(await page.$(".sheet .sheet-tools a"));
  await soi.until(() => document.querySelectorAll(".sheet").length === 1);

  await soi.open(ONE);
  await soi.until(() => document.querySelectorAll(".sheet").length === 1);
  const pairs = await page.$$eval(".sheet-fact[data-kind=measure]", (facts) => facts.filter((f) => f.querySelectorAll(".sheet-values").length > 1).length);
  assert.ok(pairs > 0, "a target beside its result");
  const text = await page.$eval(".sheet-cell[data-role=shortcoming] .sheet-quote", (a) => a.firstChild.textContent.trim());
  await soi.click(await page.$(".sheet-cell[data-role=shortcoming] .sheet-quote"));
  const { sentence } = await soi.pointedAt();
  assert.ok(sentence.startsWith(text.replace(/\s+/g, " ").slice(0, 40)), sentence);
});

journey("a link restores a sheet, and Markdown holds it", {}, async (soi, { page }) => {
  await soi.open(ONE);
  await soi.until(() => document.querySelectorAll(".sheet").length === 1);
  const seen = await page.$eval(".sheet", (sheet) => sheet.innerText);
  const other = await tab();
  try {
    await other.page.goto(soi.link());
    await other.soi.started();
    await other.soi.until(() => document.querySelectorAll(".sheet").length === 1);
    assert.equal(await other.page.$eval(".sheet", (sheet) => sheet.innerText), seen);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => { globalThis.saved = text; });
      return make.call(URL, blob);
    };
  });
  await soi.press("Tải Markdown");
  await soi.until(() => globalThis.saved !== undefined);
  const text = await page.evaluate(() => globalThis.saved);
  assert.match(text, /^# \[.+\]\(http/);
  assert.match(text, /### Hạn chế\n\n- “/);
});

journey("the lines of one sheet and of the set are saved as tables, each line with its link", {}, async (soi, { page }) => {
  const save = async (from, name) => {
    const box = await page.$(`${from} .figure-export`);
    await soi.click(await box.$("summary"));
    const button = await box.evaluateHandle((e, name) => [...e.querySelectorAll("button")].find((b) => b.innerText.trim() === name), name);
    await soi.click(button.asElement());
    return (await soi.saved()).bytes.toString();
  };
  await soi.open(ONE);
  await soi.until(() => document.querySelectorAll(".sheet").length === 1);
  const seen = await page.evaluate(() => ({
    quote: document.querySelector(".sheet-cell[data-role=shortcoming] .sheet-quote").firstChild.textContent.trim().slice(0, 40),
    lines: document.querySelectorAll(".sheet .sheet-quote").length,
  }));
  await soi.watchSaves();
  const csv = await save(".sheet", "CSV");
  assert.ok(csv.startsWith("\ufeffMã báo cáo,"), csv.slice(0, 40));
  const lines = csv.split("\r\n");
  const line = lines.find((line) => line.includes(seen.quote));
  assert.match(line, /^002_8e31a9386e71f985,.+,Hạn chế,.+,câu \d+,.*https?:.+report=002_8e31a9386e71f985/);
  assert.ok(lines.filter((line) => line.startsWith("002_")).length > seen.lines, "each quote, and the measures and directives");
  assert.match(csv, /\r\ncorpus,.+\r\ndate,.+\r\nlink,http/);

  await soi.open("?view=sheet&q=kiem+tra");
  await soi.until(() => document.querySelectorAll(".sheet").length > 1);
  await soi.watchSaves();
  const [origin, ...rows] = (await save(".set-content", "JSONL")).trim().split("\n").map((row) => JSON.parse(row));
  assert.equal(origin.soi.query, "kiem tra");
  const sheets = await page.$$eval(".sheet", (all) => all.length);
  assert.equal(new Set(rows.map((row) => row.id)).size, sheets);
  assert.ok(rows.some((row) => typeof row.value === "number") && rows.every((row) => row.text_link.startsWith("http")));
});

journey("sheets fit a narrow screen", { width: 390, height: 844 }, async (soi) => {
  await soi.open("?view=sheet");
  await soi.until(() => document.querySelectorAll(".sheet").length === 5);
  assert.ok((await soi.overflow()) <= 0);
});

// Firefox prints through another interface, without the sizes of the pages.
if (browserName === "chromium") {
  journey("sheets print on A4, each from the top of a page, and a short one on one page", {}, async (soi, { page }) => {
    const pages = async () => {
      const printed = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const [, width, height] = printed.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/);
      assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], "A4 in points");
      return printed.match(/\/Type\s*\/Page\b(?!s)/g).length;
    };
    await soi.open("?view=sheet");
    await soi.until(() => document.querySelectorAll(".sheet").length === 5);
    const all = await pages();
    assert.ok(all >= 5 && all <= 11, `${all} pages for five sheets`);
    await soi.open("?view=sheet&report=003_c6d4539af1506bc8");
    await soi.until(() => document.querySelectorAll(".sheet").length === 1);
    assert.equal(await pages(), 1);
    await page.emulateMediaType("print");
    await page.setViewport({ width: 703, height: 1031 });
    const clipped = await page.$$eval("main *", (all) => all.filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).length);
    assert.equal(clipped, 0, "nothing beyond the paper's edge");
  });
}
