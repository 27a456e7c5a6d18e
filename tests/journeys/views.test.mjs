// Each view is restored from its link, for someone who was never here.

import assert from "node:assert/strict";
import { journey, tab } from "./browser.mjs";

// Measures, directives, people, bodies and the network: entities.test.mjs; statements and the sheet have files of their own.
const LINKS = [
  "?view=overview&year=2018", "?view=time&q=dang+vien", "?view=map&by=after", "?view=concordance&q=kiem+tra",
  "?view=words&by=keyness&year=2018", "?view=compare", "?view=saved", "?view=sheet&by=kind", "?view=statements&area=ki%E1%BB%83m+tra",
  "?view=reports&sort=longest", "?report=002_8e31a9386e71f985&q=dang+vien",
];

/** What stands in the page once the view is drawn: its words, its links, and what is marked as chosen. */
async function seen({ soi, page }) {
  await soi.until(() => document.querySelector("main h1, main h2") !== null && document.querySelector("main").innerText.length > 80);
  return page.$eval("main", (main) => ({
    words: main.innerText,
    links: [...main.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
    chosen: [...main.querySelectorAll("[aria-current]")].map((a) => a.textContent),
  }));
}

journey("each view is restored from its link in a fresh profile", {}, async (soi, { page }) => {
  for (const address of LINKS) {
    await soi.open(address);
    const first = await seen({ soi, page });
    assert.equal(await soi.notice(), "", address);
    const other = await tab();
    try {
      await other.soi.open(soi.link().slice(soi.url.length));
      assert.deepEqual(await seen(other), first, address);
      assert.deepEqual(other.complaints, [], address);
    } finally {
      await other.close();
    }
  }
});
