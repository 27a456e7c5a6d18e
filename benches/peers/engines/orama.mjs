import { create, insert, save, search as find } from "/node_modules/@orama/orama/dist/browser/index.js";
import { excerpt, fold, words } from "/vi.mjs";

export const name = "Orama";
let index;
let docs;

export function build(all) {
  docs = all;
  index = create({
    schema: { title: "string", body: "string" },
    components: {
      tokenizer: {
        language: "vietnamese",
        normalizationCache: new Map(),
        // Without marks only: it keeps texts in which it counts as many words as were asked for, and a word that is
        // there in two forms, or begins another, is counted more than once.
        tokenize: (text) => [...new Set(words(text).map(fold))],
      },
    },
  });
  all.forEach((doc, id) => insert(index, { id: String(id), title: doc.title, body: doc.body }));
}

export const size = () => JSON.stringify(save(index).index);

// `exact` looks for `\bword\b` in the text, which no word with a mark at its end has: beginnings it is.
export function search(query, limit) {
  const found = find(index, { term: query.words.join(" "), threshold: 0, tolerance: 0, boost: { title: 2 }, limit: limit || 1e6 });
  return found.hits.map((hit) => docs[hit.id].id);
}

export function keystroke(typed) {
  const asked = words(typed);
  const found = find(index, { term: typed, threshold: 0, tolerance: 0, boost: { title: 2 }, limit: 10 });
  return found.hits.map((hit) => excerpt(hit.document.body, asked, !typed.endsWith(" ")));
}
