// The page object: the only file that knows how the app's page is built.

import assert from "node:assert/strict";

/** How long a journey waits for what must come. */
const PATIENCE_MS = 15_000;

/** A report in the list. */
export const LIST_ROW = "article h2 a";

const SEARCH = "search input[type=search]";
const CHIPS = ".chips";
const MAIN = "main";

export class Soi {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  // ---- getting there

  /** Opens the site at `address`, a query string, and waits until the app runs. */
  async open(address = "") {
    await this.page.goto(this.url + address);
    await this.started();
  }

  /** Waits until the app runs. */
  async started() {
    await this.until(() => globalThis.soiReader !== undefined && document.getElementById("boot") === null);
  }

  /** The address as a query string, percent-decoded. */
  address() {
    return this.page.evaluate(() => decodeURIComponent((location.hash.startsWith("#?") ? location.hash.slice(1) : location.search)));
  }

  /** The whole link, as a reader copies it from the address bar. */
  link() {
    return this.page.url();
  }

  back() {
    return this.page.evaluate(() => history.back());
  }

  forward() {
    return this.page.evaluate(() => history.forward());
  }

  // ---- looking

  /** Waits until `condition`, run in the page, holds. */
  async until(condition, ...args) {
    try {
      await this.page.waitForFunction(condition, { timeout: PATIENCE_MS, polling: 50 }, ...args);
    } catch (error) {
      const seen = await this.page.evaluate(() => location.search + "\n" + document.body.innerText.slice(0, 1200));
      throw new Error(`waited in vain for ${condition} with ${JSON.stringify(args)}\n  the page says: ${seen}`, { cause: error });
    }
  }

  headline() {
    return this.page.$eval(`${MAIN} h1`, (h1) => h1.textContent.trim());
  }

  /** The list's titles, in order. */
  titles() {
    return this.page.$$eval(LIST_ROW, (links) => links.map((a) => a.innerText.trim()));
  }

  /** Waits until the list has `count` reports. */
  async untilReports(count) {
    await this.until((row, count) => document.querySelectorAll(row).length === count, LIST_ROW, count);
  }

  /** Texts that are marked as hits, lower case. */
  hits() {
    return this.page.$$eval(`${MAIN} mark`, (marks) => marks.map((m) => m.textContent.toLowerCase()));
  }

  /** What narrows the list, one text per chip. */
  chips() {
    return this.page.$$eval(`${CHIPS} .chip`, (chips) => chips.map((c) => c.innerText.replace(/\s+/g, " ").trim()));
  }

  /** The notice about parts of the address that could not be restored; empty where there is none. */
  notice() {
    return this.page.$eval("[role=status]", (region) => region.innerText.trim());
  }

  /** Whether the page is wider than the window. */
  overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Language and theme in force. */
  root() {
    return this.page.evaluate(() => {
      const style = getComputedStyle(document.body);
      return { lang: document.documentElement.lang, theme: document.documentElement.dataset.theme ?? null, paper: style.backgroundColor };
    });
  }

  // ---- searching and filtering

  async focusSearch() {
    await this.page.focus(SEARCH);
  }

  /** Types `query` in place of what the search box holds. */
  async search(query) {
    await this.page.focus(SEARCH);
    await this.page.$eval(SEARCH, (input) => input.select());
    await this.page.keyboard.press("Backspace");
    await this.page.keyboard.type(query);
    await this.until((box, query) => document.querySelector(box).value === query, SEARCH, query);
    // Who has typed and looks at the page has no suggestions over it.
    await this.page.$eval(SEARCH, (input) => { input.blur(); input.focus(); });
  }

  /** What is suggested below the search box, once there are some; `least` 0 waits until there are none. */
  async suggestions(least = 1) {
    await this.until((least) => (document.querySelectorAll("#suggestions li").length > 0) === least > 0, least);
    return this.page.evaluate((box) => {
      const active = document.querySelector(box).getAttribute("aria-activedescendant");
      return [...document.querySelectorAll("#suggestions li")].map((row) => ({
        text: row.innerText.replace(/\s+/g, " ").trim(),
        active: row.id === active && row.getAttribute("aria-selected") === "true",
      }));
    }, SEARCH);
  }

  /** Taps the suggestion at `index`. */
  async tapSuggestion(index) {
    await this.page.click(`#suggestion-${index}`);
  }

  searchText() {
    return this.page.$eval(SEARCH, (input) => input.value);
  }

  /** The values of a facet, by its key in the address: text, count, and the state of each. */
  facet(key) {
    return this.page.$$eval(`#facet-${key} li`, (rows) => rows.map((row) => ({
      label: row.querySelector(".facet-label").innerText.trim(),
      count: Number(row.querySelector(".facet-count").innerText.replace(/\D/g, "")),
      state: row.dataset.state ?? null,
    })));
  }

  /** Chooses a facet's value, or takes the choice back. */
  async choose(key, label) {
    await this.click(await this.facetLink(key, label, ".facet-value"));
  }

  /** Excludes a facet's value. */
  async exclude(key, label) {
    await this.click(await this.facetLink(key, label, ".facet-exclude"));
  }

  async facetLink(key, label, link) {
    const found = await this.page.evaluateHandle((key, label, link) => {
      const rows = [...document.querySelectorAll(`#facet-${key} li`)];
      return rows.find((row) => row.querySelector(".facet-label").innerText.trim() === label)?.querySelector(link);
    }, key, label, link);
    return this.element(found, `${label} of ${key}`);
  }

  /** Follows the mark of the strip's time axis whose name holds `part`. */
  async clickTimeMark(part) {
    const found = await this.page.evaluateHandle((part) => {
      return [...document.querySelectorAll(".over-time-mark a")].find((a) => a.getAttribute("aria-label").includes(part));
    }, part);
    await this.click(this.element(found, `a mark of ${part}`));
  }

  async clearAll() {
    await this.click(await this.page.$(`${CHIPS} .chips-clear`));
  }

  // ---- switches

  /** Follows the switch that is called `name`. */
  async switchTo(name) {
    const found = await this.page.evaluateHandle((name) => {
      const links = [...document.querySelectorAll("header nav a")];
      return links.find((a) => (a.getAttribute("aria-label") ?? a.innerText.trim()) === name);
    }, name);
    await this.click(this.element(found, `the switch ${name}`));
  }

  // ---- a report

  /** Opens the list's report whose title holds `part`. */
  async openReport(part) {
    const found = await this.page.evaluateHandle(
      (row, part) => [...document.querySelectorAll(row)].find((a) => a.innerText.includes(part)), LIST_ROW, part,
    );
    await this.click(this.element(found, `a report called ${part}`));
    await this.until((row) => !document.querySelector(row), LIST_ROW);
  }

  /** The facts of a kind in the side panel: their names, in order. */
  facts(kind) {
    return this.page.$$eval(`aside [data-kind=${kind}] .panel-fact-name`, (names) => names.map((n) => n.innerText.trim()));
  }

  /** Follows a fact of the side panel to where it stands in the text. */
  async followFact(kind, name) {
    const found = await this.page.evaluateHandle((kind, name) => {
      const rows = [...document.querySelectorAll(`aside [data-kind=${kind}] li`)];
      return rows.find((row) => row.querySelector(".panel-fact-name").innerText.trim() === name)?.querySelector("a");
    }, kind, name);
    await this.click(this.element(found, `the fact ${name}`));
  }

  /** What the report points at: the sentence, the fact in it, the fact in the panel, and whether a reader sees them. */
  async pointedAt() {
    await this.until(() => document.querySelector("article .sentence[aria-current]") !== null);
    // The text scrolls there in the next frame, smoothly where the system allows it.
    await this.until(() => {
      const { top, bottom } = document.querySelector("article .sentence[aria-current]").getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return this.page.evaluate(() => {
      const text = (element) => element?.innerText.replace(/\s+/g, " ").trim() ?? null;
      const facts = [...document.querySelectorAll("article mark[aria-current]")];
      return {
        sentence: text(document.querySelector("article .sentence[aria-current]")),
        fact: facts.length === 0 ? null : facts.map(text).join(" "),
        entry: text(document.querySelector("aside li[aria-current] .panel-fact-name")),
      };
    });
  }

  /** Clicks on a fact that is marked in the text. */
  async clickFact(kind, text) {
    const found = await this.page.evaluateHandle((kind, text) => {
      const marks = [...document.querySelectorAll(`article mark[data-kind=${kind}]`)];
      return marks.find((mark) => mark.innerText.trim() === text);
    }, kind, text);
    await this.click(this.element(found, `${text} marked as ${kind}`));
  }

  /** How many marks of a kind the text shows. */
  marked(kind) {
    return this.page.$$eval(`article mark[data-kind=${kind}]`, (marks) => marks.length);
  }

  /** Presses the legend's switch of a kind. */
  async toggleKind(kind) {
    await this.click(await this.page.$(`[role=group] button[data-kind=${kind}]`));
  }

  /** Presses the button that is called `name`, once it is there. */
  async press(name) {
    await this.until((name) => [...document.querySelectorAll("button")].some((button) => button.innerText.trim().startsWith(name)), name);
    const found = await this.page.evaluateHandle((name) => {
      return [...document.querySelectorAll("button")].find((button) => button.innerText.trim().startsWith(name));
    }, name);
    await this.click(this.element(found, `a button ${name}`));
  }

  /** Lines of the page that are shown but are none of the report: menus, counters, repeats. */
  residue() {
    return this.page.$$eval("article .report-residue", (lines) => lines.filter((l) => l.checkVisibility()).length);
  }

  // ---- one's own documents

  /** Gives files to the page. */
  async pick(paths) {
    const input = await this.page.waitForSelector("input[data-pick=files]");
    await input.uploadFile(...paths);
  }

  /** Waits until all files were read. */
  async untilRead() {
    await this.until(() => document.querySelector(".reading-stage")?.innerText.match(/Đã đọc xong|All read/));
  }

  /** Follows the strip to what was not read: each file's reason. */
  async unreadFiles() {
    await this.click(await this.page.$(".open-status-reading a"));
    await this.until(() => document.querySelector(".open-troubles li") !== null);
    const rows = await this.page.$$eval(".open-troubles details[open] li", (rows) => rows.map((row) => [
      row.querySelector(".open-troubles-name").innerText.trim(), row.querySelector(".open-troubles-why").innerText.trim(),
    ]));
    await this.page.$eval(".open-explore", (link) => link.click());
    await this.until((row) => document.querySelector(row) !== null, LIST_ROW);
    return Object.fromEntries(rows);
  }

  /** Waits until the browser keeps so many corpora. */
  async untilKept(count) {
    await this.until(async (count) => (await globalThis.soiKept("list")).length === count, count);
  }

  /** Goes to the list of kept corpora. */
  async openKept() {
    await this.click(await this.page.$(".view-bar-open a"));
    await this.until(() => document.querySelector(".open-kept li") !== null);
  }

  /** Reads a text that is pasted. */
  async paste(text) {
    await this.page.waitForSelector("#paste");
    await this.page.$eval("#paste", (field, text) => { field.value = text; }, text);
    await this.click(await this.page.$(".open-paste button"));
  }

  /** What the browser keeps: name and number of documents of each corpus. */
  kept() {
    return this.page.evaluate(async () => (await globalThis.soiKept("list")).map(({ name, documents }) => [name, documents]));
  }

  // ---- correcting

  /** Opens the site at an address in the program that has everything. */
  async openWhole(address) {
    await this.open("?view=overview");
    await this.go(address);
  }

  /** Goes to an address without loading the page anew. */
  async go(address) {
    await this.page.evaluate((address) => {
      history.pushState(null, "", location.pathname + (location.protocol === "file:" ? "#" : "") + address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, address);
    const opened = new URLSearchParams(address).has("report") ? "article.report-page" : "main h1, main h2";
    await this.until((opened) => document.querySelector(opened) !== null, opened);
  }

  /** Opens the card that corrects the report. */
  async openFix() {
    await this.until(() => document.querySelector("#fix") !== null);
    if (!await this.page.$eval("#fix", (fix) => fix.open)) await this.clickOn("#fix > summary");
    await this.until(() => document.querySelector("#fix").open);
  }

  /** Waits until so many corrections of the report are listed, and all of them hold. */
  async untilCorrected(count) {
    await this.until((count) => {
      const rows = document.querySelectorAll("#fix .fix-row");
      return rows.length === count && [...rows].every((row) => row.dataset.unfit === undefined);
    }, count);
  }

  /** Clicks what the selector finds, once it is there. */
  async clickOn(selector) {
    await this.click(await this.page.waitForSelector(selector));
  }

  /** Goes to what the selector finds and presses it by the keyboard. */
  async pressOn(selector) {
    const element = await this.page.waitForSelector(selector);
    await element.focus();
    await this.page.keyboard.press("Enter");
  }

  /** Whether the page says these words. */
  says(words) {
    return this.page.$eval(MAIN, (main, words) => main.innerText.includes(words), words);
  }

  /** Waits for the question which column is what: the columns, and what each role is guessed to be. */
  async columnsAsked() {
    await this.until(() => document.querySelector(".open-columns") !== null);
    return this.page.$eval(".open-columns", (form) => ({
      file: form.querySelector(".open-columns-file").textContent,
      columns: [...form.querySelectorAll("tbody th")].map((th) => th.textContent),
      guess: Object.fromEntries([...form.querySelectorAll("label")].map((label) => [
        label.querySelector("span").textContent, label.querySelector("select").value,
      ])),
    }));
  }

  /** Answers it, by the names of the roles. */
  async chooseColumns(roles) {
    for (const [role, column] of Object.entries(roles)) {
      await this.page.evaluate((role, column) => {
        const label = [...document.querySelectorAll(".open-columns label")].find((one) => one.innerText.startsWith(role));
        const field = label.querySelector("select");
        field.value = column;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, role, column);
    }
    await this.click(await this.page.$(".open-columns button[type=submit]"));
  }

  /** What the strip counts: files, documents, facts. */
  counts() {
    return this.page.$eval(".reading-counts", (counts) => counts.innerText);
  }

  /** Makes the link that carries the documents of the set: the link, its size in words, what is said of it. */
  async carryingLink() {
    await this.page.waitForSelector(".open-link button");
    await this.click(await this.page.$(".open-link button"));
    await this.until(() => document.querySelector(".open-link-made input, .open-link [role=status] > p") !== null
      && !/Đang nén|Packing/.test(document.querySelector(".open-link [role=status]").innerText));
    return this.page.$eval(".open-link [role=status]", (said) => ({
      link: said.querySelector("input")?.value, said: [...said.querySelectorAll("p")].map((p) => p.innerText).join("\n"),
    }));
  }

  // ---- the rest

  /** What the site's own parser makes of a page: the line of JSON, and the object. */
  parse(id, source) {
    return this.page.evaluate(async (id, source) => {
      const reader = await globalThis.soiReader();
      return [reader.parse_json(id, source), reader.parse(id, source)];
    }, id, source);
  }

  /** The failure message of the loader, once it is there. */
  async failure() {
    const note = await this.page.waitForSelector("#boot-failure", { timeout: PATIENCE_MS });
    assert.equal(await note.evaluate((n) => n.getAttribute("role")), "alert");
    return note.evaluate((n) => n.innerText);
  }

  /** Follows the link of the failure message whose text holds `part`. */
  async followWayOn(part) {
    const found = await this.page.evaluateHandle((part) => {
      return [...document.querySelectorAll("#boot-failure a")].find((a) => a.innerText.includes(part));
    }, part);
    await Promise.all([this.page.waitForNavigation(), this.click(this.element(found, `a way on: ${part}`))]);
  }

  /** What the loader says while the app comes. */
  async progress() {
    const note = await this.page.waitForSelector("#boot-progress", { timeout: PATIENCE_MS });
    return note.evaluate((n) => n.innerText);
  }

  /** Imports a file of views and notes that holds `text`. */
  async importSaved(text) {
    await this.page.evaluate((text) => {
      const field = document.querySelector("input[type=file]");
      const data = new DataTransfer();
      data.items.add(new File([text], "saved.jsonl"));
      field.files = data.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, text);
  }

  /** What the page saves as a file from now on, as `saved()` gives it. */
  async watchSaves() {
    await this.page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        // A program that the single file starts is no file that is saved.
        if (blob.type !== "text/javascript") blob.arrayBuffer().then((bytes) => {
          globalThis.saved = { type: blob.type, text: Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("") };
        });
        return make.call(URL, blob);
      };
    });
  }

  /** The file that the page saved last: its media type and its bytes. */
  async saved() {
    await this.until(() => globalThis.saved !== undefined);
    const { type, text } = await this.page.evaluate(() => {
      const saved = globalThis.saved;
      delete globalThis.saved;
      return saved;
    });
    return { type, bytes: Buffer.from(text, "latin1") };
  }

  element(handle, what) {
    const element = handle.asElement();
    assert.ok(element, `there is ${what}`);
    return element;
  }

  /** A real click, so that what covers a link is found out. */
  async click(element) {
    await element.evaluate((e) => e.scrollIntoView({ block: "center" }));
    await element.click();
  }
}
