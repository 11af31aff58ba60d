import { describe, expect, it } from "vitest";
import { factsOf, namesOf } from "../facts.js";

/** The relations of a page, one line each: "A visits B 2025-08". */
function relations(text: string, published?: string): readonly string[] {
  const facts = factsOf(text, published);
  const name = namesOf(facts);
  return facts.relations.map(({ subject, predicate, object, qualifiers }) =>
    [name.get(subject), predicate, name.get(object), qualifiers?.date ?? ""].join(" ").trim(),
  );
}

describe("what a body governs that its name does not tell", () => {
  it("is the region that the page is about, where that has a government of its own", () => {
    expect(relations("澳門很近。本港市民歡迎。香港很好，香港更好，特區政府將會努力。")).toContain(
      "特區政府 governs 香港",
    );
    expect(relations("本港很好，政府將會努力。").join()).not.toContain("governs");
  });
  it("is the state named right before the congress, and none that is named elsewhere", () => {
    expect(relations("中国全国人大愿同各国往来。")).toContain("全国人大 governs 中国");
    expect(relations("中国代表团访问全国人大。").join()).not.toContain("全国人大 governs");
  });
});

describe("where a known water lies", () => {
  it("is the region that the sentence names before it, and none of the sentence before", () => {
    expect(relations("香港和澳门很近，维多利亚港很美。")).toContain("维多利亚港 located_in 香港");
    expect(relations("香港很好。他喜欢维多利亚港。").join()).not.toContain("located_in");
  });
});

describe("a bureau called by its government", () => {
  it("is a part of that government, and one with the bureau that the page names in full", () => {
    const text = "發稿單位：都市發展局。市府都發局說明，本案位於臺南市。";
    expect(relations(text)).toContain("臺南市政府都發局 part_of 臺南市政府");
    expect(factsOf(text).entities.find(({ name }) => name === "臺南市政府都發局")?.aliases).toContain("都市發展局");
  });
});

describe("districts that begin like one of another city", () => {
  it("are those of the city before them", () => {
    expect(relations("他到臺南市北區參觀。")).toContain("臺南市北區 located_in 臺南市");
    expect(relations("臺南市南區區公所今天舉辦活動。")).toContain("臺南市南區區公所 governs 臺南市南區");
    expect(relations("活动在青岛市市南区举行。")).toContain("市南区 located_in 青岛市");
  });
});

describe("what the name of a site shows", () => {
  it("is the city with whose name a known site begins", () => {
    expect(relations("会议在北京人民大会堂开幕。")).toContain("北京人民大会堂 located_in 北京");
  });
  it("is the province that holds the place in its name", () => {
    expect(relations("新疆喀什古城很热闹。")).toContain("喀什古城 located_in 新疆");
    expect(relations("江西喀什古城很热闹。").join()).not.toContain("喀什古城 located_in 江西");
  });
  it("is no place where the site does not lie", () => {
    expect(relations("他到山西宮參拜。").join()).not.toContain("located_in");
    expect(relations("西安咸阳国际机场客流增长。").join()).not.toContain("located_in 西安");
  });
  it("is the body of which a branch or an institute is, and none where the firm's form is all that follows", () => {
    expect(relations("中国石化九江分公司说，成绩很好。")).toContain("中国石化九江分公司 part_of 中国石化");
    expect(relations("中石化公司说，成绩很好。中石化代表团参观广州大学附属中学。").join()).not.toContain("part_of");
  });
  it("is the congress of which a known committee is", () => {
    expect(relations("全国人大财政经济委员会的委员到场。")).toContain("全国人大财政经济委员会 part_of 全国人大");
  });
  it("is the council of which a committee is", () => {
    expect(relations("香港的立法會交通事務委員會委員陳志英到場。")).toContain("立法會交通事務委員會 part_of 立法會");
  });
  it("is no whole of which a union or the alumni were a part", () => {
    expect(relations("中国工商银行工会和清华大学校友会参加。").join()).not.toContain("part_of");
  });
  it("is no government where a court or the committee of a park bears the name", () => {
    const governed = relations("案件在東區裁判法院審理。文件送青岛高科技工业园管委会。").filter(one =>
      one.includes("governs"),
    );
    expect(governed).toEqual([]);
  });
});

describe("what the name of a plan or of a line shows", () => {
  it("is the place with which a known plan begins, within title marks and without", () => {
    expect(relations("当局实施《香港国安法》。")).toContain("香港国安法 covers 香港");
    expect(relations("会议强调京津冀协同发展。")).toContain("京津冀协同发展 covers 京津冀");
  });
  it("is both ends of a power line, which lies in neither", () => {
    const said = relations("清远至广州±800千伏特高压直流输电线路工程贯通。");
    expect(said).toContain("清远至广州±800千伏特高压直流输电线路工程 connects 清远");
    expect(said).toContain("清远至广州±800千伏特高压直流输电线路工程 connects 广州");
    expect(said.join()).not.toContain("located_in 清远");
  });
  it("is where the building of a bridge goes on", () => {
    expect(relations("清远市北江四桥大桥工程开工。")).toContain("清远市北江四桥大桥工程 located_in 清远市");
  });
});

describe("places side by side", () => {
  it("lie one in the other, also behind 的 where both are known", () => {
    expect(relations("他在广东清远市工作。")).toContain("清远市 located_in 广东");
    expect(relations("他在清远的清城区、英德市工作。")).toEqual(["清城区 located_in 清远", "英德市 located_in 清远"]);
    expect(relations("加拿大安大略省的多伦多开会。")).toContain("多伦多 located_in 安大略省");
    expect(relations("清远的广州市代表到场。").join()).not.toContain("located_in");
  });
});

describe("the day of what is told without one", () => {
  it("is that of the tour, or the month of a tour of several days", () => {
    expect(relations("2025年8月20日，陈志英到清远市调研。他回来了。陈志英来到佛冈县。")).toContain(
      "陈志英 visits 佛冈县 2025-08-20",
    );
    expect(relations("2025年8月20日至22日，陈志英到清远市调研。他回来了。陈志英来到佛冈县。")).toContain(
      "陈志英 visits 佛冈县 2025-08",
    );
  });
  it("is none of another time, nor of a tour that is still to come", () => {
    expect(relations("2024年3月5日，陈志英到清远市考察。三年前陈志英曾视察佛冈县。")).toContain("陈志英 visits 佛冈县");
    expect(relations("2024年3月8日，陈志英将访问广州市。陈志英视察横琴新区。")).toContain("陈志英 visits 横琴新区");
  });
  it("is told by the days that stand at the beginning of a page as elsewhere, and by none where they are of two months", () => {
    const rest = "大家听取汇报，研究问题，交流经验，互相学习，共同进步，气氛热烈。".repeat(4);
    expect(relations(`2025年8月20日至22日，陈志英到清远市调研。陈志英来到佛冈县。${rest}`)).toContain(
      "陈志英 visits 佛冈县 2025-08",
    );
    expect(relations("2025年8月30日至9月2日，陈志英到清远市调研。陈志英来到佛冈县。")).toContain(
      "陈志英 visits 佛冈县",
    );
  });
  it("is none before the tour, and none of somebody else", () => {
    expect(relations("陈志英来到佛冈县。2025年8月20日，陈志英到清远市调研。")).toContain("陈志英 visits 佛冈县");
    expect(relations("2025年8月20日，陈志英到清远市调研。李建国来到佛冈县。")).toContain("李建国 visits 佛冈县");
  });
  it("is that of the sentence in which the event stands", () => {
    expect(relations("进博会2024年3月5日在上海开幕。大家高兴。陈志英出席活动。")).toContain(
      "陈志英 participates_in 进博会 2024-03-05",
    );
    expect(relations("进博会3月5日至6日在上海开幕，8日闭幕。陈志英出席活动。", "2024-03-08")).toContain(
      "陈志英 participates_in 进博会",
    );
  });
  it("is told once where one day is named twice", () => {
    expect(relations("由文化部主办的第五届漂流文化节今天（12月18日）开幕。", "2022-12-18")).toContain(
      "文化部 launches 第五届漂流文化节 2022-12-18",
    );
  });
  it("of a party that calls on somebody is the first that the page names, or the day when it came out", () => {
    const callers = "訪賓一行由教育局局長李建國陪同，前來晉見總統。";
    expect(relations(`蔡英文總統2021年8月3日上午說好。9月5日再談。${callers}`)).toContain(
      "蔡英文 meets 李建國 2021-08-03",
    );
    expect(relations(`蔡英文總統上午接見外賓。${callers}`, "2021-08-03")).toContain("蔡英文 meets 李建國 2021-08-03");
    expect(relations(`蔡英文總統接見外賓。${callers}`, "2021-08-03")).toContain("蔡英文 meets 李建國");
  });
});
