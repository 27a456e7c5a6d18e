// Files that a journey writes, to be picked in the page.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Writes files, `[name, content]` each, into a folder of their own; their paths. */
export async function files(named) {
  const at = await mkdtemp(join(tmpdir(), "soi-files-"));
  const paths = [];
  for (const [name, content] of named) {
    paths.push(join(at, name));
    await writeFile(paths.at(-1), content);
  }
  return paths;
}
