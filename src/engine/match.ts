import type { CompiledPattern } from "./compile.js";
import { holds, type Need } from "./neighbours.js";
import type { Rule, Unless } from "./rule.js";

/** One rule's match in encoded text. All offsets are into the encoded text, half open. */
export interface Match {
  readonly rule: Rule;
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  /** Where the anchor begins. */
  readonly anchor: number;
  readonly groups: Readonly<Record<string, readonly [start: number, end: number]>>;
}

/** One pattern of a rule, and one of the strings at which it is tried. */
interface Gate {
  readonly rule: Rule;
  readonly pattern: number;
  readonly compiled: CompiledPattern;
  readonly start: string;
  /** Its number among all patterns of the phase. */
  readonly number: number;
}

/** The rules of one phase, indexed by the character at which each can be tried. */
export class Matcher {
  private readonly table = new Uint16Array(65536);
  private readonly gates: Gate[][] = [[]];
  private readonly lines = new LineNeeds();

  constructor(readonly rules: readonly Rule[]) {
    for (const rule of rules)
      rule.patterns.forEach((compiled, pattern) => {
        const number = this.lines.add(compiled.needs);
        for (const start of compiled.starts) this.add(start, { rule, pattern, compiled, start, number });
      });
  }

  private add(start: string, gate: Gate): void {
    const unit = start.charCodeAt(0);
    if (this.table[unit] === 0) this.table[unit] = this.gates.push([]) - 1;
    (this.gates[this.table[unit] as number] as Gate[]).push(gate);
  }

  /** Every match of every rule, in the order of their anchors. */
  matches(encoded: string, report?: (rule: Rule, match: Match, lost: string) => void): Match[] {
    const found: Match[] = [];
    const { table, gates, lines } = this;
    let lineEnd = -1;
    for (let at = 0; at < encoded.length; at++) {
      const index = table[encoded.charCodeAt(at)] as number;
      if (index === 0) continue;
      if (at > lineEnd) lineEnd = lines.read(encoded, at);
      for (const gate of gates[index] as Gate[]) {
        const { start, compiled } = gate;
        if (start.length > 1 && !encoded.startsWith(start, at)) continue;
        const { before, behind } = compiled;
        if (before && (at === 0 || !holds(before, encoded.charCodeAt(at - 1)))) continue;
        if (behind && (at + 1 >= encoded.length || !holds(behind, encoded.charCodeAt(at + 1)))) continue;
        if (!lines.hasAll(gate.number)) continue;
        const match = matchAt(gate, encoded, at);
        if (!match) continue;
        const lost = refusal(match, encoded);
        if (lost) report?.(gate.rule, match, lost);
        else if (!isRepeated(found, match)) found.push(match);
      }
    }
    return found;
  }
}

/**
 * What the patterns of a phase need in a line beside their anchors. No match goes on into the next line, so a pattern is
 * tried only in lines that have all it needs; looking for that costs less than trying.
 */
class LineNeeds {
  /** Each need's number, by its source; and which of the lists has the needs that a code unit meets. */
  private readonly numbers = new Map<string, number>();
  private readonly listOf = new Uint16Array(65536);
  private readonly lists: number[][] = [[]];
  /** The needs of each pattern. */
  private readonly needs: (readonly number[])[] = [];
  /** The last line in which a need was met, a unit seen, a pattern asked for; and whether that pattern had all. */
  private line = 0;
  private met = new Uint32Array(64);
  private readonly seen = new Uint32Array(65536);
  private asked = new Uint32Array(64);
  private complete = new Uint8Array(64);

  /** Adds a pattern, and gives its number. */
  add(needs: readonly Need[]): number {
    if (this.needs.length === this.asked.length) {
      this.asked = new Uint32Array(this.asked.length * 2);
      this.complete = new Uint8Array(this.asked.length);
    }
    return this.needs.push(needs.map(need => this.numberOf(need))) - 1;
  }

  private numberOf({ source, units }: Need): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(source, number);
    for (const unit of units) {
      if (this.listOf[unit] === 0) this.listOf[unit] = this.lists.push([]) - 1;
      (this.lists[this.listOf[unit] as number] as number[]).push(number);
    }
    if (number >= this.met.length) this.met = new Uint32Array(this.met.length * 2);
    return number;
  }

  /** Look at the line in which `at` stands; the place of its end. */
  read(encoded: string, at: number): number {
    const { met, seen, listOf, lists } = this;
    const line = ++this.line;
    const start = encoded.lastIndexOf("\n", at) + 1;
    const next = encoded.indexOf("\n", at);
    const end = next < 0 ? encoded.length : next;
    for (let i = start; i < end; i++) {
      const unit = encoded.charCodeAt(i);
      if (listOf[unit] === 0 || seen[unit] === line) continue;
      seen[unit] = line;
      for (const need of lists[listOf[unit] as number] as number[]) met[need] = line;
    }
    return end;
  }

  /** Whether the line that was read has all that a pattern needs. */
  hasAll(pattern: number): boolean {
    const { line, met, asked, complete } = this;
    if (asked[pattern] !== line) {
      asked[pattern] = line;
      complete[pattern] = 1;
      for (const need of this.needs[pattern] as readonly number[])
        if (met[need] !== line) {
          complete[pattern] = 0;
          break;
        }
    }
    return complete[pattern] === 1;
  }
}

function matchAt({ rule, pattern, compiled }: Gate, encoded: string, at: number): Match | undefined {
  compiled.expression.lastIndex = at;
  if (!compiled.expression.test(encoded)) return undefined;
  compiled.indexed.lastIndex = at;
  const result = compiled.indexed.exec(encoded);
  if (!result) return undefined;
  const left = (result[LEFT] as string | undefined)?.length ?? 0;
  return {
    rule,
    pattern,
    start: at - left,
    end: at + result[0].length,
    anchor: at,
    groups: groupsOf(compiled.captures, result.indices ?? []),
  };
}

/** The number of the group that holds what precedes the anchor: the first. */
const LEFT = 1;

/** The captures, those that the anchor cuts in two joined again. */
function groupsOf(
  captures: readonly string[],
  ranges: readonly ([number, number] | undefined)[],
): Record<string, [number, number]> {
  const groups: Record<string, [number, number]> = {};
  for (let i = LEFT; i < captures.length; i++) {
    const range = ranges[i + 1];
    if (!range) continue;
    const written = captures[i] as string;
    const name = written.includes("$") ? written.replace(/\$(?:left|right)$/, "") : written;
    const known = groups[name];
    groups[name] = known ? [Math.min(known[0], range[0]), Math.max(known[1], range[1])] : range;
  }
  return groups;
}

/** Two words of one list can begin at one place: the rule then matches twice. */
function isRepeated(found: readonly Match[], match: Match): boolean {
  const last = found.at(-1);
  return (
    last !== undefined &&
    last.rule === match.rule &&
    last.pattern === match.pattern &&
    last.start === match.start &&
    last.end === match.end &&
    last.anchor === match.anchor
  );
}

/** The condition that refuses a match ("unless clause 希望"), or undefined. */
export function refusal({ rule, start, end }: Match, encoded: string): string | undefined {
  const { before, after, inside, clause } = rule.unless;
  const holding = (
    expressions: readonly RegExp[],
    kind: keyof Unless,
    at: number,
    text = encoded,
  ): string | undefined => {
    const number = expressions.findIndex(expression => {
      expression.lastIndex = at;
      return expression.test(text);
    });
    return number < 0 ? undefined : `unless ${kind} ${rule.unlessSources[kind][number]}`;
  };
  return (
    (before.length > 0 && holding(before, "before", start)) ||
    (after.length > 0 && holding(after, "after", end)) ||
    (inside.length > 0 && holding(inside, "inside", 0, encoded.slice(start, end))) ||
    (clause.length > 0 && holding(clause, "clause", 0, encoded.slice(clauseStart(encoded, start), end))) ||
    undefined
  );
}

const CLAUSE_ENDS = marksOf("，,。！？!?；;\n");
const SENTENCE_ENDS = marksOf("。！？!?；;\n");
/** What runs on for so many symbols is a table or a list of links, and no sentence; to look on would take the square of its length. */
const LONGEST_SENTENCE = 2000;
const LONGEST_PARAGRAPH = 20_000;

/** Where the clause begins in which `at` stands. */
export function clauseStart(encoded: string, at: number): number {
  return startAfter(encoded, at, CLAUSE_ENDS);
}

/** Where the sentence begins in which `at` stands. */
export function sentenceStart(encoded: string, at: number): number {
  return startAfter(encoded, at, SENTENCE_ENDS);
}

/** Where the sentence ends in which `at` stands: at its full stop, question mark, line end. */
export function sentenceEnd(encoded: string, at: number): number {
  const last = Math.min(encoded.length, at + LONGEST_SENTENCE);
  let end = at;
  while (end < last && SENTENCE_ENDS[encoded.charCodeAt(end)] === 0) end++;
  return end;
}

/** Where the paragraph begins in which `at` stands. */
export function paragraphStart(encoded: string, at: number): number {
  const first = Math.max(0, at - LONGEST_PARAGRAPH);
  let start = at;
  while (start > first && encoded.charCodeAt(start - 1) !== LINE_END) start--;
  return start;
}

const LINE_END = 10;

function startAfter(encoded: string, at: number, ends: Uint8Array): number {
  const first = Math.max(0, at - LONGEST_SENTENCE);
  let start = at;
  while (start > first && ends[encoded.charCodeAt(start - 1)] === 0) start--;
  return start;
}

function marksOf(marks: string): Uint8Array {
  const table = new Uint8Array(65536);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

/**
 * Decide overlaps by one total order: priority, then length, then place, then the order of the rules. The winners do not
 * overlap, and stand in the order of the text; `lost` is told each loser and what it lost to.
 */
export function resolveOverlaps(
  matches: readonly Match[],
  spanOf: (match: Match) => readonly [number, number],
  lost?: (loser: Match, winner: Match) => void,
): Match[] {
  const ranked = matches
    .map(match => ({ match, span: spanOf(match) }))
    .sort(
      (a, b) =>
        b.match.rule.priority - a.match.rule.priority ||
        b.span[1] - b.span[0] - (a.span[1] - a.span[0]) ||
        a.span[0] - b.span[0] ||
        a.match.rule.order - b.match.rule.order,
    );
  if (ranked.length < 2) return ranked.map(({ match }) => match);
  const kept: typeof ranked = [];
  const taken = new Taken(ranked.map(({ span }) => span));
  for (const one of ranked) {
    const winner = kept[taken.firstIn(one.span)];
    if (winner) lost?.(one.match, winner.match);
    else taken.take(one.span, kept.push(one) - 1);
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]).map(({ match }) => match);
}

/** Which symbols of the encoded text a kept match has, by its number. */
class Taken {
  private readonly from: number;
  private readonly owners: Int32Array;

  constructor(spans: readonly (readonly [number, number])[]) {
    this.from = spans.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY);
    this.owners = new Int32Array(spans.reduce((most, [, end]) => Math.max(most, end), 0) - this.from).fill(FREE);
  }

  /** The best of the kept matches that overlap a span; FREE where none does. */
  firstIn([start, end]: readonly [number, number]): number {
    let first = FREE;
    for (let at = start; at < end; at++) {
      const owner = this.owners[at - this.from] as number;
      if (owner !== FREE && (first === FREE || owner < first)) first = owner;
    }
    return first;
  }

  take([start, end]: readonly [number, number], owner: number): void {
    this.owners.fill(owner, start - this.from, end - this.from);
  }
}

const FREE = -1;
