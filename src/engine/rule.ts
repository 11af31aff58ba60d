import type { CompiledPattern } from "./compile.js";

/** The steps of the cascade, in order. Each sees what the earlier ones found as single symbols. */
export const PHASES = ["places", "people", "names", "works", "relations", "indicators"] as const;
export type Phase = (typeof PHASES)[number];

/** Phases that see words as symbols of their classes; the others see characters, and mentions as symbols. */
export const WORD_PHASES: readonly Phase[] = ["places", "people", "names", "works", "indicators"];

/** Text that a rule must find, or must leave alone. */
export interface Example {
  readonly text: string;
  readonly finds: readonly string[];
  readonly line: number;
}
export interface Counterexample {
  readonly text: string;
  readonly because: string;
  /** Facts that must not be found; where there are none, the rule itself must not fire. */
  readonly lacks: readonly string[];
  readonly line: number;
}

/** What a match says. Values name captures of the pattern, except where a word is no capture: it stands for itself. */
export type Gives =
  | {
      readonly mention: string;
      readonly span?: string;
      readonly as?: readonly string[];
      readonly name?: readonly string[];
    }
  | {
      readonly relation: string;
      readonly from: string;
      readonly to: string;
      readonly qualifiers: Readonly<Record<string, string>>;
      /** The stretch in which every mention of `to`'s types is meant: what somebody says. */
      readonly over?: "speech";
    }
  | {
      readonly indicator: string;
      readonly value: string;
      /** The capture of the subject; else the entity is looked for in what stands before. */
      readonly of?: string;
      /** Entity types that the subject can have, where it is looked for; else all that figures can be stated of. */
      readonly among?: readonly string[];
    };

/** Where a match does not count: what stands before it, behind it, in it, or in its clause as far as its anchor. */
export interface Unless {
  readonly before: readonly RegExp[];
  readonly after: readonly RegExp[];
  readonly inside: readonly RegExp[];
  readonly clause: readonly RegExp[];
}

/** A rule as it runs. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly phase: Phase;
  readonly priority: number;
  /** Place in the rulebook, which decides between rules that are otherwise equal. */
  readonly order: number;
  readonly patterns: readonly CompiledPattern[];
  readonly sources: readonly string[];
  readonly unless: Unless;
  readonly unlessSources: Readonly<Record<keyof Unless, readonly string[]>>;
  readonly gives: readonly Gives[];
  readonly examples: readonly Example[];
  readonly counterexamples: readonly Counterexample[];
  readonly file: string;
  readonly line: number;
}
