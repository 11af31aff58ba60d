import { readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import { parse } from "yaml";
import type { EdgeAttributes, Evidence, GraphAttributes, NodeAttributes, PolicyGraph } from "../../graph/model.js";
import type { DocumentFacts } from "../../src/model/facts.js";
import type { Schema } from "../../src/model/schema.js";

/** What hostile pages write into names. */
export const hostileName = `</script><img src=x onerror="window.ran=1"><!--\u2028`;

const texts = {
  a: {
    title: "廣清一體化推進會在清遠召開",
    published: "2021-03-05",
    outlet: "南方晚報",
    text: "廣清一體化推進會昨日在清遠市召開。廣州市副市長林書敏出席會議。\n清遠市人民政府發布《廣清一體化行動方案》,方案涉及廣州市和清遠市。2020年清遠市新增企業375家,2019年為310家。",
  },
  b: {
    title: "重庆与广州签署合作协议",
    published: "2022-07-19",
    outlet: "江城日报",
    text: "重庆市与广州市开展合作。林书敏曾任清远市市长。广州市交通运输局隶属广州市人民政府。广州市人民政府管辖广州市。",
  },
  c: {
    title: "無日期的公告",
    published: undefined,
    outlet: undefined,
    text: "清遠市位於廣東省。廣州市位於廣東省。廣州市發布《廣清一體化行動方案》。",
  },
} as const;

type TextId = keyof typeof texts;
type Said = readonly [text: TextId, sentence: string, ...marks: string[]];

const nodes: Readonly<
  Record<string, readonly [type: string, label: string, aliases: readonly string[], ...said: Said[]]>
> = {
  "place:440000": ["place", "廣東省", ["广东", "粵"], ["c", "清遠市位於廣東省。", "廣東省"]],
  "place:440100": [
    "place",
    "廣州市",
    ["广州", "羊城"],
    ["a", "廣州市副市長林書敏出席會議。", "廣州市"],
    ["b", "重庆市与广州市开展合作。", "广州市"],
  ],
  "place:441800": ["place", "清遠市", ["清远"], ["a", "廣清一體化推進會昨日在清遠市召開。", "清遠市"]],
  "place:500000": ["place", "重庆市", ["渝"], ["b", "重庆市与广州市开展合作。", "重庆市"]],
  "person:林书敏@place:440100": ["person", "林書敏", ["林书敏"], ["a", "廣州市副市長林書敏出席會議。", "林書敏"]],
  "agency:清远市人民政府@place:441800": [
    "agency",
    "清遠市人民政府",
    [],
    ["a", "清遠市人民政府發布《廣清一體化行動方案》", "清遠市人民政府"],
  ],
  "agency:广州市人民政府@place:440100": [
    "agency",
    "广州市人民政府",
    [],
    ["b", "广州市人民政府管辖广州市。", "广州市人民政府"],
  ],
  "agency:广州市交通运输局@place:440100": [
    "agency",
    "广州市交通运输局",
    [],
    ["b", "广州市交通运输局隶属广州市人民政府。", "广州市交通运输局"],
  ],
  "plan:广清一体化行动方案": [
    "plan",
    "廣清一體化行動方案",
    ["廣清一體化"],
    ["a", "清遠市人民政府發布《廣清一體化行動方案》", "廣清一體化行動方案"],
  ],
  "event:广清一体化推进会": [
    "event",
    "廣清一體化推進會",
    [],
    ["a", "廣清一體化推進會昨日在清遠市召開。", "廣清一體化推進會"],
  ],
  "organization:hostile": ["organization", hostileName, [], ["a", "廣清一體化推進會昨日在清遠市召開。", "清遠市"]],
};

const edges: readonly (readonly [
  from: string,
  predicate: string,
  to: string,
  qualifiers: Record<string, string>,
  ...said: Said[],
])[] = [
  [
    "person:林书敏@place:440100",
    "holds_position",
    "place:440100",
    { title: "副市長" },
    ["a", "廣州市副市長林書敏出席會議。", "廣州市", "林書敏"],
  ],
  [
    "person:林书敏@place:440100",
    "holds_position",
    "place:441800",
    { title: "市长", status: "former" },
    ["b", "林书敏曾任清远市市长。", "林书敏", "清远市"],
  ],
  [
    "person:林书敏@place:440100",
    "participates_in",
    "event:广清一体化推进会",
    {},
    ["a", "廣州市副市長林書敏出席會議。", "林書敏"],
  ],
  [
    "agency:清远市人民政府@place:441800",
    "governs",
    "place:441800",
    {},
    ["a", "清遠市人民政府發布《廣清一體化行動方案》", "清遠市"],
  ],
  [
    "agency:清远市人民政府@place:441800",
    "issues",
    "plan:广清一体化行动方案",
    {},
    ["a", "清遠市人民政府發布《廣清一體化行動方案》", "清遠市人民政府", "廣清一體化行動方案"],
  ],
  [
    "place:440100",
    "issues",
    "plan:广清一体化行动方案",
    {},
    ["c", "廣州市發布《廣清一體化行動方案》。", "廣州市", "廣清一體化行動方案"],
  ],
  ["plan:广清一体化行动方案", "covers", "place:440100", {}, ["a", "方案涉及廣州市和清遠市。", "廣州市"]],
  ["plan:广清一体化行动方案", "covers", "place:441800", {}, ["a", "方案涉及廣州市和清遠市。", "清遠市"]],
  ["place:441800", "located_in", "place:440000", {}, ["c", "清遠市位於廣東省。", "清遠市", "廣東省"]],
  ["place:440100", "located_in", "place:440000", {}, ["c", "廣州市位於廣東省。", "廣州市", "廣東省"]],
  ["place:440100", "cooperates_with", "place:500000", {}, ["b", "重庆市与广州市开展合作。", "重庆市", "广州市"]],
  [
    "agency:广州市交通运输局@place:440100",
    "part_of",
    "agency:广州市人民政府@place:440100",
    {},
    ["b", "广州市交通运输局隶属广州市人民政府。", "广州市交通运输局", "广州市人民政府"],
  ],
  [
    "agency:广州市人民政府@place:440100",
    "governs",
    "place:440100",
    {},
    ["b", "广州市人民政府管辖广州市。", "广州市人民政府"],
  ],
];

export const schema = parse(readFileSync(new URL("../../rules/schema.yaml", import.meta.url), "utf8")) as Schema;

/** A small graph with everything that the viewer shows: both scripts, a former post, figures, undated facts, a hostile name. */
export function sampleGraph(): PolicyGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  const documents = Object.entries(texts).map(([id, { title, published, outlet }]) => ({
    id,
    path: `${id}.txt`,
    title,
    published,
    outlet,
  }));
  graph.replaceAttributes({ policygraph: 1, schema, documents, problems: [] });
  for (const [key, [type, label, aliases, ...said]] of Object.entries(nodes)) {
    const evidence = said.map(evidenceOf);
    const indicators =
      key === "place:441800" ? [indicator("2020", 375, "新增企業375家"), indicator("2019", 310, "2019年為310家")] : [];
    graph.addNode(key, {
      type,
      label,
      aliases,
      joined: [],
      mentions: evidence.length,
      documents: 1,
      indicators,
      evidence,
      ...datesOf(evidence),
    });
  }
  for (const [from, predicate, to, qualifiers, ...said] of edges) {
    const evidence = said.map(evidenceOf);
    const symmetric = predicate === "cooperates_with";
    const key = `${from}|${predicate}|${to}`;
    graph.addDirectedEdgeWithKey(key, from, to, {
      predicate,
      symmetric,
      qualifiers,
      dates: [],
      weight: 1,
      evidence,
      ...datesOf(evidence),
    });
  }
  return graph;
}

/** The documents behind it, as the pipeline gives them. */
export function sampleDocuments(): DocumentFacts[] {
  return Object.entries(texts).map(([id, { title, published, outlet, text }]) => {
    const entities = Object.entries(nodes).map(([key, [type, name, aliases]], index) => ({
      id: `e${index}`,
      key,
      type,
      name,
      aliases,
    }));
    const mentions = entities.flatMap(({ id: entity, type, name }) => {
      const start = text.indexOf(name);
      return start < 0 ? [] : [{ entity, type, start, end: start + name.length, rule: "sample" }];
    });
    return {
      id,
      path: `${id}.txt`,
      title,
      published,
      outlet,
      text,
      mentions,
      entities,
      relations: [],
      indicators: [],
      dropped: [],
    };
  });
}

function evidenceOf([document, sentence, ...marks]: Said): Evidence {
  const start = texts[document].text.indexOf(sentence);
  if (start < 0) throw new Error(`The text ${document} lacks: ${sentence}`);
  const places = marks.map(mark => [sentence.indexOf(mark), sentence.indexOf(mark) + mark.length] as const);
  return {
    id: `${document}#${start}-${start + sentence.length}`,
    document,
    start,
    end: start + sentence.length,
    sentence,
    sentence_start: start,
    marks: places.sort(([one], [other]) => one - other),
    rule: "sample-rule",
  };
}

function indicator(period: string, value: number, words: string) {
  return { indicator: "新增企業", value, unit: "家", period, evidence: evidenceOf(["a", words, words]) };
}

function datesOf(evidence: readonly Evidence[]) {
  const dates = evidence.flatMap(({ document }) => texts[document as TextId].published ?? []).sort();
  return dates.length > 0 ? { first_date: dates[0]!, last_date: dates.at(-1)! } : {};
}

/** A made graph of any size, always the same one: hubs and many small nodes, as graphs of news are. */
export function largeGraph(order: number, size: number): PolicyGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes({ policygraph: 1, schema, documents: [], problems: [] });
  const types = schema.types.map(type => type.id);
  const syllables = ["东", "江", "新", "和", "平", "安", "南", "海", "北", "山"];
  const name = (index: number) => [...String(index)].map(digit => syllables[Number(digit)]).join("");
  for (let index = 0; index < order; index++)
    graph.addNode(`node:${index}`, {
      type: types[index % types.length]!,
      label: `${name(index)}区`,
      aliases: [],
      joined: [],
      mentions: 1 + (index % 7),
      documents: 1,
      indicators: [],
      evidence: [],
      first_date: `20${String(15 + (index % 9)).padStart(2, "0")}-05-01`,
      last_date: "2024-01-01",
    });
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const predicates = schema.predicates.map(predicate => predicate.id);
  for (let index = 0; index < size; index++) {
    const [from, to] = [Math.floor(random() * order), Math.floor(random() ** 3 * order)];
    graph.addDirectedEdgeWithKey(`edge:${index}`, `node:${from}`, `node:${to}`, {
      predicate: predicates[index % predicates.length]!,
      symmetric: false,
      qualifiers: {},
      dates: [],
      weight: 1,
      evidence: [],
      first_date: `20${String(15 + (index % 9)).padStart(2, "0")}-05-01`,
      last_date: `20${String(15 + (index % 9)).padStart(2, "0")}-09-01`,
    });
  }
  return graph;
}
