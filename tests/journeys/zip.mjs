// Reads back what an office opens: the parts of a zip, each a text.

import { inflateRawSync } from "node:zlib";

/** The parts by name. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0) throw new Error("no zip");
  const parts = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    parts[bytes.toString("utf8", at + 46, at + 46 + name)] = (method === 8 ? inflateRawSync(packed) : packed).toString("utf8");
    at += 46 + name + extra + comment;
  }
  return parts;
}
