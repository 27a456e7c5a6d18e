// Which shortcomings on inspection were admitted, by year: with the mouse, by keyboard alone, by touch, from a link.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

const CELL = "#statements svg a[aria-label^='Kiểm tra, Hạn chế:']";
const QUOTES = "#said .quote";

/** What is read below the matrix: years, and by report its sentences with their roles. */
const said = (page) => page.evaluate(() => ({
  years: [...document.querySelectorAll("#said h3")].map((h3) => h3.firstChild.textContent.trim()),
  quotes: [...document.querySelectorAll("#said .quote")].map((quote) => quote.querySelector("blockquote").innerText.trim()),
  roles: [...new Set([...document.querySelectorAll("#said .quote")].map((quote) => quote.dataset.role))],
}));

/** Waits until the cell is chosen and its sentences are there. */
const untilChosen = (soi) => soi.until((cell, quotes) =>
  document.querySelector(cell)?.getAttribute("aria-current") === "true" && document.querySelector(quotes) !== null, CELL, QUOTES);

function check(found) {
  assert.deepEqual(found.roles, ["shortcoming"]);
  assert.ok(found.quotes.length > 0);
  assert.deepEqual(found.years, [...found.years].sort().reverse(), "the latest year first");
  assert.ok(found.years.every((year) => /^\d{4}$/.test(year)));
}

journey("which shortcomings on inspection were admitted, by year, in three clicks; the link restores it", {}, async (soi, { page }) => {
  await soi.open();
  await soi.click(await page.$(".view-bar a[href='?view=statements']"));
  await soi.until((cell) => document.querySelector(cell) !== null, CELL);
  const told = await page.$eval(CELL, (cell) => Number(/: (\d+)/.exec(cell.getAttribute("aria-label"))[1]));
  await soi.click(await page.$(CELL));
  await untilChosen(soi);
  const found = await said(page);
  check(found);
  assert.equal(found.quotes.length, told, "a cell counts what it opens");

  const other = await tab();
  try {
    await other.page.goto(soi.link());
    await other.soi.started();
    await untilChosen(other.soi);
    assert.deepEqual(await said(other.page), found);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }

  await soi.click(await page.$(`${QUOTES} blockquote a`));
  const { sentence } = await soi.pointedAt();
  assert.ok(sentence.startsWith(found.quotes[0].slice(0, 40)), sentence);
  await soi.back();
  await untilChosen(soi);
});

journey("the same by keyboard alone", {}, async (soi, { page }) => {
  const tabTo = async (selector) => {
    for (let i = 0; i < 400; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`Tab never came to ${selector}`);
  };
  await soi.open();
  await tabTo(".view-bar a[href='?view=statements']");
  await page.keyboard.press("Enter");
  await soi.until((cell) => document.querySelector(cell) !== null, CELL);
  await tabTo(CELL);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none", "the focus is seen");
  await page.keyboard.press("Enter");
  await untilChosen(soi);
  const found = await said(page);
  check(found);
  await tabTo(`${QUOTES} blockquote a`);
  await page.keyboard.press("Enter");
  const { sentence } = await soi.pointedAt();
  assert.ok(sentence.startsWith(found.quotes[0].slice(0, 40)), sentence);
});

journey("the same by touch on a telephone", {}, async (soi, { page }) => {
  await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
  const tap = async (selector) => {
    const element = soi.element(await page.$(selector), selector);
    await element.evaluate((e) => e.scrollIntoView({ block: "center", inline: "center" }));
    await element.tap();
  };
  await soi.open();
  await tap(".view-bar a[href='?view=statements']");
  await soi.until((cell) => document.querySelector(cell) !== null, CELL);
  assert.ok((await soi.overflow()) <= 0);
  const { width, height } = await page.$eval(CELL, (cell) => cell.getBoundingClientRect().toJSON());
  assert.ok(width >= 24 && height >= 24, "a finger hits the cell");
  await tap(CELL);
  await untilChosen(soi);
  check(await said(page));
  assert.ok((await soi.overflow()) <= 0);
  await tap(`${QUOTES} blockquote a`);
  await soi.pointedAt();
});
