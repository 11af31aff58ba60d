import type { Knowledge } from "../engine/load.js";
import type { NormalDocument } from "../model/document.js";
import type { RelationDraft } from "../model/draft.js";
import { comparable, isBody, type Mention } from "../model/mention.js";

/**
 * The relations that the beginning of a name shows, where it is the name of something else in the document.
 *
 *     臺南市政府教育局     part_of 臺南市政府
 *     北京冬奥会          located_in 北京
 *     中国政府            governs 中国
 */
export function shownByBeginnings(
  mentions: readonly Mention[],
  document: NormalDocument,
  knowledge: Knowledge,
): RelationDraft[] {
  // 中央 by itself is no whole of which 中央军委 were a part.
  const bodies = firstByName(
    mentions.filter(mention => isBody(mention) && !mention.classes.includes("agency.central")),
    document,
  );
  const placed = mentions.filter(({ type, antecedents }) => type === "place" && !antecedents);
  const places = new Map([...officialNames(placed, knowledge), ...firstByName(placed, document)]);
  const named = firstByName(
    mentions.filter(({ type }) => type !== "place" && type !== "person" && type !== "plan"),
    document,
  );
  return [...named].flatMap(([name, mention]) => {
    const whole = isBody(mention) ? wholeOf(name, mention, bodies) : undefined;
    if (whole) return [draftOf("part_of", mention, whole, "body-name-shows-whole")];
    const place = mention.parts.length === 0 ? longestBeginning(name, places) : undefined;
    return place ? fromPlace(mention, name, place, knowledge) : [];
  });
}

function fromPlace(mention: Mention, name: string, place: Mention, knowledge: Knowledge): RelationDraft[] {
  if (mention.type === "agency")
    return canGovern(mention, name) ? [draftOf("governs", mention, place, "agency-name-shows-place")] : [];
  // A name that begins with a country's or a continent's (中国石油大学, 亚洲运动会) says whose it is, not where.
  const isWide = place.keys.some(
    key => knowledge.gazetteer.get(key)?.kind === "country" || knowledge.gazetteer.get(key)?.within === "",
  );
  return isWide ? [] : [draftOf("located_in", mention, place, `${mention.type}-name-shows-place`)];
}

const draftOf = (predicate: string, from: Mention, to: Mention, rule: string): RelationDraft => ({
  predicate,
  from,
  to,
  qualifiers: {},
  start: from.start,
  end: from.end,
  rule,
});

function firstByName(mentions: readonly Mention[], document: NormalDocument): ReadonlyMap<string, Mention> {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    for (const written of [document.normal.slice(mention.start, mention.end), mention.name ?? ""]) {
      const name = comparable(written, mention.type);
      if (name !== "" && !first.has(name)) first.set(name, mention);
    }
  }
  return first;
}

/** The gazetteers' names of places that a page names otherwise: 中国 where it says 中方. */
function officialNames(places: readonly Mention[], { gazetteer }: Knowledge): ReadonlyMap<string, Mention> {
  const first = new Map<string, Mention>();
  for (const place of places)
    for (const key of place.keys.slice(0, 1)) {
      const entry = gazetteer.get(key);
      for (const name of entry ? [entry.name, ...entry.aliases] : []) if (!first.has(name)) first.set(name, place);
    }
  return first;
}

/** Of 台州市椒江区政府办公室 the whole may be named without the city: 椒江区政府. */
function wholeOf(name: string, { parts }: Mention, bodies: ReadonlyMap<string, Mention>): Mention | undefined {
  const [first, second] = parts;
  const isChain = first?.type === "place" && second?.type === "place" && second.start === first.end;
  return (
    longestBeginning(name, bodies) ??
    (isChain ? longestBeginning(name.slice(first.end - first.start), bodies) : undefined)
  );
}

const SHORTEST = 2;
/** What tells a firm's form: 科大讯飞公司 is 科大讯飞, and no part of it. */
export const FORM = /^(?:集团|公司|集团公司|.{0,2}(?:股份|责任)?有限公司|总公司)$/;

/** The longest of the names with which a longer one begins. */
function longestBeginning(name: string, known: ReadonlyMap<string, Mention>): Mention | undefined {
  for (let length = name.length - 1; length >= SHORTEST; length--) {
    const found = known.get(name.slice(0, length));
    if (found && !FORM.test(name.slice(length))) return found;
  }
  return undefined;
}

/**
 * Embassies, bodies of several states (非洲联盟), courts of law in Hong Kong, the committees that run a park or a zone of a
 * city, who represents others there, and armies govern no place, whatever place their name begins with.
 */
export const canGovern = ({ classes }: Mention, name: string): boolean =>
  !classes.includes("agency.embassy") && !classes.includes("agency.international") && !NO_ORGAN.test(name);

const NO_ORGAN = /裁判法院$|[园区港](?:管委会|管理委员会)$|(?:代表处|办事处|军|军队|部队|舰)$/;

/** Whether an agency's name is that of a section within another agency, which governs nothing itself: …局…处, …委办公室, …分署. */
export const isSection = (name: string): boolean =>
  /(?:局|厅|署|部|委|委员会|院).{1,12}(?:处|科|课|司|股|室|组|办公室|党组|中心|大队|中队|分队)$|(?:分署|分局|分处)$/.test(
    name,
  );
