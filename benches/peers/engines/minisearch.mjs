import MiniSearch from "/node_modules/minisearch/dist/es/index.js";
import { excerpt, fold, forms, words } from "/vi.mjs";

export const name = "MiniSearch";
let index;
let docs;

export function build(all) {
  docs = all;
  index = new MiniSearch({
    fields: ["title", "body"],
    tokenize: words,
    processTerm: forms,
    searchOptions: { combineWith: "AND", boost: { title: 2 }, processTerm: (term) => term },
  });
  index.addAll(all.map((doc, id) => ({ id, title: doc.title, body: doc.body })));
}

export const size = () => JSON.stringify(index);

// Neither phrases nor neighbourhoods: all the words.
export function search(query, limit) {
  const hits = index.search(query.words.join(" "));
  return (limit ? hits.slice(0, limit) : hits).map((hit) => docs[hit.id].id);
}

export function keystroke(typed) {
  const asked = words(typed);
  const open = !typed.endsWith(" ");
  const hits = index.search(typed, { prefix: (_, i, terms) => open && i === terms.length - 1 }).slice(0, 10);
  return hits.map((hit) => excerpt(docs[hit.id].body, asked, open));
}
