import { comparable, type Mention } from "../model/mention.js";
import { type Definitions, isOneCharacterLost, shortFormsOf } from "./aliases.js";
import type { Cluster } from "./entities.js";

/**
 * The names that a document has used so far for entities of one type, indexed by the forms that later mentions may take: a
 * name is looked up, not compared with all others, so that a document of a million characters takes ten times as long as one
 * of a hundred thousand, and no longer.
 */
export class KnownForms {
  /** Each form with the first cluster that has it; and, for mentions that have a key, the first one without a key. */
  private readonly names = new FirstClusters();
  private readonly shortForms = new FirstClusters();
  private readonly editions = new FirstClusters();
  /** Names by their length and one half of them: where one character is lost, the other half is whole. */
  private readonly halves = new Map<string, Array<{ readonly name: string; readonly cluster: Cluster }>>();
  private longest = 0;

  constructor(
    private readonly type: string,
    private readonly definitions: Definitions,
  ) {}

  /** The first of the clusters that a new name is a form of. */
  clusterOf(name: string, key: string | undefined): Cluster | undefined {
    const found = [
      this.shortForms.get(comparable(name, this.type), key),
      key === undefined ? undefined : this.editions.get(key, key),
    ];
    if (this.type !== "person" && this.type !== "place") found.push(this.damaged(name, key), this.definedAs(name, key));
    return found.reduce((first, one) => (one && (!first || one.number < first.number) ? one : first), undefined);
  }

  addName(name: string, cluster: Cluster): void {
    this.names.add(name, cluster);
    this.longest = Math.max(this.longest, name.length);
    for (const form of shortFormsOf(name, this.type)) this.shortForms.add(comparable(form, this.type), cluster);
    if (name.length > 5)
      for (const half of halvesOf(name, name.length - 1))
        this.halves.set(half, [...(this.halves.get(half) ?? []), { name, cluster }]);
  }

  /** 第六届进博会 is one edition of 进博会, an event that gazetteers know. */
  addEdition({ type, parts, end }: Mention, cluster: Cluster): void {
    const last = parts.at(-1);
    if (type === "event" && last?.type === "event" && last.end === end)
      for (const key of last.keys) this.editions.add(key, cluster);
  }

  private damaged(name: string, key: string | undefined): Cluster | undefined {
    if (name.length < 5) return undefined;
    const fits = (one: { readonly name: string; readonly cluster: Cluster }): boolean =>
      canJoin(one.cluster, key) && isOneCharacterLost(one.name, name);
    const found = halvesOf(name, name.length).map(half => this.halves.get(half)?.find(fits)?.cluster);
    return found.reduce((first, one) => (one && (!first || one.number < first.number) ? one : first), undefined);
  }

  private definedAs(name: string, key: string | undefined): Cluster | undefined {
    let first: Cluster | undefined;
    for (const before of this.definitions.namesBefore(name, this.longest)) {
      const cluster = this.names.get(before, key);
      if (cluster && (!first || cluster.number < first.number)) first = cluster;
    }
    return first;
  }
}

/** What is left of a name's beginning, or of its end, where a character is lost in its other half; `length` is that of the short form. */
function halvesOf(name: string, length: number): readonly string[] {
  const middle = length >> 1;
  return [`${length}<${name.slice(0, middle)}`, `${length}>${name.slice(name.length - (length - middle))}`];
}

const canJoin = (cluster: Cluster, key: string | undefined): boolean => key === undefined || cluster.key === undefined;

/** For each form the first cluster that has it. A mention with a key can't join a cluster that has another. */
class FirstClusters {
  private readonly all = new Map<string, Cluster>();
  private readonly keyless = new Map<string, Cluster>();

  add(form: string, cluster: Cluster): void {
    addFirst(this.all, form, cluster);
    if (cluster.key === undefined) addFirst(this.keyless, form, cluster);
  }

  get(form: string, key: string | undefined): Cluster | undefined {
    return (key === undefined ? this.all : this.keyless).get(form);
  }
}

/** Names come in the order of their mentions, not of their clusters. */
function addFirst(map: Map<string, Cluster>, form: string, cluster: Cluster): void {
  const known = map.get(form);
  if (!known || cluster.number < known.number) map.set(form, cluster);
}
