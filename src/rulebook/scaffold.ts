import type { Phase } from "../engine/rule.js";

/**
 * A file of rules that holds one rule to start from, which finds its example and leaves its counterexample alone.
 * `schemaPath` leads from the file to rules.schema.json.
 */
export function scaffold(id: string, phase: Phase, schemaPath: string): string {
  return `# yaml-language-server: $schema=${schemaPath}
# Try it: policygraph rules test ${id} --rules FOLDER. How rules are written: docs/rules.md.
phase: ${phase}
rules:
  - id: ${id}
${TEMPLATES[phase]}`;
}

const PERSON = `    says: A name behind 村支书 is a person.
    match: "村支书 {person:name}"
    gives: { mention: person, span: person }
    priority: 10
    examples:
      - { text: 村支书刘志明带我们看新路。, finds: ["person 刘志明"] }
    counterexamples:
      - { text: 村支书接待了我们。, because: No name stands behind the office. }
`;

const NAME = `    says: A place and 河长办 behind it are the name of an agency.
    match: "{place} !河长办"
    gives: { mention: agency }
    priority: 10
    examples:
      - { text: 清远市河长办公布了名单。, finds: ["agency 清远市河长办"] }
    counterexamples:
      - { text: 清远市的河长办好了这件事。, because: 河长 and 办好 are two words. }
`;

const TEMPLATES: Readonly<Record<Phase, string>> = {
  people: PERSON,
  places: `    says: A place and 粮仓巷 behind it are the name of a street.
    match: "{place} !粮仓巷"
    gives: { mention: place }
    priority: 10
    examples:
      - { text: 活动在清远市粮仓巷举行。, finds: ["place 清远市粮仓巷"] }
    counterexamples:
      - { text: 清远市的粮仓很大。, because: No street is named. }
`,
  names: NAME,
  works: `    says: A place and 河长令 behind it are the name of a plan.
    match: "{place} !河长令"
    gives: { mention: plan }
    priority: 10
    examples:
      - { text: 会上宣读了清远市河长令。, finds: ["plan 清远市河长令"] }
    counterexamples:
      - { text: 清远市的河长令人敬佩。, because: 河长 and 令人 are two words. }
`,
  relations: `    says: An agency, then 张榜公布, then a plan, means that the agency issued it.
    match: "{issuer:agency+} ~ !张榜公布 了? {plan:plan+}"
    gives: { relation: issues, from: issuer, to: plan }
    examples:
      - { text: 清远市教育局昨日张榜公布了《校园安全条例》。, finds: ["清远市教育局 issues 校园安全条例"] }
    counterexamples:
      - { text: 清远市教育局没有张榜公布《校园安全条例》。, because: It was not issued. }
`,
  indicators: `    says: 阅览座位 and a figure behind it state the figure of the subject.
    match: "indicator:(阅览座位) (达|达到|为)? !{value:quantity}"
    gives: { indicator: indicator, value: value }
    priority: 10
    examples:
      - { text: 清远市图书馆阅览座位达300个。, finds: ["清远市图书馆 阅览座位 = 300 个"] }
    counterexamples:
      - { text: 清远市图书馆阅览座位不多，300个孩子到场。, because: The figure is of something else. }
`,
};
