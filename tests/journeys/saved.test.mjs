// What a reader keeps: a view and a note survive a reload, leave as a file, and hostile text stays text.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

journey("a saved view and a note come back after a reload", {}, async (soi, { page }) => {
  await soi.open("?q=kiem+tra&report=002_8e31a9386e71f985&statement=4");
  const note = "<img src=x onerror=alert(1)> xem lại";
  await page.locator(".note summary").click();
  await page.locator("textarea").fill(note);
  await page.locator(".save-view").click();
  await soi.until(() => document.querySelector(".save-view").getAttribute("aria-pressed") === "true");
  await page.reload();
  await soi.started();
  assert.equal(await page.$eval("textarea", (field) => field.value), note);
  await soi.open("?view=saved");
  await soi.until(() => document.querySelectorAll(".saved-row").length === 1);
  assert.equal(await page.$eval(".saved-note", (p) => p.textContent), note);
  assert.equal(await page.$$eval("main img", (images) => images.length), 0);
  await page.locator(".saved-row a").click();
  await soi.until(() => document.querySelector(".report-title") !== null);
  assert.match(await soi.address(), /q=kiem\+tra&report=002_8e31a9386e71f985&statement=4/);
});

journey("an import keeps what is ours and says what was left out", {}, async (soi, { page }) => {
  await soi.open("?view=saved");
  const text = '{"view":"?q=a","name":"<script>alert(1)</script>"}\nno json\n{"view":"javascript:alert(1)","name":"x"}\n';
  await soi.importSaved(text);
  await soi.until(() => document.querySelectorAll(".saved-row").length === 1);
  assert.equal(await page.$eval(".saved-row a", (a) => a.textContent), "<script>alert(1)</script>");
  await soi.until(() => /: 2\.$/.test(document.querySelector(".saved-page > [role=status]").textContent));
});
