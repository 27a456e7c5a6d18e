// A corpus of more than 200 reports: its views are made in steps, and are whole and accessible when they are there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserName, journey } from "./browser.mjs";
import { host } from "./site.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const VIEWS = [
  "overview", "sheet", "statements", "measures", "directives", "people", "bodies", "time", "map", "concordance&q=chi+bo",
  "words", "words&by=ngrams", "words&by=keyness&year=2018", "compare", "compare&of=%3Fyear%3D2017", "network",
];
const COUNT = 210;

const page = (i) => `Đảng bộ xã Tân An ${i} sơ kết công tác

Ngày ${1 + i % 28}-6-${2016 + i % 4}, tại tỉnh Sóc Trăng, Đảng ủy xã Tân An ${i % 30} tổ chức hội nghị sơ kết thực hiện Chỉ thị số 05-CT/TW. Đồng chí Trần Văn An, Bí thư Đảng ủy, chủ trì.
Trong năm, Đảng bộ đã kết nạp ${10 + i} đảng viên mới, đạt ${80 + i % 20} % chỉ tiêu. Tuy nhiên, công tác kiểm tra, giám sát ở một số chi bộ còn hạn chế.
Thời gian tới, các chi bộ cần tăng cường công tác kiểm tra, giám sát và phát triển đảng viên.
`;

async function corpus() {
  const at = await mkdtemp(join(tmpdir(), "soi-large-"));
  const lines = Array.from({ length: COUNT }, (_, i) => JSON.stringify({ id: `r${i}`, text: page(i) }));
  await writeFile(join(at, "kho.jsonl"), lines.join("\n"));
  execFileSync(process.env.SOI_CLI, ["index", join(at, "kho.jsonl"), "-o", join(at, "kho.soi")]);
  return readFile(join(at, "kho.soi"));
}

journey("every view of a large corpus comes in steps, whole and accessible", {}, async (soi, { page }) => {
  const server = await host();
  try {
    server.over.set("kho.soi", await corpus());
    soi.url = server.url;
    const faults = [];
    for (const [i, view] of VIEWS.entries()) {
      await soi.open(`?view=${view}&corpus=kho.soi&theme=${i % 2 ? "dark" : "light"}`);
      await soi.until(() => document.querySelector(".set-content") !== null && document.querySelector("main [aria-busy=true], .set-content[aria-busy=true], main progress, .set-waiting") === null);
      assert.ok((await page.$eval(".set-content", (content) => content.innerText.length)) > 150, view);
      assert.equal(await page.$(".reports-empty"), null, view);
      if (browserName !== "chromium") continue;
      await page.evaluate(AXE);
      const found = await page.evaluate(async (tags) => {
        const { violations } = await globalThis.axe.run(document, { runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, as ${nodes[0].html.slice(0, 160)}`);
      }, TAGS);
      faults.push(...found.map((fault) => `${view} ${fault}`));
    }
    assert.deepEqual(faults, []);
  } finally {
    server.close();
  }
});

journey("what is typed fast into a large list is what the list shows in the end, and Enter waits for nothing", {}, async (soi, { page }) => {
  const server = await host();
  const shown = () => page.evaluate(() => ({
    count: document.querySelector("main h1").innerText,
    cards: [...document.querySelectorAll(".report-card")].map((card) => card.innerText),
    facets: [...document.querySelectorAll(".facet-row")].map((row) => row.innerText),
  }));
  const rested = () => soi.until(() => document.querySelector("main [aria-busy=true]") === null && /q=/.test(location.search));
  try {
    server.over.set("kho.soi", await corpus());
    soi.url = server.url;
    await soi.open("?corpus=kho.soi");
    await soi.until(() => document.querySelectorAll(".report-card").length === 40);
    await page.focus("#search");
    await page.keyboard.type("tan an 12");
    await page.keyboard.press("Enter");
    assert.equal(await page.$("#suggestions"), null, "Enter closes the suggestions at once");
    assert.equal(await page.$eval("#search", (box) => box.value), "tan an 12");
    await rested();
    const typed = await shown();
    assert.match(typed.count, /\d+ trong 210/);
    await page.reload();
    await soi.started();
    await rested();
    assert.deepEqual(await shown(), typed, "as a link of it shows it");
  } finally {
    server.close();
  }
});

journey("a card far down the list shows where the words stand, as the first ones do", {}, async (soi, { page }) => {
  const server = await host();
  try {
    server.over.set("kho.soi", await corpus());
    soi.url = server.url;
    await soi.open("?corpus=kho.soi&q=giam+sat");
    for (const cards of [40, 80, 120]) {
      await soi.until((cards) => document.querySelectorAll(".report-card").length === cards, cards);
      const marked = await page.$$eval(".report-card-excerpt", (all) => all.map((one) => one.querySelector("mark")?.innerText));
      assert.deepEqual(marked, Array(cards).fill("giám"));
      await page.evaluate(() => [...document.querySelectorAll("main button")].find((button) => button.innerText.trim() === "Thêm").click());
    }
  } finally {
    server.close();
  }
});
