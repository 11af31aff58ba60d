import type { AnnotatedDocument } from "../annotate/index.js";
import { canLieIn, CHINA, TAIWAN } from "../engine/holders.js";
import { entryOf } from "../engine/lexicon.js";
import type { GazetteerEntry, Knowledge } from "../engine/load.js";
import type { NormalDocument } from "../model/document.js";
import type { RelationDraft } from "../model/draft.js";
import { isBody, type Mention } from "../model/mention.js";
import { canGovern, FORM, isSection, shownByBeginnings } from "./beginnings.js";

/**
 * The relations that names show by themselves.
 *
 *     清遠市委            governs 清遠市
 *     清遠市清城區        清城區 located_in 清遠市
 *     《廣清經濟特別合作區建設總體方案》   covers 廣清經濟特別合作區
 */
export function shownByNames({ mentions, document }: AnnotatedDocument, knowledge: Knowledge): RelationDraft[] {
  const plans = plansByTitle(mentions, document);
  return [
    ...mentions.flatMap(mention => [
      ...[mention, ...issuersOf(mention, document)].flatMap(named => fromParts(named, plans, document, knowledge)),
      ...chain(
        mention.parts.filter(part => !part.classes.includes("place.natural") && !isOwn(part, mention)),
        document,
        knowledge,
      ),
    ]),
    ...chain(mentions, document, knowledge),
    ...governedBesideName(mentions, document, knowledge),
    ...knownToLie(mentions, document, knowledge),
    ...shownByBeginnings(mentions, document, knowledge),
  ].filter(({ from, to }) => document.normal.slice(from.start, from.end) !== document.normal.slice(to.start, to.end));
}

function fromParts(
  mention: Mention,
  plans: ReadonlyMap<string, Mention>,
  document: NormalDocument,
  knowledge: Knowledge,
): RelationDraft[] {
  const places = mention.parts.filter(
    part =>
      (part.type === "place" && !part.classes.includes("place.natural") && !isOwn(part, mention)) ||
      part.type === "zone",
  );
  const draft = (predicate: string, from: Mention, to: Mention, rule: string): RelationDraft[] =>
    (to.antecedents ?? [to]).map(one => ({
      predicate,
      from,
      to: one,
      qualifiers: {},
      start: mention.start,
      end: mention.end,
      rule,
    }));
  const last =
    mention.within ?? placeIn(mention, places, document, knowledge) ?? cityAtHead(mention, document, knowledge);
  const whole = mention.parts.find(part => part.type === "agency" && part.start === mention.start);
  const name = document.normal.slice(mention.start, mention.end);
  const government = governmentIn(mention, name) ?? governmentMeant(mention, name);
  switch (mention.type) {
    case "agency":
      if (whole) return draft("part_of", mention, whole, "agency-name-shows-whole");
      if (government) return draft("part_of", mention, government, "agency-name-shows-whole");
      return last && last.type === "place" && canGovern(mention, name) && !isSection(name)
        ? draft("governs", mention, last, "agency-name-shows-place")
        : [];
    case "organization": {
      const body = bodyBegun(mention, name);
      if (body) return draft("part_of", mention, body, "body-name-shows-whole");
      return last && mention.classes.includes("organization.local") && !DELEGATION.test(name) && !isHome(last)
        ? draft("located_in", mention, last, "organization-name-shows-place")
        : [];
    }
    case "plan":
      return [
        ...issuersOf(mention, document).flatMap(part => draft("issues", part, mention, "notice-title-shows-issuer")),
        ...carriedBy(mention, plans, document).flatMap(plan =>
          issuersOf(mention, document).flatMap(part => draft("issues", part, plan, "notice-title-shows-issuer")),
        ),
        ...subjects(mention, document).flatMap(part =>
          draft("covers", mention, part, "plan-title-shows-what-it-covers"),
        ),
      ];
    case "place":
    case "zone":
    case "event":
      return last && !last.antecedents && !STREET.test(name) && !(mention.type === "event" && isHome(last))
        ? draft("located_in", mention, last, `${mention.type}-name-shows-place`)
        : [];
    case "project":
      return projectPlaces(mention, document, last, draft);
    default:
      return [];
  }
}

/**
 * 清远市人民政府 of 清远市人民政府办公室, of a section within one of its bureaus the bureau, and 立法会 of its committees.
 */
function governmentIn({ start, parts }: Mention, name: string): Mention | undefined {
  const council = COUNCIL.exec(name)?.[0].length;
  const length = council ?? (isSection(name) ? BUREAU : GOVERNMENT).exec(name)?.[0].length;
  const place = parts[0];
  if (length === undefined || (council === undefined && (place?.type !== "place" || place.start !== start)))
    return undefined;
  return {
    start,
    end: start + length,
    type: "agency",
    rule: "agency-by-head",
    keys: [],
    classes: ["agency"],
    parts: parts.filter(({ end }) => end <= start + length),
  };
}

/** The government that 市府 means in 市府都發局. */
function governmentMeant({ start, within, name: meant }: Mention, name: string): Mention | undefined {
  const length = SHORT.exec(name)?.[0].length;
  const full = meant && GOVERNMENT.exec(meant)?.[0];
  if (length === undefined || !within || !full) return undefined;
  return {
    start,
    end: start + length,
    type: "agency",
    rule: "agency-local",
    keys: [],
    classes: ["agency", "agency.organ"],
    parts: [],
    within,
    name: full,
  };
}

const SHORT = /^.?[市县]府(?=.{2,}[局处署会科]$)/;

const COUNCIL = /^立法会(?=.+(?:委员会|小组)$)/;
const GOVERNMENT = /^.{2,}?政府(?=.)/;
const BUREAU = /^.{2,}?政府.{1,8}?(?:局|厅|处|署|委员会)(?=.{2,})/;

/** The place in a name that tells where its bearer is; of a site without a key (清远市体育馆改造工程) the place in its own name. */
function placeIn(
  mention: Mention,
  places: readonly Mention[],
  document: NormalDocument,
  knowledge: Knowledge,
): Mention | undefined {
  const last = places.findLast(
    place =>
      isAtHead(place, mention, document) ||
      (places.some(other => other.end === place.start) &&
        places.some(other => other.end <= place.start && liesIn(place, other, knowledge))),
  );
  return last?.keys.length === 0 ? (last.parts.findLast(({ type }) => type === "place") ?? last) : last;
}

/**
 * The body with whose name that of its branch or institute begins. A delegation is none, nor is a school attached to a
 * university, its alumni or a trade union, nor what only adds the firm's form.
 */
function bodyBegun({ start, parts }: Mention, name: string): Mention | undefined {
  const body = parts.find(part => part.start === start && isBody(part));
  const rest = body ? name.slice(body.end - start) : "";
  return body && !DELEGATION.test(name) && !FORM.test(rest) && !APART.test(rest) ? body : undefined;
}

const APART = /^附|(?:校友会|工会|基金会)$/;

/** A water or a site that the gazetteer has in the city or region that the same sentence names before it: 香港…維多利亞港. */
function knownToLie(mentions: readonly Mention[], { normal }: NormalDocument, knowledge: Knowledge): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  const named = new Map<string, Mention>();
  let end = 0;
  for (const mention of mentions) {
    if (normal.slice(end, mention.start).includes("。")) named.clear();
    end = mention.end;
    if (mention.type !== "place") continue;
    const entry = knowledge.gazetteer.get(mention.keys[0] ?? "");
    const canLie = entry && WATERS_AND_SITES.has(entry.kind) && entry.within !== CHINA && mention.parts.length === 0;
    const place = canLie ? named.get(entry.within) : undefined;
    if (place)
      drafts.push({
        predicate: "located_in",
        from: mention,
        to: place,
        qualifiers: {},
        start: place.start,
        end: mention.end,
        rule: "place-known-to-lie",
      });
    if (!mention.antecedents) for (const key of mention.keys) named.set(key, mention);
  }
  return drafts;
}

const WATERS_AND_SITES: ReadonlySet<string> = new Set(["natural", "site"]);

/**
 * What a known body governs though its name does not say so: the region of a 特区政府, where the page names it, and China,
 * named right before the congress (中国全国人大).
 */
function governedBesideName(
  mentions: readonly Mention[],
  { normal }: NormalDocument,
  knowledge: Knowledge,
): RelationDraft[] {
  const isMeant = ({ type, start, end }: Mention): boolean =>
    type === "agency" && BESIDE.test(normal.slice(start, end));
  if (!mentions.some(isMeant)) return [];
  const places = new Map<string, { readonly first: Mention; count: number }>();
  for (const named of mentions.flatMap(mention => mention.antecedents ?? [mention, ...mention.parts])) {
    const key = named.type === "place" ? named.keys[0] : undefined;
    const known = places.get(key ?? "");
    if (known) known.count++;
    else if (key !== undefined) places.set(key, { first: named, count: 1 });
  }
  return mentions.flatMap((mention, index) => {
    if (!isMeant(mention)) return [];
    const before = mentions[index - 1];
    const isCongress = normal.slice(mention.start, mention.end) !== "特区政府";
    if (isCongress && !(before?.type === "place" && before.end === mention.start)) return [];
    const homes = mention.keys.map(key => knowledge.gazetteer.get(key)?.within ?? "");
    const [most] = homes.flatMap(home => places.get(home) ?? []).sort((a, b) => b.count - a.count);
    const to = isCongress ? before : most?.first;
    if (!to || (isCongress && !to.keys.some(key => homes.includes(key)))) return [];
    return [
      {
        predicate: "governs",
        from: mention,
        to,
        qualifiers: {},
        start: mention.start,
        end: mention.end,
        rule: "agency-of-named-place",
      },
    ];
  });
}

const BESIDE = /^(?:特区政府|全国人大|全国人民代表大会)$/;

/** The city, county or province with whose name that of a known site begins: 北京 of 北京大兴国际机场. */
function cityAtHead(mention: Mention, { normal }: NormalDocument, knowledge: Knowledge): Mention | undefined {
  const { start, end, type, keys, parts } = mention;
  const isKnown = keys.some(key => type === "project" || knowledge.gazetteer.get(key)?.kind === "site");
  if ((type !== "place" && type !== "project") || !isKnown || parts.length > 0) return undefined;
  for (let to = end - 1; to >= start + 2; to--) {
    const entry = entryOf(normal.slice(start, to), knowledge.lexicon);
    const key = entry?.keys.find(one => CITIES.has(knowledge.gazetteer.get(one)?.kind ?? ""));
    if (key !== undefined && fitsHolder(key, keys, knowledge) && !isElsewhere(normal.slice(to, end), key, knowledge))
      return { start, end: to, type: "place", rule: "place-in-gazetteer", keys: [key], classes: ["place"], parts: [] };
    if (entry?.keys.some(one => knowledge.gazetteer.get(one)?.type === "place")) return undefined;
  }
  return undefined;
}

/** 西安咸阳国际机场 is in 咸阳: the rest of the name begins with a place that does not lie in the city. */
function isElsewhere(rest: string, city: string, knowledge: Knowledge): boolean {
  for (let length = 2; length < rest.length; length++) {
    const keys = entryOf(rest.slice(0, length), knowledge.lexicon)?.keys ?? [];
    const places = keys.filter(key => CITIES.has(knowledge.gazetteer.get(key)?.kind ?? ""));
    if (places.length > 0) return !canLieIn(places, [city], knowledge);
  }
  return false;
}

/** 山西宮 in 臺南 is not in 山西: the city lies where the site does. */
const fitsHolder = (city: string, site: readonly string[], knowledge: Knowledge): boolean =>
  site.some(key => {
    const { within } = knowledge.gazetteer.get(key) as GazetteerEntry;
    return (
      within === "" || within === city || canLieIn([city], [within], knowledge) || canLieIn([within], [city], knowledge)
    );
  });

const CITIES: ReadonlySet<string> = new Set(["province", "prefecture", "county", "district", "foreign-city"]);

/** 中国 and 台湾 at the beginning of a name say whose it is, not where in the country. */
const isHome = ({ keys }: Mention): boolean => keys.includes(CHINA) || keys.includes(TAIWAN);

/** 美林湖 in 清城區美林湖學校 is what the school is called: no gazetteer has it. */
const isOwn = (part: Mention, { type }: Mention): boolean => type === "organization" && part.keys.length === 0;

/** 清遠市清城區… lies in 清城區, but 楊梅區永平高中 not in 永平, a county elsewhere; places without a key lie where they stand. */
function liesIn(place: Mention, other: Mention, knowledge: Knowledge): boolean {
  return place.keys.length === 0 || canLieIn(place.keys, other.keys, knowledge);
}

/** Whether a name begins with the place; 中共, an ordinal or a year may stand before it: 中共清远市委, 第三届中国…, 2022白河…. */
function isAtHead(place: Mention, mention: Mention, document: NormalDocument): boolean {
  return /^(?:中共|第[^\s]{1,3}[届次]|\d{2,4}年?)?$/.test(document.normal.slice(mention.start, place.start));
}

/** A line reaches the places in its name; what else is built lies in the place that its name begins with. */
function projectPlaces(
  project: Mention,
  document: NormalDocument,
  last: Mention | undefined,
  draft: Draft,
): RelationDraft[] {
  const places = project.parts.filter(part => part.type === "place");
  const isLine = LINE.test(document.normal.slice(project.start, project.end));
  if (isLine && (places.length > 1 || places.some(place => place.antecedents)))
    return places.flatMap(place => draft("connects", project, place, "line-name-shows-places"));
  return last && !last.antecedents && !isLine ? draft("located_in", project, last, "project-name-shows-place") : [];
}

/** Streets are named for places far away (上海的南京路), and delegations go elsewhere. */
const STREET = /(?:[^老行业夜商]街|路|大道)$/;
const DELEGATION = /(?:代表团|代表队|国家队|访问团|考察团|访团|联队)$/;

const LINE =
  /(?:城际|高铁|铁路|高速|公路|专线|大桥|隧道|管道|通道|班列|航线|地铁|轻轨|(?:输电|输气|输油)线路(?:工程|项目)?)$/;

type Draft = (predicate: string, from: Mention, to: Mention, rule: string) => RelationDraft[];

/** The plan that a notice brings (关于印发《X》的通知), where the page names it by itself, too. */
function carriedBy(
  notice: Mention,
  plans: ReadonlyMap<string, Mention>,
  { normal }: NormalDocument,
): readonly Mention[] {
  const [, inner = ""] = CARRIED.exec(normal.slice(notice.start, notice.end)) ?? [];
  const plan = plans.get(bareTitle(inner));
  return plan ? [plan] : [];
}

/** The plans that a page names, by their titles without marks; of one title the first. */
function plansByTitle(mentions: readonly Mention[], { normal }: NormalDocument): ReadonlyMap<string, Mention> {
  const plans = mentions.filter(({ type }) => type === "plan");
  return new Map(plans.reverse().map(plan => [bareTitle(normal.slice(plan.start, plan.end)), plan]));
}

const CARRIED = /(?:印发|发布|公布|下发)([《<〈]?.{4,}?[》>〉]?)的?通知$/;
const bareTitle = (title: string): string => title.replace(/[《》<>〈〉]/g, "");

/** The bodies with which the title of a notice begins, which issue it: 清遠市人民政府關於…的通知. */
function issuersOf(mention: Mention, { normal }: NormalDocument): readonly Mention[] {
  if (mention.type !== "plan") return [];
  const issuers: Mention[] = [];
  let at = mention.start;
  for (const part of mention.parts) {
    if ((part.type !== "agency" && part.type !== "organization") || normal.slice(at, part.start).trim() !== "") break;
    issuers.push(part);
    at = part.end;
  }
  return mention.classes.includes("plan.notice") || normal.startsWith("关于", at) ? issuers : [];
}

/**
 * What a plan is about: the zones and projects in its title; where there are none, the places that it begins or ends with,
 * and the parties to a treaty.
 */
function subjects(plan: Mention, document: NormalDocument): readonly Mention[] {
  if (/(?:报告|蓝皮书|白皮书|公报)(?:[(].*[)])?$/.test(document.normal.slice(plan.start, plan.end))) return [];
  const isBetweenParties = /(?:声明|公报|协定|协议|条约|备忘录|宣言)$/.test(
    document.normal.slice(plan.start, plan.end).replace(/》$/, ""),
  );
  const built = plan.parts.filter(part => part.type === "zone" || part.type === "project");
  const head = headOf(plan, document);
  return built.length > 0
    ? built
    : plan.parts.filter(
        part =>
          part.type === "place" &&
          ((part.antecedents && isBetweenParties) || part === head || plan.end - part.end <= 2),
      );
}

/** What may stand before the place with which the title of a plan begins. */
const BEFORE_HEAD =
  /^.{0,2}$|^(?:关于)?(?:印发|发布|支持|促进|推动|推进|加快|加强|深化|规范|进一步)*《?(?:\d{4}年度?)?$/;

/**
 * Of the parts side by side with which a title begins, behind those who issue it, the last: 椒江区 of
 * 台州市椒江区企业股改政策.
 */
function headOf(plan: Mention, document: NormalDocument): Mention | undefined {
  const issuers = issuersOf(plan, document);
  const start = issuers.at(-1)?.end ?? plan.start;
  let last: Mention | undefined;
  for (const part of plan.parts.slice(issuers.length)) {
    if (last ? part.start !== last.end : !BEFORE_HEAD.test(document.normal.slice(start, part.start))) break;
    last = part;
  }
  return last;
}

/**
 * 清遠市清城區、英德市, 清遠的英德市: of two places side by side, or joined by 的 and both known, the second lies in the first
 * where the gazetteer has it so, or has not got it (a village); and so do those that follow it in a row.
 */
function chain(mentions: readonly Mention[], { normal }: NormalDocument, knowledge: Knowledge): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  let holder: Mention | undefined;
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1];
    const between = before ? normal.slice(before.end, mention.start) : "";
    const isBeside = between === "" || SIDE.test(between) || (between === "的" && mention.keys.length > 0);
    const at = isBeside ? before : ROW.test(between) ? holder : undefined;
    holder =
      at &&
      (isPlain(at) || isTown(at, normal)) &&
      (at.keys.length > 0 || between === "") &&
      (isPlain(mention) ? liesIn(mention, at, knowledge) : between === "" && isSiteIn(at, mention, knowledge))
        ? at
        : undefined;
    if (!holder) return;
    drafts.push({
      predicate: "located_in",
      from: mention,
      to: holder,
      qualifiers: {},
      start: holder.start,
      end: mention.end,
      rule: "place-chain",
    });
  });
  return drafts;
}

/** 喀什古城 lies where 喀什 does. */
function isSiteIn(place: Mention, { type, antecedents, parts }: Mention, knowledge: Knowledge): boolean {
  const [first] = parts;
  return type === "place" && !antecedents && first?.type === "place" && liesIn(first, place, knowledge);
}

const ROW = /^[、及和與与]$/;
/** 菲律宾南部巴西兰省, 台南「南鯤鯓代天府」 */
const SIDE = /^(?:(?:[东西南北中]|东南|东北|西南|西北)部|[「“『"])$/;

/** 佛冈镇 is called by its county, and holds villages of its own. */
const isTown = ({ type, start, end, antecedents }: Mention, normal: string): boolean =>
  type === "place" && !antecedents && /[镇乡]$/.test(normal.slice(start, end));

/** A place that stands for itself, and whose name holds no other. */
const isPlain = ({ type, antecedents, parts }: Mention): boolean =>
  type === "place" && !antecedents && !parts.some(part => part.type === "place");
