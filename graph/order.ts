/**
 * Order two strings by their code points: the same on every machine, in every locale.
 *
 *     ["𠀀", "豈", "b", "a"]  ->  ["a", "b", "豈", "𠀀"]   (plain `<` puts 𠀀, a surrogate pair, before 豈)
 */
export function byCodePoint(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above every other code unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** An order by one string of each item. */
export function by<T>(text: (item: T) => string): (left: T, right: T) => number {
  return (left, right) => byCodePoint(text(left), text(right));
}

/** The distinct strings, in order. */
export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byCodePoint);
}

/** The items by the text that each gives, groups and members in the order in which they come. */
export function groupBy<T>(items: Iterable<T>, text: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(text(item));
    if (group) group.push(item);
    else groups.set(text(item), [item]);
  }
  return groups;
}

/** The text that stands in a list most often; of equals the longest, then the first by code point. */
export function mostFrequent(texts: Iterable<string>): string | undefined {
  const counted = [...groupBy(texts, text => text)].map(([text, same]) => ({ text, count: same.length }));
  counted.sort((a, b) => b.count - a.count || b.text.length - a.text.length || byCodePoint(a.text, b.text));
  return counted[0]?.text;
}

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (isRecord(part) ? inKeyOrder(part) : part));
}

/** The same record with its keys in order. */
export function inKeyOrder<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(by(([key]) => key)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
