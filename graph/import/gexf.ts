import type { Attributes, GraphOptions } from "graphology-types";
import { z } from "zod";
import { GraphDraft, type ReadGraph } from "./draft.js";
import { restoreExact } from "./exact.js";
import { XmlReader, type Pieces } from "./xml.js";

/**
 * Read a graph from GEXF 1.1 to 1.3, ours without loss: attributes, labels, weights, colours, sizes and places; of what
 * changes in time the `start` and `end` of each element. Nested nodes are laid flat with `parent` on them.
 *
 * The file is read as it comes. Throws a GraphFileError with line and column where it is broken.
 */
export async function readGexf(pieces: Pieces, path: string): Promise<ReadGraph> {
  const file = new GexfReader(path);
  await file.xml.read(pieces);
  return file.finish();
}

interface AttributeKey {
  readonly title: string;
  readonly type: string;
  default?: string;
}

interface Element {
  readonly kind: "node" | "edge";
  readonly xml: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
  readonly place: string;
  readonly parent?: string;
}

class GexfReader {
  readonly xml: XmlReader;
  private readonly keys = { node: new Map<string, AttributeKey>(), edge: new Map<string, AttributeKey>() };
  private readonly nodeKeys = new Map<string, string>();
  private readonly elements: Element[] = [];
  private readonly meta: Attributes = {};
  private draft: GraphDraft | undefined;
  private declaring: "node" | "edge" = "node";
  private key: AttributeKey | undefined;
  private metaName: string | undefined;
  private text = "";
  private isUndirected = true;

  constructor(private readonly path: string) {
    this.xml = new XmlReader(path, {
      root: "gexf",
      open: (name, xml) => this.open(name, xml),
      close: name => this.close(name),
      text: text => {
        this.text += text;
      },
    });
  }

  finish(): ReadGraph {
    if (!this.draft) throw this.xml.fault("The file has no <graph>.");
    return this.draft.finish(this.meta);
  }

  private open(name: string, xml: Readonly<Record<string, string>>): void {
    this.text = "";
    const local = name.slice(name.lastIndexOf(":") + 1);
    switch (local) {
      case "meta":
        this.metaName = "";
        break;
      case "graph":
        this.openGraph(xml);
        break;
      case "attributes":
        this.declaring = xml.class === "edge" ? "edge" : "node";
        break;
      case "attribute":
        this.key = { title: xml.title ?? xml.id ?? "", type: xml.type ?? "string" };
        this.keys[this.declaring].set(xml.id ?? "", this.key);
        break;
      case "node":
      case "edge":
        this.openElement(local, xml);
        break;
      case "attvalue":
        this.attributeValue(xml);
        break;
      case "color":
        this.visual({ color: hex(xml) });
        break;
      case "size":
      case "thickness":
        this.visual({ [local]: number(xml.value) });
        break;
      case "shape":
        this.visual({ shape: xml.value });
        break;
      case "position":
        this.visual({ x: number(xml.x), y: number(xml.y), z: number(xml.z) });
        break;
      default:
        if (this.metaName !== undefined) this.metaName = name;
    }
  }

  private close(name: string): void {
    if (name === "meta") this.metaName = undefined;
    else if (this.metaName === name) this.meta[name] = this.text;
    else if (name === "default" && this.key) this.key.default = this.text;
    else if (name === "node") this.closeNode(this.elements.pop()!);
    else if (name === "edge") this.closeEdge(this.elements.pop()!);
  }

  private openGraph({ defaultedgetype = "undirected" }: Readonly<Record<string, string>>): void {
    this.isUndirected = defaultedgetype !== "directed";
    this.draft ??= new GraphDraft(
      this.path,
      this.ownOptions() ?? { type: this.isUndirected ? "undirected" : "directed" },
    );
  }

  /** Our writer says in the description what GEXF has no place for. */
  private ownOptions(): GraphOptions | undefined {
    const description: unknown = this.meta.description;
    const told =
      typeof description === "string" && description.startsWith('{"options":') ? optionsOf(description) : undefined;
    if (!told) return undefined;
    for (const name of Object.keys(this.meta)) delete this.meta[name];
    restoreExact(description as string, this.meta);
    return told;
  }

  private openElement(kind: "node" | "edge", xml: Readonly<Record<string, string>>): void {
    const parent = xml.pid ?? this.elements.findLast(element => element.kind === "node")?.xml.id;
    this.elements.push({
      kind,
      xml,
      attributes: {},
      place: this.xml.place(),
      parent: kind === "node" ? parent : undefined,
    });
  }

  private attributeValue({ for: id, id: oldId, value = "" }: Readonly<Record<string, string>>): void {
    const element = this.elements.at(-1);
    if (!element) return;
    const { title, type } = this.keys[element.kind].get(id ?? oldId ?? "") ?? {
      title: id ?? oldId ?? "",
      type: "string",
    };
    element.attributes[title] = this.value(title, type, value);
  }

  private value(title: string, type: string, text: string): unknown {
    if (type === "boolean") return /^\s*(?:true|1)\s*$/i.test(text);
    if (!/^(?:integer|long|float|double|short|byte)$/.test(type)) return text;
    const value = number(text);
    if (value !== undefined) return value;
    this.draft?.problem(
      this.xml.place(),
      `"${text}" is no number, though ${title} is of type ${type}; it stays a text.`,
    );
    return text;
  }

  private visual(attributes: Attributes): void {
    const element = this.elements.at(-1);
    for (const [name, value] of Object.entries(attributes))
      if (element && value !== undefined) element.attributes[name] = value;
  }

  /** Attributes by default, and what stands in the element's own tag. */
  private complete({ kind, xml, attributes, parent }: Element): { attributes: Attributes; key?: string } {
    const whole: Attributes = {};
    const exact = typeof attributes.exact_json === "string" ? restoreExact(attributes.exact_json, whole) : undefined;
    if (exact?.key !== undefined) return { attributes: whole, key: exact.key };
    for (const { title, type, default: text } of this.keys[kind].values()) {
      if (text !== undefined && !(title in attributes)) attributes[title] = this.value(title, type, text);
    }
    for (const name of ["label", "kind", "start", "end"]) if (xml[name] !== undefined) attributes[name] ??= xml[name];
    if (kind === "edge" && xml.weight !== undefined) attributes.weight ??= this.value("weight", "double", xml.weight);
    if (parent !== undefined) attributes.parent = parent;
    return { attributes };
  }

  private closeNode(element: Element): void {
    const { id } = element.xml;
    if (id === undefined) throw this.xml.fault("A <node> has no id.");
    const { key = id, attributes } = this.complete(element);
    if (key !== id) this.nodeKeys.set(id, key);
    this.draft?.addNode(key, attributes, element.place);
  }

  private closeEdge(element: Element): void {
    const { id, source, target, type } = element.xml;
    if (source === undefined || target === undefined)
      throw this.xml.fault(`An <edge> has no ${source === undefined ? "source" : "target"}.`);
    const { key = id, attributes } = this.complete(element);
    const isUndirected = type === undefined ? this.isUndirected : type !== "directed";
    const [from, to] = [source, target].map(end => this.nodeKeys.get(end) ?? end) as [string, string];
    this.draft?.addEdge(key, from, to, isUndirected, attributes, element.place);
  }
}

function number(text: string | undefined): number | undefined {
  return text === undefined || text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** { r: "47", g: "95", b: "168" }  ->  "#2f5fa8" */
function hex({ hex: given, r, g, b }: Readonly<Record<string, string>>): string | undefined {
  const parts = [r, g, b].map(number);
  if (given) return given;
  if (parts.some(part => part === undefined)) return undefined;
  return `#${parts.map(part => Math.max(0, Math.min(255, part!)).toString(16).padStart(2, "0")).join("")}`;
}

const ownSchema = z.object({
  options: z.object({
    type: z.enum(["directed", "undirected", "mixed"]),
    multi: z.boolean(),
    allowSelfLoops: z.boolean(),
  }),
});

function optionsOf(description: string): GraphOptions | undefined {
  try {
    return ownSchema.parse(JSON.parse(description)).options;
  } catch {
    return undefined;
  }
}
