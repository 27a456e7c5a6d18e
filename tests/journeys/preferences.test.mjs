// Language and theme: by the link, by choice, kept for the next visit.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

journey("the language switches and is kept", {}, async (soi, { page }) => {
  await soi.open();
  assert.equal((await soi.root()).lang, "vi", "Vietnamese is the default");
  assert.match(await soi.headline(), /báo cáo/);
  await soi.switchTo("English");
  await soi.until(() => document.documentElement.lang === "en");
  assert.match(await soi.headline(), /reports/);
  await page.goto(soi.url);
  await soi.started();
  assert.equal((await soi.root()).lang, "en", "the choice is kept");
});

journey("the theme switches and is kept", {}, async (soi, { page }) => {
  await soi.open();
  await soi.switchTo("Sáng");
  await soi.until(() => document.documentElement.dataset.theme === "light");
  const light = await soi.root();
  await soi.switchTo("Tối");
  await soi.until(() => document.documentElement.dataset.theme === "dark");
  const dark = await soi.root();
  assert.notEqual(dark.paper, light.paper);
  await page.goto(soi.url);
  await soi.started();
  assert.deepEqual(await soi.root(), dark, "the choice is kept");
});

journey("a link's language and theme win over the reader's", {}, async (soi) => {
  await soi.open("?lang=en&theme=dark");
  const root = await soi.root();
  assert.equal(root.lang, "en");
  assert.equal(root.theme, "dark");
});
