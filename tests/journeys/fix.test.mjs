// The reader corrects what was read: every view follows, a reload keeps it, a file carries it, and it can be taken back.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { journey, tab } from "./browser.mjs";

const REPORT = "002_8e31a9386e71f985";
const PERSON = "Đặng Hồng Sơn";

journey("a wrong fact is removed: the views follow, a reload keeps it, it is exported and taken back", {}, async (soi, { page }) => {
  await soi.openWhole(`?report=${REPORT}`);
  assert.deepEqual(await soi.facts("person"), [PERSON]);
  await soi.followFact("person", PERSON);
  await soi.openFix();
  await soi.clickOn("#fix-wrong-person");
  await soi.untilCorrected(1);
  assert.deepEqual(await soi.facts("person"), []);
  assert.equal(await page.evaluate(() => document.querySelector("#fix").open), true, "the card stays open");
  await soi.go("?view=people");
  await soi.until(() => document.querySelector("main table, main .quote") !== null);
  assert.ok(!(await soi.says(PERSON)), "no view tells of it");
  await page.reload();
  await soi.started();
  await soi.go(`?report=${REPORT}`);
  await soi.untilCorrected(1);
  assert.deepEqual(await soi.facts("person"), []);
  await soi.go("?view=saved");
  await soi.until(() => document.querySelectorAll(".fix-all .fix-row").length === 1);
  await soi.watchSaves();
  await soi.clickOn("#fix-export");
  const { type, bytes } = await soi.saved();
  const [line, ...more] = bytes.toString().trim().split("\n");
  assert.deepEqual([type, more], ["application/x-ndjson", []]);
  const { report, quote, do: deed, list } = JSON.parse(line);
  assert.deepEqual({ report, quote, deed, list }, { report: REPORT, quote: PERSON, deed: "remove", list: "people" });
  await soi.clickOn(".fix-all .fix-row button");
  await soi.until(() => document.querySelectorAll(".fix-all .fix-row").length === 0);
  await soi.go(`?report=${REPORT}`);
  await soi.until((name) => document.querySelector("aside").innerText.includes(name), PERSON);
  assert.deepEqual(await soi.facts("person"), [PERSON]);
});

journey("facts are changed and added, a sentence and a line are told to be something else, by keyboard", {}, async (soi, { page }) => {
  await soi.openWhole(`?report=${REPORT}&statement=3&lang=en`);
  await soi.openFix();
  const role = await page.$eval("#s3", (sentence) => sentence.dataset.role);
  assert.notEqual(role, "task");
  await page.select("#fix-sentence-role", "task");
  await soi.pressOn("#fix-sentence-do");
  await soi.until(() => document.querySelector("#s3").dataset.role === "task");
  await soi.until(() => document.querySelector("#s3").dataset.corrected === "true");
  await soi.untilCorrected(1);

  await soi.pressOn("#fix-adding");
  await page.locator("#fix-words").fill("Đảng bộ Sở");
  await page.select("#fix-add-list", "place");
  await page.locator("#fix-add-name").fill("Nơi thử");
  await soi.pressOn("#fix-add-do");
  await soi.untilCorrected(2);
  assert.deepEqual(await soi.facts("place"), ["Nơi thử"]);

  await soi.followFact("person", PERSON);
  await soi.pressOn("#fix-change-person");
  await page.locator("#fix-person-name").fill("Đặng Sơn");
  await soi.pressOn("#fix-person-do");
  await soi.untilCorrected(3);
  assert.deepEqual(await soi.facts("person"), ["Đặng Sơn"]);

  // The first line becomes the site's own, and what was read of it goes.
  const before = await page.$$eval("article .report-residue", (lines) => lines.length);
  await soi.pressOn("#fix-lines");
  await page.waitForSelector("#fix-line-1");
  await page.select("#fix-line-1", "chrome");
  await soi.until((before) => document.querySelectorAll("article .report-residue").length === before + 1, before);
  await soi.untilCorrected(4);
});

journey("a file of corrections is imported; what no longer fits is told; two names become one", {}, async (soi, { page }) => {
  await soi.openWhole("?view=saved&lang=en");
  const lines = [
    { report: REPORT, at: [0, 3], quote: "chữ không có trong bài", do: "remove", list: "people" },
    { report: "elsewhere", at: [0, 3], quote: "A", do: "remove", list: "people" },
  ].map((line) => JSON.stringify(line)).join("\n");
  const file = join(await mkdtemp(join(tmpdir(), "soi-fix-")), "c.jsonl");
  await writeFile(file, `${lines}\nnot a line\n`);
  await (await page.$("#fix-import")).uploadFile(file);
  await soi.until(() => document.querySelectorAll(".fix-all .fix-row[data-unfit]").length === 3);
  const why = await page.$$eval(".fix-row-why", (rows) => rows.map((row) => row.innerText));
  assert.match(why[0], /no longer fits/);
  assert.match(why[1], /not in the corpus/);
  assert.match(why[2], /cannot be read/);

  await soi.go("?report=001_99fad078a6312a8a&lang=en");
  const people = await soi.facts("person");
  assert.ok(people.length > 1);
  await soi.followFact("person", people[1]);
  await soi.openFix();
  await soi.pressOn("#fix-names-person");
  await page.waitForSelector("#fix-same-person");
  await page.select("#fix-same-person", "0");
  await soi.pressOn("#fix-same-person-do");
  await soi.until((count) => document.querySelectorAll("aside [data-kind=person] .panel-fact-name").length === count, people.length - 1);
});

for (const site of ["root", "file"]) journey("names that were told to be one are one for whoever gets the file: .soi, one HTML file, merged", { site }, async (soi, { page }) => {
  const at = await mkdtemp(join(tmpdir(), "soi-told-"));
  const write = async (name, bytes) => { await writeFile(join(at, name), bytes); return join(at, name); };
  const place = (report, text, quote) => {
    const start = Buffer.from(text).indexOf(quote);
    return { report, at: [start, start + Buffer.from(quote).length], quote };
  };
  const texts = { a: "Chi bộ A họp\n\nĐồng chí Trần Văn Bê dự.\n", b: "Chi bộ B họp\n\nĐồng chí Trần Bê dự.\n" };
  const line = { ...place("a", texts.a, "Trần Văn Bê"), do: "same", list: "people", other: place("b", texts.b, "Trần Bê") };
  const joined = (page) => page.waitForFunction(() => {
    const rows = [...document.querySelectorAll("#facet-person li")];
    return rows.length === 1 && /Trần Văn Bê/.test(rows[0].innerText) && /\b2\b/.test(rows[0].innerText);
  });
  await soi.open("?view=open&lang=en");
  await soi.pick([await write("a.txt", texts.a), await write("b.txt", texts.b)]);
  await soi.untilReports(2);
  await soi.untilRead();
  await soi.until(() => document.querySelectorAll("#facet-person li").length === 2);
  await soi.go("?view=saved&lang=en");
  await (await page.waitForSelector("#fix-import")).uploadFile(await write("c.jsonl", JSON.stringify(line)));
  await soi.until(() => document.querySelectorAll(".fix-all .fix-row:not([data-unfit])").length === 1);
  await soi.go("?lang=en");
  await joined(page);

  await soi.go("?view=open&lang=en");
  await soi.watchSaves();
  await soi.press("Save the corpus shown as .soi");
  const corpus = await write("kho.soi", (await soi.saved()).bytes);
  await page.$eval("[data-save=single]", (button) => button.click());
  const html = await write("kho.html", (await soi.saved()).bytes);

  const other = await tab(site);
  try {
    // The file is dropped where nobody corrected anything, and its corpus is kept, opened, merged and saved there.
    await other.soi.open("?view=open&lang=en");
    await other.soi.pick([corpus]);
    await other.soi.untilReports(2);
    await other.soi.untilRead();
    await joined(other.page);
    await other.soi.untilKept(1);
    await other.page.reload();
    await other.soi.started();
    await joined(other.page);
    await other.soi.openKept();
    await other.soi.watchSaves();
    await other.soi.clickOn(".open-kept li > button:nth-of-type(2)");
    const kept = await write("again.soi", (await other.soi.saved()).bytes);
    await other.soi.pick([kept, await write("d.txt", "Chi bộ D họp\n\nNgày 20/6/2021, Chi bộ D họp.\n")]);
    await other.soi.untilReports(3);
    await other.soi.untilRead();
    await joined(other.page);
    // It is shown as what a reader says.
    const [key] = await other.page.$$eval("#facet-person .facet-value", (links) => links.map((link) => new URLSearchParams(link.href.split("?")[1]).get("person")));
    await other.soi.go(`?view=people&of=${key}&lang=en`);
    await other.soi.until(() => /Taken for one because\s+a reader says so/.test(document.querySelector("main").innerText));
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
  const reader = await tab("file");
  try {
    const asked = [];
    reader.page.on("request", (request) => asked.push(request.url()));
    await reader.page.goto(`${pathToFileURL(html)}#?lang=en`);
    await reader.soi.started();
    await reader.soi.untilReports(2);
    await joined(reader.page);
    assert.deepEqual(asked.filter((url) => !/^(file:.*kho\.html|data:|blob:)/.test(url)), []);
    assert.deepEqual(reader.complaints, []);
  } finally {
    await reader.close();
  }
});

journey("corrections hold over one's own documents, in both tabs, and when the file comes again under another name", {}, async (soi, { page }) => {
  const at = await mkdtemp(join(tmpdir(), "soi-fix-"));
  const text = "Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp. Đồng chí Lê Văn Ân dự. Kết nạp 30 đảng viên.\n";
  await writeFile(join(at, "b.txt"), text);
  await writeFile(join(at, "c.txt"), text);
  await soi.open("?view=open");
  await soi.pick([join(at, "b.txt")]);
  await soi.untilReports(1);
  await soi.untilRead();
  await soi.openReport("Chi bộ B");
  const [person] = await soi.facts("person");
  await soi.followFact("person", person);
  await soi.openFix();
  await soi.clickOn("#fix-wrong-person");
  await soi.untilCorrected(1);
  assert.deepEqual(await soi.facts("person"), []);
  await soi.go("?view=open");
  await soi.pick([join(at, "c.txt")]);
  await soi.untilReports(1);
  await soi.untilRead();
  await soi.openReport("Chi bộ B");
  await soi.until(() => document.querySelectorAll("aside [data-kind=person] .panel-fact-name").length === 0);
  // Another tab takes it back.
  const other = await page.browserContext().newPage();
  await other.goto(page.url().split(/[?#]/)[0] + "?view=saved");
  await other.waitForSelector(".fix-all .fix-row button");
  await other.$eval(".fix-all .fix-row button", (button) => button.click());
  await soi.until(() => document.querySelectorAll("aside [data-kind=person] .panel-fact-name").length === 1);
});
