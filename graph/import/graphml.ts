import type { Attributes, GraphType } from "graphology-types";
import { additionMark, renamedMark } from "../export/graphml-keys.js";
import { GraphDraft, type ReadGraph } from "./draft.js";
import { restoreExact } from "./exact.js";
import { isYedLabel, yedAttributes } from "./yed.js";
import { XmlReader, type Pieces } from "./xml.js";

/**
 * Read a graph from GraphML, ours without loss, others as far as graphology can hold them: ports and hyperedges are left out
 * and reported, nested graphs laid flat with `parent` on their nodes, of yEd's drawing the labels, places and colours taken.
 *
 * The file is read as it comes, and nothing beside the graph is kept. Throws a GraphFileError with line and column where it is
 * broken. DTDs and external entities are never loaded.
 */
export async function readGraphml(pieces: Pieces, path: string): Promise<ReadGraph> {
  const file = new GraphmlReader(path);
  await file.xml.read(pieces);
  return file.finish();
}

interface Key {
  readonly name: string;
  readonly domain: string;
  readonly type: string;
  /** "nodegraphics" and such, of yEd. */
  readonly drawing?: string;
  default?: string;
  isAddition: boolean;
  /** The attribute's name in the graph. */
  attribute: string;
}

/** A graph, node or edge that is being read. */
interface Element {
  readonly kind: "graph" | "node" | "edge" | "skipped";
  readonly xml: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
  /** What the writer added for the sake of readers, by name. */
  readonly additions: Record<string, string>;
  readonly place: string;
  readonly parent?: string;
}

class GraphmlReader {
  readonly xml: XmlReader;
  private readonly keys = new Map<string, Key>();
  private defaults: readonly Key[] = [];
  private readonly nodeKeys = new Map<string, string>();
  private readonly elements: Element[] = [];
  private draft: GraphDraft | undefined;
  private graph: Element | undefined;
  private edgesAreDirected = true;
  private hasUndirectedMark = false;
  private key: Key | undefined;
  private text: string | undefined;

  constructor(private readonly path: string) {
    this.xml = new XmlReader(path, {
      root: "graphml",
      open: (name, attributes) => this.open(name, attributes),
      close: name => this.close(name),
      text: text => {
        if (this.text !== undefined) this.text += text;
      },
    });
  }

  finish(): ReadGraph {
    if (!this.graph) throw this.xml.fault("The file has no <graph>.");
    return this.drafted().finish(this.complete(this.graph));
  }

  private open(name: string, xml: Readonly<Record<string, string>>): void {
    switch (name) {
      case "key":
        return this.openKey(xml);
      case "graph":
        return this.openGraph(xml);
      case "node":
      case "edge":
        return void this.elements.push(this.element(name, xml));
      case "hyperedge":
      case "port":
        return this.skip(name, xml);
      case "data":
        this.key = this.keys.get(xml.key ?? "") ?? undeclared(xml.key ?? "");
        this.text = "";
        return;
      case "default":
      case "desc":
        this.text = "";
        return;
      default:
        return this.openOther(name, xml);
    }
  }

  private close(name: string): void {
    switch (name) {
      case "key":
        this.key = undefined;
        break;
      case "default":
        if (this.key) this.key.default = this.text;
        break;
      case "desc":
        if (this.key && this.elements.length === 0) describe(this.key, this.text ?? "");
        break;
      case "data":
        this.closeData();
        break;
      case "node":
        this.closeNode(this.elements.pop()!);
        break;
      case "edge":
        this.closeEdge(this.elements.pop()!);
        break;
      case "hyperedge":
      case "port":
      case "graph":
        this.elements.pop();
        break;
      default:
        return this.closeOther(name);
    }
    this.text = undefined;
  }

  private openKey({
    id = "",
    for: domain = "all",
    "attr.name": name = id,
    "attr.type": type = "string",
    ...xml
  }: Readonly<Record<string, string>>): void {
    this.key = { name, domain, type, drawing: xml["yfiles.type"], isAddition: false, attribute: name };
    this.keys.set(id, this.key);
  }

  private openGraph(xml: Readonly<Record<string, string>>): void {
    const element = this.element("graph", xml);
    this.elements.push(element);
    if (this.graph) return;
    this.graph = element;
    this.edgesAreDirected = xml.edgedefault !== "undirected";
    this.defaults = [...this.keys.values()].filter(key => key.default !== undefined);
  }

  /** The kind of graph stands in its data, before the first node. */
  private drafted(): GraphDraft {
    if (this.draft) return this.draft;
    const { graph_type, graph_multi, graph_loops } = this.graph?.additions ?? {};
    const type = (graph_type ?? (this.edgesAreDirected ? "directed" : "undirected")) as GraphType;
    this.hasUndirectedMark = type === "mixed";
    this.draft = new GraphDraft(this.path, {
      type,
      multi: graph_multi !== "false",
      allowSelfLoops: graph_loops !== "false",
    });
    return this.draft;
  }

  private element(kind: Element["kind"], xml: Readonly<Record<string, string>>): Element {
    const parent = this.elements.findLast(element => element.kind === "node")?.xml.id;
    return { kind, xml, attributes: {}, additions: {}, place: this.xml.place(), parent };
  }

  private skip(name: string, xml: Readonly<Record<string, string>>): void {
    if (name === "hyperedge")
      this.drafted().problem(this.xml.place(), "An edge of more than two ends (<hyperedge>) was left out.");
    this.elements.push(this.element("skipped", xml));
  }

  private closeData(): void {
    const element = this.elements.at(-1);
    const { key, text = "" } = this;
    this.key = undefined;
    if (!element || !key || key.drawing !== undefined) return;
    if (key.isAddition) element.additions[key.name] = text;
    else element.attributes[key.attribute] = this.value(key, text);
  }

  private value({ type, attribute }: Key, text: string): unknown {
    switch (type) {
      case "boolean":
        return /^\s*(?:true|1)\s*$/i.test(text);
      case "int":
      case "long":
      case "float":
      case "double": {
        const number = text.trim() === "" ? Number.NaN : Number(text);
        if (!Number.isNaN(number) || /^\s*nan\s*$/i.test(text)) return number;
        this.drafted().problem(
          this.xml.place(),
          `"${text}" is no number, though ${attribute} is of type ${type}; it stays a text.`,
        );
        return text;
      }
      default:
        return text;
    }
  }

  private complete({ attributes, additions, kind, parent }: Element): Attributes {
    for (const { attribute, domain, default: text, ...key } of this.defaults) {
      if ((domain === kind || domain === "all") && !(attribute in attributes)) {
        attributes[attribute] = this.value({ attribute, domain, ...key }, text!);
      }
    }
    if (parent !== undefined && kind === "node") attributes.parent = parent;
    const exact = additions.exact_json === undefined ? undefined : restoreExact(additions.exact_json, attributes);
    if (exact?.key !== undefined) additions[`${kind}_key`] = exact.key;
    return attributes;
  }

  private closeNode(element: Element): void {
    const { id } = element.xml;
    if (id === undefined) throw this.xml.fault("A <node> has no id.");
    const attributes = this.complete(element);
    const key = element.additions.node_key ?? id;
    if (key !== id) this.nodeKeys.set(id, key);
    this.drafted().addNode(key, attributes, element.place);
  }

  private closeEdge(element: Element): void {
    const { id, source, target, directed } = element.xml;
    if (source === undefined || target === undefined)
      throw this.xml.fault(`An <edge> has no ${source === undefined ? "source" : "target"}.`);
    const attributes = this.complete(element);
    const draft = this.drafted();
    const isDirected = this.hasUndirectedMark
      ? element.additions.symmetric !== "true"
      : directed === undefined
        ? this.edgesAreDirected
        : directed === "true";
    const [from, to] = [source, target].map(end => this.nodeKeys.get(end) ?? end) as [string, string];
    draft.addEdge(element.additions.edge_key ?? id, from, to, !isDirected, attributes, element.place);
  }

  private openOther(name: string, xml: Readonly<Record<string, string>>): void {
    if (this.key?.drawing === undefined) return;
    if (isYedLabel(name)) this.text = "";
    else Object.assign(this.elements.at(-1)?.attributes ?? {}, yedAttributes(name, xml));
  }

  /** Of several labels of one element yEd shows the first as its name. */
  private closeOther(name: string): void {
    const element = this.elements.at(-1);
    if (this.key?.drawing === undefined || !element || !isYedLabel(name)) return;
    const label = this.text?.trim();
    if (label) element.attributes.label ??= label;
    this.text = undefined;
  }
}

/** What a `<desc>` says of its key, where our writer wrote it. */
function describe(key: Key, description: string): void {
  if (description === additionMark) key.isAddition = true;
  if (!description.startsWith(renamedMark)) return;
  try {
    key.attribute = String(JSON.parse(description.slice(renamedMark.length)));
  } catch {
    key.attribute = key.name;
  }
}

function undeclared(id: string): Key {
  return { name: id, domain: "all", type: "string", isAddition: false, attribute: id };
}
