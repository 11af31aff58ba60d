import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { DocumentFacts, EntityRecord, Qualifiers } from "../../src/model/facts.js";
import type { Schema } from "../../src/model/schema.js";

export const schema = parse(readFileSync(new URL("../../rules/schema.yaml", import.meta.url), "utf8")) as Schema;

interface Parts {
  /** "subject predicate object", by the names of the entities. */
  readonly says?: readonly { readonly fact: string; readonly qualifiers?: Qualifiers }[];
  readonly published?: string;
  readonly title?: string;
}

/** The record of a document: each entity's mentions are the places where its name or an alias stands in the text. */
export function documentOf(
  id: string,
  text: string,
  entities: readonly Omit<EntityRecord, "id">[],
  parts: Parts = {},
): DocumentFacts {
  const records = entities.map((entity, index) => ({ id: `e${index + 1}`, ...entity }));
  const mentions = records.flatMap(({ id, type, name, aliases }) =>
    [name, ...aliases].flatMap(form => {
      const start = text.indexOf(form);
      return start < 0 ? [] : [{ entity: id, type, start, end: start + form.length, rule: "test-mention" }];
    }),
  );
  const relations = (parts.says ?? []).map(({ fact, qualifiers }) => {
    const [subject, predicate, object] = fact.split(" ") as [string, string, string];
    const ends = [subject, object].map(name => records.find(record => record.name === name)!.id);
    return {
      subject: ends[0]!,
      predicate,
      object: ends[1]!,
      qualifiers,
      start: 0,
      end: text.length,
      rule: "test-relation",
    };
  });
  const { published, title } = parts;
  return {
    id,
    path: `pages/${id}`,
    title,
    published,
    text,
    mentions,
    entities: records,
    relations,
    indicators: [],
    dropped: [],
  };
}

export function entity(key: string, name: string, ...aliases: string[]): Omit<EntityRecord, "id"> {
  return { key, type: key.split(":")[0]!, name, aliases };
}
