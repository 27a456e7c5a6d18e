// Hostile text through every way in: it stays text. Nothing runs, nothing is asked of another host, nothing opens.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { browserName, journey } from "./browser.mjs";
import { dist, host } from "./site.mjs";

/** What a hostile page would say; run, most of them set `soiCanary`. */
const PAYLOADS = JSON.parse(await readFile(new URL("hostile.json", import.meta.url), "utf8"));
assert.ok(PAYLOADS.length >= 80);

const VIEWS = [
  "overview", "sheet", "statements", "measures", "directives", "people", "bodies", "time", "map", "concordance", "words", "compare", "network",
];

const key = (i) => `p${String(i).padStart(3, "0")}`;
const text = (payload, i) => `Chi bộ ${key(i)} ${payload}\n\nNgày 20/6/2021, Đảng bộ ${key(i)} ${payload} tổ chức sơ kết. Kết nạp 12 đảng viên ${payload}.\n`;

const crc32 = (bytes) => ~bytes.reduce((sum, byte) => {
  sum ^= byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
}, ~0) >>> 0;

/** A .zip of files that are only stored. */
function zip(files) {
  const [parts, index] = [[], []];
  let at = 0;
  for (const [name, content] of files) {
    const [title, body] = [Buffer.from(name), Buffer.from(content)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", "latin1");
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(at, 42);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), head, title, body);
    index.push(entry, title);
    at += 30 + title.length + body.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** Files of every kind that hold all payloads, and one file named after each of some. */
async function files() {
  const at = await mkdtemp(join(tmpdir(), "soi-hostile-"));
  const escape = (text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const cell = (text) => `"${text.replace(/"/g, '""')}"`;
  const all = PAYLOADS.map(text);
  const page = `<!doctype html><title>Chi bộ trang ${PAYLOADS[0]}</title><p>${all.join("<p>")}`;
  const word = zip([
    ["[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ["word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${
      all.map((one) => `<w:p><w:r><w:t>${escape(one)}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`],
  ]);
  const parts = [
    ["kho.jsonl", PAYLOADS.map((payload, i) => JSON.stringify({ id: key(i), text: text(payload, i), [payload.slice(0, 40)]: 1 })).join("\n")],
    ["bang.csv", "id,text\n" + PAYLOADS.map((payload, i) => [cell("c" + key(i) + payload), cell(text(payload, i))].join(",")).join("\n")],
    ["tat-ca.txt", all.join("\n").replaceAll("\0", "")],
    ["trang.html", page.replaceAll("\0", "")],
    ["trang.mhtml", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n" +
      `Content-Location: javascript:soiCanary=1\r\n\r\n${page.replaceAll("\0", "")}\r\n--b--\r\n`],
    ["van-ban.docx", word],
    ["ghi.md", all.join("\n\n").replaceAll("\0", "")],
    ...["<img src=x onerror=soiCanary=1>", "\u202egpj.exe", "javascript:soiCanary=1", "'\"><svg onload=soiCanary=1>", "__proto__"]
      .map((name, i) => [`${name}.txt`, text("tên tệp " + i, 900 + i)]),
  ];
  const paths = [];
  for (const [name, content] of parts) {
    paths.push(join(at, name));
    await writeFile(paths.at(-1), content);
  }
  return paths;
}

/** Watches a page for what must not happen. */
function watch(page, own) {
  const seen = [];
  page.on("dialog", (dialog) => { seen.push("dialog " + dialog.message()); dialog.dismiss(); });
  page.on("popup", () => seen.push("popup"));
  page.on("request", (request) => {
    if (!request.url().startsWith(own) && !/^(blob|data):/.test(request.url())) seen.push("request " + request.url());
  });
  return seen;
}

/** What stands in the page that is no part of ours: elements, handlers, links elsewhere; and whether something ran. */
const strangers = (page) => page.evaluate(() => {
  const found = [...document.querySelectorAll(
    "body img, body iframe, body object, body embed, body link, body meta, body base, body math, body video, body template, main script, main style, main form",
  )].map((e) => e.outerHTML.slice(0, 80));
  for (const e of document.querySelectorAll("body *")) {
    for (const { name, value } of e.attributes) {
      if (name.startsWith("on") || (/^(href|src|action|formaction|xlink:href)$/.test(name) && !/^([?#]|\.\/|soi)/.test(value))) {
        if (!(e.tagName === "A" && /^https?:\/\//.test(value))) found.push(`${e.tagName} ${name}=${value.slice(0, 60)}`);
      }
    }
  }
  if (globalThis.soiCanary !== undefined) found.push("it ran");
  if ({}.polluted !== undefined) found.push("a prototype was changed");
  return found;
});

/** Goes to an address inside the page. */
const go = (page, query) => page.evaluate(async (query) => {
  history.pushState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
  await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
}, query);

/** Every view of the corpus that is shown, and so many of its reports. */
async function tour(page, ids) {
  for (const view of VIEWS) {
    await go(page, `?view=${view}&lang=en`);
    assert.deepEqual(await strangers(page), [], view);
  }
  for (const id of ids) {
    await go(page, `?report=${encodeURIComponent(id)}&lang=en`);
    assert.deepEqual(await strangers(page), [], id);
  }
}

journey(`${PAYLOADS.length} payloads in documents of every format, and in file names`, {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  const seen = watch(page, soi.url);
  await soi.pick(await files());
  await soi.untilRead();
  assert.deepEqual(await strangers(page), []);
  const ids = PAYLOADS.map((_, i) => key(i));
  await tour(page, browserName === "firefox" ? ids.slice(0, 40) : ids);
  // What a payload says is there to read, as text.
  for (const i of [0, 15, 24, 40, 71]) {
    await go(page, `?report=${key(i)}&lang=en`);
    const shown = await page.$eval("main", (main) => main.textContent);
    assert.ok(shown.includes(PAYLOADS[i]), `${PAYLOADS[i]} in ${shown.slice(0, 400)}`);
  }
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads as names of files, of those that are read and of those that are not`, {}, async (soi, { page }) => {
  await soi.open("?view=open&lang=en");
  const seen = watch(page, soi.url);
  const at = await mkdtemp(join(tmpdir(), "soi-names-"));
  const name = (payload) => payload.replaceAll("\0", "").slice(0, 200);
  await writeFile(join(at, "kho.zip"), zip(PAYLOADS.flatMap((payload, i) => [[`${name(payload)}.txt`, text("", i)], [`x${name(payload)}.txt`, ""]])));
  await soi.pick([join(at, "kho.zip")]);
  await soi.untilRead();
  assert.deepEqual(await strangers(page), []);
  const told = Object.keys(await soi.unreadFiles());
  // Two of them are the same name once what cannot be in one is gone.
  assert.ok(told.length >= PAYLOADS.length - 2, `${told.length} empty files are told`);
  assert.ok(told.some((row) => row.includes(PAYLOADS[15])), "by the name that they have");
  assert.deepEqual(await strangers(page), []);
  // The first file's name is the corpus's, where it is kept and renamed.
  await tour(page, []);
  await go(page, "?view=open&lang=en");
  await page.locator("form.open-paste").wait();
  const others = (await strangers(page)).filter((one) => !/^<form class="open-(kept-form|paste)">/.test(one));
  assert.deepEqual(others, []);
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads pasted, and in a link that carries documents`, {}, async (soi, { page }) => {
  const all = PAYLOADS.map(text);
  const seen = watch(page, soi.url);
  for (const pasted of [all.join("\n"), `<!doctype html><title>Chi bộ dán</title><p>${all.join("<p>")}`]) {
    await soi.open("?view=open&lang=en");
    await soi.paste(pasted.replaceAll("\0", ""));
    await soi.untilRead();
    await go(page, "?lang=en");
    assert.deepEqual(await strangers(page), []);
    await page.locator("article h2 a").click();
    await page.locator("article.report-page").wait();
    assert.deepEqual(await strangers(page), []);
  }
  const lines = PAYLOADS.map((payload, i) => JSON.stringify({ id: i % 2 ? payload : key(i), title: payload, text: text(payload, i) }) + "\n");
  const letters = gzipSync(lines.join("")).toString("base64url");
  await page.goto("about:blank");
  await page.goto(`${soi.url}?lang=en#docs=1-${letters.length}-${letters}`);
  await soi.started();
  await soi.untilRead();
  await tour(page, [0, 40, 90].map(key).concat(PAYLOADS[1], PAYLOADS[39], PAYLOADS[71]));
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads in an imported file of corrections`, {}, async (soi, { page }) => {
  const REPORT = "002_8e31a9386e71f985";
  await soi.open("?view=saved&lang=en");
  const seen = watch(page, soi.url);
  const quote = (await readFile(`seeds/${REPORT}.txt`, "utf8")).match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u)[0];
  const lines = PAYLOADS.flatMap((payload, i) => [
    { report: REPORT, at: [0, 3], quote, do: "set", list: "report", fields: { title: payload, byline: payload } },
    { report: REPORT, at: [i, i + 9], quote, do: "add", list: "people", fields: { name: payload, roles: [payload] } },
    { report: payload, at: [0, 3], quote: payload, do: "remove", list: "people" },
    { report: REPORT, at: [0, 3], quote: payload, do: payload, list: payload },
  ]);
  const file = join(await mkdtemp(join(tmpdir(), "soi-corrections-")), "c.jsonl");
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const input = await page.waitForSelector("#fix-import");
  await input.uploadFile(file);
  await soi.until((count) => document.querySelectorAll(".fix-row").length >= count, PAYLOADS.length);
  const rows = await page.$eval(".fix-all", (all) => all.textContent);
  assert.ok(rows.includes(PAYLOADS[0]) && rows.includes(PAYLOADS[15]), "they are there to read");
  assert.deepEqual(await strangers(page), []);
  await tour(page, [REPORT]);
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads in every parameter of an address`, {}, async (soi, { page }) => {
  await soi.open("?view=saved");
  const seen = watch(page, soi.url);
  const names = ["q", "view", "report", "with", "of", "by", "order", "date", "sort", "at", "statement", "lang", "theme", "v", "frame", "year", "-person", "place"];
  for (const [i, payload] of PAYLOADS.entries()) {
    // Each payload in each parameter, several at once; the long ones would only make a long address.
    const value = encodeURIComponent(payload.slice(0, 300));
    const query = "?" + names.map((name) => `${name}=${value}`).join("&") + `&${encodeURIComponent(payload.slice(0, 60))}=1`;
    await go(page, query);
    if (i % 4 === 0) await go(page, `?view=${VIEWS[i % VIEWS.length]}&q=${value}&of=${value}`);
    assert.deepEqual(await strangers(page), [], query);
  }
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads in an imported file of views and notes`, {}, async (soi, { page }) => {
  await soi.open("?view=saved");
  const seen = watch(page, soi.url);
  const lines = PAYLOADS.flatMap((payload, i) => [
    { view: `?q=${i}`, name: payload }, { view: payload, name: "x" }, { view: "?" + payload, name: "y" },
    { report: payload, statement: 1, text: payload }, { report: "002_8e31a9386e71f985", statement: i + 1, text: payload },
    { __proto__: null, constructor: payload },
  ]);
  await soi.importSaved(lines.map((line) => JSON.stringify(line)).join("\n"));
  await soi.until((count) => document.querySelectorAll(".saved-row").length >= count, PAYLOADS.length);
  assert.deepEqual(await strangers(page), []);
  const shown = await page.$$eval(".saved-row a", (links) => links.map((a) => a.textContent));
  assert.ok(shown.includes(PAYLOADS[0]) && shown.includes(PAYLOADS[15]));
  assert.deepEqual(seen, []);
});

journey(`${PAYLOADS.length} payloads in a built corpus`, {}, async (soi, { page }) => {
  const server = await host();
  try {
    const at = await mkdtemp(join(tmpdir(), "soi-built-"));
    await writeFile(join(at, "kho.jsonl"), PAYLOADS.map((payload, i) => JSON.stringify({ id: key(i), text: text(payload, i) })).join("\n"));
    execFileSync(process.env.SOI_CLI, ["index", join(at, "kho.jsonl"), "-o", join(at, "kho.soi")]);
    server.over.set("kho.soi", await readFile(join(at, "kho.soi")));
    soi.url = server.url;
    const seen = watch(page, server.url);
    await soi.open("?view=saved&corpus=kho.soi");
    await go(page, "?corpus=kho.soi");
    await tour(page, [0, 15, 40, 71, 90].map(key));
    assert.deepEqual(seen, []);
  } finally {
    server.close();
  }
});

for (const single of [false, true]) journey(`${PAYLOADS.length} payloads in the settings of a site${single ? ", as one file" : ""}`, {}, async (soi, { page }) => {
  const at = await mkdtemp(join(tmpdir(), "soi-toml-"));
  await writeFile(join(at, "a.txt"), text("", 0));
  await writeFile(join(at, "ve.md"), PAYLOADS.map((payload) => {
    const line = payload.replace(/\s+/g, " ");
    return `## ${line}\n\n- ${line}\n- [${line}](${line})\n\n${payload} **${line}** [x](javascript:soiCanary=1)\n`;
  }).join("\n"));
  await writeFile(join(at, "logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="soiCanary=1">
    <script>soiCanary=1</script><image href="https://evil.test/x.png"/><foreignObject><img src="https://evil.test/y.png"/></foreignObject></svg>`);
  const server = await host();
  try {
    const seen = watch(page, server.url);
    for (const title of ["\"><script>soiCanary=1</script>", "</title><img src=x onerror=soiCanary=1>", "\u202e<svg onload=soiCanary=1>", "' onmouseover='soiCanary=1"]) {
      await writeFile(join(at, "soi.toml"), [
        `title = ${JSON.stringify(title)}`, 'languages = ["en", "vi"]', 'logo = "logo.svg"', 'about = "ve.md"',
        `view = ${JSON.stringify("?view=words&q=" + encodeURIComponent(title))}`,
      ].join("\n"));
      const site = join(at, single ? "kho.html" : "site");
      execFileSync(process.env.SOI_CLI, ["build", join(at, "a.txt"), "-o", site, "--app", dist, ...(single ? ["--single-file"] : [])]);
      for (const name of single ? [] : await readdir(site)) server.over.set(name, await readFile(join(site, name)));
      if (single) server.over.set("index.html", await readFile(site));
      soi.url = server.url;
      await soi.open();
      const shown = title.replace("\u202e", "");
      await soi.until((title) => document.querySelector(".site-name")?.textContent === title, shown);
      // The view that the settings name, and the window's title.
      await soi.until((title) => document.title.endsWith(` · ${title}`), shown);
      assert.match(await soi.address(), /view=words/);
      await page.locator(".site-about summary").click();
      const text = await page.$eval(".site-text", (about) => about.textContent);
      assert.ok(text.includes(PAYLOADS[0]) && text.includes(PAYLOADS[15]));
      // The logo is the one picture that the page has; an image runs nothing.
      const logo = await page.$$eval("body img", (all) => all.map((img) => [img.className, img.src.slice(0, 20)]));
      assert.deepEqual(logo, [["site-logo", "data:image/svg+xml;b"]]);
      await page.$eval(".site-logo", (img) => img.remove());
      // The site's own way to its corpus, named by content.
      const own = await page.$$eval("body link", (all) => all.map((link) => { link.remove(); return link.getAttribute("href"); }));
      assert.ok(own.every((href) => /^\.\/corpus-[0-9a-f]{16}\.soi$/.test(href)), own.join(" "));
      // What Markdown says is a link leads to the web or stays here.
      const links = await page.$$eval(".site-text a", (all) => all.map((a) => a.getAttribute("href")));
      assert.ok(links.every((href) => /^(https?:|mailto:|\?)/i.test(href)), links.join(" "));
      await page.$$eval(".site-text a", (all) => all.forEach((a) => a.removeAttribute("href")));
      assert.deepEqual(await strangers(page), [], title);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en", "the first language of the settings");
    }
    assert.deepEqual(seen, []);
  } finally {
    server.close();
  }
});
