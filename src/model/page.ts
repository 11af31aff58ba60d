import type { DroppedLines } from "./document.js";
import type { Problem } from "./problem.js";

/** One page as it was read: decoded, with the markup already turned into lines, nothing cleaned away yet. */
export interface Page {
  /** Unique in a run and the same in every run: the path below the input's root, or the `id` of a JSON record. */
  readonly id: string;
  /** The path as a reader would look for it, with "#id" behind it for a record of a JSONL file. */
  readonly path: string;
  /** The page's text, with lines ending in "\n". */
  readonly text: string;
  /** True for JSON records: the text is taken as it stands, character for character. */
  readonly isClean: boolean;
  readonly title?: string;
  /** ISO date or date and time, with its offset where the page says so. */
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** The lines that the page's markup itself sets apart from its text: menus, footers, hidden elements, lists of links. */
  readonly setApart?: readonly DroppedLines[];
  readonly problems: readonly Problem[];
}
