import { describe, expect, it } from "vitest";
import { factsOf, namesOf } from "../facts.js";

/** The entities of a page, one line each: "place 安定區". */
const entities = (text: string): readonly string[] => factsOf(text).entities.map(({ type, name }) => `${type} ${name}`);

describe("words that share a character", () => {
  it("are the place and its organ where the place is known", () => {
    expect(entities("會議在安定區公所舉行。")).toEqual(expect.arrayContaining(["agency 安定區公所", "place 安定區"]));
  });
  it("stay whole where no place is known by the name", () => {
    expect(entities("會議在寧靜的區公所舉行。").join()).not.toContain("place");
    expect(entities("东方市场广阔，东方市民很热情。")).toEqual([]);
  });
});

describe("a figure", () => {
  it("is a part of the name that ends with it", () => {
    expect(entities("昂坪360有5部纜車車廂。")).toEqual(["organization 昂坪360"]);
  });
});

describe("an ordinal", () => {
  it("is a part of the title that begins with it", () => {
    const { entities: found, relations } = factsOf("清远市委第一书记陈志英到场。");
    expect(found.map(({ name }) => name)).toContain("陈志英");
    expect(relations.map(({ qualifiers }) => qualifiers?.title)).toContain("第一书记");
  });
});

describe("a pair of places", () => {
  it("has Taiwan in 台, though cities of that name are told", () => {
    const facts = factsOf("台灣與諾魯是友邦。台中市的醫院也派人。台諾雙方簽署《漁業合作協定》。");
    const name = namesOf(facts);
    expect(
      facts.relations.filter(({ predicate }) => predicate === "signs").map(({ subject }) => name.get(subject)),
    ).toEqual(expect.arrayContaining(["台灣", "諾魯"]));
  });
});
