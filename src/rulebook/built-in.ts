/** What the program finds without a rule of the rulebook, because it needs the whole document or the gazetteers. */
export interface BuiltInRule {
  /** As it stands under `rule` in facts. */
  readonly id: string;
  readonly says: string;
  readonly example: { readonly text: string; readonly finds: readonly string[] };
  readonly counterexample: { readonly text: string; readonly because: string };
}

/** All of them, in the order in which they run. */
export const BUILT_IN_RULES: readonly BuiltInRule[] = [
  ...[
    gazetteer("place", "北江流经清远市。", "place 清远市", "这里山清水秀，路远人稀。"),
    gazetteer("agency", "教育部发布消息。", "agency 教育部", "这次教育部署得当。"),
    gazetteer("organization", "新华社播发了消息。", "organization 新华社", "新华丽的会场布置好了。"),
    gazetteer("zone", "雄安新区迎来五周年。", "zone 雄安新区", "新区的道路通车了。"),
    gazetteer("plan", "“一带一路”倡议提出十年。", "plan “一带一路”倡议", "这里有一带树林，一路花香。"),
    gazetteer("project", "旅客从大兴国际机场出发。", "project 大兴国际机场", "机场的人很多。"),
    gazetteer("event", "进博会在上海举行。", "event 进博会", "我们都有进步，都博得了掌声。"),
  ],
  {
    id: "place-pair",
    says: "One-character names of places side by side stand for these places, where the document or common usage supports each.",
    example: { text: "广州市与清远市签约。广清两市共建广清城际。", finds: ["place-pair 广清两市"] },
    counterexample: { text: "广泛清理河道。", because: "No place is meant." },
  },
  {
    id: "place-side",
    says: "One character before 方 is the country of that name that the document names.",
    example: { text: "吉布提总统抵达北京。会谈中，双方感谢吉方的支持。", finds: ["place-side 吉方"] },
    counterexample: { text: "我们在北方见面。", because: "北方 is a direction." },
  },
  {
    id: "person-named-before",
    says: "The bare name of a person whom the document introduces elsewhere is that person.",
    example: { text: "副市长朱伟出席会议。会后大家跟着朱伟回到村里。", finds: ["person-named-before 朱伟"] },
    counterexample: { text: "副市长朱伟出席会议。会后大家跟着他回到村里。", because: "No name stands there." },
  },
  {
    id: "work-named-before",
    says: "A plan, project or event that was read with marks around its name is read again without them.",
    example: { text: "《碧水行动》写得好。大家赞成碧水行动的做法。", finds: ["work-named-before 碧水行动"] },
    counterexample: { text: "大家赞成这个规划。", because: "Nothing of that name was read before." },
  },
  {
    id: "person-anaphor",
    says: "他, 她 and a title alone stand for the person of whom the text spoke last.",
    example: { text: "副市长陈志英出席会议。他表示，大家辛苦了。", finds: ["person-anaphor 他"] },
    counterexample: { text: "他表示，大家辛苦了。", because: "Nobody was named before." },
  },
  {
    id: "place-anaphor",
    says: "该市, 本省, 两地 stand for the place, or the pair of places, that the document means by it.",
    example: { text: "清远市开会。该市面积很大。", finds: ["place-anaphor 该市"] },
    counterexample: { text: "该市面积很大。", because: "No city was named before." },
  },
  {
    id: "agency-anaphor",
    says: "该局, 会议 stand for the body that was named last, or that held the meeting.",
    example: { text: "清远市教育局发布消息。该局强调，大家辛苦了。", finds: ["agency-anaphor 该局"] },
    counterexample: { text: "该局强调，大家辛苦了。", because: "No body was named before." },
  },
  {
    id: "event-anaphor",
    says: "本次活动, 本赛事 and 今次峰会 stand for the event that was named last, or the last that is called so.",
    example: { text: "第五届漂流文化节今天开幕。本次活动很热闹。", finds: ["event-anaphor 本次活动"] },
    counterexample: { text: "本次活动很热闹。", because: "No event was named before." },
  },
  {
    id: "place-at-head",
    says: "The place with which the name of an event or a zone in the gazetteers begins is named, too.",
    example: { text: "陈志英出席杭州亚运会。", finds: ["place-at-head 杭州"] },
    counterexample: { text: "陈志英出席亚洲冬季运动会。", because: "A continent tells whose games they are." },
  },
  {
    id: "own-place",
    says: "我国 is the country that the page is of, and 本港 is Hong Kong, also where the name does not stand in the page.",
    example: { text: "孙玉菡说，本港去年旅客达到4500万人次。", finds: [] },
    counterexample: { text: "贵国的港口很多。", because: "Another country is addressed." },
  },
  {
    id: "agency-name-shows-place",
    says: "The organ whose name begins with a place governs the place.",
    example: { text: "清远市政府开会。", finds: ["清远市政府 governs 清远市"] },
    counterexample: {
      text: "中国驻日本大使馆和上海合作组织在上海开会。",
      because: "Embassies and bodies of several states govern no place.",
    },
  },
  {
    id: "agency-name-shows-whole",
    says: "The agency whose name begins with that of another is part of it.",
    example: { text: "教育部办公厅印发通知。", finds: ["教育部办公厅 part_of 教育部"] },
    counterexample: { text: "臺南市教育局說明。", because: "Only a place stands before the office." },
  },
  {
    id: "body-name-shows-whole",
    says: "The body whose name begins with the name of another body of the document is part of it.",
    example: {
      text: "中山大学举行仪式。中山大学附属医院派人参加。",
      finds: ["中山大学附属医院 part_of 中山大学"],
    },
    counterexample: {
      text: "中山大学举行仪式。中山医院派人参加。",
      because: "The hospital's name begins with a place.",
    },
  },
  shows("organization", "清远市图书馆开放了。", "清远市图书馆 located_in 清远市", "广西代表团抵达。"),
  shows("zone", "清远市高新技术产业开发区揭牌。", "清远市高新技术产业开发区 located_in 清远市", "高新区的企业很多。"),
  shows("event", "第三届广州国际茶叶博览会开幕。", "第三届广州国际茶叶博览会 located_in 广州", "进博会开幕。"),
  shows(
    "project",
    "清远市妇女儿童活动中心项目开工。",
    "清远市妇女儿童活动中心项目 located_in 清远市",
    "南水北调工程通水。",
  ),
  shows("place", "清远市北江公园开放。", "清远市北江公园 located_in 清远市", "商店在上海的山东路上。"),
  {
    id: "line-name-shows-places",
    says: "A line whose name holds places reaches them.",
    example: { text: "广州清远城际铁路通车。", finds: ["广州清远城际铁路 connects 清远"] },
    counterexample: { text: "广州科技馆新馆工程开工。", because: "It is no line." },
  },
  {
    id: "plan-title-shows-what-it-covers",
    says: "A plan covers the zone or project in its title; where there is none, the place that its title begins with.",
    example: { text: "《清远市港口岸线规划》公布了。", finds: ["清远市港口岸线规划 covers 清远市"] },
    counterexample: { text: "《港口岸线规划》公布了。", because: "The title names no place." },
  },
  {
    id: "notice-title-shows-issuer",
    says: "The bodies with which the title of a notice begins issue it.",
    example: {
      text: "清远市人民政府关于加强河道管理的通知\n\n各县人民政府：\n请认真执行。",
      finds: ["清远市人民政府 issues 清远市人民政府关于加强河道管理的通知"],
    },
    counterexample: { text: "加强河道管理的通知写得很好。", because: "No body stands in the title." },
  },
  {
    id: "agency-of-named-place",
    says: "A 特区政府 governs the one of its regions that the page names most often, and the congress China, where that stands right before it.",
    example: { text: "中国全国人大的代表团到访。", finds: ["全国人大 governs 中国"] },
    counterexample: { text: "中国外交部称赞全国人大。", because: "The country is named with another body." },
  },
  {
    id: "place-known-to-lie",
    says: "A water or a site lies where the gazetteer has it, in a sentence that names that city or region before it.",
    example: { text: "香港最好看的是维多利亚港。", finds: ["维多利亚港 located_in 香港"] },
    counterexample: { text: "他喜欢维多利亚港。", because: "The region is not named." },
  },
  {
    id: "place-chain",
    says: "Of two places side by side the second lies in the first, where the gazetteer has it so.",
    example: { text: "活动在清远市清城区举行。", finds: ["清城区 located_in 清远市"] },
    counterexample: { text: "他去了广州清远。", because: "清远 does not lie in 广州." },
  },
];

function gazetteer(type: string, text: string, fact: string, near: string): BuiltInRule {
  return {
    id: `${type}-in-gazetteer`,
    says: `A name that the gazetteers hold for a ${type}; a short form that is a common word too counts where the document supports it.`,
    example: { text, finds: [fact] },
    counterexample: { text: near, because: "The characters are parts of other words." },
  };
}

function shows(type: string, text: string, fact: string, near: string): BuiltInRule {
  return {
    id: `${type}-name-shows-place`,
    says: `The ${type} whose name begins with a place lies there.`,
    example: { text, finds: [fact] },
    counterexample: { text: near, because: "The name begins with no place." },
  };
}
