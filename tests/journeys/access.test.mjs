// Every view is clean under axe-core's rules for WCAG 2.2 AA, in both themes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { browserName, journey } from "./browser.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const VIEWS = [
  "", "?q=kiem+tra&year=2018", "?report=000_faaa068ce8db232c&statement=4&q=kiem+tra", "?view=overview", "?view=sheet",
  "?view=statements&role=shortcoming", "?view=measures", "?view=directives", "?view=people", "?view=bodies", "?view=time",
  "?view=map", "?view=concordance&q=kiem+tra", "?view=words", "?view=words&by=keyness&year=2018", "?view=compare",
  "?view=network", "?view=saved", "?view=open", "?view=measures&q=khong+co+gi",
];

// The rules look at the same page in every browser; Chromium computes the colours faster.
if (browserName === "chromium") {
  for (const theme of ["light", "dark"]) journey(`every view is accessible, ${theme}`, {}, async (soi, { page }) => {
    const faults = [];
    for (const view of VIEWS) {
      await soi.open(view + (view === "" ? "?" : "&") + `theme=${theme}`);
      await soi.until(() => document.querySelector("main h1") !== null);
      await page.evaluate(AXE);
      const found = await page.evaluate(async (tags) => {
        const { violations } = await globalThis.axe.run(document, { runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, as ${nodes[0].html.slice(0, 160)}`);
      }, TAGS);
      faults.push(...found.map((fault) => `${view} ${fault}`));
    }
    assert.deepEqual(faults, []);
  });
}
