import { Converter } from "opencc-js";
import type { EntityRecord } from "../model/facts.js";
import type { GoldDocument } from "./gold.js";

const toSimplified = Converter({ from: "t", to: "cn" });

/** A name as names are compared: simplified, in lower case, without spaces and punctuation. */
export function comparable(name: string): string {
  const simplified = toSimplified(name.normalize("NFKC")).toLowerCase();
  return simplified.replace(/[\s《》〈〉“”"'‘’「」『』【】·•・.,，、:：;()（）\-—–]/gu, "");
}

/** An entity with all of its names in comparable form. */
export type Named<Entity> = Entity & { readonly forms: ReadonlySet<string> };

export type GoldEntity = Named<GoldDocument["entities"][number]>;
export type FoundEntity = Named<EntityRecord>;

export function withForms<Entity extends { readonly name: string; readonly aliases?: readonly string[] }>(
  entity: Entity,
): Named<Entity> {
  const forms = new Set([entity.name, ...(entity.aliases ?? [])].map(comparable).filter(Boolean));
  return { ...entity, forms };
}

/** Whether the two could be the same: the name of one is a name of the other. */
export function fits(found: FoundEntity, gold: GoldEntity): boolean {
  return gold.forms.has(comparable(found.name)) || found.forms.has(comparable(gold.name));
}

/** Agencies and organizations are told apart by convention, so that they are one coarse type. */
export function coarseType(type: string): string {
  return type === "agency" || type === "organization" ? "org" : type;
}

/** Pair each entity found with at most one of the gold: same coarse type, exact type and exact name first. */
export function align(found: readonly FoundEntity[], gold: readonly GoldEntity[]): ReadonlyMap<number, number> {
  const pairs = found.flatMap((one, i) =>
    gold.flatMap((other, j) => {
      if (coarseType(one.type) !== coarseType(other.type) || !fits(one, other)) return [];
      const closeness = (one.type === other.type ? 2 : 0) + (comparable(one.name) === comparable(other.name) ? 1 : 0);
      return [{ i, j, closeness }];
    }),
  );
  pairs.sort((a, b) => b.closeness - a.closeness);
  const aligned = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (aligned.has(i) || taken.has(j)) continue;
    aligned.set(i, j);
    taken.add(j);
  }
  return aligned;
}
