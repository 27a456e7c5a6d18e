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
