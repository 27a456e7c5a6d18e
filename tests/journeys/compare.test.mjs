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
