// What is asked of every engine, and what a plain scan finds for it. A class of queries has one figure in the table.

import { fold, norm } from "./vi.mjs";

const each = (name, kind, lines, more = {}) =>
  lines.map((line) => ({ class: name, kind, words: norm(line).split(" "), typed: line, ...more }));

export const QUERIES = [
  ...each("one word", "all", [
    "đảng", "bộ", "khối", "nghị", "giáo", "bóng", "kinh", "quyết", "vàng", "bệnh", "trường", "luật", "biển", "thuế", "lũ",
  ]),
  ...each("words", "all", [
    "đảng bộ", "hội nghị tổng kết", "học sinh giỏi", "đội tuyển việt nam", "giá vàng", "kinh tế xã hội", "công an tỉnh",
    "giải phóng mặt bằng", "an toàn thực phẩm", "tai nạn giao thông", "bất động sản", "đại học quốc gia", "bảo hiểm xã hội",
  ]),
  ...each("phrase", "phrase", [
    "đảng bộ", "hội nghị", "việt nam", "thành phố hồ chí minh", "đảng viên", "kinh tế thị trường", "học sinh giỏi",
    "giá vàng", "tổng kết", "ủy ban nhân dân", "an ninh mạng", "nghị quyết trung ương", "dang bo", "giai phong mat bang",
  ]),
  ...[["đảng viên", 3], ["hội nghị", 5], ["kinh tế", 2], ["công an", 4], ["giá tăng", 5], ["học phí", 3], ["bác sĩ", 2],
    ["đội tuyển", 3], ["giao thông", 4], ["chủ tịch", 3], ["xây dựng", 6], ["cong an", 4], ["ngan hang", 3],
  ].flatMap(([line, gap]) => each("NEAR", "near", [line], { gap })),
  ...each("unaccented", "all", [
    "dang", "bo", "khoi", "nghi", "cong", "dang bo", "hoc sinh", "kinh te", "dai hoc", "da nang", "do thi", "duong sat",
    "bat dong san", "doi tuyen", "den do",
  ]),
  ...each("names", "all", [
    "nguyễn xuân phúc", "nguyễn phú trọng", "trần đại quang", "đinh la thăng", "sơn tùng", "công phượng", "donald trump",
    "đà nẵng", "hà tĩnh", "manchester united", "mỹ tâm", "nguyen phu trong", "dinh la thang", "barack obama",
  ]),
  ...each("numbers", "number", [
    "2017", "100", "1.000", "50", "2,5", "10.000", "24", "2016", "1.500", "3,5", "500", "30.000", "0,5", "1.200",
  ]),
  ...each("old tones", "all", [
    "hoà bình", "uỷ ban", "sức khoẻ", "toà án", "văn hoá", "thuỷ lợi", "hoạ sĩ", "xoá đói", "thuỷ điện", "tài khoá",
    "hoà", "khoẻ",
  ]),
];

/** What is typed letter by letter. */
const TYPED = [
  "dang bo khoi", "đảng bộ", "hội nghị tổng kết", "nguyễn xuân phúc", "kinh tế", "da nang", "giá vàng", "học sinh giỏi",
];

/** Every beginning of them, as it stands in the box at a keystroke. */
export const KEYSTROKES = [...new Set(TYPED.flatMap((line) => [...line].map((_, i) => line.slice(0, i + 1))))];

const isNumber = (word) => /^\p{N}/u.test(word);

/** The tokens of each line, as a reader takes them: `1.000` is one number. */
function lines(text) {
  return text.split("\n").map((line) => norm(line).match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{N}]*/gu) ?? []);
}

const PLAIN = new Map();

/** `fold` of a token; a language has few. */
function foldToken(token) {
  let plain = PLAIN.get(token);
  if (plain === undefined) PLAIN.set(token, (plain = fold(token)));
  return plain;
}

/** For each query the ids of the texts that have what is asked: every word of every text is looked at. */
export function scan(docs) {
  const found = QUERIES.map(() => []);
  const needed = QUERIES.map(({ words }) => words.map((word) => [word, fold(word) === word && !isNumber(word)]));
  const tests = QUERIES.map(({ kind, words, gap }) => {
    const is = words.map((word) => {
      const marked = fold(word) !== word;
      return (token, folded) => (marked || isNumber(word) ? token === word : folded === word);
    });
    return { kind, is, gap };
  });
  for (const doc of docs) {
    const text = lines(`${doc.title}\n${doc.body}`);
    const folded = text.map((line) => line.map(foldToken));
    const all = new Set(text.flat());
    const allFolded = new Set(folded.flat());
    for (const [q, { kind, is, gap }] of tests.entries()) {
      const has = needed[q].every(([word, plain]) => (plain ? allFolded : all).has(word));
      if (!has) continue;
      let holds = kind === "all" || kind === "number";
      for (let l = 0; l < text.length && !holds; l++) {
        const [line, plain] = [text[l], folded[l]];
        if (kind === "phrase") {
          holds = line.some((_, i) => i + is.length <= line.length && is.every((test, j) => test(line[i + j], plain[i + j])));
        } else {
          const [a, b] = is.map((test) => line.flatMap((token, i) => (test(token, plain[i]) ? [i] : [])));
          holds = a.some((x) => b.some((y) => x !== y && Math.abs(x - y) - 1 <= gap));
        }
      }
      if (holds) found[q].push(doc.id);
    }
  }
  return found;
}
