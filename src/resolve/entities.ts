import type { Knowledge } from "../engine/load.js";
import type { NormalDocument } from "../model/document.js";
import { comparable, type Mention, writtenName } from "../model/mention.js";
import { bareName, Definitions } from "./aliases.js";
import { KnownForms } from "./known-forms.js";
import { keyChooser } from "./linking.js";

/** Mentions of one document that mean the same thing. */
export interface Cluster {
  /** Clusters are numbered in the order in which they were begun. */
  readonly number: number;
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
export function clusterMentions(
  document: NormalDocument,
  mentions: readonly Mention[],
  knowledge: Knowledge,
): Map<Mention, Cluster> {
  const byName = new Map<string, Cluster>();
  const result = new Map<Mention, Cluster>();
  const keyOf = keyChooser(mentions, document.normal, knowledge);
  const linked = new Map(mentions.map(mention => [mention, keyOf(mention)]));
  const definitions = new Definitions(document);
  const formsByType = new Map<string, KnownForms>();
  const formsOf = (type: string): KnownForms => {
    let forms = formsByType.get(type);
    if (!forms) formsByType.set(type, (forms = new KnownForms(type, definitions)));
    return forms;
  };
  let count = 0;
  // Long names first: what is short can then be seen to be short for something.
  const order = [...mentions].sort(
    (a, b) => (b.name?.length ?? b.end - b.start) - (a.name?.length ?? a.end - a.start) || a.start - b.start,
  );
  for (const mention of order) {
    const key = linked.get(mention);
    const name = nameOf(mention, document);
    if (name === "") continue;
    const written = key ?? `${mention.type} ${comparable(name, mention.type)}`;
    const cluster = byName.get(written) ??
      formsOf(mention.type).clusterOf(name, key) ?? {
        number: count++,
        type: mention.type,
        key,
        mentions: [],
        names: [],
      };
    byName.set(written, cluster);
    if (!cluster.names.includes(name)) {
      cluster.names.push(name);
      formsOf(cluster.type).addName(name, cluster);
    }
    formsOf(cluster.type).addEdition(mention, cluster);
    cluster.mentions.push(mention);
    result.set(mention, cluster);
  }
  return result;
}

/** A mention's name as it is compared: simplified, without quotation marks. */
export function nameOf(mention: Mention, document: NormalDocument): string {
  return bareName(writtenName(mention, document.normal));
}
