// The custom element <soi-explorer> in Chromium, from the folder that `SOI_ELEMENT_URL` serves: load, query, facets, events.

import assert from "node:assert/strict";
import { browser, tab } from "./journeys/browser.mjs";

const { page, complaints } = await tab();
await page.goto(process.env.SOI_ELEMENT_URL);
await page.evaluate(() => customElements.whenDefined("soi-explorer"));
const told = await page.evaluate(async () => {
  const element = document.querySelector("soi-explorer");
  const seen = [];
  for (const name of ["soi-load", "soi-results", "soi-open", "soi-error"]) {
    element.addEventListener(name, (event) => seen.push([name, event.detail]));
  }
  await element.load("v3.soi");
  const found = element.query({ query: "ket nap" });
  const rows = [...element.shadowRoot.querySelectorAll("li")].map((row) => row.innerText);
  element.shadowRoot.querySelector("li button").click();
  const chosen = element.query({ choices: [{ facet: "year", value: "2023" }] });
  const facets = element.facets().map(({ facet }) => facet);
  const report = element.report("hoi-nghi");
  let wrong = null;
  try { element.query({ choices: [{ facet: "colour", value: "red" }] }); } catch (error) { wrong = error.message; }
  let broken = null;
  try { await element.load(new Uint8Array([1, 2, 3])); } catch (error) { broken = error.message; }
  const alert = element.shadowRoot.querySelector("[role=alert]")?.textContent;
  await element.load([{ id: "x", text: "Chi bộ <img src=x onerror=alert(1)> tổng kết năm 2022\n\nChi bộ kết nạp 3 đảng viên.\n" }]);
  const markup = element.shadowRoot.querySelector("img");
  return { seen, found, rows, chosen: chosen.total, facets, people: report.people.length, wrong, broken, alert, markup, one: element.query({}).total };
});
assert.equal(told.found.total, 1);
assert.match(told.rows[0], /kết nạp/);
assert.deepEqual(told.seen.find(([name]) => name === "soi-open")[1], { id: "hoi-nghi" });
assert.ok(told.seen.some(([name, detail]) => name === "soi-load" && detail.size === 2));
assert.equal(told.facets.length, 9);
assert.ok(told.people > 0);
assert.match(told.wrong, /no facet colour/);
assert.ok(told.broken && told.alert.includes(told.broken));
assert.equal(told.markup, null);
assert.equal(told.one, 1);
assert.deepEqual(complaints, []);
console.log("element: load, query, facets, report, four events, two faults, no markup");
await (await browser()).close();
process.exit(0);
