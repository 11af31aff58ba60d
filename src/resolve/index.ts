import { OWN_PLACE } from "../annotate/anaphora.js";
import type { AnnotatedDocument } from "../annotate/index.js";
import type { Knowledge } from "../engine/load.js";
import type { IndicatorDraft, RelationDraft } from "../model/draft.js";
import type { DocumentFacts, EntityRecord, IndicatorRecord, RelationRecord } from "../model/facts.js";
import type { NormalDocument } from "../model/document.js";
import { comparable, type Mention } from "../model/mention.js";
import { bareName } from "./aliases.js";
import { type Cluster, clusterMentions } from "./entities.js";

/** Make one entity of all the mentions that mean the same, and let relations and figures point at entities. */
export function resolve(
  { document, mentions }: AnnotatedDocument,
  relations: readonly RelationDraft[],
  indicators: readonly IndicatorDraft[],
  knowledge: Knowledge,
): DocumentFacts {
  const outer = mentions.flatMap(mention =>
    mention.classes.includes("place.pair")
      ? (mention.antecedents ?? [])
      : mention.antecedents
        ? mention.antecedents.filter(
            ({ rule }) => rule === OWN_PLACE && OURS.test(document.normal.slice(mention.start, mention.end)),
          )
        : [mention],
  );
  const ends = new Set([
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...indicators.map(({ subject }) => subject),
  ]);
  const known = new Set(outer);
  const named = [...known, ...[...ends].filter(mention => !known.has(mention))];
  const clusters = clusterMentions(document, named, knowledge);
  const ids = new Map<Cluster, string>();
  for (const mention of [...named].sort((a, b) => a.start - b.start)) {
    const cluster = clusters.get(mention);
    if (cluster && !ids.has(cluster)) ids.set(cluster, `e${ids.size + 1}`);
  }
  const idOf = (mention: Mention): string | undefined => {
    const cluster = clusters.get(mention);
    return cluster && ids.get(cluster);
  };
  return {
    id: document.id,
    path: document.path,
    title: document.title,
    published: document.published,
    outlet: document.outlet,
    url: document.url,
    text: document.text,
    mentions: [...known, ...issuersInTitles(relations, outer)]
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .flatMap(mention => {
        const entity = idOf(mention);
        return entity
          ? [{ entity, type: mention.type, start: mention.start, end: mention.end, rule: mention.rule }]
          : [];
      }),
    entities: [...ids].map(([cluster, id]) => entityOf(cluster, id, document, knowledge)),
    relations: datedByEvents(
      relationsOf(relations, idOf, knowledge),
      new Set([...ids].flatMap(([cluster, id]) => (cluster.type === "event" ? [id] : []))),
    ),
    indicators: indicatorsOf(indicators, idOf),
    dropped: document.dropped,
    problems: document.problems.length > 0 ? document.problems : undefined,
  };
}

/** 全国 and 我国 tell how far something reaches; 本港 names. */
const OURS = /^本港$/;

/** 清遠市人民政府 in the title of its notice: the one name inside another that is a mention of its own. */
function issuersInTitles(relations: readonly RelationDraft[], outer: readonly Mention[]): readonly Mention[] {
  const known = new Set(outer);
  return [
    ...new Set(
      relations.flatMap(({ predicate, from, to }) =>
        predicate === "issues" && to.classes.includes("plan.notice") && to.parts.includes(from) && !known.has(from)
          ? [from]
          : [],
      ),
    ),
  ];
}

function entityOf(cluster: Cluster, id: string, document: NormalDocument, knowledge: Knowledge): EntityRecord {
  const inOrder = [...cluster.mentions].sort((a, b) => a.start - b.start);
  const surfaceOf = ({ start, end }: Mention): string => document.text.slice(start, end);
  const written = new Map(inOrder.map(one => [document.normal.slice(one.start, one.end), surfaceOf(one)]));
  const surfaces = inOrder.map(mention =>
    bareName(mention.name ? (written.get(mention.name) ?? original(mention, document)) : surfaceOf(mention)),
  );
  const distinct = [...new Set(surfaces)];
  const entry = cluster.key === undefined ? undefined : knowledge.gazetteer.get(cluster.key);
  const longest = longestOf(distinct);
  // One character (中美) is no name to print.
  const name = longest.length === 1 && entry ? entry.name : longest;
  const aliases = new Set([...distinct, ...(entry ? [entry.name] : [])]);
  aliases.delete(name);
  return {
    id,
    key: cluster.key ?? `${cluster.type}:${comparable(bareName(longestOf(cluster.names)), cluster.type)}`,
    type: cluster.type,
    name,
    aliases: [...aliases],
  };
}

/** The first of the longest. */
const longestOf = (names: readonly string[]): string =>
  names.reduce((best, one) => (one.length > best.length ? one : best), "");

/** A name put together from parts (林 … 瑞彥; 清遠 … 市政府), in the document's own script. */
function original(mention: Mention, document: NormalDocument): string {
  const parts = mention.within ? [mention.within, mention] : [mention];
  const normal = parts.map(({ start, end }) => document.normal.slice(start, end)).join("");
  const surface = parts.map(({ start, end }) => document.text.slice(start, end)).join("");
  let at = 0;
  return [...(mention.name ?? "")]
    .map(character => {
      const found = normal.indexOf(character, at);
      if (found < 0) return character;
      at = found + 1;
      return surface[found] as string;
    })
    .join("");
}

/** One record for each figure; a title and a text that state the same one state it once, under its longer label. */
function indicatorsOf(
  drafts: readonly IndicatorDraft[],
  idOf: (mention: Mention) => string | undefined,
): IndicatorRecord[] {
  const seen = new Map<string, IndicatorRecord>();
  for (const { subject, ...rest } of drafts) {
    const id = idOf(subject);
    if (!id) continue;
    const key = `${id} ${rest.value} ${rest.unit}`;
    const known = seen.get(key);
    if (!known || rest.indicator.length > known.indicator.length) seen.set(key, { subject: id, ...rest });
  }
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

/** One record for each relation that the document states; the same said twice in other words keeps its first place. */
function relationsOf(
  drafts: readonly RelationDraft[],
  idOf: (mention: Mention) => string | undefined,
  knowledge: Knowledge,
): RelationRecord[] {
  const symmetric = new Set(knowledge.schema.predicates.filter(one => one.symmetric).map(one => one.id));
  const seen = new Map<string, RelationRecord>();
  for (const { predicate, from, to, qualifiers, start, end, rule } of [...drafts].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    const subject = idOf(from);
    const object = idOf(to);
    if (!subject || !object || subject === object) continue;
    const ends = symmetric.has(predicate) && object < subject ? [object, subject] : [subject, object];
    const key = `${ends.join(" ")} ${predicate} ${qualifiers.title ?? ""}`;
    const known = seen.get(key);
    if (!known)
      seen.set(key, {
        subject: ends[0] as string,
        predicate,
        object: ends[1] as string,
        ...(Object.keys(qualifiers).length > 0 ? { qualifiers } : {}),
        start,
        end,
        rule,
      });
    else if (!known.qualifiers?.date && qualifiers.date)
      seen.set(key, { ...known, qualifiers: { ...qualifiers, ...known.qualifiers, date: qualifiers.date } });
  }
  return [...seen.values()];
}

/** Who takes part in an event, or holds it, does so on the event's day: where the page tells one day of it, all have that. */
function datedByEvents(relations: readonly RelationRecord[], events: ReadonlySet<string>): RelationRecord[] {
  const days = new Map<string, Set<string>>();
  for (const { object, qualifiers } of relations)
    if (events.has(object) && qualifiers?.date) days.set(object, (days.get(object) ?? new Set()).add(qualifiers.date));
  return relations.map(relation => {
    const known = days.get(relation.object);
    if (!known || known.size > 1 || relation.qualifiers?.date || !HAPPENING.has(relation.predicate)) return relation;
    return { ...relation, qualifiers: { ...relation.qualifiers, date: [...known][0] as string } };
  });
}

const HAPPENING: ReadonlySet<string> = new Set(["participates_in", "launches"]);
