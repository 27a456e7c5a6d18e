// A browser for a journey: started once per file, a fresh profile per journey, and a console that must stay empty.
// `cargo xtask journeys` says through SOI_… what to start and where the site is.

import puppeteer from "puppeteer-core";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Soi } from "./page.mjs";

export const browserName = process.env.SOI_BROWSER ?? "chromium";

/** Where the site can be met: on a host's root, below a path, and as one file. */
export const sites = {
  root: process.env.SOI_URL,
  subPath: process.env.SOI_SUB_PATH_URL,
  file: process.env.SOI_FILE && pathToFileURL(process.env.SOI_FILE).href,
};

// Chromium as root, on a machine without a network: no sandbox, and nothing that calls home.
const CHROMIUM = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--accept-lang=vi-VN,vi",
];
// The panel of downloads would take the focus from the page, and with it the keys that press a button.
const FIREFOX = {
  "browser.download.alwaysOpenPanel": false,
  "intl.accept_languages": "vi-VN, vi", "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
  "browser.shell.checkDefaultBrowser": false, "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false, "ui.systemUsesDarkTheme": 0,
};

let running;

/** The browser of this file. */
export function browser() {
  const firefox = browserName === "firefox";
  running ??= puppeteer.launch({
    browser: firefox ? "firefox" : "chrome",
    executablePath: process.env.SOI_BROWSER_PROGRAM,
    headless: true,
    args: firefox ? [] : CHROMIUM,
    extraPrefsFirefox: FIREFOX,
  });
  return running;
}

after(async () => (await running)?.close());

/** A tab in a fresh profile, as the page object, with what its console said. */
export async function tab(site = "root", { width = 1200, height = 900 } = {}) {
  const context = await (await browser()).createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  const soi = new Soi(page, sites[site]);
  return { soi, page, complaints, close: () => context.close() };
}

/**
 * One task of a person.
 * @param site  a key of `sites`
 * @param complaints  true where the journey is about a failure, which may be logged
 */
export function journey(name, { site = "root", width, height, complaints: allowed = false } = {}, steps) {
  test(`${name} (${browserName}, ${site})`, { timeout: 120_000 }, async () => {
    const opened = await tab(site, { width, height });
    try {
      await steps(opened.soi, opened);
      if (!allowed) assert.deepEqual(opened.complaints, [], "the console stays empty");
    } finally {
      await opened.close();
    }
  });
}
