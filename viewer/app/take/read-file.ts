import type { SerializedGraph } from "graphology-types";
import { readGraphml } from "../../../graph/import/graphml.js";
import { readGraphJson } from "../../../graph/serialize.js";

/** Read a graph from a file of the reader's: graph.json, any serialization of graphology, or GraphML. Throws where it is none. */
export async function readGraphFile(file: File): Promise<SerializedGraph> {
  const text = await file.text();
  if (/^\s*(?:\uFEFF)?</.test(text)) return (await readGraphml([text], file.name)).graph.export();
  return readGraphJson(text, file.name).export();
}
