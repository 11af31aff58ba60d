import type { JoinedEntity } from "./model.js";
import { by, groupBy, sorted } from "./order.js";

/** What all documents together say of one entity key. Names are in simplified characters. */
export interface KeyedEntity {
  readonly key: string;
  readonly type: string;
  /** The names that documents print for it, and their other names for it. */
  readonly names: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
  /** Ids of the documents that name it. */
  readonly documents: ReadonlySet<string>;
}

/** The keys that were found to mean another key's entity, by key. */
export type Joins = ReadonlyMap<string, { readonly into: string; readonly joined: JoinedEntity }>;

/**
 * Find the keys that mean the same entity though no document alone can tell, and say why.
 *
 *     person:朱伟            ->  person:朱伟@place:440000         where no other 朱伟 has a place
 *     agency:国家发改委      ->  agency:国家发展和改革委员会       where no other agency has that short form
 *
 * It looks at all documents at once, so that their order and grouping can't matter. Two keys that one document holds apart
 * stay apart: whoever read that document knew both. With any other doubt they stay apart too, since a missed join is easy
 * to see later and a wrong one is not.
 */
export function joinEntities(entities: Iterable<KeyedEntity>): Joins {
  const all = [...entities].sort(by(entity => entity.key));
  const merger = new Merger(all);
  for (const candidate of onlyOneOfThatName(all)) merger.join(candidate);
  for (const candidate of abbreviationsOfOnlyOne(all, merger)) merger.join(candidate);
  return merger.joins();
}

/** Tell whether a name needs its document to say whom it means: 本市, 該局, 全省, 市政府. */
export function isDeictic(simplified: string): boolean {
  return /^(?:[本我该此其两双各]|当地|全[国省市县区州港澳球]$|[省市县区州](?![北南中场民域际]))/.test(simplified);
}

interface Candidate {
  readonly from: KeyedEntity;
  readonly into: KeyedEntity;
  readonly rule: JoinedEntity["rule"];
  readonly because: string;
}

/** Keeps who has been joined to whom, and refuses to join what one document holds apart. */
class Merger {
  private readonly byKey: ReadonlyMap<string, KeyedEntity>;
  private readonly accepted = new Map<string, Candidate>();
  private readonly documents: Map<string, Set<string>>;

  constructor(entities: readonly KeyedEntity[]) {
    this.byKey = new Map(entities.map(entity => [entity.key, entity]));
    this.documents = new Map(entities.map(entity => [entity.key, new Set(entity.documents)]));
  }

  rootOf(entity: KeyedEntity): KeyedEntity {
    let root = entity;
    for (let next = this.accepted.get(root.key); next; next = this.accepted.get(root.key)) root = next.into;
    return root;
  }

  join(candidate: Candidate): void {
    const from = this.rootOf(candidate.from).key;
    const into = this.rootOf(candidate.into).key;
    const documents = this.documents.get(into)!;
    const added = this.documents.get(from)!;
    if (from !== candidate.from.key || from === into || shares(documents, added)) return;
    for (const document of added) documents.add(document);
    this.accepted.set(from, candidate);
  }

  joins(): Joins {
    return new Map(
      [...this.accepted.values()].map(({ from, rule, because }) => [
        from.key,
        { into: this.rootOf(this.byKey.get(from.key)!).key, joined: { key: from.key, rule, because } },
      ]),
    );
  }
}

function shares(documents: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const other of others) if (documents.has(other)) return true;
  return false;
}

/** A name without a place joins the only one of that type and name that has a place. */
function onlyOneOfThatName(entities: readonly KeyedEntity[]): Candidate[] {
  const placed = groupBy(
    entities.filter(({ key }) => placeOf(key)),
    ({ key }) => withoutPlace(key),
  );
  return entities.flatMap(from => {
    const [into, ...others] = placeOf(from.key) ? [] : (placed.get(from.key) ?? []);
    if (!into || others.length > 0) return [];
    return [{ from, into, rule: "only-one-of-that-name", because: `No other ${withoutPlace(from.key)} has a place.` }];
  });
}

/** The short form of a name joins the only entity of that type for which documents use it. */
function abbreviationsOfOnlyOne(entities: readonly KeyedEntity[], merger: Merger): Candidate[] {
  const users = usersOfAliases(entities);
  return entities.flatMap(from => {
    const candidates = sorted(from.names).flatMap(name => {
      const roots = new Set((users.get(`${from.type}:${name}`) ?? []).map(user => merger.rootOf(user)));
      roots.delete(merger.rootOf(from));
      const [into] = roots;
      return into && roots.size === 1 && isShortFor(name, from, into) ? [{ into, name }] : [];
    });
    const [first] = candidates;
    if (!first || candidates.some(({ into }) => into !== first.into)) return [];
    const because = `"${first.name}" is an alias of ${first.into.key}, and of no other ${from.type}.`;
    return [{ from, into: first.into, rule: "abbreviation-of-only-one", because }];
  });
}

function usersOfAliases(entities: readonly KeyedEntity[]): Map<string, KeyedEntity[]> {
  const uses = entities.flatMap(entity => [...entity.aliases].map(alias => ({ entity, alias })));
  const grouped = groupBy(uses, ({ entity, alias }) => `${entity.type}:${alias}`);
  return new Map([...grouped].map(([alias, group]) => [alias, group.map(({ entity }) => entity)]));
}

function isShortFor(name: string, from: KeyedEntity, into: KeyedEntity): boolean {
  const place = placeOf(from.key);
  if (isDeictic(name) || (place && place !== placeOf(into.key))) return false;
  const isShort = into.type === "person" ? isPartOfForeignName : isAbbreviation;
  return [...into.names].some(full => isShort(name, full));
}

/**
 * An abbreviation begins as its full name does and takes its characters from it in order: 国家发改委 of 国家发展和改革委员会.
 * So 发改委, which any city may have, joins no city's.
 */
function isAbbreviation(short: string, full: string): boolean {
  if (short.length < 2 || short.length >= full.length || short[0] !== full[0]) return false;
  let at = 0;
  for (const character of short) {
    at = full.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** 普京 of 弗拉基米尔·普京. The surname of a Chinese name says too little. */
function isPartOfForeignName(short: string, full: string): boolean {
  return full.endsWith(`·${short}`);
}

/** "person:朱伟@place:440000"  ->  "place:440000" */
function placeOf(key: string): string | undefined {
  return /@([^@]+)$/.exec(key)?.[1];
}

function withoutPlace(key: string): string {
  return key.replace(/@[^@]+$/, "");
}
