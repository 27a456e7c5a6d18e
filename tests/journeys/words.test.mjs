// Words: a figure leads to its hits in context, a hit to its place in the page; a link restores both.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

journey("a count of the frequencies opens as many lines of the concordance, and a line its place", {}, async (soi, { page }) => {
  await soi.open("?view=words");
  await soi.until(() => document.querySelectorAll("#frequencies tbody tr").length > 10);
  const [word, count] = await page.$eval("#frequencies tbody tr", (row) => [row.cells[0].innerText, Number(row.cells[1].innerText)]);
  await page.locator("#frequencies tbody tr td:nth-child(2) a").click();
  await soi.until(() => document.querySelector("#concordance") !== null);
  const hint = await page.$eval("#concordance .figure-hint", (p) => p.textContent);
  assert.equal(Number(hint.split(" ")[0]), count, `lines of ${word}`);
  const link = await soi.link();

  await page.locator("#concordance tbody tr td:nth-child(2) a").click();
  await soi.until(() => document.querySelector(".report-title") !== null);
  assert.match(await soi.address(), /at=\d+-\d+/);

  const fresh = await tab();
  await fresh.page.goto(link);
  await fresh.soi.until(() => document.querySelector("#concordance") !== null);
  assert.equal(await fresh.page.$eval("#concordance .figure-hint", (p) => p.textContent), hint);
  await fresh.close();
});

journey("lines are ordered by the words beside the hit", {}, async (soi, { page }) => {
  await soi.open("?view=concordance&q=%C4%91%E1%BA%A3ng&order=right");
  await soi.until(() => document.querySelectorAll("#concordance tbody tr").length > 5);
  const rights = await page.$$eval("#concordance tbody tr td:nth-child(3)", (cells) => cells.map((cell) => cell.innerText.trim()));
  const key = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const firsts = rights.map((text) => key(text).split(" ")[0]).filter(Boolean);
  assert.deepEqual(firsts, [...firsts].sort(), "by the first word to the right");
});

journey("words asked for one by one have their neighbours first, and one click leaves only these", {}, async (soi, { page }) => {
  const hits = () => page.$$eval("#concordance tbody tr td:nth-child(2)", (cells) => cells.map((cell) => cell.innerText.trim().split(/\s+/).length));
  await soi.open("?view=concordance&q=kiem+tra");
  await soi.until(() => document.querySelectorAll("#concordance tbody tr").length > 5);
  const before = await hits();
  assert.ok(before.includes(1) && before.includes(2), `${before}`);
  assert.deepEqual(before, [...before].sort((a, b) => b - a));
  await page.locator(".concordance-phrase a").click();
  await soi.until(() => document.querySelector(".concordance-phrase") === null && document.querySelector("#concordance") !== null);
  assert.deepEqual(await hits(), before.filter((words) => words === 2));
});

journey("an export holds every line with its link and says where it comes from", {}, async (soi, { page }) => {
  await soi.open("?view=concordance&q=ki%E1%BB%83m+tra");
  await soi.until(() => document.querySelector("#concordance .figure-export") !== null);
  // The bytes of the file that the page offers.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => { globalThis.saved = text; });
      return make.call(URL, blob);
    };
  });
  await page.locator("#concordance .figure-export summary").click();
  await page.locator("#concordance .figure-export button").click();
  await soi.until(() => globalThis.saved !== undefined);
  const lines = (await page.evaluate(() => globalThis.saved)).split("\r\n");
  const count = await page.$$eval("#concordance tbody tr", (rows) => rows.length);
  assert.equal(lines.slice(1, lines.indexOf("")).length, count);
  assert.ok(lines[1].includes("?q="), "a line holds its link");
  assert.ok(lines.some((line) => line.startsWith("query,")) && lines.some((line) => line.startsWith("link,")));
});
