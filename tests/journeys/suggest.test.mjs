// What may be meant is suggested while one types.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

journey("suggestions are walked with the arrows, closed with Escape, taken with Enter", {}, async (soi, { page }) => {
  await soi.open();
  await soi.focusSearch();
  await page.keyboard.type("chi thi 0");
  const rows = await soi.suggestions();
  assert.match(rows[0].text, /Chỉ thị 05/);
  assert.match(rows[0].text, /3$/, "with how many reports have it");
  assert.ok(rows.every((row) => !row.active));

  await page.keyboard.press("ArrowDown");
  assert.ok((await soi.suggestions())[0].active, "the box says which row is meant");
  await page.keyboard.press("Escape");
  assert.deepEqual(await soi.suggestions(0), []);
  assert.equal(await soi.searchText(), "chi thi 0", "Escape closes the list and leaves the search");

  await page.keyboard.type("5");
  await soi.suggestions();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await soi.untilReports(3);
  assert.equal(await soi.address(), "?directive=chi-thi-5-2016");
  assert.equal(await soi.searchText(), "");
});

journey("a word is taken with a tap and goes on the search", {}, async (soi, { page }) => {
  await soi.open();
  await soi.focusSearch();
  await page.keyboard.type("cụm thi đ");
  const rows = await soi.suggestions();
  const word = rows.findIndex((row) => row.text.startsWith("thi đua"));
  await soi.tapSuggestion(word);
  assert.equal(await soi.searchText(), "cụm thi đua ");
  assert.deepEqual(await soi.suggestions(0), []);
  await soi.untilReports(1);
});
