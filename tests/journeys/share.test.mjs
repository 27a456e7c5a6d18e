// A link restores exactly what was seen, for someone who was never here.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

for (const site of ["root", "subPath", "file"]) {
  journey("a link restores the list in a fresh profile", { site }, async (soi) => {
    await soi.open();
    await soi.exclude("year", "2012");
    await soi.search("dang vien");
    await soi.until(() => /q=dang/.test(location.search + location.hash));
    await soi.switchTo("English");
    await soi.until(() => document.documentElement.lang === "en");
    const seen = [await soi.headline(), await soi.titles(), await soi.hits(), await soi.chips(), await soi.facet("year")];
    const other = await tab(site);
    try {
      await other.page.goto(soi.link());
      await other.soi.started();
      const restored = [
        await other.soi.headline(), await other.soi.titles(), await other.soi.hits(), await other.soi.chips(),
        await other.soi.facet("year"),
      ];
      assert.deepEqual(restored, seen);
      assert.equal(await other.soi.searchText(), "dang vien");
      assert.equal(await other.soi.notice(), "");
      assert.deepEqual(other.complaints, []);
    } finally {
      await other.close();
    }
  });
}
