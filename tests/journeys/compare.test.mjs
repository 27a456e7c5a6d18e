// Two reports side by side: a changed number is copied with its link; the link restores the comparison.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

/** What is compared: the two titles, and the changed numbers. */
const compared = (page) => page.evaluate(() => ({
  titles: [...document.querySelectorAll(".compare-title")].map((title) => title.innerText.trim()),
  rows: [...document.querySelectorAll(".compare-measures tr[data-changed]")].map((row) => row.innerText.replace(/\s+/g, " ")),
}));

journey("two reports are chosen, and a changed number is copied with its link", {}, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } });
  });
  await soi.open("?view=compare");
  await soi.until(() => document.querySelectorAll(".compare-title").length === 2);
  const pick = async (side, part) => {
    const picker = (await page.$$(".compare-picker"))[side];
    await soi.click(await picker.$("summary"));
    const link = await picker.evaluateHandle((picker, part) => [...picker.querySelectorAll("li a")].find((a) => a.innerText.includes(part)), part);
    await soi.click(soi.element(link, part));
    await soi.until((side, part) => document.querySelectorAll(".compare-title")[side]?.innerText.includes(part), side, part);
  };
  const is = (side, part) => page.$$eval(".compare-title", (titles, side, part) => titles[side].innerText.includes(part), side, part);
  for (const [side, part] of [[0, "kiểm điểm giữa nhiệm kỳ"], [1, "6 tháng cuối năm 2017"]]) {
    if (!(await is(side, part))) await pick(side, part);
  }
  const before = await compared(page);
  assert.ok(before.rows.length > 0, "both count Party members in per cent");
  await soi.click(await page.$(".compare-measures tr[data-changed] button"));
  await soi.until(() => globalThis.copied !== undefined);
  const copied = await page.evaluate(() => globalThis.copied);
  const links = copied.match(/https?:\S+/g);
  assert.ok(links.length >= 2, copied);

  const other = await tab();
  try {
    await other.page.goto(soi.link());
    await other.soi.started();
    await other.soi.until(() => document.querySelectorAll(".compare-title").length === 2);
    assert.deepEqual(await compared(other.page), before);
    await other.page.goto(links.at(-1));
    await other.soi.started();
    const { fact } = await other.soi.pointedAt();
    assert.match(fact, /\d/);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
});

journey("two reports fit a narrow screen", { width: 390, height: 844 }, async (soi) => {
  await soi.open("?view=compare");
  await soi.until(() => document.querySelectorAll(".compare-title").length === 2);
  assert.ok((await soi.overflow()) <= 0);
});

journey("two sets are set side by side, the right one kept while filters change the left", {}, async (soi, { page }) => {
  await soi.open("?view=compare&year=2018");
  await soi.until(() => document.querySelector(".measures-tests a") !== null);
  await soi.click(await page.$(".measures-tests a"));
  await soi.until(() => document.querySelector("#set-counts") !== null);
  // What is shown becomes the right side, and the left is widened to everything.
  await soi.click(await page.$(".compare-head .compare-swap"));
  await soi.until(() => document.querySelectorAll(".compare-title")[1]?.innerText.includes("2018"));
  await soi.clearAll();
  await soi.until(() => !document.querySelectorAll(".compare-title")[0]?.innerText.includes("2018"));
  const cells = await page.$$eval("#set-counts tbody td[data-number] a", (links) => links.map((a) => Number(a.innerText)));
  assert.ok(cells.length > 8 && cells.every((count) => count > 0));
  assert.ok((await page.$$(".compare-words li")).length > 4, "words that set them apart");
  const seen = await page.$eval(".compare", (compare) => compare.innerText);
  const other = await tab();
  try {
    await other.page.goto(soi.link());
    await other.soi.started();
    await other.soi.until(() => document.querySelector("#set-counts") !== null);
    assert.equal(await other.page.$eval(".compare", (compare) => compare.innerText), seen);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
  const [first] = await page.$$("#set-counts tbody td[data-number] a");
  const count = Number(await first.evaluate((a) => a.innerText));
  await soi.click(first);
  await soi.until(() => document.querySelector(".said") !== null);
  assert.ok((await page.$eval(".said h2", (h) => h.innerText)).includes(`· ${count} `), "the number leads to as many sentences");
});

journey("from every view its reports go out as references and all their facts", {}, async (soi, { page }) => {
  await soi.open("?view=measures&year=2018");
  await soi.until(() => document.querySelector(".set-files") !== null);
  await soi.watchSaves();
  await soi.press("Mọi dữ kiện (JSONL)");
  const { bytes } = await soi.saved();
  const lines = Buffer.from(bytes).toString("utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(lines[0].soi.link.includes("year=2018") && lines[0].soi.corpus && lines[0].soi.date);
  assert.ok(lines.length > 1 && lines.slice(1).every((report) => report.statements.length > 0 && report.id));
  assert.equal(await page.$$eval(".set-files button", (all) => all.filter((b) => /BibTeX|RIS/.test(b.textContent)).length), 2);
});

for (const [what, query, reports] of [["the list", "?year=2018", 2], ["a report", "?report=000_faaa068ce8db232c", 1]])
  journey(`${what} goes out as tables and facts, too`, {}, async (soi, { page }) => {
    await soi.open(query);
    await soi.watchSaves();
    await soi.press("Tải bảng và dữ kiện");
    await soi.until(() => document.activeElement?.id === "files");
    await soi.press("Mọi dữ kiện (JSONL)");
    const facts = Buffer.from((await soi.saved()).bytes).toString("utf8").trim().split("\n").map((line) => JSON.parse(line));
    assert.ok(facts.slice(1).every((report) => report.statements.length > 0));
    await page.$eval("#files details", (details) => { details.open = true; });
    await soi.press("CSV");
    const table = Buffer.from((await soi.saved()).bytes).toString("utf8");
    for (const { title } of facts.slice(1)) assert.ok(table.includes(title.slice(0, 20)), table);
    assert.equal(await page.$$eval("h1", (all) => all.length), 1);
  });
