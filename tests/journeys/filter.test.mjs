// Narrowing the list by facets, and taking that back.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

const ALL = 5;

journey("a facet narrows the list, keeps its siblings, and is cleared", {}, async (soi) => {
  await soi.open();
  await soi.untilReports(ALL);
  const years = await soi.facet("year");
  assert.deepEqual(years.map((y) => y.label).sort(), ["2012", "2017", "2018", "2020", "2023"]);

  await soi.choose("year", "2020");
  await soi.untilReports(1);
  assert.match((await soi.titles())[0], /Cụm thi đua số 5/);
  const after = await soi.facet("year");
  assert.equal(after.find((y) => y.label === "2020").state, "chosen");
  assert.equal(after.find((y) => y.label === "2018").count, 1, "a sibling tells what it would add");
  assert.match((await soi.chips()).join(), /2020/);
  assert.match(await soi.address(), /year=2020/);

  await soi.choose("year", "2018");
  await soi.untilReports(2);
  await soi.clearAll();
  await soi.untilReports(ALL);
  assert.deepEqual(await soi.chips(), []);
  assert.equal(await soi.address(), "");
});

journey("a value can be excluded", {}, async (soi) => {
  await soi.open();
  await soi.exclude("year", "2020");
  await soi.untilReports(ALL - 1);
  assert.ok(!(await soi.titles()).some((title) => title.includes("Cụm thi đua số 5")));
  assert.match(await soi.address(), /-year=2020/);
});

journey("facets of two kinds go together, with the search as well", {}, async (soi) => {
  await soi.open();
  await soi.choose("kind", "Sơ kết");
  await soi.untilReports(2);
  await soi.search("cum thi dua");
  await soi.untilReports(1);
  assert.match((await soi.titles())[0], /Cụm thi đua số 5/);
});

journey("a mark of the strip keeps the reports of its date, and takes that back", {}, async (soi) => {
  await soi.open();
  await soi.untilReports(ALL);
  await soi.clickTimeMark("Cụm thi đua số 5");
  await soi.untilReports(1);
  assert.match((await soi.titles())[0], /Cụm thi đua số 5/);
  assert.match(await soi.address(), /date=2020-\d\d-\d\d/);
  assert.match((await soi.chips()).join(), /Ngày: \d+-\d+-2020/);
  await soi.clickTimeMark("Cụm thi đua số 5");
  await soi.untilReports(ALL);
  assert.equal(await soi.address(), "");
});
