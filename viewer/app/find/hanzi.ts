import { simplified, syllables } from "virtual:hanzi";

const simpleOf = new Map<string, string>();
for (let at = 0; at < simplified.length; at += 2) simpleOf.set(simplified[at]!, simplified[at + 1]!);

const readings = new Map<string, string[]>();
for (const entry of syllables.split("|")) {
  const syllable = /^[a-z]+/.exec(entry)![0];
  for (const character of entry.slice(syllable.length)) {
    const known = readings.get(character);
    if (known) known.push(syllable);
    else readings.set(character, [syllable]);
  }
}

/** The text in simplified characters, one by one, so that its length stays: 廣東 -> 广东. */
export function simplify(text: string): string {
  let simple = "";
  for (const character of text) simple += simpleOf.get(character) ?? character;
  return simple;
}

/** What names are compared in: simplified, lower case, half width, without spaces and marks between words. */
export function folded(text: string): string {
  return simplify(text.normalize("NFKC").toLowerCase()).replace(/[\s·•《》〈〉「」“”"'()（）〔〕-]+/g, "");
}

/** How a character can be read, without tones: 重 -> ["zhong", "chong"]; a letter is read as itself. */
export function readingsOf(character: string): readonly string[] {
  return readings.get(character) ?? (/^[a-z0-9]$/.test(character) ? [character] : []);
}

/**
 * Tell how many characters of a folded name, from one on, a query in Latin letters spells: by whole syllables, by initials or
 * by both. 0 where it doesn't.
 *
 *     spelledFrom("广清一体化", 0, "gqyth")      ->  5
 *     spelledFrom("广清一体化", 1, "qingyi")     ->  2
 */
export function spelledFrom(name: string, start: number, query: string): number {
  if (query === "") return 0;
  for (const reading of readingsOf(name[start] ?? "")) {
    if (reading[0] !== query[0]) continue;
    if (reading.startsWith(query)) return 1;
    const wholes = query.startsWith(reading) ? [reading.length, 1] : [1];
    for (const length of wholes) {
      const rest = spelledFrom(name, start + 1, query.slice(length));
      if (rest > 0) return rest + 1;
    }
  }
  return 0;
}
