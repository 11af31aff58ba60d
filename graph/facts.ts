import { z } from "zod";
import type { DocumentFacts } from "../src/model/facts.js";
import type { Problem } from "../src/model/problem.js";
import { by, canonicalJson, groupBy } from "./order.js";

/** Says where the fault is ("facts.jsonl:12") and what to do. */
export class FactsError extends Error {
  override readonly name = "FactsError";
}

/**
 * Read document records, one JSON object a line, as they come; empty lines are skipped.
 *
 * Throws a FactsError at the first line that is no record: `facts.jsonl:12  entities[3].name is missing. …`
 */
export async function* readFacts(
  lines: AsyncIterable<string> | Iterable<string>,
  path: string,
): AsyncGenerator<DocumentFacts> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== "") yield parseFacts(line, `${path}:${number}`);
  }
}

/** Read one line of `facts.jsonl`; `where` stands in the message of the FactsError that a faulty one throws. */
export function parseFacts(line: string, where: string): DocumentFacts {
  const record = recordSchema.safeParse(parseJson(line, where));
  if (!record.success) throw new FactsError(`${where}  ${faultsOf(record.error)} ${remedy}`);
  const fault = danglingReference(record.data);
  if (fault) throw new FactsError(`${where}  ${fault} ${remedy}`);
  return record.data;
}

/**
 * The union of two sets of document records: a record that both hold counts once. Sorted by id.
 *
 * Associative and commutative, and `buildGraph(mergeFacts(a, b))` is `buildGraph` of all of them.
 */
export function mergeFacts(left: Iterable<DocumentFacts>, right: Iterable<DocumentFacts>): DocumentFacts[] {
  const byId = groupBy([...left, ...right], record => record.id);
  return [...byId.values()].flatMap(distinctContents).sort(by(record => record.id));
}

/**
 * The records of a set, each with an id of its own. A record that stands in the set twice is taken once; records that share
 * an id but differ are all kept, as "ID~1", "ID~2" …, with a problem for each such id.
 */
export function distinctDocuments(facts: Iterable<DocumentFacts>): { documents: DocumentFacts[]; problems: Problem[] } {
  const byId = groupBy(mergeFacts(facts, []), record => record.id);
  const problems: Problem[] = [];
  const documents = [...byId.values()].flatMap(records => {
    if (records.length === 1) return records;
    problems.push(sharedId(records));
    return records.map((record, index) => ({ ...record, id: `${record.id}~${index + 1}` }));
  });
  return { documents: documents.sort(by(record => record.id)), problems };
}

function sharedId(records: readonly DocumentFacts[]): Problem {
  return {
    where: records[0]!.path,
    what: `${records.length} different documents have the id "${records[0]!.id}"; all are kept, with ~1, ~2 … behind the id.`,
    hint: "Give each document an id of its own, or leave out the version that is out of date.",
  };
}

/** Records of one id without repeats, in an order that depends on nothing but what they say. */
function distinctContents(records: readonly DocumentFacts[]): DocumentFacts[] {
  if (records.length === 1) return [...records];
  const byContent = groupBy(records, contentOf);
  const inOrder = [...byContent].sort(by(([content]) => content));
  return inOrder.map(([, same]) => same.sort(by(record => record.path))[0]!);
}

/** Where a document was found says nothing about its content. */
function contentOf({ path: _path, dropped: _dropped, problems: _problems, ...content }: DocumentFacts): string {
  return canonicalJson(content);
}

const remedy = "Write the file anew with `policygraph extract`, or remove the line.";

const offset = z.int().nonnegative();
const located = { start: offset, end: offset, rule: z.string() };

const recordSchema = z.object({
  id: z.string().min(1),
  path: z.string(),
  title: z.string().optional(),
  published: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  text: z.string(),
  mentions: z.array(z.object({ entity: z.string(), type: z.string(), ...located })),
  entities: z.array(
    z.object({
      id: z.string(),
      key: z.string().min(1),
      type: z.string(),
      name: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
  relations: z.array(
    z.object({
      subject: z.string(),
      predicate: z.string(),
      object: z.string(),
      qualifiers: z.record(z.string(), z.string()).optional(),
      ...located,
    }),
  ),
  indicators: z.array(
    z.object({
      subject: z.string(),
      indicator: z.string(),
      value: z.number(),
      unit: z.string(),
      period: z.string().optional(),
      ...located,
    }),
  ),
  dropped: z.array(z.object({ start_line: offset, end_line: offset, reason: z.string() })),
  problems: z.array(z.object({ where: z.string(), what: z.string(), hint: z.string().optional() })).optional(),
});

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new FactsError(`${where}  This line is not JSON (${(error as Error).message}). ${remedy}`);
  }
}

function faultsOf(error: z.ZodError): string {
  const shown = error.issues.slice(0, 3).map(issue => `${placeOf(issue.path) || "The record"}: ${issue.message}.`);
  const more = error.issues.length - shown.length;
  return shown.join(" ") + (more > 0 ? ` (and ${more} more faults)` : "");
}

/** ["entities", 3, "name"]  ->  "entities[3].name" */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map(part => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** The first offset outside the text, or reference to an entity that the record doesn't have. */
function danglingReference({ text, mentions, entities, relations, indicators }: DocumentFacts): string | undefined {
  const known = new Set(entities.map(entity => entity.id));
  const references = [
    ...mentions.map((one, index) => ({ ...one, at: `mentions[${index}]`, to: [one.entity] })),
    ...relations.map((one, index) => ({ ...one, at: `relations[${index}]`, to: [one.subject, one.object] })),
    ...indicators.map((one, index) => ({ ...one, at: `indicators[${index}]`, to: [one.subject] })),
  ];
  for (const { at, to, start, end } of references) {
    const missing = to.find(id => !known.has(id));
    if (missing !== undefined) return `${at} names the entity "${missing}", which the record doesn't have.`;
    if (start > end || end > text.length)
      return `${at} runs from ${start} to ${end}, in a text of length ${text.length}.`;
  }
  return undefined;
}
