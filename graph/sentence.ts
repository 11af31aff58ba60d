import type { Span } from "../src/model/span.js";

/** No more than this many code units of a sentence are kept on either side of the evidence. */
const reach = 300;

const sentence = /[^。！？；!?;\n]*(?:[。！？；!?;]+[”’」』）》〉]*|\n|$)/g;

/**
 * Find the sentence around a span, or the sentences that it runs over, without white space at the ends.
 *
 *     sentencesOf("「好。」他說。再見")({ start: 4, end: 5 })  ->  { start: 4, end: 7 }
 *
 * A page may have no full stop for megabytes: what lies further than 300 code units from the span is cut off.
 */
export function sentencesOf(text: string): (span: Span) => Span {
  const starts = sentenceStarts(text);
  return span => {
    const first = lastAtMost(starts, span.start);
    const last = lastAtMost(starts, Math.max(span.start, span.end - 1));
    const start = Math.max(starts[first]!, span.start - reach);
    const end = Math.min(starts[last + 1] ?? text.length, span.end + reach);
    return trimmed(text, wholeCharacters(text, { start, end }), span);
  };
}

function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(sentence)) {
    const end = match.index + match[0].length;
    if (end > starts.at(-1)! && end < text.length) starts.push(end);
  }
  return starts;
}

/** Index of the last of the ascending numbers that is not above the limit; 0 where all are. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A cut between the two halves of a surrogate pair moves inwards. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: isLowSurrogate(text, start) ? start + 1 : start,
    end: isLowSurrogate(text, end) ? end - 1 : end,
  };
}

function isLowSurrogate(text: string, at: number): boolean {
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isLow && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

function trimmed(text: string, { start, end }: Span, keep: Span): Span {
  while (start < keep.start && /\s/.test(text[start]!)) start++;
  while (end > keep.end && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
