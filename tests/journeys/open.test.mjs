// The reader's own documents: opened, read off the page's thread, explored; what cannot be read says why.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./browser.mjs";

const SEEDS = "seeds";

/** A folder of files that the journey wrote. */
async function folder(files) {
  const at = await mkdtemp(join(tmpdir(), "soi-open-"));
  const paths = [];
  for (const [name, content] of files) {
    paths.push(join(at, name));
    await writeFile(paths.at(-1), content);
  }
  return paths;
}

/** The seeds as one JSON object per line. */
async function seedLines() {
  const files = (await readdir(SEEDS)).filter((name) => name.endsWith(".txt")).sort();
  const lines = await Promise.all(files.map(async (file) => {
    return JSON.stringify({ id: file.replace(".txt", ""), text: await readFile(join(SEEDS, file), "utf8") }) + "\n";
  }));
  return lines.join("");
}

for (const site of ["root", "subPath", "file"]) journey("files are opened, explored and left again", { site }, async (soi) => {
  const files = await folder([
    ["kho.jsonl", await seedLines()],
    ["trang.html", "<title>Chi bộ A họp</title><script>document.title = 'X'</script><p>Ngày 20/6/2021, Chi bộ A họp sơ kết.</p><p>Kết nạp 30 đảng viên mới trong năm.</p>"],
    ["rong.txt", ""],
    ["khoa.zip", Buffer.from("PK\x03\x04 cut")],
  ]);
  await soi.open("?view=open");
  await soi.pick(files);
  await soi.untilReports(6);
  await soi.untilRead();
  assert.deepEqual(await soi.unreadFiles(), { "rong.txt": "không có nội dung", "khoa.zip": "tệp .zip bị hỏng hoặc bị cắt" });
  await soi.search("nhiệm kỳ");
  await soi.until(() => document.querySelectorAll("article h2 a").length === 2);
  await soi.press("Về kho mẫu");
  await soi.untilReports(5);
  assert.equal(await soi.searchText(), "");
});

journey("a corpus is kept: a reload shows it, its list deletes it", {}, async (soi, { page }) => {
  await soi.open("?view=open");
  await soi.pick(await folder([["kho.jsonl", await seedLines()], ["b.md", "# Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp."]]));
  await soi.untilReports(6);
  await soi.untilRead();
  await soi.untilKept(1);
  await page.reload();
  await soi.started();
  await soi.untilReports(6);
  await soi.openKept();
  await soi.press("Xóa");
  await soi.untilKept(0);
  await page.reload();
  await soi.started();
  await soi.open();
  await soi.untilReports(5);
});

journey("nothing leaves the machine: after its own reader was fetched the page asks for nothing", {}, async (soi, { page }) => {
  await soi.open("?view=open");
  const asked = [];
  page.on("request", (request) => { if (!request.url().startsWith("blob:")) asked.push(new URL(request.url()).pathname); });
  await soi.pick(await folder([["kho.jsonl", await seedLines()]]));
  await soi.untilRead();
  assert.ok(asked.every((path) => path.includes("soi-reader")), asked.join(" "));
  const before = asked.length;
  await soi.search("nhiệm kỳ");
  await soi.until(() => document.querySelectorAll("article h2 a").length === 2);
  assert.equal(asked.length, before);
});

journey("a pasted page is read as a page", {}, async (soi) => {
  await soi.open("?view=open&lang=en");
  await soi.paste("<h1>Chi bộ B sơ kết</h1><p>Ngày 1/7/2022, Chi bộ B họp. Kết nạp 12 đảng viên.</p>");
  await soi.untilReports(1);
  assert.deepEqual(await soi.titles(), ["Chi bộ B sơ kết"]);
});
