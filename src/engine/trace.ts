import type { Span } from "../model/span.js";
import type { Match } from "./match.js";
import type { Phase, Rule } from "./rule.js";

/** A match as a reader sees it: where it stands in the text, and where its captures stand. */
export interface TracedMatch {
  readonly rule: Rule;
  readonly span: Span;
  readonly groups: Readonly<Record<string, Span>>;
}

/** What became of a match: it gave something, lost to one that overlaps it, or a condition refused it. */
export type Outcome =
  | { readonly kind: "won" }
  | { readonly kind: "lost"; readonly to: TracedMatch }
  | { readonly kind: "refused"; readonly why: string };

export interface TraceEvent extends TracedMatch {
  readonly phase: Phase;
  readonly outcome: Outcome;
}

/** Told of every match, in the order in which its fate was decided. */
export type Trace = (event: TraceEvent) => void;

/** Tells a trace of the matches of one phase, whose encoded text `spanOf` leads back to the text. */
export class PhaseTrace {
  constructor(
    private readonly trace: Trace,
    private readonly phase: Phase,
    private readonly spanOf: (from: number, to: number) => Span,
  ) {}

  won(match: Match): void {
    this.tell(match, { kind: "won" });
  }

  lost(match: Match, winner: Match): void {
    this.tell(match, { kind: "lost", to: this.traced(winner) });
  }

  refused(match: Match, why: string): void {
    this.tell(match, { kind: "refused", why });
  }

  private tell(match: Match, outcome: Outcome): void {
    this.trace({ phase: this.phase, ...this.traced(match), outcome });
  }

  private traced({ rule, start, end, groups }: Match): TracedMatch {
    const spans = Object.entries(groups).map(([name, [from, to]]) => [name, this.spanOf(from, to)] as const);
    return { rule, span: this.spanOf(start, end), groups: Object.fromEntries(spans) };
  }
}
