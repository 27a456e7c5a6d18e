// Reading a report: its facts lead to their sentences and back, and a sentence can be cited.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

const REPORT = "kiểm điểm giữa nhiệm kỳ";
const ID = "000_faaa068ce8db232c";

/** A number of that report that no other fact shares its words with. */
const NUMBER = "67,77%";

for (const site of ["root", "file"]) {
  journey("a number leads to its sentence and back", { site }, async (soi) => {
    await soi.open();
    await soi.openReport(REPORT);
    const numbers = await soi.facts("measure");
    assert.ok(numbers.includes(NUMBER), `${NUMBER} is among ${numbers.join(" | ")}`);

    await soi.followFact("measure", NUMBER);
    const there = await soi.pointedAt();
    assert.ok(there.sentence.includes(NUMBER), there.sentence);
    assert.equal(there.fact, NUMBER);
    assert.equal(there.entry, NUMBER);

    const other = numbers.find((number) => !number.includes(NUMBER) && !there.sentence.includes(number));
    await soi.clickFact("measure", other);
    await soi.until((other) => document.querySelector("aside li[aria-current] .panel-fact-name")?.innerText.trim() === other, other);
    assert.ok((await soi.pointedAt()).sentence.includes(other));

    await soi.back();
    await soi.until((number) => document.querySelector("aside li[aria-current] .panel-fact-name")?.innerText.trim() === number, NUMBER);
  });
}

journey("a link to a sentence restores it in a fresh profile", {}, async (soi) => {
  await soi.open(`?view=report&report=${ID}`);
  await soi.followFact("measure", NUMBER);
  const seen = await soi.pointedAt();
  const other = await tab();
  try {
    await other.page.goto(soi.link());
    await other.soi.started();
    assert.deepEqual(await other.soi.pointedAt(), seen);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
});

journey("a quote is copied with title, date and a link that works", {}, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => {
    const writeText = async (text) => { globalThis.copied = text; };
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  await soi.open(`?view=report&report=${ID}`);
  await soi.followFact("measure", NUMBER);
  const { sentence } = await soi.pointedAt();
  await soi.press("Chép câu dẫn");
  await soi.until(() => globalThis.copied !== undefined);
  const copied = await page.evaluate(() => globalThis.copied);
  assert.ok(copied.includes(NUMBER) && copied.includes(REPORT) && copied.includes("2018"), copied);
  const link = /https?:\S+$/.exec(copied)[0];
  await page.goto(link);
  await soi.started();
  assert.equal((await soi.pointedAt()).sentence, sentence);
});

journey("kinds of fact are switched off and on, page residue on and off", {}, async (soi) => {
  await soi.open(`?view=report&report=${ID}`);
  const before = await soi.marked("measure");
  assert.ok(before > 0);
  await soi.toggleKind("measure");
  await soi.until(() => document.querySelectorAll("article mark[data-kind=measure]").length === 0);
  await soi.toggleKind("measure");
  await soi.until((before) => document.querySelectorAll("article mark[data-kind=measure]").length === before, before);

  assert.equal(await soi.residue(), 0, "folded away at first");
});

journey("a search is marked in the report as well", {}, async (soi) => {
  await soi.open(`?view=report&report=${ID}&q=dang+bo+khoi`);
  await soi.until(() => document.querySelector("article mark.hit") !== null);
  assert.match((await soi.hits()).join(" "), /đảng bộ/);
});
