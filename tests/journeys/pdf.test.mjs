// PDFs in the page: their text layer read by a program that is fetched when the first is opened.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { journey } from "./browser.mjs";
import { files } from "./files.mjs";

/** A PDF of objects, the first its catalog. */
function pdfOf(objects, trailer = "") {
  let out = "%PDF-1.7\n";
  const places = objects.map((object, i) => {
    const place = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`, "latin1");
}

const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}endstream`;

/** A PDF with a text layer as Word writes one: glyphs by number, a map to Unicode, printed lines. */
function pdf(text) {
  const hex = (number) => number.toString(16).toUpperCase().padStart(4, "0");
  const glyphs = [...new Set(text.replace(/[\0-\x1f]/g, "") + " ")].sort();
  const number = new Map(glyphs.map((glyph, i) => [glyph, i + 1]));
  const pages = [];
  let y = 0;
  for (const line of text.split(/\r?\n/).filter((line) => line.trim() !== "")) {
    const rows = [];
    for (const word of line.trim().split(/\s+/)) {
      if (rows.length > 0 && rows.at(-1).length + word.length < 90) rows.push(rows.pop() + " " + word);
      else rows.push(word);
    }
    for (const row of rows) {
      if (y < 70) { pages.push(""); y = 780; }
      pages[pages.length - 1] += `BT /F1 12 Tf 1 0 0 1 40 ${y} Tm <${[...row].map((glyph) => hex(number.get(glyph))).join("")}> Tj ET\n`;
      y -= 14;
    }
    y -= 8;
  }
  let map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n" +
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (let at = 0; at < glyphs.length; at += 100) {
    const some = glyphs.slice(at, at + 100);
    map += `${some.length} beginbfchar\n${some.map((glyph, i) => {
      return `<${hex(at + i + 1)}> <${[...Array(glyph.length).keys()].map((unit) => hex(glyph.charCodeAt(unit))).join("")}>\n`;
    }).join("")}endbfchar\n`;
  }
  map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  const kids = pages.map((_, page) => `${6 + page * 2} 0 R`).join(" ");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 640 842] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    stream(map),
    ...pages.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + page * 2} 0 R >>`, stream(content),
    ]),
  ]);
}

const page = (content, resources) => [
  "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  `<< /Type /Page /Parent 2 0 R /Resources << ${resources} >> /Contents 4 0 R >>`, stream(content),
  "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nxendstream",
];
const LOCK = "00112233445566778899aabbccddeeff";
const LOCKED = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${LOCK}${LOCK}> /U <${LOCK}${LOCK}> >> /ID [<${LOCK}> <${LOCK}>]`;

for (const site of ["root", "file"]) journey("the five seeds as PDF give the facts of the texts", { site }, async (soi) => {
  const names = (await readdir("seeds")).filter((name) => name.endsWith(".txt")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join("seeds", name), "utf8")));
  const told = [];
  for (const make of [(text) => text, pdf]) {
    await soi.open("?view=open");
    await soi.pick(await files(names.map((name, i) => [make === pdf ? name.replace(".txt", ".pdf") : name, make(texts[i])])));
    await soi.untilRead();
    await soi.untilReports(5);
    told.push([await soi.counts(), await soi.titles()]);
  }
  assert.deepEqual(told[1], told[0]);
});

journey("scanned, locked and damaged PDFs say which, and the rest is read", {}, async (soi, { page: tab }) => {
  const asked = [];
  tab.on("request", (request) => { if (request.url().includes("soi-pdf")) asked.push(request.url()); });
  await soi.open("?view=open");
  const good = pdf("Chi bộ A họp\nNgày 20/6/2021, Chi bộ A họp sơ kết.");
  await soi.pick(await files([["a.txt", "Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp sơ kết."]]));
  await soi.untilRead();
  assert.deepEqual(asked, [], "who opens no PDF fetches nothing for it");
  await soi.open("?view=open");
  await soi.pick(await files([
    ["anh.pdf", pdfOf(page("/I Do\n", "/XObject << /I 5 0 R >>"))], ["khoa.pdf", pdfOf(page("\n", ""), LOCKED)],
    ["cut.pdf", good.subarray(0, good.length / 2)], ["tot.pdf", good], ["trong.pdf", pdfOf(page("\n", ""))],
  ]));
  await soi.untilReports(1);
  await soi.untilRead();
  assert.deepEqual(await soi.titles(), ["Chi bộ A họp"]);
  assert.deepEqual(await soi.unreadFiles(), {
    "anh.pdf": "PDF chỉ có ảnh chụp, không có lớp chữ", "khoa.pdf": "có mật khẩu", "cut.pdf": "tệp .pdf bị hỏng hoặc bị cắt",
    "trong.pdf": "không có chữ nào để đọc",
  });
  assert.equal(asked.length, 2, asked.join(" "));
});

journey("where its reader does not come, a PDF says so and the rest is read", {}, async (soi, { page: tab }) => {
  await tab.evaluateOnNewDocument(() => {
    const real = globalThis.fetch;
    globalThis.fetch = (what, ...more) => (String(what).includes("soi-pdf") ? Promise.reject(new TypeError("gone")) : real(what, ...more));
  });
  await soi.open("?view=open");
  await soi.pick(await files([["a.pdf", pdf("Chi bộ A họp")], ["b.md", "# Chi bộ B họp\n\nNgày 20/6/2021, Chi bộ B họp sơ kết."]]));
  await soi.untilReports(1);
  await soi.untilRead();
  assert.match((await soi.unreadFiles())["a.pdf"], /không tải được phần đọc PDF/);
});
