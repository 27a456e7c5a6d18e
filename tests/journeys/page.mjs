// The page object: the only file that knows how the app's page is built.

import assert from "node:assert/strict";

/** How long a journey waits for what must come. */
const PATIENCE_MS = 15_000;

export class Soi {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  /** Opens the site at `address`, a query string, and waits until the app runs. */
  async open(address = "") {
    await this.page.goto(this.url + address);
    await this.started();
  }

  /** Waits until the app runs. */
  async started() {
    await this.until(() => globalThis.wasmBindings !== undefined && document.getElementById("boot") === null);
  }

  /** Waits until `condition`, run in the page, holds. */
  async until(condition, ...args) {
    try {
      await this.page.waitForFunction(condition, { timeout: PATIENCE_MS }, ...args);
    } catch (error) {
      const seen = await this.page.evaluate(() => document.body.innerText.slice(0, 600));
      throw new Error(`waited in vain for ${condition}\n  the page says: ${seen}`, { cause: error });
    }
  }

  async headline() {
    return this.page.$eval("h1", (h1) => h1.textContent.trim());
  }

  /** What the site's own parser makes of a page: the line of JSON, and the object. */
  parse(id, source) {
    return this.page.evaluate(
      (id, source) => [globalThis.wasmBindings.parse_json(id, source), globalThis.wasmBindings.parse(id, source)],
      id, source,
    );
  }

  /** The failure message of the loader, once it is there. */
  async failure() {
    const note = await this.page.waitForSelector("#boot-failure", { timeout: PATIENCE_MS });
    assert.equal(await note.evaluate((n) => n.getAttribute("role")), "alert");
    return note.evaluate((n) => n.innerText);
  }
}
