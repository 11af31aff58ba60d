import { readFileSync } from "node:fs";
import { Converter } from "opencc-js";
import type { AnyGraph } from "../graph/graphology.js";
import type { PolicyGraph } from "../graph/model.js";
import type { DocumentFacts } from "../src/model/facts.js";
import type { PageData, ViewerDocument, ViewerRule } from "./page-data.js";

export interface PageInput {
  /** Any graph of graphology; one of ours shows most. */
  readonly graph: AnyGraph;
  /** The documents behind it, whose texts the page will show; none is fine. */
  readonly documents: readonly DocumentFacts[];
  /** The rules that its facts name. */
  readonly rules?: readonly ViewerRule[];
  /** An older state of the graph: the page shows what was added, removed and changed since. */
  readonly before?: AnyGraph;
}

/**
 * The viewer with its data inside, as one HTML page that opens from the disk and makes no request. Throws where the viewer
 * isn't built.
 */
export function viewerPage({ graph, documents, rules = [], before }: PageInput): string {
  const nodeOf = nodeOfEntities(graph);
  const data: PageData = {
    graph: graph.export(),
    documents: documents.map(facts => viewerDocument(facts, nodeOf)),
    rules,
    otherScript: namesInOtherScript(graph),
    ...(before && { before: before.export() }),
  };
  const [head, tail] = template().split(PLACEHOLDER);
  if (head === undefined || tail === undefined)
    throw new Error(`The built viewer has no place for its data (${PLACEHOLDER}).`);
  return head + inertJson(data) + tail;
}

const PLACEHOLDER = '"{{page-data}}"';

/** Beside this file both in a checkout and in the installed package. */
function template(): string {
  try {
    return readFileSync(new URL("./dist/index.html", import.meta.url), "utf8");
  } catch (error) {
    throw new Error("The viewer isn't built. In a checkout, run: npm run build:viewer", { cause: error });
  }
}

/** JSON in which no text can end the script element that holds it, or start anything in it. */
export function inertJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The key of the node that an entity of a document became: its own, or that of the node it was joined into. */
function nodeOfEntities(graph: AnyGraph): (key: string) => string | undefined {
  const joined = new Map<string, string>();
  (graph as PolicyGraph).forEachNode((node, attributes) => {
    for (const { key } of attributes.joined ?? []) joined.set(key, node);
  });
  return key => (graph.hasNode(key) ? key : joined.get(key));
}

function viewerDocument(facts: DocumentFacts, nodeOf: (key: string) => string | undefined): ViewerDocument {
  const { id, path, title, published, outlet, url, text } = facts;
  const keys = new Map(facts.entities.map(entity => [entity.id, entity.key]));
  const mentions = facts.mentions.flatMap(({ entity, start, end, type }) => {
    const node = nodeOf(keys.get(entity) ?? "");
    return node === undefined ? [] : [{ start, end, type, node }];
  });
  return { id, path, title, published, outlet, url, text, mentions };
}

function namesInOtherScript(graph: AnyGraph): Record<string, string> {
  const toSimplified = Converter({ from: "t", to: "cn" });
  const toTraditional = Converter({ from: "cn", to: "t" });
  const names: Record<string, string> = {};
  graph.forEachNode((node, { label }) => {
    if (typeof label !== "string" || !/\p{Script=Han}/u.test(label)) return;
    const simplified = toSimplified(label);
    const other = simplified === label ? toTraditional(label) : simplified;
    if (other !== label) names[node] = other;
  });
  return names;
}
