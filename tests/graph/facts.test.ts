import { describe, expect, test } from "vitest";
import { parseFacts, readFacts } from "../../graph/facts.js";
import { documentOf, entity } from "./facts-literals.js";

const record = documentOf("a.txt", "广东省下雨。", [entity("place:440000", "广东省")], { title: "天气" });

function faultOf(change: object): string {
  try {
    parseFacts(JSON.stringify({ ...record, ...change }), "out/facts.jsonl:7");
    return "no fault";
  } catch (error) {
    return (error as Error).message;
  }
}

test("a record reads back as it was written", async () => {
  const lines = [JSON.stringify(record), "", JSON.stringify({ ...record, id: "b.txt" })];
  const read = await collected(readFacts(lines, "facts.jsonl"));
  expect(read).toEqual([record, { ...record, id: "b.txt" }]);
});

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("a faulty record says where it is and what to do", () => {
  test("no JSON", () => {
    expect(() => parseFacts("{", "facts.jsonl:3")).toThrow(
      /^facts\.jsonl:3 {2}This line is not JSON .*policygraph extract/,
    );
  });

  test("a field is missing or of another type", () => {
    expect(faultOf({ text: undefined })).toMatch(/^out\/facts\.jsonl:7 {2}text: .*string/);
    expect(faultOf({ entities: [{ ...record.entities[0], name: 3 }] })).toContain("entities[0].name:");
  });

  test("a mention of an entity that isn't there", () => {
    expect(faultOf({ mentions: [{ ...record.mentions[0], entity: "e9" }] })).toContain(
      'mentions[0] names the entity "e9"',
    );
  });

  test("an offset behind the text", () => {
    expect(faultOf({ mentions: [{ ...record.mentions[0], end: 99 }] })).toContain(
      "mentions[0] runs from 0 to 99, in a text of length 6",
    );
  });

  test("the line is counted with empty lines", async () => {
    await expect(collected(readFacts(["", JSON.stringify(record), "[]"], "f"))).rejects.toThrow(/^f:3 /);
  });
});
