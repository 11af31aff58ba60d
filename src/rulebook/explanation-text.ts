import type { Piece } from "../annotate/pieces.js";
import type { Knowledge } from "../engine/load.js";
import type { TraceEvent } from "../engine/trace.js";
import type { Mention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import type { Explanation } from "./explain.js";
import { allFacts } from "./facts.js";
import type { Missing, NearMiss } from "./missing.js";

/**
 * An explanation in words, phase by phase: "+" what was found, "-" what lost to something that overlaps it, "x" what a
 * condition refused.
 *
 *     people
 *       + 副市长陈志英  person-after-title  person 陈志英
 *       - 陈志英  person-by-shape  lost to person-after-title at 副市长陈志英
 */
export function explanationText({ annotated, facts, known, phases }: Explanation): string {
  const { text, dropped } = annotated.document;
  const paragraphs = [
    section(
      "left out",
      dropped.map(({ start_line, end_line, reason }) => `lines ${start_line} to ${end_line}: ${reason}`),
    ),
    section(
      "known names, and words that stand for names",
      known.map(mention => knownLine(mention, text)),
    ),
    ...phases.map(({ phase, events }) =>
      section(
        phase,
        events.map(event => eventLine(event, text)),
      ),
    ),
    section(
      "what the document says",
      allFacts(facts).map(({ line, rule }) => `${line}  (${rule})`),
    ),
  ];
  return paragraphs.filter(Boolean).join("\n\n");
}

function section(title: string, lines: readonly string[]): string {
  const distinct = [...new Set(lines)];
  return distinct.length > 0 ? [title, ...distinct.map(line => `  ${line}`)].join("\n") : "";
}

function knownLine({ start, end, type, rule, keys, antecedents }: Mention, text: string): string {
  const meant = antecedents ? ` for ${antecedents.map(one => text.slice(one.start, one.end)).join(", ")}` : "";
  return `+ ${oneLine(text.slice(start, end))}  ${rule}  ${type}${keys.length > 0 ? ` ${keys.join(" or ")}` : ""}${meant}`;
}

function eventLine({ rule, span, groups, outcome }: TraceEvent, text: string): string {
  const surface = (one: Span): string => oneLine(text.slice(one.start, one.end));
  const head = `${surface(span)}  ${rule.id}`;
  const parts = Object.entries(groups)
    .map(([name, group]) => `${name} ${surface(group)}`)
    .join(", ");
  switch (outcome.kind) {
    case "won":
      return parts ? `+ ${head}  ${parts}` : `+ ${head}`;
    case "lost":
      return `- ${head}  lost to ${outcome.to.rule.id} at ${surface(outcome.to.span)}`;
    case "refused":
      return `x ${head}  ${outcome.why}`;
  }
}

/** Why a relation is missing, in words. */
export function missingText(missing: Missing, { annotated }: Explanation, knowledge: Knowledge): string {
  const { text } = annotated.document;
  switch (missing.kind) {
    case "found":
      return ["It was found:", ...missing.facts.map(({ line, rule }) => `  ${line}  (${rule})`)].join("\n");
    case "no-entity":
      return noEntityText(missing.name, missing.readings, text);
    case "wrong-type":
      return `${missing.name} was read as ${missing.type}, and the predicate takes ${missing.allowed.join(", ")} there.`;
    case "no-rule":
      return "No rule gives this predicate.";
    case "apart":
      return `The two are never named in one sentence.${sentencesText([...missing.from, ...missing.to], text)}`;
    case "near":
      return missing.misses.map(miss => nearText(miss, text, knowledge)).join("\n\n");
  }
}

function noEntityText(name: string, readings: readonly (readonly Piece[])[], text: string): string {
  if (readings.length === 0) return `The text does not hold ${name}.`;
  const lines = readings.map(pieces => pieces.map(piece => pieceText(piece, text)).join(" | "));
  return [`Nothing is called ${name}. It was read as:`, ...new Set(lines.map(line => `  ${line}`))].join("\n");
}

/** "清远市 (place-in-gazetteer: place)", "研究 (a word: pos.vn)" */
function pieceText({ start, end, mention, ref }: Piece, text: string): string {
  const surface = oneLine(text.slice(start, end));
  if (mention) return `${surface} (${mention.rule}: ${mention.type})`;
  if (ref?.kind === "entry") return `${surface} (a word: ${[...ref.entry.classes].join(" ")})`;
  return ref ? `${surface} (a ${ref.kind})` : surface;
}

function sentencesText(spans: readonly Span[], text: string): string {
  const lines = spans.map(({ start, end }) => `\n  …${oneLine(text.slice(Math.max(0, start - 12), end + 12))}…`);
  return [...new Set(lines)].join("");
}

/**
 *     nearest rule: agency-issues-plan  rules/relations.yaml:41
 *       in       市政府昨日讨论《港口岸线规划》
 *       pattern  {issuer:agency} ~10 !<issue-verb> {plan:plan}
 *       matched  市政府
 *       failed   <issue-verb> (印发, 发布, 出台 …) at 昨日讨论…
 */
function nearText(
  { rule, sentence, pattern, matched, failed, at, refused }: NearMiss,
  text: string,
  knowledge: Knowledge,
): string {
  const lines = [
    `nearest rule: ${rule.id}  ${rule.file}:${rule.line}`,
    `  in       ${oneLine(text.slice(sentence.start, sentence.end))}`,
    `  pattern  ${pattern}`,
    `  matched  ${oneLine(text.slice(matched.start, matched.end)) || "nothing"}`,
  ];
  if (failed === undefined) lines.push(`  refused  ${refused ?? "by a match that begins or ends elsewhere"}`);
  else
    lines.push(
      `  failed   ${failed}${wordsOf(failed, knowledge)} at ${oneLine(text.slice(at, at + SHOWN)) || "the end"}…`,
    );
  return lines.join("\n");
}

const SHOWN = 16;

/** The first words of the lists that an element asks for. */
function wordsOf(element: string, { lists }: Knowledge): string {
  const words = [...element.matchAll(/<([^>]+)>/g)].flatMap(([, name = ""]) => lists.get(name) ?? []);
  return words.length > 0 ? ` (${words.slice(0, 6).join(", ")}${words.length > 6 ? " …" : ""})` : "";
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ⏎ ").trim();
