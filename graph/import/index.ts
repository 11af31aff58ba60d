import { readGraphJson } from "../serialize.js";
import type { ReadGraph } from "./draft.js";
import { readGexf } from "./gexf.js";
import { readGraphml } from "./graphml.js";
import type { Pieces } from "./xml.js";

export type { ReadGraph } from "./draft.js";
export type { Pieces } from "./xml.js";

/**
 * Read a graph from whatever file it is in: `.gexf`, `.json` (graphology's serialization), else GraphML. Throws a
 * GraphFileError that says where the file is broken.
 */
export async function readGraph(pieces: Pieces, path: string): Promise<ReadGraph> {
  if (/\.gexf$/i.test(path)) return readGexf(pieces, path);
  if (/\.json$/i.test(path)) return { graph: readGraphJson(await whole(pieces), path), problems: [] };
  return readGraphml(pieces, path);
}

async function whole(pieces: Pieces): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of pieces) text += typeof piece === "string" ? piece : decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
