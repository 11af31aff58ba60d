/** A stretch of the text that was read as one before any word was looked up: a date, a figure. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: "date" | "number" | "quantity" | "ordinal";
  /** An ISO date (as exact as the text is), or the number as written out. */
  readonly value?: string;
  readonly unit?: string;
  /** The date is a year in figures: 2026年. */
  readonly isYear?: boolean;
}
