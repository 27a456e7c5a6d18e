// Finding reports by words, as Vietnamese is typed.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

const ALL = 5;
/** The reports that print “Đảng bộ Khối”. */
const OF_THE_BLOC = ["Đổi mới phương thức lãnh đạo", "kiểm điểm giữa nhiệm kỳ"];

const holds = (titles, part) => titles.some((title) => title.includes(part));

journey("words typed without marks find words with them, neighbours first", {}, async (soi) => {
  await soi.open();
  await soi.untilReports(ALL);
  await soi.search("dang bo khoi");
  await soi.until(() => document.querySelector("main mark") !== null);
  const first = (await soi.titles()).slice(0, OF_THE_BLOC.length);
  for (const part of OF_THE_BLOC) assert.ok(holds(first, part), `${part} is among the first: ${first.join(" | ")}`);
  const hits = (await soi.hits()).join(" ");
  assert.match(hits, /đảng.*bộ.*khối/, "the excerpt marks the words as printed");
});

journey("quotes make a phrase", {}, async (soi) => {
  await soi.open();
  await soi.search('"dang bo khoi"');
  await soi.untilReports(OF_THE_BLOC.length);
  const titles = await soi.titles();
  for (const part of OF_THE_BLOC) assert.ok(holds(titles, part), part);
});

journey("a word typed with marks finds only those marks", {}, async (soi) => {
  await soi.open();
  await soi.search("khối");
  await soi.until(() => document.querySelector("main mark") !== null);
  const hits = await soi.hits();
  assert.deepEqual(hits.filter((hit) => !hit.normalize("NFC").includes("khối")), [], "no khôi, no khỏi");
});

journey("both ways of placing a tone find the same", {}, async (soi) => {
  await soi.open();
  await soi.search('"cấp ủy"');
  await soi.until(() => document.querySelector("main mark") !== null);
  const modern = await soi.titles();
  await soi.search('"cấp uỷ"');
  await soi.until((row, wanted) => document.querySelectorAll(row).length === wanted, "article h2 a", modern.length);
  assert.deepEqual(await soi.titles(), modern);
});

journey("a search that finds nothing says so and offers a way on", {}, async (soi) => {
  await soi.open();
  await soi.search("xyzzy");
  await soi.untilReports(0);
  assert.match(await soi.headline(), /0/);
  await soi.clearAll();
  await soi.untilReports(ALL);
  assert.equal(await soi.searchText(), "");
});
