// Everything with the keyboard alone, and the focus is seen.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

/** What has the focus: its text or name, and whether an outline or the like shows it. */
const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  const style = getComputedStyle(e);
  return {
    text: (e.getAttribute("aria-label") ?? e.innerText ?? "").trim(),
    tag: e.localName,
    isTitle: e.closest("h2") !== null,
    visible: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
});

/** Presses Tab until what has the focus fits. */
async function tabTo(page, fits, most = 80) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (fits(now)) return now;
  }
  assert.fail("Tab never came there");
}

journey("search, filter and open a report with the keyboard alone", {}, async (soi, { page }) => {
  await soi.open();
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  assert.equal(skip.tag, "a", "the first stop skips to the content");

  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("cum thi dua");
  assert.equal(await soi.searchText(), "cum thi dua", "a slash jumps to the search box");
  await soi.until(() => document.querySelector("main mark") !== null);

  const year = await tabTo(page, (f) => f.tag === "a" && /^2020/.test(f.text));
  assert.ok(year.visible, "the focus is seen");
  await page.keyboard.press("Enter");
  await soi.untilReports(1);

  const title = await tabTo(page, (f) => f.isTitle && f.text.startsWith("Cụm thi đua số 5"), 200);
  assert.ok(title.visible, "the focus is seen");
  await page.keyboard.press("Enter");
  await soi.until((row) => !document.querySelector(row), "article h2 a");
  assert.match(await soi.headline(), /Cụm thi đua số 5/);
});
