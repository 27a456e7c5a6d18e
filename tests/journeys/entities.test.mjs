// Numbers, instruments, people, bodies and what is named together: from a view to its sentence and back.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

const MARK = "svg.picture a";

journey("from a mark in Measures to its sentence in the page, and back with Back", {}, async (soi, { page }) => {
  await soi.open("?view=measures");
  // The line of one subject and unit, then the line of one measure.
  const line = await page.evaluateHandle((mark) => {
    return [...document.querySelectorAll(mark)].find((a) => a.getAttribute("aria-label").startsWith("đảng viên (%)"))?.querySelector(".mark-hit");
  }, MARK);
  await soi.click(soi.element(line, "a line for đảng viên (%)"));
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "đảng viên (%)");
  const lines = await page.$$eval(MARK, (marks) => marks.map((a) => a.getAttribute("aria-label")));
  assert.equal(lines.length, 3);
  assert.ok(lines.some((name) => name.startsWith("chỉ tiêu") && name.includes("100 %")), "a target is told from results");
  const subject = soi.link();

  const result = await page.evaluateHandle((mark) => {
    return [...document.querySelectorAll(mark)].find((a) => a.getAttribute("aria-label").includes("67,77 %"))?.querySelector(".mark-hit");
  }, MARK);
  await soi.click(soi.element(result, "the measure 67,77 %"));
  const pointed = await soi.pointedAt();
  assert.match(pointed.sentence, /67,77%/);
  assert.match(pointed.fact, /67,77%/);

  await soi.back();
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "đảng viên (%)");
  assert.equal(soi.link(), subject);
  await soi.back();
  await soi.until(() => document.querySelector("#comparable") !== null);
});

journey("measures sorted by value, and those above a number", {}, async (soi, { page }) => {
  await soi.open("?view=measures");
  await soi.click(await page.$("#measures th:nth-child(2) a"));
  await soi.until(() => document.querySelector("#measures th:nth-child(2)").getAttribute("aria-sort") === "descending");
  const values = () => page.$$eval("#measures tbody td:nth-child(2)", (cells) => cells.map((cell) => cell.innerText.trim()));
  assert.equal((await values())[0], "2.397");
  await soi.search("số liệu:>=1000");
  await soi.until(() => document.querySelectorAll("#measures tbody tr").length === 2);
  assert.deepEqual(await values(), ["2.397", "2.000"]);
});

journey("everything about Chỉ thị 05", {}, async (soi, { page }) => {
  await soi.open("?view=directives");
  const link = await page.evaluateHandle(() => {
    return [...document.querySelectorAll("#directives td a")].find((a) => a.innerText.trim() === "Chỉ thị 05");
  });
  await soi.click(soi.element(link, "Chỉ thị 05 in the directory"));
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "Chỉ thị 05");
  const facts = await page.$eval(".about-facts", (list) => list.innerText);
  assert.match(facts, /Bộ Chính trị/);
  assert.match(facts, /tư tưởng, đạo đức, phong cách Hồ Chí Minh/);
  assert.equal((await page.$$("#timeline svg a")).length, 3, "three reports on the axis");
  const dates = await page.$$eval("#cited tbody td:first-child", (cells) => cells.map((cell) => cell.innerText.trim()));
  assert.deepEqual(dates, ["17-7-2017", "21-6-2018", "26-7-2020"], "who cites it, from early to late");
  const company = await page.$$eval("#company tbody tr", (rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ").trim()));
  assert.match(company.join("\n"), /Chỉ thị 03 1 1/);
  const quotes = await page.$$eval(".quote-text", (quotes) => quotes.map((quote) => quote.innerText));
  assert.equal(quotes.length, 3);
  assert.ok(quotes.every((quote) => /Chỉ thị (03, )?05/.test(quote)));

  await soi.click(await page.$(".quote-text a"));
  assert.match((await soi.pointedAt()).sentence, /Chỉ thị 05 của Bộ Chính trị/);
  await soi.back();
  await soi.until(() => document.querySelectorAll(".quote-text").length === 3);
});

journey("a person's posts and meetings, and the body's place in the hierarchy", {}, async (soi, { page }) => {
  await soi.open("?view=people");
  const link = await page.evaluateHandle(() => {
    return [...document.querySelectorAll("#people td a")].find((a) => a.innerText.trim() === "Lâm Văn Mẫn");
  });
  await soi.click(soi.element(link, "a person of the directory"));
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "Lâm Văn Mẫn");
  assert.match(await page.$eval("#posts", (table) => table.innerText), /Phó Bí thư Thường trực Tỉnh ủy Sóc Trăng/);
  assert.match(await page.$eval("#attended", (table) => table.innerText), /dự, phát biểu/);
  assert.match(await page.$eval("#company", (table) => table.innerText), /Trần Việt Thành/);

  await soi.open("?view=bodies");
  const body = await page.evaluateHandle(() => {
    return [...document.querySelectorAll(".tree ul ul ul a")].find((a) => a.innerText.trim() === "Ban Tổ chức Tỉnh ủy Sóc Trăng");
  });
  await soi.click(soi.element(body, "a body under another in the tree"));
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "Ban Tổ chức Tỉnh ủy Sóc Trăng");
  assert.match(await page.$eval(".about-facts", (list) => list.innerText), /Sóc Trăng\s+Tỉnh ủy Sóc Trăng/);
});

journey("the network leads around a node, and its table to the sentences", {}, async (soi, { page }) => {
  await soi.open("?view=network");
  const node = await page.evaluateHandle((mark) => {
    return [...document.querySelectorAll(mark)].find((a) => a.getAttribute("aria-label").startsWith("Chỉ thị 05:"))?.querySelector(".mark-hit");
  }, MARK);
  await soi.click(soi.element(node, "a node for Chỉ thị 05"));
  await soi.until(() => document.querySelector(".about-title")?.innerText.trim() === "Chỉ thị 05");
  await soi.click(await page.$("#network summary"));
  await soi.until(() => document.querySelector("#network tbody td:last-child a") !== null);
  await soi.click(await page.$("#network tbody td:last-child a"));
  assert.match((await soi.pointedAt()).sentence, /Chỉ thị/);
});

for (const address of [
  "?view=measures&of=dang-vien~percent", "?view=measures&order=-value&year=2017", "?view=directives&of=ch%E1%BB%89+th%E1%BB%8B+05",
  "?view=people&order=-reports", "?view=bodies", "?view=network&by=bodies&lang=en",
]) {
  journey(`the link ${address} restores its view in a fresh profile, on a narrow page too`, {}, async (soi, { page }) => {
    const seen = async (soi, page) => {
      await soi.until(() => document.querySelector(".set-content .figure, .set-content .picture") !== null);
      return page.$eval(".set-content", (content) => content.innerText);
    };
    await soi.open(address);
    const first = await seen(soi, page);
    assert.equal(await soi.notice(), "");
    const again = await tab();
    try {
      await again.soi.open(soi.link().slice(soi.url.length));
      assert.equal(await seen(again.soi, again.page), first);
    } finally {
      await again.close();
    }
    const narrow = await tab("root", { width: 390, height: 800 });
    try {
      await narrow.soi.open(address);
      await seen(narrow.soi, narrow.page);
      assert.ok((await narrow.soi.overflow()) <= 0, "nothing sticks out on a narrow page");
    } finally {
      await narrow.close();
    }
  });
}
