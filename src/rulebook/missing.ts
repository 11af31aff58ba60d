import type { Piece } from "../annotate/pieces.js";
import { captureOf } from "../engine/check-rule.js";
import { type Alphabet, JOINERS, sourceOf } from "../engine/compile.js";
import type { FactLine } from "../engine/fact-line.js";
import type { Knowledge } from "../engine/load.js";
import { sentenceEnd, sentenceStart } from "../engine/match.js";
import type { Item, Pattern } from "../engine/pattern.js";
import type { Gives, Rule } from "../engine/rule.js";
import { writeItem, writePattern } from "../engine/write-pattern.js";
import type { Mention } from "../model/mention.js";
import type { Page } from "../model/page.js";
import type { Span } from "../model/span.js";
import { encodeForRelations } from "../relate/index.js";
import { type Explanation, explain } from "./explain.js";
import { factsLike, type Found, isCalled } from "./facts.js";

export type WantedRelation = Extract<FactLine, { kind: "relation" }>;

/** Why a relation was not found; the first of these that holds. */
export type Missing =
  | { readonly kind: "found"; readonly facts: readonly Found[] }
  | { readonly kind: "no-entity"; readonly name: string; readonly readings: readonly (readonly Piece[])[] }
  | { readonly kind: "wrong-type"; readonly name: string; readonly type: string; readonly allowed: readonly string[] }
  | { readonly kind: "no-rule" }
  | { readonly kind: "apart"; readonly from: readonly Span[]; readonly to: readonly Span[] }
  | { readonly kind: "near"; readonly misses: readonly NearMiss[] };

/** How far a rule came in a sentence that names both ends. */
export interface NearMiss {
  readonly rule: Rule;
  readonly sentence: Span;
  readonly pattern: string;
  /** What its elements before the one that failed stand for; empty where the first failed. */
  readonly matched: Span;
  /** The element that failed; none where all matched and the rule's match was refused. */
  readonly failed?: string;
  /** Where the element was looked for. */
  readonly at: number;
  readonly refused?: string;
}

/** Find out why a page gives no such relation: which rule comes nearest, and the first part of it that fails. */
export function whyMissing(
  wanted: WantedRelation,
  page: Page,
  knowledge: Knowledge,
): Missing & { readonly explanation: Explanation } {
  const explanation = explain(page, knowledge);
  return { ...reasonFor(wanted, explanation, knowledge), explanation };
}

function reasonFor(wanted: WantedRelation, explanation: Explanation, knowledge: Knowledge): Missing {
  const { facts } = explanation;
  const found = factsLike(wanted, facts, knowledge.schema);
  if (found.length > 0) return { kind: "found", facts: found };
  const predicate = knowledge.schema.predicates.find(({ id }) => id === wanted.predicate);
  const ends = [wanted.subject, wanted.object] as const;
  for (const [index, name] of ends.entries()) {
    const entities = facts.entities.filter(entity => isCalled(entity, name));
    if (entities.length === 0) return { kind: "no-entity", name, readings: readingsOf(name, explanation) };
    const allowed = (index === 0 ? predicate?.domain : predicate?.range) ?? [];
    const type = entities[0]?.type ?? "";
    if (!entities.some(entity => allowed.includes(entity.type))) return { kind: "wrong-type", name, type, allowed };
  }
  const rules = knowledge.rules.filter(({ gives }) =>
    gives.some(one => "relation" in one && one.relation === wanted.predicate),
  );
  if (rules.length === 0) return { kind: "no-rule" };
  return nearest(wanted, rules, explanation, knowledge);
}

/** The pieces that stand where the name stands in the text: what was read instead. */
function readingsOf(name: string, { annotated }: Explanation): Piece[][] {
  const { text } = annotated.document;
  const readings: Piece[][] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    readings.push(annotated.pieces.filter(({ start, end }) => start < at + name.length && end > at));
  return readings;
}

function nearest(
  wanted: WantedRelation,
  rules: readonly Rule[],
  explanation: Explanation,
  knowledge: Knowledge,
): Missing {
  const sight = sightOf(explanation, knowledge);
  const [from, to] = [positionsOf(wanted.subject, sight), positionsOf(wanted.object, sight)];
  const isSymmetric = knowledge.schema.predicates.some(({ id, symmetric }) => id === wanted.predicate && symmetric);
  const pairs = from.flatMap(one =>
    to.filter(other => isSameSentence(one, other, sight)).map(other => [one, other] as const),
  );
  if (pairs.length === 0) return { kind: "apart", from: spansAt(from, sight), to: spansAt(to, sight) };
  const both = isSymmetric ? [...pairs, ...pairs.map(([one, other]) => [other, one] as const)] : pairs;
  const tries = both
    .slice(0, MOST_PAIRS)
    .flatMap(([one, other]) => rules.flatMap(rule => triesOf(rule, wanted.predicate, one, other, sight, knowledge)));
  tries.sort((a, b) => b.score - a.score || a.miss.rule.order - b.miss.rule.order);
  const seen = new Set<Rule>();
  const best = tries.filter(({ miss }) => !seen.has(miss.rule) && seen.add(miss.rule));
  return { kind: "near", misses: best.slice(0, SHOWN).map(({ miss }) => miss) };
}

const MOST_PAIRS = 12;
const SHOWN = 3;

/** The document as relation rules see it. */
interface Sight {
  readonly explanation: Explanation;
  readonly symbols: string;
  readonly offsets: Int32Array;
  readonly mentionAt: (position: number) => Mention | undefined;
}

function sightOf(explanation: Explanation, knowledge: Knowledge): Sight {
  const { pieces, document } = explanation.annotated;
  const encoded = encodeForRelations(pieces, document.normal, knowledge);
  const mentionAt = (position: number) => pieces[encoded.pieces[position] as number]?.mention;
  return { explanation, symbols: encoded.symbols, offsets: encoded.offsets, mentionAt };
}

/** Where an entity stands, by its names or by a word that stands for it (他, 本市). */
function positionsOf(name: string, { explanation, symbols, mentionAt }: Sight): number[] {
  const { entities, mentions } = explanation.facts;
  const ids = new Set(entities.filter(entity => isCalled(entity, name)).map(({ id }) => id));
  const starts = new Set(mentions.filter(({ entity }) => ids.has(entity)).map(({ start }) => start));
  const positions = Array.from({ length: symbols.length }, (_, position) => position);
  return positions.filter(position => {
    const mention = mentionAt(position);
    return mention !== undefined && [mention, ...(mention.antecedents ?? [])].some(({ start }) => starts.has(start));
  });
}

function isSameSentence(one: number, other: number, { symbols }: Sight): boolean {
  return one !== other && sentenceStart(symbols, one) === sentenceStart(symbols, other);
}

function spansAt(positions: readonly number[], { mentionAt }: Sight): Span[] {
  return positions.flatMap(position => mentionAt(position) ?? []);
}

interface Try {
  readonly miss: NearMiss;
  readonly score: number;
}

function triesOf(rule: Rule, predicate: string, from: number, to: number, sight: Sight, knowledge: Knowledge): Try[] {
  const gives = rule.gives.filter((one): one is RelationGives => "relation" in one && one.relation === predicate);
  return gives.flatMap(one =>
    rule.patterns.map(({ pattern }) => tryPattern(rule, pattern, one, from, to, sight, knowledge)),
  );
}

type RelationGives = Extract<Gives, { relation: string }>;

/** Stand for the two ends in the sentence, so that a pattern's captures can be held to them. */
const FROM = "\ud800";
const TO = "\ud801";

/**
 * See how many elements of a pattern, from its first, match in the sentence with its captures at the two ends. A pattern
 * whose rest matches too, once the failing element is passed over, is the nearer one.
 */
function tryPattern(
  rule: Rule,
  pattern: Pattern,
  gives: RelationGives,
  from: number,
  to: number,
  sight: Sight,
  knowledge: Knowledge,
): Try {
  const { symbols, offsets, explanation } = sight;
  const [start, end] = [sentenceStart(symbols, from), sentenceEnd(symbols, from)];
  const marked = [...Array(end - start).keys()]
    .map(i => (start + i === from ? FROM : start + i === to ? TO : symbols[start + i]))
    .join("");
  const alphabet = markedAlphabet(knowledge.alphabets.relations, symbols[from] as string, symbols[to] as string);
  const pinned = pattern.flatMap(original => pin(original, gives).map(item => ({ item, original })));
  const items = pinned.map(({ item }) => item);
  const best = longestBeginning(items, alphabet, marked);
  const failed = items[best.count];
  const passed =
    failed && matchIn([...items.slice(0, best.count), ANY, ...items.slice(best.count + 1)], alphabet, marked);
  const offsetAt = (position: number) => offsets[start + position] as number;
  const miss: NearMiss = {
    rule,
    sentence: { start: offsetAt(0), end: offsets[end] as number },
    pattern: writePattern(pattern),
    matched: { start: offsetAt(best.start), end: offsetAt(best.end) },
    failed: failed && writeItem(pinned[best.count]?.original as Item),
    at: offsetAt(best.end),
    refused: failed ? undefined : refusalOf(rule, { start: offsetAt(0), end: offsets[end] as number }, explanation),
  };
  return { miss, score: best.count / items.length + (passed || !failed ? 1 : 0) };
}

const ANY: Item = { kind: "gap", most: 20, acrossCommas: true, anchor: false };

/** Classes whose symbols an end has, have its mark; "from:" and "to:" before a class hold it to that end. */
function markedAlphabet(alphabet: Alphabet, from: string, to: string): Alphabet {
  const classCharacters = (name: string): string => {
    const [, end, bare = name] = /^(from|to):(.*)$/.exec(name) ?? [];
    const characters = alphabet.classCharacters(bare);
    const marks =
      (characters.includes(from) && end !== "to" ? FROM : "") + (characters.includes(to) && end !== "from" ? TO : "");
    return end ? marks : characters + marks;
  };
  return { ...alphabet, classCharacters };
}

/** Hold the captures of a rule's two ends to the ends that are asked for; a series may have other members beside it. */
function pin(item: Item, gives: RelationGives): Item[] {
  switch (item.kind) {
    case "class": {
      const end =
        item.capture === undefined
          ? undefined
          : item.capture === captureOf(gives.from)
            ? "from"
            : item.capture === captureOf(gives.to)
              ? "to"
              : undefined;
      const { capture: _, ...bare } = item;
      if (!end) return [bare];
      const pinned: Item = { ...bare, classes: bare.classes.map(name => `${end}:${name}`), isSeries: false };
      return item.isSeries ? [others(bare, "before"), pinned, others(bare, "after")] : [pinned];
    }
    case "group":
      return [
        {
          ...item,
          capture: undefined,
          alternatives: item.alternatives.map(one => one.flatMap(part => pin(part, gives))),
        },
      ];
    case "repeat": {
      const inner = pin(item.item, gives);
      const group: Item = { kind: "group", alternatives: [inner], anchor: false };
      return [{ ...item, item: inner.length === 1 ? (inner[0] as Item) : group }];
    }
    default:
      return [item];
  }
}

function others(one: Extract<Item, { kind: "class" }>, side: "before" | "after"): Item {
  const single: Item = { ...one, isSeries: false };
  const joiner: Item = { kind: "repeat", least: 0, most: 1, anchor: false, item: JOINER };
  const alternatives = [side === "before" ? [single, joiner] : [joiner, single]];
  return { kind: "repeat", least: 0, most: 8, anchor: false, item: { kind: "group", alternatives, anchor: false } };
}

const JOINER: Item = {
  kind: "group",
  anchor: false,
  alternatives: JOINERS.map(text => [{ kind: "literal", text, anchor: false }]),
};

interface Beginning {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** The longest beginning of a pattern that matches somewhere in the text and holds one of the two ends. */
function longestBeginning(items: Pattern, alphabet: Alphabet, text: string): Beginning {
  for (let count = items.length; count > 0; count--) {
    const match = matchIn(items.slice(0, count), alphabet, text);
    if (match) return { count, start: match.index, end: match.index + match[0].length };
  }
  return { count: 0, start: 0, end: 0 };
}

function matchIn(items: Pattern, alphabet: Alphabet, text: string): RegExpExecArray | null {
  return new RegExp(sourceOf(items, alphabet)).exec(text);
}

function refusalOf(rule: Rule, sentence: Span, { phases }: Explanation): string | undefined {
  const events = phases
    .flatMap(({ events }) => events)
    .filter(({ rule: other, span }) => other === rule && span.start < sentence.end && sentence.start < span.end);
  for (const { outcome } of events) if (outcome.kind === "refused") return outcome.why;
  return undefined;
}
