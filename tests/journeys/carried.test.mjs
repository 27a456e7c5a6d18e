// A link that carries its documents: made, opened by somebody else, cut and altered on its way.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { journey, tab } from "./browser.mjs";

const TEXT = "Chi bộ A sơ kết\n\nNgày 20/6/2021, Chi bộ A tổ chức hội nghị sơ kết. Kết nạp 12 đảng viên mới.";

/** A link of these bytes, as they come. */
const carrying = (bytes) => {
  const letters = bytes.toString("base64url");
  return `#docs=1-${letters.length}-${letters}`;
};

for (const site of ["root", "subPath", "file"]) journey("a link carries its documents to another browser", { site }, async (soi) => {
  await soi.open("?view=open");
  await soi.paste(TEXT);
  await soi.untilReports(1);
  await soi.untilRead();
  await soi.open("?view=open");
  const { link, said } = await soi.carryingLink();
  assert.match(said, new RegExp(`1 văn bản · ${link.length.toLocaleString("vi")} ký tự`));
  assert.match(said, /Ngắn hơn 2.000 ký tự/);
  assert.ok(link.length < 2_000 && link.includes("#docs=1-"), link);
  const other = await tab(site);
  try {
    await other.page.goto(link);
    await other.soi.started();
    await other.soi.untilReports(1);
    assert.deepEqual(await other.soi.titles(), ["Chi bộ A sơ kết"]);
    // As an opened corpus: it is searched, and left again.
    await other.soi.search("kết nạp");
    await other.soi.until(() => document.querySelectorAll("article h2 a").length === 1);
    await other.soi.press(/lang=en/.test(link) ? "Back to" : "Về kho mẫu");
    await other.soi.untilReports(5);
    assert.deepEqual(other.complaints, []);
  } finally {
    await other.close();
  }
});

journey("a longer link says what does not take it", {}, async (soi) => {
  await soi.open("?view=open&lang=en");
  const { link, said } = await soi.carryingLink();
  assert.ok(link.length > 8_000, `${link.length}`);
  assert.match(said, /5 documents · [\d,]+ characters\nOver 8,000 characters: most messengers/);
});

journey("what happened to a link on its way is told, and what arrived is read", {}, async (soi, { page }) => {
  const lines = Array.from({ length: 60 }, (_, i) => JSON.stringify({ id: `so-${i}`, text: TEXT.replaceAll("Chi bộ A", `Chi bộ ${i * 7919 % 1000}`) }) + "\n");
  const whole = carrying(gzipSync(lines.join("")));
  const cut = whole.slice(0, whole.length * 0.9);
  await page.goto(soi.url + "?lang=en" + cut);
  await soi.started();
  await soi.untilRead();
  const told = await soi.unreadFiles();
  assert.match(Object.values(told)[0], new RegExp(`cut on its way: [\\d,]+ / ${whole.split("-")[1]} characters arrived`));
  assert.ok((await soi.titles()).length > 5);

  for (const broken of [whole.replace("docs=1-", "docs=9-"), whole.replace(/.{9}$/, "<script>x"), "#docs=1-4-%00%0"]) {
    await page.goto("about:blank");
    await page.goto(soi.url + "?lang=en" + broken);
    await soi.started();
    await soi.until(() => document.querySelector(".open-troubles-why")?.innerText.startsWith("the link was altered or cut"));
  }
  // Letters of the right number that are no documents.
  for (const bytes of [Buffer.from("no gzip at all"), gzipSync("not json"), gzipSync("[".repeat(5000)), gzipSync(Buffer.alloc(40 << 20, "a"))]) {
    await page.goto("about:blank");
    await page.goto(soi.url + "?lang=en" + carrying(bytes));
    await soi.started();
    await soi.untilRead();
    await soi.until(() => document.querySelector(".open-status-reading a")?.innerText.includes("not read"));
  }
  assert.equal(await page.evaluate(() => globalThis.soiCanary), undefined);
});

journey("a link of a million characters opens; a damaged one is told in Vietnamese, too", {}, async (soi, { page }) => {
  // Stored, not packed: so many letters of text are so many characters of the link.
  const report = (length) => gzipSync(JSON.stringify({ id: "dai", text: TEXT + "\n\n" + "Chi bộ họp.\n".repeat(length / 12) }) + "\n", { level: 0 });
  const address = (length) => soi.url + "?lang=vi" + carrying(report(length));
  let length = 640_000;
  for (let over; (over = address(length).length - 1_000_000) > 0;) length -= 12 * Math.ceil(over / 24);
  const link = address(length);
  assert.ok(link.length > 999_900, `${link.length}`);
  await page.goto(link);
  await soi.started();
  await soi.untilReports(1);
  assert.deepEqual(await soi.titles(), ["Chi bộ A sơ kết"]);
  for (const [broken, told] of [[link.slice(0, 5_000), "liên kết bị cắt trên đường đi"], [link.replace("docs=1-", "docs=1-x"), "liên kết đã bị sửa"]]) {
    await page.goto("about:blank");
    await page.goto(broken);
    await soi.started();
    await soi.until((told) => {
      document.querySelector(".open-status-reading a")?.click();
      return [...document.querySelectorAll(".open-troubles-why")].some((why) => why.innerText.trim().startsWith(told));
    }, told);
  }
});

journey("a link that is put into an open page is opened", {}, async (soi, { page }) => {
  await soi.open();
  await soi.untilReports(5);
  const loaded = page.waitForNavigation({ waitUntil: "load" });
  await page.evaluate((hash) => { location.hash = hash; }, carrying(gzipSync(JSON.stringify({ id: "a", text: TEXT }))));
  await loaded;
  await soi.started();
  await soi.untilReports(1);
  assert.deepEqual(await soi.titles(), ["Chi bộ A sơ kết"]);
});
