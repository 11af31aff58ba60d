import type { Knowledge } from "../engine/load.js";
import type { NormalDocument } from "../model/document.js";
import type { Mention } from "../model/mention.js";
import { areAliases, bareName } from "./aliases.js";
import { keyChooser } from "./linking.js";

/** Mentions of one document that mean the same thing. */
export interface Cluster {
  readonly type: string;
  /** The gazetteer entry, where there is one. */
  readonly key?: string;
  readonly mentions: Mention[];
  /** Distinct names in simplified characters, without quotation marks, in the order of the text. */
  readonly names: string[];
}

/**
 * Gather the mentions of a document into clusters, one for each entity: by gazetteer entry, by name, and by the forms that
 * a document uses for what it has named before (以下簡稱, short forms, damaged forms).
 */
export function clusterMentions(document: NormalDocument, mentions: readonly Mention[], knowledge: Knowledge): Map<Mention, Cluster> {
  const clusters: Cluster[] = [];
  const byName = new Map<string, Cluster>();
  const result = new Map<Mention, Cluster>();
  const keyOf = keyChooser(mentions, knowledge);
  const linked = new Map(mentions.map((mention) => [mention, keyOf(mention)]));
  // Long names first: what is short can then be seen to be short for something.
  const order = [...mentions].sort((a, b) => (b.name?.length ?? b.end - b.start) - (a.name?.length ?? a.end - a.start) || a.start - b.start);
  for (const mention of order) {
    const key = linked.get(mention);
    const name = nameOf(mention, document);
    if (name === "") continue;
    const cluster = byName.get(key ?? `${mention.type} ${name}`) ?? clusters.find((one) => belongsTo(one, mention, key, name, document)) ?? newCluster(mention.type, key, clusters);
    byName.set(key ?? `${mention.type} ${name}`, cluster);
    if (!cluster.names.includes(name)) cluster.names.push(name);
    cluster.mentions.push(mention);
    result.set(mention, cluster);
  }
  return result;
}

/** A mention's name as it is compared: simplified, without quotation marks. */
export function nameOf(mention: Mention, document: NormalDocument): string {
  return bareName(mention.name ?? document.normal.slice(mention.start, mention.end));
}

function newCluster(type: string, key: string | undefined, clusters: Cluster[]): Cluster {
  const cluster: Cluster = { type, key, mentions: [], names: [] };
  clusters.push(cluster);
  return cluster;
}

function belongsTo(cluster: Cluster, mention: Mention, key: string | undefined, name: string, document: NormalDocument): boolean {
  if (cluster.type !== mention.type) return false;
  if (key !== undefined && cluster.key !== undefined) return key === cluster.key;
  if (key !== undefined && cluster.mentions.some((one) => isEditionOf(one, key))) return true;
  return cluster.names.some((known) => areAliases(known, name, mention, document));
}

/** Whether a mention is one edition of an event that gazetteers know: 第六届进博会 of 进博会. */
function isEditionOf({ type, parts, end }: Mention, key: string): boolean {
  const last = parts.at(-1);
  return type === "event" && last?.type === "event" && last.end === end && last.keys.includes(key);
}
