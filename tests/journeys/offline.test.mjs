// After one visit there need be no network; a new version waits for the reader's word and loses nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { journey } from "./browser.mjs";
import { dist, host } from "./site.mjs";

/** Opens the site of `server` and waits until the browser keeps it. */
async function kept(soi, page, server, address = "") {
  soi.url = server.url;
  // Visits shorter than a few seconds are not kept; the journey need not wait for that.
  await page.evaluateOnNewDocument(() => {
    const real = globalThis.setTimeout;
    globalThis.setTimeout = (what, ms, ...more) => real(what, ms === 3000 ? 0 : ms, ...more);
  });
  await soi.open(address);
  await soi.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
  await soi.until(() => navigator.serviceWorker.controller !== null);
}

for (const prefix of ["/", "/a/b/soi/"]) {
  journey(`the site works without its server, below ${prefix}`, {}, async (soi, { page }) => {
    const server = await host(prefix);
    try {
      await kept(soi, page, server, "?q=nhi%E1%BB%87m+k%E1%BB%B3");
      server.stop();
      await page.reload();
      await soi.started();
      await soi.untilReports(2);
      assert.match(await soi.address(), /q=nhiệm\+kỳ/);
      await soi.open("?view=words");
      await soi.until(() => document.querySelector("main table") !== null);
      await soi.open("?view=open");
      const file = join(await mkdtemp(join(tmpdir(), "soi-offline-")), "a.txt");
      await writeFile(file, "Chi bộ A họp\n\nNgày 20/6/2021, Chi bộ A họp sơ kết.\n");
      await soi.pick([file]);
      await soi.untilReports(1);
      await soi.untilRead();
    } finally {
      server.close();
    }
  });
}

journey("a new version says so, waits, and opens at the same address", {}, async (soi, { page }) => {
  const server = await host();
  try {
    await kept(soi, page, server);
    const worker = await readFile(join(dist, "soi-offline.js"), "utf8");
    server.over.set("soi-offline.js", worker.replace('BUILD = "', 'BUILD = "next-'));
    const html = await readFile(join(dist, "index.html"), "utf8");
    server.over.set("index.html", html.replace("<title>", '<meta name="next" content=""><title>'));
    await soi.open("?q=nhi%E1%BB%87m+k%E1%BB%B3&lang=en");
    await soi.until(() => document.querySelector(".boot-note") !== null);
    assert.match(await page.$eval(".boot-note", (note) => note.innerText), /^A new version of Soi is ready/);
    assert.equal(await page.$("meta[name=next]"), null, "until then all is of the old version");
    await Promise.all([page.waitForNavigation(), page.$eval(".boot-note button", (button) => button.click())]);
    await soi.started();
    assert.ok(await page.$("meta[name=next]"));
    assert.match(await soi.address(), /q=nhiệm\+kỳ/);
    await soi.untilReports(2);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, "the old version is gone");
  } finally {
    server.close();
  }
});

journey("a corpus of another version is told, with a way to the latest app", { complaints: true }, async (soi, { page }) => {
  const server = await host();
  const corpus = join(await mkdtemp(join(tmpdir(), "soi-version-")), "kho.soi");
  execFileSync(process.env.SOI_CLI, ["index", "seeds", "-o", corpus]);
  const bytes = await readFile(corpus);
  server.over.set("kho.soi", bytes);
  try {
    await kept(soi, page, server, "?corpus=kho.soi");
    await soi.untilReports(5);
    // Older and newer: the number stands behind the magic word.
    const at = bytes.findIndex((byte) => byte < 32);
    for (const version of [bytes[at] + 1, bytes[at] - 1]) {
      const other = Buffer.from(bytes);
      other[at] = version;
      server.over.set("kho.soi", other);
      await page.goto(soi.url + "?corpus=kho.soi");
      const words = await soi.failure();
      assert.match(words, /ở định dạng của một bản Soi khác[^]*another version of Soi/, words);
    }
    // The matching app is there by now: what was kept of the old one does not stand in its way.
    server.over.set("kho.soi", bytes);
    server.asked.length = 0;
    await soi.followWayOn("Tải lại trang");
    await soi.started();
    await soi.untilReports(5);
    assert.ok(server.asked.includes("index.html"), "the page itself was asked for again");
    server.stop();
    assert.match(await soi.address(), /corpus=kho/);
  } finally {
    server.close();
  }
});

journey("the manifest and its icons are there", {}, async (soi, { page }) => {
  await soi.open();
  const icons = await page.evaluate(async () => {
    const link = document.querySelector("link[rel=manifest]").href;
    const manifest = await (await fetch(link)).json();
    return Promise.all(manifest.icons.map(async ({ src, sizes }) => {
      const image = new Image();
      image.src = new URL(src, link).href;
      await image.decode();
      return [sizes, image.naturalWidth];
    }));
  });
  assert.deepEqual(icons.filter(([sizes]) => sizes !== "any"), [["192x192", 192], ["512x512", 512], ["512x512", 512]]);
});
