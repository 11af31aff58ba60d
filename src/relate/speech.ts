import type { Knowledge } from "../engine/load.js";
import { type Match, paragraphStart, sentenceEnd } from "../engine/match.js";

const OPEN = '“「"';
const CLOSE = '”」"';
const LONGEST_QUOTATION = 20_000;
/** How far into a sentence its speaker and the verb of saying stand. */
const HEAD_OF_SENTENCE = 24;

/**
 * The stretches of encoded text that are attributed to a speaker: the whole of a quotation that begins behind the verb of
 * saying, and the one that ends just before the speaker; where nothing is quoted, the rest of the paragraph, up to a
 * sentence in which somebody else speaks or the page tells what happened.
 *
 *     "……。"副市长黎明表示，……。
 *     黎明说，……。……。会议指出，……。      ends before 会议
 */
export function speechExtent(symbols: string, match: Match, knowledge: Knowledge): [number, number][] {
  const extent: [number, number][] = [];
  const before = quotationBefore(symbols, match.start);
  if (before) extent.push(before);
  const whole = textOfSpeech(symbols, match.end, knowledge);
  if (whole) return [...extent, whole];
  const opened = /^[:：，,]?\s?[“「"]/.exec(symbols.slice(match.end, match.end + 3));
  const end = opened
    ? Math.max(quotationEnd(symbols, match.end + opened[0].length), sentenceEnd(symbols, match.end))
    : passageEnd(symbols, sentenceEnd(symbols, match.end), knowledge);
  extent.push([match.end, end]);
  return extent;
}

/** The text of a speech below a line like 总统致词内容为：, up to a line that tells what happened afterwards. */
function textOfSpeech(symbols: string, from: number, { lists }: Knowledge): [number, number] | undefined {
  const heading = SPEECH_FOLLOWS.exec(symbols.slice(from, from + LONGEST_HEADING));
  if (!heading) return undefined;
  const narration = [...(lists.get("narration") ?? []), ...AFTERWARDS];
  let end = from + heading[0].length;
  while (end < symbols.length) {
    const line = symbols.indexOf("\n", end) < 0 ? symbols.length : symbols.indexOf("\n", end) + 1;
    if (narration.some(word => symbols.startsWith(word, end))) break;
    end = line;
  }
  return [from, end];
}

const SPEECH_FOLLOWS = /^[^，。\n]{0,4}(?:内容|全文)[^，。\n]{0,6}[:：]\s*\n+/;
const LONGEST_HEADING = 24;
const AFTERWARDS = ["接着", "包括", "最后，总统"];

/** Where what is said ends that a paragraph goes on with, sentence by sentence. */
function passageEnd(symbols: string, from: number, knowledge: Knowledge): number {
  let end = from;
  while (end + 1 < symbols.length && symbols[end] !== "\n" && symbols[end + 1] !== "\n") {
    const next = end + 1;
    if (isNarrated(symbols.slice(next, next + HEAD_OF_SENTENCE), knowledge)) break;
    end = sentenceEnd(symbols, next);
  }
  return end;
}

function isNarrated(head: string, { lists, symbols }: Knowledge): boolean {
  if ((lists.get("narration") ?? []).some(word => head.startsWith(word))) return true;
  const verb = Math.min(
    ...(lists.get("speech-verb") ?? []).map(word => head.indexOf(word)).filter(at => at >= 0),
    HEAD_OF_SENTENCE,
  );
  return [...head.slice(0, verb)].some(
    character => verb < HEAD_OF_SENTENCE && SPEAKERS.some(type => symbols.has(character.charCodeAt(0), type)),
  );
}

const SPEAKERS = ["person", "agency", "organization"];

/** The quotation in the line of `at` that ends before the words that name the speaker, which may hold titles and commas. */
function quotationBefore(symbols: string, at: number): [number, number] | undefined {
  const line = paragraphStart(symbols, at);
  for (let close = at - 1; close >= line && close >= at - 60; close--) {
    const character = symbols[close] as string;
    if (CLOSE.includes(character) && "，。！？,!?".includes(symbols[close - 1] ?? "")) {
      const open = lastOpening(symbols, close - 1, line);
      return open < 0 ? undefined : [open, close + 1];
    }
    if ("。！？；".includes(character)) return undefined;
  }
  return undefined;
}

function lastOpening(symbols: string, from: number, line: number): number {
  for (let at = from; at >= line; at--) if (OPEN.includes(symbols[at] as string)) return at;
  return -1;
}

function quotationEnd(symbols: string, from: number): number {
  const last = Math.min(symbols.length, from + LONGEST_QUOTATION);
  for (let at = from; at < last && symbols[at] !== "\n"; at++) if (CLOSE.includes(symbols[at] as string)) return at + 1;
  return sentenceEnd(symbols, from);
}
