import { SaxesParser } from "saxes";

/** What a GraphML file holds, read by a parser that knows nothing of ours. */
export interface LintedFile {
  readonly keys: readonly Record<string, string>[];
  readonly nodes: readonly LintedElement[];
  readonly edges: readonly LintedElement[];
  readonly problems: readonly string[];
}

export interface LintedElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: readonly (readonly [key: string, text: string])[];
}

const schemaTypes = ["boolean", "int", "long", "float", "double", "string"];
const nmtoken = /^[\p{L}\p{N}._:\u00b7-]+$/u;
const parents: Readonly<Record<string, readonly string[]>> = {
  graphml: [""],
  key: ["graphml"],
  desc: ["key"],
  graph: ["graphml"],
  node: ["graph"],
  edge: ["graph"],
  data: ["graph", "node", "edge"],
};

/**
 * Hold a file against the GraphML 1.1 schema, and against what readers that can't be run here are known to trip over. Each
 * rule names its source: the schema, or the reader's row in docs/graphml.md.
 */
export function lintGraphml(xml: string): LintedFile {
  const problems: string[] = [];
  const keys: Record<string, string>[] = [];
  const nodes: LintedElement[] = [];
  const edges: LintedElement[] = [];
  const graphs: LintedElement[] = [];
  const path: string[] = [];
  const open: { attributes: Record<string, string>; data: [string, string][] }[] = [];
  let text = "";

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", error => {
    throw error;
  });
  parser.on("text", part => {
    text += part;
  });
  parser.on("doctype", () => problems.push("a DTD"));
  parser.on("opentag", ({ local, uri, attributes }) => {
    const parent = path.at(-1) ?? "";
    path.push(local);
    if (uri !== "http://graphml.graphdrawing.org/xmlns") return;
    const own = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    open.push({ attributes: own, data: [] });
    text = "";
    if (!parents[local]?.includes(parent)) problems.push(`schema: <${local}> in <${parent}>`);
    if (local === "key") keys.push(own);
    if (local === "graph") graphs.push(open.at(-1)!);
    if (local === "node") nodes.push(open.at(-1)!);
    if (local === "edge") edges.push(open.at(-1)!);
    if (local === "key" && nodes.length > 0) problems.push("dialect: a key behind the nodes");
    if (local === "node" && edges.length > 0) problems.push("NetworKit: a node behind an edge");
    if (local === "data" && parent === "graph" && nodes.length > 0)
      problems.push("graph-tool: graph data behind the nodes");
  });
  parser.on("closetag", ({ local, uri }) => {
    path.pop();
    if (uri !== "http://graphml.graphdrawing.org/xmlns") return;
    const element = open.pop()!;
    if (local === "data") open.at(-1)!.data.push([element.attributes.key!, text]);
  });
  parser.write(xml).close();

  const duplicates = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  const report = (rule: string, broken: readonly unknown[]) =>
    broken.forEach(what => problems.push(`${rule}: ${JSON.stringify(what)}`));
  const ids = [...nodes, ...edges].map(({ attributes }) => attributes.id!);

  report("schema: exactly one graph", graphs.length === 1 ? [] : graphs);
  report(
    "schema: edgedefault",
    graphs.filter(({ attributes: { edgedefault } }) => !/^(un)?directed$/.test(edgedefault ?? "")),
  );
  report(
    "schema: NMTOKEN",
    [...ids, ...keys.map(({ id }) => id!), ...keys.flatMap(key => key["attr.name"] ?? [])].filter(
      id => !nmtoken.test(id),
    ),
  );
  report(
    "dialect: ASCII",
    [...ids, ...keys.flatMap(key => key["attr.name"] ?? [])].filter(id => /[^\x21-\x7e]/.test(id)),
  );
  report("Gephi, igraph: unique ids", duplicates(ids));
  report("schema: unique key ids", duplicates(keys.map(({ id }) => id!)));
  const attributeKeys = keys.filter(key => "attr.name" in key);
  report(
    "igraph, Gephi: one key for each name and domain",
    duplicates(attributeKeys.map(key => `${key.for} ${key["attr.name"]}`)),
  );
  report(
    "igraph, APOC: `for`",
    keys.filter(key => !/^(graph|node|edge)$/.test(key.for ?? "")),
  );
  report(
    "graph-tool: attr.type",
    attributeKeys.filter(key => !schemaTypes.includes(key["attr.type"]!)),
  );
  report(
    "dialect: the four types",
    attributeKeys.filter(key => !/^(boolean|int|double|string)$/.test(key["attr.type"]!)),
  );
  report(
    "igraph, networkx: names taken by readers",
    attributeKeys.filter(key => /^(type|id|key|source|target)$/.test(key["attr.name"]!)),
  );
  report(
    "Gephi: one type for a name",
    attributeKeys.filter(key =>
      attributeKeys.some(
        other =>
          other.for !== "graph" &&
          key.for !== "graph" &&
          other["attr.name"] === key["attr.name"] &&
          other["attr.type"] !== key["attr.type"],
      ),
    ),
  );

  const byId = new Map(keys.map(key => [key.id!, key]));
  const known = new Set(nodes.map(({ attributes }) => attributes.id));
  report(
    "schema: ends exist",
    edges.filter(({ attributes: { source, target } }) => !known.has(source) || !known.has(target)),
  );
  report(
    "networkx: no direction of its own",
    edges.filter(({ attributes }) => "directed" in attributes),
  );
  for (const [domain, elements] of [
    ["graph", graphs],
    ["node", nodes],
    ["edge", edges],
  ] as const) {
    for (const { data } of elements) {
      report("schema: data once for a key", duplicates(data.map(([key]) => key)));
      report(
        "networkx: declared keys",
        data.filter(([key]) => byId.get(key)?.for !== domain),
      );
      report(
        "networkx: values of the type",
        data.filter(([key, value]) => !fits(value, byId.get(key)?.["attr.type"])),
      );
      report(
        "dialect: no empty value",
        data.filter(([key, value]) => value === "" && "attr.name" in (byId.get(key) ?? {})),
      );
      report(
        "APOC: labels and label first",
        data.filter(([key], index) => /^labels?$/.test(key) && index > 0),
      );
    }
  }
  return { keys, nodes, edges, problems };
}

function fits(value: string, type: string | undefined): boolean {
  if (type === "boolean") return value === "true" || value === "false";
  if (type === "int") return /^-?\d+$/.test(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
  if (type === "double") return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value);
  return true;
}
