import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Tell whether a key can be an id as it stands: ASCII, an NMTOKEN of XML, and unlike any id that is made for a key. */
export function isAsciiId(key: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.:-]*$/.test(key) && !(key.charAt(1) === "." && /^[en]\.[0-9a-f]{20}$/.test(key));
}

/**
 * A short ASCII id that stands for a key which can't be one: the same key always gives the same id.
 *
 *     asciiId("n", "person:朱伟")  ->  "n.0b1f2c63d5a7e948f01c"   (80 bits of SHA-256: a clash among a million keys is 1 in 10^12)
 */
export function asciiId(prefix: string, key: string): string {
  const digest = sha256(utf8ToBytes(escapedSurrogates(key)));
  let id = `${prefix}.`;
  for (let at = 0; at < 10; at++) id += digest[at]!.toString(16).padStart(2, "0");
  return id;
}

/** In UTF-8 all lone surrogates look the same. */
function escapedSurrogates(key: string): string {
  return /\p{Surrogate}/u.test(key) ? JSON.stringify(key) : key;
}
