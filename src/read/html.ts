import { Parser } from "htmlparser2";
import type { DroppedLines } from "../model/document.js";
import { isHidden, reasonOfElement } from "./elements.js";
import { type MetaData, MetaReader } from "./meta.js";

/** An HTML page as lines, with what its head says and which lines its markup sets apart. */
export interface HtmlPage extends MetaData {
  readonly text: string;
  readonly setApart: readonly DroppedLines[];
  readonly remarks: readonly string[];
}

/**
 * Turn HTML into lines: one for each block, list item or table row (its cells parted by tabs), in one pass without a
 * tree, so that time and memory grow with the page alone. Scripts, forms' fields and what `<ruby>` says about a
 * character's sound are left out; hidden elements, menus and footers become lines that are set apart.
 */
export function readHtml(html: string): HtmlPage {
  const reader = new HtmlReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return {
      text: stripped(html),
      setApart: [],
      remarks: [`Its tags are nested more than ${DEEPEST} deep, so they were ignored.`],
      ...reader.meta.data(),
    };
  }
  const { text, setApart } = reader.lines.finish();
  return { text, setApart, remarks: [], ...reader.meta.data() };
}

const DEEPEST = 1000;

class TooDeep extends Error {}

/** The text between the tags, a line for each piece, without scripts and styles. */
function stripped(html: string): string {
  const lines: string[] = [];
  let silent: string | undefined;
  for (const piece of html.split("<")) {
    const name = /^\/?[a-z]+/iu.exec(piece)?.[0].toLowerCase();
    if (silent !== undefined) {
      if (name !== `/${silent}`) continue;
      silent = undefined;
    } else if (name === "script" || name === "style") {
      silent = name;
      continue;
    }
    const line = piece.slice(name === undefined ? 0 : piece.indexOf(">") + 1).trim();
    if (line) lines.push(line);
  }
  return lines.join("\n");
}

interface Open {
  readonly name: string;
  readonly reason: string | undefined;
}

/** What htmlparser2 calls for each tag and text. */
class HtmlReader {
  readonly lines = new LineWriter();
  readonly meta = new MetaReader();
  private readonly open: Open[] = [];
  private silent = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.open.length >= DEEPEST) throw new TooDeep();
    this.meta.onElement(name, attributes);
    const around = this.open.at(-1)?.reason;
    const reason =
      around === "hidden" || isHidden(attributes) ? "hidden" : (around ?? reasonOfElement(name, attributes));
    this.open.push({ name, reason });
    if (SILENT.has(name)) this.silent++;
    if (name === "a") this.lines.links++;
    if (BLOCKS.has(name)) this.lines.end();
    if (name === "td" || name === "th") this.lines.cell();
    this.lines.reason = reason;
  }

  ontext(text: string): void {
    const name = this.open.at(-1)?.name;
    if (name === "title" && this.open.at(-2)?.name !== "svg") this.meta.onTitle(text);
    else if (this.silent === 0)
      this.lines.write(text, name === "pre" || this.open.some(element => element.name === "pre"));
  }

  onclosetag(name: string): void {
    this.open.pop();
    if (SILENT.has(name)) this.silent--;
    if (name === "a") this.lines.links--;
    if (BLOCKS.has(name)) this.lines.end();
    this.lines.reason = this.open.at(-1)?.reason;
  }
}

const SILENT = new Set(
  "script style noscript template svg math canvas object iframe video audio select textarea button rt rp".split(" "),
);

const BLOCKS = new Set(
  "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);

/** Gathers characters into lines, with white space as a browser shows it. */
class LineWriter {
  reason: string | undefined;
  links = 0;
  private readonly finished: string[] = [];
  private readonly reasons: Array<string | undefined> = [];
  private line: string[] = [];
  private inLinks = 0;
  private outside = 0;
  private lineReason: string | undefined;

  write(text: string, isPreformatted: boolean): void {
    if (isPreformatted && text.includes("\n")) {
      for (const [at, part] of text.split("\n").entries()) {
        if (at > 0) this.end();
        this.write(part, false);
      }
      return;
    }
    const shown = text.replace(/[ \t\r\n\f]+/gu, " ");
    const letters = shown.trim().length;
    if (letters === 0 && (this.line.length === 0 || this.line.at(-1)!.endsWith(" "))) return;
    // A hidden or set-apart piece in the middle of a line gets a line of its own, so that it can be left out.
    if (letters > 0 && this.line.length > 0 && this.lineReason !== this.reason) this.end();
    if (letters > 0) this.lineReason = this.reason;
    this.line.push(shown);
    if (this.links > 0) this.inLinks += letters;
    else this.outside += letters;
  }

  cell(): void {
    if (this.line.length > 0) this.line.push("\t");
  }

  end(): void {
    const text = this.line
      .join("")
      .replace(/ *\t[ \t]*/gu, "\t")
      .trim();
    if (text) {
      this.finished.push(text);
      this.reasons.push(this.lineReason ?? (this.inLinks > 0 && this.outside <= this.inLinks / 8 ? "link" : undefined));
    }
    this.line = [];
    this.inLinks = 0;
    this.outside = 0;
    this.lineReason = undefined;
  }

  finish(): { text: string; setApart: DroppedLines[] } {
    this.end();
    return { text: this.finished.join("\n"), setApart: setApart(this.finished, this.reasons) };
  }
}

/** So many lines of links in a row are a list of links, fewer may be a linked headline. */
const LINK_LIST = 3;

function setApart(lines: readonly string[], reasons: ReadonlyArray<string | undefined>): DroppedLines[] {
  const trusted = trustedReasons(lines, reasons);
  const ranges: DroppedLines[] = [];
  for (let start = 0; start < lines.length; ) {
    const reason = reasons[start];
    let end = start + 1;
    while (end < lines.length && reasons[end] === reason) end++;
    const range = { start_line: start + 1, end_line: end, reason: reason ?? "" };
    if (reason === "link" && end - start >= LINK_LIST) ranges.push({ ...range, reason: "link-list" });
    else if (reason !== undefined && reason !== "link" && trusted.has(reason)) ranges.push(range);
    start = end;
  }
  return ranges;
}

/** Pages put their text into the strangest elements: a reason that would take half of the paragraphs is not believed. */
function trustedReasons(lines: readonly string[], reasons: ReadonlyArray<string | undefined>): ReadonlySet<string> {
  const paragraphs = new Map<string | undefined, number>();
  let all = 0;
  for (const [at, line] of lines.entries()) {
    if (line.length < 40 || !/[。；]/u.test(line)) continue;
    all += line.length;
    paragraphs.set(reasons[at], (paragraphs.get(reasons[at]) ?? 0) + line.length);
  }
  const known = new Set(reasons.filter(reason => reason !== undefined));
  return new Set(
    [...known].filter(reason => reason === "hidden" || (paragraphs.get(reason) ?? 0) * 2 < all || all === 0),
  );
}
