// On a telephone nothing is wider than the screen.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

for (const theme of ["light", "dark"]) {
  for (const lang of ["vi", "en"]) {
    journey(`the list fits a narrow screen, ${theme}, ${lang}`, { width: 390, height: 844 }, async (soi) => {
      await soi.open(`?theme=${theme}&lang=${lang}`);
      await soi.untilReports(5);
      assert.ok((await soi.overflow()) <= 0);
      await soi.search("dang bo khoi");
      assert.ok((await soi.overflow()) <= 0);
      await soi.openReport("");
      assert.ok((await soi.overflow()) <= 0);
    });
  }
}

journey("the bar of views shows the present one, wherever it stands in it", { width: 390, height: 844 }, async (soi) => {
  for (const view of ["network", "overview", "map"]) {
    await soi.open(`?view=${view}`);
    await soi.until(() => {
      const { left, right } = document.querySelector(".view-bar [aria-current]").getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    });
  }
});

journey("what a figure can be saved as is all on the screen", { width: 390, height: 844 }, async (soi, { page }) => {
  await soi.open("?view=overview");
  await soi.until(() => document.querySelector(".figure .figure-export") !== null);
  const beyond = await page.evaluate(() => {
    for (const box of document.querySelectorAll(".figure-export")) box.open = true;
    return [...document.querySelectorAll(".figure-export button")].filter((b) => b.getBoundingClientRect().right > innerWidth).length;
  });
  assert.equal(beyond, 0);
  assert.ok((await soi.overflow()) <= 0);
});
