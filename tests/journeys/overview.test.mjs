// The filtered set at a glance: overview, time and map, each mark a filter or the way to its sentence.

import assert from "node:assert/strict";
import { journey } from "./browser.mjs";

/** The links of a figure's picture whose name holds `part`. */
const marks = (page, figure, part) => page.$$eval(`#${figure} svg a`, (links, part) =>
  links.map((a) => a.getAttribute("aria-label")).filter((name) => name.includes(part)), part);

/** Puts the focus on the mark whose name holds `part` and presses Enter. */
async function followByKeyboard(page, figure, part) {
  const focused = await page.$$eval(`#${figure} svg a`, (links, part) => {
    links.find((a) => a.getAttribute("aria-label").includes(part))?.focus();
    return document.activeElement.getAttribute("aria-label");
  }, part);
  assert.ok(focused?.includes(part), `the focus is on ${part}`);
  await page.keyboard.press("Enter");
}

journey("from the start page to the overview, where a mark filters", {}, async (soi, { page }) => {
  await soi.open();
  await page.$eval(".view-bar a[href*='view=overview']", (a) => a.click());
  await soi.until(() => document.querySelector("#overview-kinds svg a") !== null);
  await followByKeyboard(page, "overview-years", "Cụm thi đua số 5");
  await soi.until(() => decodeURIComponent(location.search).includes("date=2020"));
  assert.match((await soi.chips()).join(), /Ngày: \d+-\d+-2020/);
  assert.ok((await marks(page, "overview-kinds", " / ")).length > 0, "bars tell the set from the whole");
});

journey("a restored axis shows an imprecise date as a span, and a tick zooms", {}, async (soi, { page }) => {
  await soi.open("?view=time");
  await soi.until(() => document.querySelector("#time svg a") !== null);
  const widest = await page.$$eval("#time svg a .mark[data-kind=period]", (boxes) => Math.max(...boxes.map((b) => b.getBoundingClientRect().width)));
  assert.ok(widest > 30, "a period is a span");
  await followByKeyboard(page, "time", "2018");
  await soi.until(() => location.search.includes("date="));
  await soi.until(() => document.querySelector("#time svg a[aria-current]") !== null || document.querySelector(".modes a[aria-current]") !== null);
});

journey("a province of the map is chosen by keyboard, before and after the mergers", {}, async (soi, { page }) => {
  await soi.open("?view=map");
  await soi.until(() => document.querySelector("#map svg a") !== null);
  await followByKeyboard(page, "map", "Sóc Trăng");
  await soi.until(() => location.search.includes("place="));
  assert.match((await soi.chips()).join(), /Sóc Trăng/);
  await soi.open("?view=map&by=after");
  await soi.until(() => document.querySelector("#map svg a") !== null);
  assert.equal((await marks(page, "map", "Sóc Trăng")).length, 0);
  assert.ok((await marks(page, "map", "Cần Thơ")).length > 0, "its reports are carried over");
});
