// Vietnamese for search engines that know none: what a competent user writes once and gives to each of them.

const ACUTE = "àáảãạ".split("");
const OLD = [["o", "a", ACUTE, "òóỏõọ"], ["o", "e", "èéẻẽẹ".split(""), "òóỏõọ"], ["u", "y", "ỳýỷỹỵ".split(""), "ùúủũụ"]];
const MOVED = new Map(OLD.flatMap(([a, b, marked, first]) => marked.map((m, i) => [a + m, [...first][i] + b])));

/** Lower case, composed, the tone mark of `hoà`, `khoẻ`, `uỷ` where `hòa`, `khỏe`, `ủy` have it. */
export function norm(text) {
  const lower = text.normalize("NFC").toLowerCase();
  return lower.replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => MOVED.get(pair) ?? pair);
}

const FOLDED = new Map();

/** Without marks and with `d` for `đ`: as long as the text itself. */
export function fold(text) {
  return text.replace(/[^\x00-\x7f]/g, (c) => {
    let plain = FOLDED.get(c);
    if (plain === undefined) {
      plain = c === "đ" || c === "Đ" ? "d" : c.normalize("NFD")[0].toLowerCase();
      FOLDED.set(c, plain);
    }
    return plain;
  });
}

/** What most engines split at: all but letters and digits. */
export const words = (text) => norm(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word as it is indexed: as spelt and without marks, so that it is found right in both directions. */
export function forms(word) {
  const folded = fold(word);
  return folded === word ? [word] : [word, folded];
}

/** A window of a text around the first word that was asked for, with all of them marked; for engines without excerpts. */
export function excerpt(text, asked, prefix) {
  const lower = norm(text);
  const folded = fold(lower);
  const marks = [];
  for (const [i, word] of asked.entries()) {
    const place = fold(word) === word ? folded : lower;
    const open = prefix && i === asked.length - 1;
    for (let at = place.indexOf(word); at >= 0 && marks.length < 100; at = place.indexOf(word, at + word.length)) {
      const before = at === 0 || !/[\p{L}\p{N}]/u.test(place[at - 1]);
      const after = open || !/[\p{L}\p{N}]/u.test(place[at + word.length] ?? " ");
      if (before && after) marks.push([at, at + word.length]);
    }
  }
  marks.sort((a, b) => a[0] - b[0]);
  const from = Math.max(0, (marks[0]?.[0] ?? 0) - 100);
  let out = "";
  let done = from;
  for (const [start, end] of marks.filter((mark) => mark[0] >= from && mark[1] <= from + 350)) {
    if (start < done) continue;
    out += `${text.slice(done, start)}<mark>${text.slice(start, end)}</mark>`;
    done = end;
  }
  return out + text.slice(done, from + 350);
}
