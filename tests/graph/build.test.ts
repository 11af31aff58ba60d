import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../graph/build.js";
import { mergeFacts } from "../../graph/facts.js";
import type { PolicyGraph } from "../../graph/model.js";
import { graphJson, isPolicyGraph, readGraphJson } from "../../graph/serialize.js";
import type { DocumentFacts, Qualifiers } from "../../src/model/facts.js";
import { documentOf, entity, schema } from "./facts-literals.js";

const guangdong = entity("place:440000", "广东省", "广东");
const taiwanese = entity("place:440000", "廣東省", "全省");

function bytesOf(facts: Iterable<DocumentFacts>): string {
  return [...graphJson(buildGraph(facts, schema))].join("");
}

function edgesOf(graph: PolicyGraph): string[] {
  return graph.mapEdges((_, { predicate, qualifiers, weight }, source, target) =>
    [
      source,
      predicate,
      target,
      ...Object.entries(qualifiers).map(([name, value]) => `${name}=${value}`),
      `×${weight}`,
    ].join(" "),
  );
}

describe("nodes", () => {
  test("the same entity of several documents is one node, with what all of them say", () => {
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省开会。", [guangdong], { published: "2022-03-01T08:00:00+08:00" }),
        documentOf("b.txt", "會議在廣東省舉行。", [taiwanese], { published: "2021-12-31" }),
        documentOf("c.txt", "广东省下雨。", [guangdong]),
      ],
      schema,
    );
    expect(graph.order).toBe(1);
    expect(graph.getNodeAttributes("place:440000")).toMatchObject({
      type: "place",
      label: "广东省",
      aliases: ["广东", "廣東省"],
      documents: 3,
      mentions: 5,
      first_date: "2021-12-31",
      last_date: "2022-03-01",
    });
  });

  test("each mention is evidence, with its sentence, its mark and its rule", () => {
    const graph = buildGraph([documentOf("a.txt", "昨日下雨。「广东省很大。」他说。", [guangdong])], schema);
    expect(graph.getNodeAttribute("place:440000", "evidence")).toContainEqual({
      id: "a.txt#6-9",
      document: "a.txt",
      start: 6,
      end: 9,
      sentence: "「广东省很大。」",
      sentence_start: 5,
      marks: [[1, 4]],
      rule: "test-mention",
    });
  });

  test("figures keep their evidence", () => {
    const document = documentOf("a.txt", "广东省有高校160所。", [guangdong]);
    const figure = { subject: "e1", indicator: "高校", value: 160, unit: "所", start: 0, end: 10, rule: "figure" };
    const graph = buildGraph([{ ...document, indicators: [figure] }], schema);
    const [indicator] = graph.getNodeAttribute("place:440000", "indicators");
    expect(indicator).toMatchObject({
      indicator: "高校",
      value: 160,
      unit: "所",
      evidence: { id: "a.txt#0-10", rule: "figure" },
    });
  });
});

describe("edges", () => {
  const person = entity("person:林秋生", "林秋生");
  const traditional = entity("person:林秋生", "林秋生");

  test("weight counts documents, and both scripts of a title are one edge", () => {
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省副省长林秋生到场。", [guangdong, person], {
          says: [{ fact: "林秋生 holds_position 广东省", qualifiers: { title: "副省长" } }],
        }),
        documentOf("b.txt", "廣東省副省長林秋生到場。", [taiwanese, traditional], {
          says: [{ fact: "林秋生 holds_position 廣東省", qualifiers: { title: "副省長" } }],
        }),
        documentOf("c.txt", "广东省前厅长林秋生。", [guangdong, person], {
          says: [{ fact: "林秋生 holds_position 广东省", qualifiers: { title: "厅长", status: "former" } }],
        }),
      ],
      schema,
    );
    expect(edgesOf(graph)).toEqual([
      "person:林秋生 holds_position place:440000 status=former title=厅长 ×1",
      "person:林秋生 holds_position place:440000 title=副省長 ×2",
    ]);
  });

  test("a date makes no edge of its own, but is kept with the sentence that gives it", () => {
    const plan = entity("plan:港口规划", "港口规划");
    const says = (date?: string) => ({
      says: [{ fact: "广东省 issues 港口规划", qualifiers: date ? { date } : undefined }],
    });
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省印发港口规划。", [guangdong, plan], says("2022-05-01")),
        documentOf("b.txt", "广东省发布港口规划。", [guangdong, plan], says("2022-04-30")),
        documentOf("c.txt", "广东省出台港口规划。", [guangdong, plan], says()),
      ],
      schema,
    );
    const [edge] = graph.edges();
    expect(graph.getEdgeAttributes(edge)).toMatchObject({
      weight: 3,
      qualifiers: {},
      dates: ["2022-04-30", "2022-05-01"],
    });
    expect(graph.getEdgeAttribute(edge, "evidence").map(({ qualifiers }) => qualifiers)).toEqual([
      { date: "2022-05-01" },
      { date: "2022-04-30" },
      undefined,
    ]);
  });

  test("a symmetric relation is one edge, whichever end is named first", () => {
    const fujian = entity("place:350000", "福建省");
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省与福建省合作。", [guangdong, fujian], {
          says: [{ fact: "广东省 cooperates_with 福建省" }],
        }),
        documentOf("b.txt", "福建省与广东省合作。", [guangdong, fujian], {
          says: [{ fact: "福建省 cooperates_with 广东省" }],
        }),
      ],
      schema,
    );
    expect(edgesOf(graph)).toEqual(["place:350000 cooperates_with place:440000 ×2"]);
  });

  test("both ends are marked in the sentence of an edge", () => {
    const fujian = entity("place:350000", "福建省");
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省与福建省合作。", [guangdong, fujian], {
          says: [{ fact: "广东省 cooperates_with 福建省" }],
        }),
      ],
      schema,
    );
    expect(graph.getEdgeAttribute(graph.edges()[0], "evidence")[0]!.marks).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  test("a relation of an entity with itself is left out, and said so", () => {
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省，广东。", [guangdong, { ...guangdong, name: "广东" }], {
          says: [{ fact: "广东省 supports 广东" }],
        }),
      ],
      schema,
    );
    expect(graph.size).toBe(0);
    expect(graph.getAttribute("problems")).toEqual([
      { where: "pages/a.txt", what: expect.stringContaining("supports") },
    ]);
  });

  test("a predicate that the schema lacks is kept, and said so", () => {
    const graph = buildGraph(
      [
        documentOf("a.txt", "广东省爱福建省。", [guangdong, entity("place:350000", "福建省")], {
          says: [{ fact: "广东省 loves 福建省" }],
        }),
      ],
      schema,
    );
    expect(edgesOf(graph)).toEqual(["place:440000 loves place:350000 ×1"]);
    expect(graph.getAttribute("problems")[0]!.what).toContain('predicate "loves"');
  });
});

describe("documents", () => {
  const one = documentOf("a.txt", "广东省下雨。", [guangdong]);

  test("a document that was read twice counts once", () => {
    expect(bytesOf([one, { ...one, path: "copy/a.txt" }])).toBe(bytesOf([{ ...one, path: "copy/a.txt" }]));
  });

  test("different documents of one id are both kept, with a problem", () => {
    const graph = buildGraph([one, documentOf("a.txt", "广东省晴。", [guangdong])], schema);
    expect(graph.getAttribute("documents").map(({ id }) => id)).toEqual(["a.txt~1", "a.txt~2"]);
    expect(graph.getNodeAttribute("place:440000", "documents")).toBe(2);
    expect(graph.getAttribute("problems")[0]!.what).toContain('id "a.txt"');
  });
});

const keys = [
  entity("person:林秋生", "林秋生"),
  entity("person:林秋生@place:440000", "林秋生"),
  entity("person:林秋生@place:350000", "林秋生"),
  entity("agency:国家发改委", "国家发改委"),
  entity("agency:国家发展和改革委员会", "國家發展和改革委員會", "国家发改委"),
  guangdong,
  taiwanese,
];

const anyDocument = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d"),
    entities: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, selector: ({ key }) => key }),
    relation: fc.record({
      from: fc.nat(),
      to: fc.nat(),
      predicate: fc.constantFrom("cooperates_with", "holds_position"),
      qualifiers: fc.constantFrom<Qualifiers | undefined>(
        undefined,
        { title: "省长" },
        { title: "省長", date: "2022" },
        { date: "2021" },
      ),
    }),
    published: fc.constantFrom(undefined, "2021-01-02", "2020"),
  })
  .map(({ id, entities, relation: { from, to, ...relation }, published }) => {
    const text = `${entities.map(({ name }) => name).join("、")}。𠀀`;
    const document = documentOf(id, text, entities, { published });
    const ends = { subject: `e${(from % entities.length) + 1}`, object: `e${(to % entities.length) + 1}` };
    return { ...document, relations: [{ ...ends, ...relation, start: 0, end: text.length, rule: "r" }] };
  });

describe("any set of documents", () => {
  const anyDocuments = fc.array(anyDocument, { maxLength: 8 });

  test("order and repetition don't change a byte", () => {
    fc.assert(
      fc.property(
        anyDocuments.chain(facts =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
        ),
        ([facts, shuffled]) => {
          expect(bytesOf([...shuffled, ...facts])).toBe(bytesOf(facts));
        },
      ),
    );
  });

  test("grouping doesn't change a byte: an increment equals a full build", () => {
    fc.assert(
      fc.property(anyDocuments, anyDocuments, anyDocuments, (a, b, c) => {
        const left = mergeFacts(mergeFacts(a, b), c);
        const right = mergeFacts(a, mergeFacts(c, b));
        expect(left).toEqual(right);
        expect(bytesOf(left)).toBe(bytesOf([...a, ...b, ...c]));
      }),
    );
  });

  test("no mention and no relation gets lost, and none is counted twice", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDocument, { selector: ({ id }) => id }), facts => {
        const graph = buildGraph(facts, schema);
        const mentioned = graph.mapNodes((_, { evidence }) => evidence.length).reduce((sum, count) => sum + count, 0);
        expect(mentioned).toBe(facts.flatMap(({ mentions }) => mentions).length);
        const said = graph.mapEdges((_, { evidence }) => evidence.length).reduce((sum, count) => sum + count, 0);
        const loops = facts
          .flatMap(({ relations }) => relations)
          .filter(({ subject, object }) => subject === object).length;
        expect(said).toBe(facts.length - loops);
      }),
    );
  });

  test("every sentence and every mark is cut from its document", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDocument, { selector: ({ id }) => id }), facts => {
        const texts = new Map(facts.map(({ id, text }) => [id, text]));
        buildGraph(facts, schema).forEachNode((_, { evidence }) => {
          for (const { document, sentence, sentence_start, marks, start, end } of evidence) {
            const text = texts.get(document)!;
            expect(text.startsWith(sentence, sentence_start)).toBe(true);
            expect(marks.map(([from, to]) => sentence.slice(from, to))).toEqual([text.slice(start, end)]);
          }
        });
      }),
    );
  });

  test("graph.json reads back as the same graph", () => {
    fc.assert(
      fc.property(anyDocuments, facts => {
        const json = bytesOf(facts);
        const graph = readGraphJson(json, "graph.json");
        expect(isPolicyGraph(graph)).toBe(true);
        expect([...graphJson(graph)].join("")).toBe(json);
      }),
    );
  });
});

describe("graph.json that is no graph", () => {
  const check = (json: string, message: RegExp) => expect(() => readGraphJson(json, "x/graph.json")).toThrow(message);

  test("says which file and what is wrong with it", () => {
    check("<graphml>", /^x\/graph\.json {2}This is not JSON/);
    check("{}", /^x\/graph\.json {2}nodes: /);
    check('{"nodes":[{"key":"a"}],"edges":[{"source":"a","target":"b"}]}', /^x\/graph\.json .*"b"/);
  });
});
