import { buildGraph } from "../../graph/build.js";
import { documentOf, entity, schema } from "./facts-literals.js";

const bureau = entity("agency:海城市交通局", "海城市交通局", "海城交通局");
const plan = entity("plan:公交条例", "公交条例");
const city = entity("place:210381", "海城市", "海城");
const mayor = entity("person:林秋生@place:210381", "林秋生");
const secretary = entity('person:陈"=SUM(1)', "=SUM(1)");

const notice = documentOf(
  "甲/通知 1.txt",
  "海城市交通局印发《公交条例》，海城市市长林秋生到场。",
  [bureau, plan, city, mayor],
  {
    title: '公交条例"出台"',
    published: "2022-01-02T08:00:00+08:00",
    says: [
      { fact: "海城市交通局 issues 公交条例", qualifiers: { date: "2022-01-01" } },
      { fact: "林秋生 holds_position 海城市", qualifiers: { title: "市长" } },
      { fact: "海城市交通局 governs 海城市" },
    ],
  },
);
const speech = documentOf("b.txt", "=SUM(1)在海城会见林秋生。", [city, mayor, secretary], {
  published: "2023-05",
  says: [{ fact: "=SUM(1) meets 林秋生", qualifiers: { status: "planned" } }],
});

/** A small graph with a bit of everything: figures, dates, a symmetric edge, and names that could do harm in some format. */
export const policyGraph = buildGraph(
  [
    {
      ...notice,
      url: "https://example.org/1?a=b&c",
      outlet: "海城日报",
      indicators: [
        {
          subject: "e3",
          indicator: "公交线路",
          value: 12.5,
          unit: "条",
          period: "2021",
          start: 0,
          end: 6,
          rule: "figure",
        },
      ],
    },
    speech,
  ],
  schema,
);
