import type { Attributes, SerializedGraph } from "graphology-types";
import { type ChangedAttribute, diffGraphs, edgeKey } from "../../graph/diff.js";

/** One node or edge that two states of a graph don't have alike. */
export interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly of: "node" | "edge";
  readonly key: string;
  /** "agency 海城市交通局", "海城市交通局 issues 公交条例". */
  readonly fact: string;
  /** What differs, of one that changed. */
  readonly attributes?: readonly ChangedAttribute[];
  /** The first sentence behind one that was added or removed, where the graph has it. */
  readonly sentence?: string;
}

/** List the changes between two graphs, nodes first, as people name them. */
export function changesOf(before: SerializedGraph, after: SerializedGraph): Change[] {
  const { nodes, edges } = diffGraphs(before, after);
  const [old, current] = [new Facts(before), new Facts(after)];
  const listed = (of: Change["of"], differences: typeof nodes): Change[] => [
    ...differences.added.map(key => ({ change: "added" as const, of, key, ...current.tell(of, key) })),
    ...differences.removed.map(key => ({ change: "removed" as const, of, key, ...old.tell(of, key) })),
    ...differences.changed.map(({ key, attributes }) => {
      return { change: "changed" as const, of, key, fact: current.tell(of, key).fact, attributes };
    }),
  ];
  return [...listed("node", nodes), ...listed("edge", edges)];
}

/** A change as lines for people, the first with its mark: +, - or ~. */
export function changeText({ change, fact, attributes = [], sentence }: Change): string {
  const mark = { added: "+", removed: "-", changed: "~" }[change];
  const details = sentence === undefined ? attributes.map(attributeText) : [onOneLine(sentence)];
  return [`${mark} ${fact}`, ...details.map(detail => `    ${detail}`)].join("\n");
}

/** Tells facts of one graph by their keys. */
class Facts {
  private readonly nodes: ReadonlyMap<string, Attributes>;
  private readonly edges: ReadonlyMap<string, SerializedGraph["edges"][number]>;

  constructor(graph: SerializedGraph) {
    this.nodes = new Map(graph.nodes.map(({ key, attributes = {} }) => [key, attributes]));
    this.edges = new Map(graph.edges.map(edge => [edgeKey(edge), edge]));
  }

  tell(of: Change["of"], key: string): Pick<Change, "fact" | "sentence"> {
    return of === "node" ? this.tellNode(key) : this.tellEdge(key);
  }

  private tellNode(key: string): Pick<Change, "fact" | "sentence"> {
    const attributes = this.nodes.get(key) ?? {};
    const type = attributes.entity_type ?? attributes.type;
    return { fact: [type, this.labelOf(key)].filter(Boolean).join(" "), sentence: sentenceOf(attributes) };
  }

  private tellEdge(key: string): Pick<Change, "fact" | "sentence"> {
    const { source = "", target = "", attributes = {} } = this.edges.get(key) ?? {};
    const predicate = attributes.predicate ?? attributes.label ?? attributes.type ?? "—";
    const qualifiers = Object.values(attributes.qualifiers ?? {});
    const said = qualifiers.length > 0 ? ` (${qualifiers.join(", ")})` : "";
    const fact = `${this.labelOf(source)} ${predicate} ${this.labelOf(target)}${said}`;
    return { fact, sentence: sentenceOf(attributes) };
  }

  private labelOf(key: string): string {
    const { label, name } = this.nodes.get(key) ?? {};
    return String(label || name || key);
  }
}

function sentenceOf({ evidence, evidence_sentence }: Attributes): string | undefined {
  return Array.isArray(evidence) ? evidence[0]?.sentence : evidence_sentence;
}

/** Lists tell what came and went; anything else what it was and is. */
function attributeText({ name, before, after }: ChangedAttribute): string {
  if (!Array.isArray(before) && !Array.isArray(after)) return `${name}: ${valueText(before)} → ${valueText(after)}`;
  const [old, current] = [membersOf(before), membersOf(after)];
  const came = current.filter(member => !old.includes(member)).map(member => `+ ${member}`);
  const went = old.filter(member => !current.includes(member)).map(member => `- ${member}`);
  return [`${name}:`, ...[...came, ...went].map(line => `    ${line}`)].join("\n    ");
}

function membersOf(list: unknown): string[] {
  return Array.isArray(list) ? [...new Set(list.map(valueText))] : [];
}

/** Evidence is told by its sentence, so that a page that moved by a line doesn't look like news. */
function valueText(value: unknown): string {
  if (value === undefined) return "—";
  if (typeof value === "string") return onOneLine(value);
  const sentence = (value as { sentence?: unknown } | null)?.sentence;
  return typeof sentence === "string" ? onOneLine(sentence) : JSON.stringify(value);
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ⏎ ");
}
