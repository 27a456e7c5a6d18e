// Back and Forward undo and redo; typing is one step, not one per letter.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

const ALL = 5;

for (const site of ["root", "file"]) {
  journey("Back undoes and Forward redoes", { site }, async (soi) => {
    await soi.open();
    await soi.untilReports(ALL);
    await soi.choose("year", "2020");
    await soi.untilReports(1);
    await soi.openReport("Cụm thi đua số 5");
    await soi.back();
    await soi.untilReports(1);
    await soi.back();
    await soi.untilReports(ALL);
    await soi.forward();
    await soi.untilReports(1);
    assert.match(await soi.address(), /year=2020/);
  });
}

journey("a typed search is one step of history", {}, async (soi) => {
  await soi.open();
  await soi.choose("kind", "Sơ kết");
  await soi.untilReports(2);
  await soi.search("cum thi dua");
  await soi.untilReports(1);
  await soi.until(() => location.search.includes("q="));
  await soi.openReport("Cụm thi đua số 5");
  await soi.back();
  await soi.untilReports(1);
  assert.equal(await soi.searchText(), "cum thi dua");
  await soi.back();
  await soi.untilReports(ALL);
});

