// Its index is built beforehand by its own program and fetched piece by piece.

export const name = "Pagefind";
export const built = true;
let pagefind;

export async function build() {
  pagefind = await import("/site/pagefind/pagefind.js");
  await pagefind.options({ excerptLength: 30 });
  await pagefind.init();
}

export async function search(query, limit) {
  const line = query.words.join(" ");
  const found = await pagefind.search(query.kind === "phrase" || query.kind === "number" ? `"${line}"` : line);
  const results = limit ? found.results.slice(0, limit) : found.results;
  return results.map((result) => result.id);
}

export async function keystroke(typed) {
  const found = await pagefind.search(typed);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return shown.map((data) => data.excerpt);
}
