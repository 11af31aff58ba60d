import { expect } from "vitest";
import { clean } from "../../src/clean/index.js";
import type { CleanDocument } from "../../src/model/document.js";
import type { Page } from "../../src/model/page.js";

export function pageOf(text: string, more: Partial<Page> = {}): Page {
  return { id: "a", path: "a.txt", text, isClean: false, problems: [], ...more };
}

/**
 * Each line of the page is followed by what becomes of it: "=" kept as it stands, "-reason" left out.
 *
 *     首頁 > 新聞 > 正文   | -navigation
 */
export function check(marked: string): CleanDocument {
  const lines = marked.split("\n").map(line => line.split(/ *@ ?/u) as [string, string?]);
  const document = clean(pageOf(lines.map(([text]) => text).join("\n")));
  const reasons = new Map(
    document.dropped.flatMap(({ start_line, end_line, reason }) =>
      Array.from({ length: end_line - start_line + 1 }, (_, at) => [start_line + at, reason] as const),
    ),
  );
  const found = lines.map(([text], at) => (reasons.has(at + 1) ? `${text} @ ${reasons.get(at + 1)}` : text));
  expect(found.join("\n")).toBe(lines.map(([text, reason]) => (reason ? `${text} @ ${reason}` : text)).join("\n"));
  const kept = lines.filter(([text, reason]) => !reason && text.trim()).map(([text]) => text.trim());
  expect(document.text.split("\n")).toEqual(kept);
  return document;
}
