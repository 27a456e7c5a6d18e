// A table that does not say which column is the text: the page asks, by keyboard too, and does not ask twice.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";
import { files } from "./files.mjs";

const TEXT = "Ngày 20/6/2021, Chi bộ A tổ chức hội nghị sơ kết sáu tháng. Trong sáu tháng, chi bộ kết nạp 12 đảng viên mới.";

const row = (...cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(",") + "\n";

journey("a table is asked about once, and its like is read alike", {}, async (soi) => {
  await soi.open("?view=open");
  await soi.pick(await files([
    ["a.csv", row("c1", "c2", "c3") + row("so-1", "Chi bộ A sơ kết", TEXT)],
    ["b.csv", row("c1", "c2", "c3") + row("so-2", "Chi bộ B sơ kết", TEXT.replaceAll("Chi bộ A", "Chi bộ B"))],
    ["c.csv", row("id", "title", "text") + row("so-3", "Chi bộ C sơ kết", TEXT.replaceAll("Chi bộ A", "Chi bộ C"))],
  ]));
  const asked = await soi.columnsAsked();
  assert.deepEqual([asked.file, asked.columns], ["a.csv", ["c1", "c2", "c3"]]);
  assert.deepEqual(asked.guess, { "Văn bản": "c3", "Tiêu đề": "", "Ngày": "", "Địa chỉ trên mạng": "", "Mã": "" });
  await soi.chooseColumns({ "Tiêu đề": "c2", "Mã": "c1" });
  await soi.untilReports(3);
  await soi.untilRead();
  assert.deepEqual((await soi.titles()).sort(), ["Chi bộ A sơ kết", "Chi bộ B sơ kết", "Chi bộ C sơ kết"]);
  await soi.open("?report=so-2");
});

journey("the question is answered by keyboard, and a table can be left out", {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  await soi.pick(await files([
    ["a.jsonl", JSON.stringify({ x: "Chi bộ A sơ kết", y: TEXT }) + "\n"],
    ["b.json", JSON.stringify([{ k: TEXT, l: "2" }])],
  ]));
  assert.deepEqual((await soi.columnsAsked()).columns, ["x", "y"]);
  // The first field has the focus; the next is the title.
  await soi.until(() => document.activeElement?.closest(".open-columns-role") !== null);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  // A list may open at Enter instead of sending the answer: on to the button.
  for (const _ of ["date", "address", "id", "button"]) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soi.until(() => document.querySelector(".open-columns-file")?.textContent === "b.json");
  await soi.press("Leave this table out");
  await soi.untilReports(1);
  await soi.untilRead();
  assert.deepEqual(await soi.titles(), ["Chi bộ A sơ kết"]);
  assert.deepEqual(await soi.unreadFiles(), { "b.json": "no column looks like the text" });
});

journey("neither a text nor a title is no answer", {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  await soi.pick(await files([["a.csv", row("a", "b") + row("1", "2")]]));
  assert.deepEqual((await soi.columnsAsked()).guess["Text"], "");
  await soi.press("Read this table");
  await soi.until(() => document.querySelector(".open-columns [role=alert]").innerText.startsWith("Choose a column"));
  await soi.press("Stop");
  await soi.until(() => document.querySelector(".open-columns") === null);
  assert.equal(await page.$eval(".reading-stage", (stage) => stage.innerText), "Stopped; what was read can be explored");
});
