import { describe, expect, test } from "vitest";
import { isDeictic, joinEntities, type KeyedEntity } from "../../graph/join.js";

/** "key = name, name / alias, alias in document, document" */
function keyed(line: string): KeyedEntity {
  const [, key, names, aliases, documents] = /^(\S+) = ([^/]*?)(?: \/ (.*?))? in (.*)$/.exec(line)!;
  const list = (text = "") => new Set(text.split(", ").filter(Boolean));
  return {
    key: key!,
    type: key!.split(":")[0]!,
    names: list(names),
    aliases: list(aliases),
    documents: list(documents),
  };
}

function check(lines: readonly string[], expected: Record<string, string>): void {
  for (const order of [lines, [...lines].reverse()]) {
    const joins = joinEntities(order.map(keyed));
    expect(Object.fromEntries([...joins].map(([key, { into }]) => [key, into]))).toEqual(expected);
  }
}

describe("a name without a place", () => {
  const unplaced = "person:林秋生 = 林秋生 in a";

  test("joins the only one that has a place", () => {
    check([unplaced, "person:林秋生@place:440000 = 林秋生 in b"], { "person:林秋生": "person:林秋生@place:440000" });
  });

  test("joins none of two", () => {
    check([unplaced, "person:林秋生@place:440000 = 林秋生 in b", "person:林秋生@place:350000 = 林秋生 in c"], {});
  });

  test("stays apart when one document names both", () => {
    check([unplaced, "person:林秋生@place:440000 = 林秋生 in a, b"], {});
  });
});

describe("a short form", () => {
  const full = "agency:国家发展和改革委员会 = 国家发展和改革委员会 / 国家发改委, 发改委 in a";

  test("joins the only one that documents use it for", () => {
    check([full, "agency:国家发改委 = 国家发改委 in b"], { "agency:国家发改委": "agency:国家发展和改革委员会" });
  });

  test("says why", () => {
    const joins = joinEntities([full, "agency:国家发改委 = 国家发改委 in b"].map(keyed));
    expect(joins.get("agency:国家发改委")!.joined).toMatchObject({
      rule: "abbreviation-of-only-one",
      because: '"国家发改委" is an alias of agency:国家发展和改革委员会, and of no other agency.',
    });
  });

  test("that drops the beginning could be anyone's", () => {
    check([full, "agency:发改委 = 发改委 in b"], {});
  });

  test("of two joins neither", () => {
    check(
      [
        "organization:东华大学 = 东华大学 / 东大 in a",
        "organization:东南大学 = 东南大学 / 东大 in b",
        "organization:东大 = 东大 in c",
      ],
      {},
    );
  });

  test("of another type is another thing", () => {
    check(["place:310000 = 上海市 / 上海 in a", "organization:上海 = 上海 in b"], {});
  });

  test("that points into its document joins nothing elsewhere", () => {
    check(["agency:市住房局 = 市住房局 / 市房局 in a", "agency:市房局 = 市房局 in b"], {});
  });

  test("of a Chinese person's name says too little", () => {
    check(["person:林秋生 = 林秋生 / 林生 in a", "person:林生 = 林生 in b"], {});
  });

  test("of a foreign name is its last part", () => {
    check(["person:安娜·科瓦奇 = 安娜·科瓦奇 / 科瓦奇 in a", "person:科瓦奇 = 科瓦奇 in b"], {
      "person:科瓦奇": "person:安娜·科瓦奇",
    });
  });

  test("of a short form ends at the longest", () => {
    check(
      [
        "agency:国家发展和改革委员会 = 国家发展和改革委员会 / 国家发展改革委 in a",
        "agency:国家发展改革委 = 国家发展改革委 / 国家发改委 in b",
        "agency:国家发改委 = 国家发改委 in c",
      ],
      { "agency:国家发展改革委": "agency:国家发展和改革委员会", "agency:国家发改委": "agency:国家发展和改革委员会" },
    );
  });

  test("stays apart from a chain that one document contradicts", () => {
    check(
      [
        "agency:国家发展和改革委员会 = 国家发展和改革委员会 / 国家发展改革委 in a",
        "agency:国家发展改革委 = 国家发展改革委 / 国家发改委 in b",
        "agency:国家发改委 = 国家发改委 in a",
      ],
      { "agency:国家发展改革委": "agency:国家发展和改革委员会" },
    );
  });
});

test("names that need their document to say whom they mean", () => {
  const deictic = ["本市", "该局", "全省", "市政府", "省委", "区委", "两地", "我国"];
  const own = ["市北区政府", "全国人大", "国务院", "市场监管总局", "州际公司"];
  expect(deictic.filter(isDeictic)).toEqual(deictic);
  expect(own.filter(isDeictic)).toEqual([]);
});
