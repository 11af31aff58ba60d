import type { ComponentChildren } from "preact";

/** A text with the given half-open ranges marked; ranges that overlap an earlier one, or lie outside, are left out. */
export function marked(text: string, ranges: readonly (readonly [number, number])[]): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
