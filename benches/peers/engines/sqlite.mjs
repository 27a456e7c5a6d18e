import sqlite3InitModule from "/node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs";
import { excerpt, fold, norm, words } from "/vi.mjs";

export const name = "SQLite FTS5, wasm";
let sqlite3;
let db;
let docs;

// The words as spelt and without marks, in columns of their own: right in both directions.
export async function build(all) {
  docs = all;
  sqlite3 = await sqlite3InitModule();
  db = new sqlite3.oo1.DB(":memory:");
  db.exec(`CREATE VIRTUAL TABLE found USING fts5(title, body, title_plain, body_plain,
    content='', columnsize=1, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0");
    INSERT INTO found(found, rank) VALUES('rank', 'bm25(2.0, 1.0, 2.0, 1.0)'); BEGIN`);
  const add = db.prepare("INSERT INTO found(rowid, title, body, title_plain, body_plain) VALUES(?, ?, ?, ?, ?)");
  all.forEach((doc, id) => {
    const [title, body] = [norm(doc.title), norm(doc.body)];
    add.bind([id, title, body, fold(title), fold(body)]).stepReset();
  });
  add.finalize();
  db.exec("COMMIT; INSERT INTO found(found) VALUES('optimize'); VACUUM");
}

export const size = () => sqlite3.capi.sqlite3_js_db_export(db);

const column = (word) => (fold(word) === word ? "{title_plain body_plain}" : "{title body}");
const quoted = (word) => `"${word}"`;

function match(query) {
  const { kind, gap } = query;
  if (kind === "phrase") return `${column(query.words.join(" "))} : ${quoted(query.words.join(" "))}`;
  if (kind === "near") return `${column(query.words.join(" "))} : NEAR(${query.words.map(quoted).join(" ")}, ${gap})`;
  // A number is asked for as a phrase of its groups.
  return query.words.map((word) => `${column(word)} : ${quoted(word)}`).join(" AND ");
}

let statements = {};
function rows(text, limit) {
  const sql = limit ? "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?" : "SELECT rowid FROM found WHERE found MATCH ?";
  const ask = (statements[sql] ??= db.prepare(sql));
  ask.bind(limit ? [text, limit] : [text]);
  const out = [];
  while (ask.step()) out.push(ask.getInt(0));
  ask.reset();
  return out;
}

export const search = (query, limit) => rows(match(query), limit).map((id) => docs[id].id);

export function keystroke(typed) {
  const asked = words(typed);
  const open = !typed.endsWith(" ");
  const last = asked.length - 1;
  const text = asked.map((word, i) => `${column(word)} : ${quoted(word)}${open && i === last ? "*" : ""}`).join(" AND ");
  return rows(text, 10).map((id) => excerpt(docs[id].body, asked, open));
}
