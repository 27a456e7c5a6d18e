import FlexSearch from "/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { excerpt, forms, words } from "/vi.mjs";

export const name = "FlexSearch";
let index;
let docs;

const make = () => new FlexSearch.Index({ tokenize: "forward", encode: (text) => words(text).flatMap(forms) });

export function build(all) {
  docs = all;
  index = make();
  all.forEach((doc, id) => index.add(id, `${doc.title}\n${doc.body}`));
}

export function size() {
  const parts = [];
  index.export((_, part) => part && parts.push(part));
  return parts;
}

// With beginnings indexed there is no way to ask for a whole word, nor for a phrase.
export function search(query, limit) {
  return index.search(query.words.join(" "), { limit: limit || 1e6 }).map((id) => docs[id].id);
}

export function keystroke(typed) {
  const asked = words(typed);
  return index.search(typed, { limit: 10 }).map((id) => excerpt(docs[id].body, asked, !typed.endsWith(" ")));
}
