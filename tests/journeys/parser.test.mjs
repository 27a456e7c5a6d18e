// The parser in the page is the parser of the command: the same bytes for the same page, in every browser.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { journey } from "./browser.mjs";

const SEEDS = "seeds";

for (const site of ["root", "subPath", "file"]) journey("the browser's JSON is the command's, byte for byte", { site }, async (soi) => {
  const run = promisify(execFile);
  const { stdout } = await run(process.env.SOI_CLI, ["parse", SEEDS], { maxBuffer: 64 << 20 });
  const printed = stdout.trimEnd().split("\n");
  const files = (await readdir(SEEDS)).filter((name) => name.endsWith(".txt")).sort();
  assert.ok(files.length > 0);
  assert.equal(printed.length, files.length);
  await soi.open();
  for (const [i, file] of files.entries()) {
    const source = await readFile(`${SEEDS}/${file}`, "utf8");
    const [line, object] = await soi.parse(basename(file, ".txt"), source);
    assert.equal(line, printed[i], file);
    assert.deepEqual(object, JSON.parse(line), `${file}: the object says the same`);
  }
});
