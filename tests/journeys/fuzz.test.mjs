// Addresses that nobody should send: the page reads each, shows something, and says what it left out.
// All in one page, by `popstate`, so that thousands take seconds; a slow machine does what it can in that time.

import assert from "node:assert/strict";
import { browserName, journey } from "./browser.mjs";

const COUNT = browserName === "firefox" ? 300 : 2000;
const TIME_MS = 30_000;

journey(`up to ${COUNT} random and damaged addresses leave a page and a notice`, {}, async (soi, { page }) => {
  // The whole app, which has every view.
  await soi.open("?view=saved");
  const [faults, tried] = await page.evaluate(async (count, time) => {
    const until = performance.now() + time;
    let tried = 0;
    let seed = 20261126;
    const below = (end) => {
      seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5;
      return (seed >>> 0) % end;
    };
    const pick = (from) => from[below(from.length)];
    const names = [
      "view", "q", "date", "sort", "report", "statement", "at", "with", "by", "of", "order", "frame", "lang", "theme", "v", "year",
      "-year", "person", "-province", "colour", "__proto__", "constructor", "%zz", "", "q%00", "\u202e",
    ];
    const values = [
      "", "report", "saved", "words", "map", "compare", "sheet", "time", "network", "kiểm tra", "002_8e31a9386e71f985", "2018", "..2018",
      "2018-13", "newest", "0", "1", "4", "-1", "18446744073709551616", "3-9", "9~3", "0~4294967295", "off", "vi", "en", "dark", "--", "name",
      "<img src=x onerror=alert(1)>", "javascript:alert(1)", "\0", "%", "%2525", "\u202efdp.exe", "a".repeat(3000), "\ud83d", "\"'`", "(", "NEAR/9",
      "person:", "-", "\"", "*", "a OR", "((((((((((((((((((((", "e\u0301\u0301\u0301\u0301", "NaN", "1e9",
    ];
    const encode = (text) => {
      try { return below(3) ? encodeURIComponent(text) : text.replace(/[#\s]/g, "+"); } catch { return "%ED%A0%BD"; }
    };
    const known = new Set(["q", "date", "sort", "report", "statement", "at", "with", "by", "of", "order", "frame", "lang", "theme", "v", "view", "year",
      "person", "province", "-year", "-person", "-province"]);
    const faults = [];
    for (let i = 0; i < count && performance.now() < until; i++) {
      let query = "?";
      let strange = false;
      for (let parts = 1 + below(5); parts > 0; parts--) {
        const name = pick(names);
        // Views that draw much are one in a few, so that there is time for many addresses.
        const value = name === "view" && below(4) ? "saved" : pick(values);
        query += `${encode(name)}=${encode(value)}&`;
        strange ||= name !== "" && !known.has(name);
      }
      if (below(4) === 0) {
        const at = 1 + below(query.length);
        query = query.slice(0, at) + pick(["%", "&", "=", "%F", "%ff", "?", "+"]) + query.slice(at + below(3));
        strange = false;
      }
      try { history.replaceState(null, "", query); } catch { continue; }
      dispatchEvent(new PopStateEvent("popstate"));
      tried++;
      // What is drawn in the next frame is drawn by then.
      await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
      const main = document.querySelector("main");
      const wrong = document.getElementById("boot-failure") ? "it failed"
        : !main || main.innerText?.trim() === "" ? "a blank page"
        : strange && !document.querySelector("[role=status] .notice li") ? "no notice" : "";
      if (wrong) faults.push(`${wrong}: ${query.slice(0, 300)}`);
      if (document.getElementById("boot-failure")) break;
    }
    return [faults, tried];
  }, COUNT, TIME_MS);
  console.log(`# ${tried} addresses`);
  assert.deepEqual(faults, []);
  assert.ok(tried >= 50, `${tried} addresses`);
});
