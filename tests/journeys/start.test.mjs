// The site starts wherever it is put, and where it cannot start it says so with a way on.

import assert from "node:assert/strict";
import { journey, sites } from "./browser.mjs";

for (const site of Object.keys(sites)) {
  journey("the app starts", { site }, async (soi, { page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await soi.open();
    assert.match(await soi.headline(), /\S/);
    const fetched = asked.filter((url) => !/^(data|blob):/.test(url));
    assert.deepEqual(fetched.filter((url) => !url.startsWith(sites[site])), [], "nothing is fetched from elsewhere");
    if (site === "file") assert.deepEqual(fetched.filter((url) => url !== sites.file), [], "one file is all");
  });
}

journey("a part that does not load is told in words", { complaints: true }, async (soi, { page }) => {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (/_bg\.wasm$/.test(request.url())) request.respond({ status: 404, body: "gone" });
    else request.continue();
  });
  await page.goto(soi.url);
  const words = await soi.failure();
  assert.match(words, /Không tải được/);
  assert.match(words, /could not be loaded/);
  assert.match(words, /Tải lại trang/);
});

journey("a wasm that is damaged is told in words", { complaints: true }, async (soi, { page }) => {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (/_bg\.wasm$/.test(request.url())) {
      request.respond({ status: 200, contentType: "application/wasm", body: Buffer.from("\0asm broken") });
    } else request.continue();
  });
  await page.goto(soi.url);
  assert.match(await soi.failure(), /không khởi động được/);
});

journey("a browser without WebAssembly is told so", { complaints: true }, async (soi, { page }) => {
  await page.evaluateOnNewDocument(() => { delete globalThis.WebAssembly; });
  await page.goto(soi.url);
  assert.match(await soi.failure(), /không chạy được WebAssembly[^]*cannot run WebAssembly/);
});

journey("the folder opened without a server points at the single file", { site: "file", complaints: true }, async (soi, { page }) => {
  await page.goto(soi.url.replace(/soi\.html$/, "index.html"));
  assert.match(await soi.failure(), /soi\.html/);
  await soi.followWayOn("soi.html");
  await soi.started();
});

journey("a slow download shows how far it is", {}, async (soi, { page }) => {
  await page.setRequestInterception(true);
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  page.on("request", async (request) => {
    if (/soi-start[^/]*_bg\.wasm$/.test(request.url())) await held;
    request.continue();
  });
  const gone = page.goto(soi.url);
  assert.match(await soi.progress(), /Đang tải/);
  release();
  await gone;
  await soi.started();
});

journey("a crash after the start is told, with a way on", { complaints: true }, async (soi, { page }) => {
  await soi.open("?year=2020");
  // The app has no way to crash that we know of; a trap of its wasm arrives as this event.
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  assert.match(await soi.failure(), /không phản hồi nữa/);
  await soi.followWayOn("Tải lại trang");
  await soi.started();
  assert.match(await soi.address(), /year=2020/);
});

journey("a first visitor is asked what they want to know, and who has asked is not", {}, async (soi, { page }) => {
  await soi.open();
  await soi.click(await page.waitForSelector(".lead a"));
  await soi.until(() => document.querySelector(".set-content .quote[data-role=shortcoming]") !== null);
  assert.match((await soi.chips()).join(), /Hạn chế/);
  await soi.open();
  await page.waitForSelector(".lead a");
  await soi.search("kiem tra");
  await soi.until(() => document.querySelector(".lead") === null);
});
