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
