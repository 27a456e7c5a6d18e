// Files for an office: made by a wasm that is fetched when the first is asked for, whole, with links back to the sentences.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";
import { unzip } from "./zip.mjs";

for (const site of ["root", "file"]) {
  journey("a table saved as a spreadsheet has numbers, a frozen heading, links and where it comes from", { site }, async (soi, { page }) => {
    await soi.open("?view=measures&q=dang+vien");
    await soi.until(() => document.querySelector(".figure-export") !== null);
    const asked = [];
    page.on("request", (request) => { if (!/^(blob|data):/.test(request.url())) asked.push(new URL(request.url()).pathname); });
    await soi.watchSaves();
    const figure = await page.evaluateHandle(() => [...document.querySelectorAll("section.figure")].find((f) => f.querySelector(".figure-export")));
    const rows = await figure.evaluate((f) => f.querySelectorAll("tbody tr").length);
    await soi.click(await figure.$(".figure-export > summary"));
    const button = await figure.evaluateHandle((f) => [...f.querySelectorAll("button")].find((b) => b.innerText.trim() === "XLSX"));
    await soi.click(button.asElement());
    const { type, bytes } = await soi.saved();
    assert.match(type, /spreadsheetml/);
    const parts = unzip(bytes);
    const sheet = parts["xl/worksheets/sheet1.xml"];
    assert.ok((sheet.match(/<row /g) ?? []).length >= rows + 1, "a row for each of the table, and the heading");
    assert.match(sheet, /state="frozen"/);
    assert.match(sheet, /<c r="[A-Z]+\d+"( s="\d+")?><v>\d+(\.\d+)?<\/v><\/c>/, "a cell that is a number");
    const source = parts["xl/sharedStrings.xml"];
    for (const name of ["query", "corpus", "date", "link"]) assert.ok(source.includes(`>${name}<`), name);
    assert.ok(source.includes("dang vien"), "the query");
    if (site === "root") {
      assert.match(parts["xl/worksheets/_rels/sheet1.xml.rels"], /Target="http[^"]+report=/);
      assert.ok(asked.length > 0 && asked.every((path) => path.includes("soi-office")), asked.join(" "));
    }
  });
}

journey("a review sheet saved for Word has its areas, quotes with their places and links", {}, async (soi, { page }) => {
  await soi.open("?view=sheet&report=002_8e31a9386e71f985");
  await soi.until(() => document.querySelectorAll(".sheet").length === 1);
  const seen = await page.evaluate(() => ({
    title: document.querySelector(".sheet-title").innerText.trim(),
    areas: [...document.querySelectorAll(".sheet-area")].map((area) => area.innerText.trim()),
    quotes: document.querySelectorAll(".sheet-cell .sheet-lines li").length,
  }));
  await soi.watchSaves();
  await soi.press("Tải Word");
  const { type, bytes } = await soi.saved();
  assert.match(type, /wordprocessingml/);
  const parts = unzip(bytes);
  const text = parts["word/document.xml"].replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
  assert.ok(text.includes(seen.title), seen.title);
  for (const area of seen.areas) assert.ok(text.includes(area), area);
  assert.ok(text.split("\n").filter((line) => /^“.+” câu \d+$/.test(line)).length >= seen.quotes, "each quote has its place");
  assert.match(text, /link: http/);
  assert.match(parts["word/_rels/document.xml.rels"], /Target="http[^"]+report=002_8e31a9386e71f985/);
});

journey("all sheets of the set are one Word file, each on a page of its own", {}, async (soi) => {
  await soi.open("?view=sheet");
  await soi.until(() => document.querySelectorAll(".sheet").length === 5);
  await soi.watchSaves();
  await soi.press("Tải Word: tất cả");
  const { bytes } = await soi.saved();
  const document = unzip(bytes)["word/document.xml"];
  assert.equal((document.match(/w:val="Heading1"/g) ?? []).length, 5);
  assert.equal((document.match(/<w:pageBreakBefore\/>/g) ?? []).length, 4);
});
