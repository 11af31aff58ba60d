import type { Problem } from "./problem.js";

/** One or more lines of the page (counted from 1, both ends included) that cleaning left out, and why. */
export interface DroppedLines {
  readonly start_line: number;
  readonly end_line: number;
  /** A short reason in kebab-case: "navigation", "foreign-script-block", "footer" … */
  readonly reason: string;
}

/** A page after cleaning. Every later offset points into `text`, which never changes again. */
export interface CleanDocument {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly text: string;
  readonly dropped: readonly DroppedLines[];
  readonly problems: readonly Problem[];
}

/**
 * A document as rules read it: its text without what stands inside words and sentences, and the form of this text that they
 * match (simplified characters, half width). `normal` has the length of `text`, code unit for code unit.
 */
export interface NormalDocument extends CleanDocument {
  readonly normal: string;
  /** The text as the page has it, and where each code unit of `text` stands there; undefined where they are the same. */
  readonly whole?: { readonly text: string; readonly places: Uint32Array } | undefined;
}
