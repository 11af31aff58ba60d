import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Fault, RuleFaults } from "../../src/engine/faults.js";
import { loadKnowledge } from "../../src/engine/load.js";
import { normalizeText } from "../../src/normalize/index.js";
import { policygraph, temporaryFolder } from "../cli/program.js";

/** A rule without faults, one element a line: tests break one of them. */
const RULE = {
  id: "  - id: agency-issues-plan",
  says: "    says: An agency issues a plan.",
  match: '    match: "{issuer:agency} ~ !印发 {plan:plan}"',
  unless: '    unless: { before: "{place}" }',
  gives: "    gives: { relation: issues, from: issuer, to: plan }",
  examples: '    examples: [{ text: 市政府印发《规划》。, finds: ["市政府 issues 规划"] }]',
  counterexamples: "    counterexamples: [{ text: 市政府拟印发《规划》。, because: Not yet. }]",
};

const packWith = (changes: Partial<typeof RULE>): string =>
  ["phase: relations", "rules:", ...Object.values({ ...RULE, ...changes }).filter(Boolean)].join("\n");

describe("a broken rule is told of with its line, what is wrong, and a hint", () => {
  it.each<[what: string, pack: string, fault: Partial<Fault>]>([
    ["YAML", "rules: [", { line: 1, hint: expect.stringContaining("Mend the YAML") }],
    ["a key twice", "phase: people\nphase: names", { line: 2, what: expect.stringContaining("unique") }],
    [
      "an unknown key",
      packWith({ says: "    say: An agency issues a plan." }),
      { line: 3, what: expect.stringContaining("say") },
    ],
    ["no example", packWith({ examples: "" }), { what: expect.stringContaining("rules.0.examples") }],
    [
      "no counterexample",
      packWith({ counterexamples: "    counterexamples: []" }),
      { line: 9, what: expect.stringContaining("near miss") },
    ],
    ["an id", packWith({ id: "  - id: Agency_Issues" }), { line: 3, what: expect.stringContaining("kebab-case") }],
    ["a phase", packWith({}).replace("relations", "verbs"), { line: 1, what: expect.stringContaining("phase") }],
    ["no phase", packWith({}).replace("phase: relations\n", ""), { line: 2, what: "agency-issues-plan: no phase" }],
    [
      "a pattern without quotation marks",
      packWith({ match: "    match: {issuer:agency} 印发" }),
      { line: 5, hint: expect.stringContaining("quotation marks") },
    ],
    [
      "an open bracket",
      packWith({ match: '    match: "{issuer:agency} !(印发 {plan:plan}"' }),
      { line: 5, what: expect.stringContaining('"(" is not closed at column 18') },
    ],
    [
      "an open class",
      packWith({ match: '    match: "{issuer:agency} 印发 {plan:plan"' }),
      { line: 5, hint: 'Add the missing "}".' },
    ],
    [
      "a bad class",
      packWith({ match: '    match: "{issuer:Agency!} 印发 {plan:plan}"' }),
      { line: 5, what: expect.stringContaining('"{issuer:Agency!}" is no class') },
    ],
    [
      "an empty pattern",
      packWith({ match: '    match: ""' }),
      { line: 5, what: expect.stringContaining("the pattern is empty") },
    ],
    [
      "a sign without an element",
      packWith({ match: '    match: "{issuer:agency} 印发 ? {plan:plan}"' }),
      { line: 5, hint: "A quantifier needs something before it." },
    ],
    [
      "no anchor",
      packWith({
        match: '    match: "发? ~"',
        gives: "    gives: { mention: plan }",
      }),
      { line: 5, what: expect.stringContaining("nothing tells where to try it") },
    ],
    [
      "an unknown entry of a gazetteer",
      packWith({ gives: "    gives: { relation: issues, from: place:XX, to: plan }" }),
      { line: 7, what: expect.stringContaining('no gazetteer has the key "place:XX"') },
    ],
    [
      "a name given twice",
      packWith({ match: '    match: "{plan:agency} 印发 {plan:plan}"' }),
      { line: 5, what: expect.stringContaining('"plan" is given twice') },
    ],
    [
      "an unknown list",
      packWith({ match: '    match: "{issuer:agency} <issue-verbs> {plan:plan}"' }),
      { line: 5, what: "agency-issues-plan: there is no list <issue-verbs>" },
    ],
    [
      "an unknown class",
      packWith({ match: '    match: "{issuer:agencies} 印发 {plan:plan}"' }),
      { line: 5, what: "agency-issues-plan: there is no class {agencies}" },
    ],
    [
      "an unknown class in unless",
      packWith({ unless: '    unless:\n      before: ["{place}", "{plaice}"]' }),
      { line: 7, what: "agency-issues-plan: there is no class {plaice}" },
    ],
    [
      "an unknown capture",
      packWith({ gives: "    gives: { relation: issues, from: agency, to: plan }" }),
      { line: 7, what: expect.stringContaining('"agency" is no capture') },
    ],
    [
      "an unknown predicate",
      packWith({ gives: "    gives: { relation: issue, from: issuer, to: plan }" }),
      { line: 7, hint: expect.stringContaining("issues") },
    ],
    [
      "an unknown qualifier",
      packWith({ gives: "    gives: { relation: issues, from: issuer, to: plan, titel: plan }" }),
      { line: 7, what: expect.stringContaining('"titel" is no qualifier of issues') },
    ],
    [
      "an unknown type",
      packWith({ gives: "    gives: { mention: law }" }),
      { line: 7, hint: expect.stringContaining("plan") },
    ],
    [
      "a line that is no fact",
      packWith({ examples: "    examples:\n      - text: 市政府印发《规划》。\n        finds: [市政府 发布 规划]" }),
      { line: 10, what: expect.stringContaining('"市政府 发布 规划" is no fact') },
    ],
    [
      "an unknown member of a class",
      "classes:\n  body:\n    - agency\n    - agencies",
      { line: 4, what: expect.stringContaining('"agencies", which is no class') },
    ],
  ])("%s", (_, pack, fault) => {
    expect(faultsOf({ "pack.yaml": pack })).toContainEqual({
      file: expect.stringMatching(/pack\.yaml$/),
      line: expect.any(Number),
      what: expect.any(String),
      hint: expect.stringMatching(/\S/),
      ...fault,
    });
  });

  it("and the rule that the tests break has no fault itself", () => {
    expect(faultsOf({ "pack.yaml": packWith({}) })).toEqual([]);
  });
});

const HEAD = "key\tname\taliases\tweak\ttype\tkind\twithin";

describe("a broken gazetteer is told of", () => {
  it.each<[what: string, table: string, fault: Partial<Fault>]>([
    ["a column", "key\tname\ttype\nx:1\t甲\tplace", { line: 1, what: 'the table has no column "aliases"' }],
    ["an empty cell", `${HEAD}\nx:1\t\t\t\tplace\tcity\t`, { line: 2, what: "an entry without key, name or type" }],
    ["too many cells", `${HEAD}\nx:1\t甲\t\t\tplace\tcity\t\t乙`, { line: 2, what: "8 cells in a table of 7 columns" }],
    [
      "an unknown type",
      `# towns\n${HEAD}\nx:1\t甲\t\t\ttown\tcity\t`,
      { line: 3, what: 'x:1: "town" is no entity type' },
    ],
    [
      "an unknown holder",
      `${HEAD}\nx:1\t甲\t\t\tplace\tcity\tx:9`,
      { line: 2, what: 'x:1: no entry has the key "x:9"' },
    ],
    [
      "a key given twice",
      `${HEAD}\nx:1\t甲\t\t\tplace\tcity\t\nx:1\t乙\t\t\tplace\tcity\t`,
      { line: 3, what: expect.stringMatching(/^x:1: the key names 甲 in .*towns\.tsv:2$/) },
    ],
  ])("%s", (_, table, fault) => {
    expect(faultsOf({ "gazetteers/towns.tsv": table })).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching(/towns\.tsv$/), ...fault }),
    );
  });
});

describe("a broken schema is told of", () => {
  it.each<[what: string, change: [string, string], fault: Partial<Fault>]>([
    ["a colour", ["#3b7a57", "green"], { line: 2, what: expect.stringContaining('"#rrggbb"') }],
    ["a missing script", [", zh-Hans: 文件", ""], { line: 4, what: expect.stringContaining("zh-Hans") }],
    [
      "a sentence without its ends",
      ['"{from} issues {to}"', "issued"],
      { line: 8, what: expect.stringContaining("{from} and {to}") },
    ],
    [
      "a domain that is no type",
      ["domain: [agency]", "domain: [bureau]"],
      { line: 9, what: 'issues: "bureau" is no entity type' },
    ],
    [
      "an id given twice",
      ["id: plan", "id: agency"],
      { line: 4, what: expect.stringMatching(/^types: the id "agency" is taken by .*schema\.yaml:3$/) },
    ],
  ])("%s", (_, [from, to], fault) => {
    expect(SCHEMA).toContain(from);
    expect(faultsOf({ "schema.yaml": SCHEMA.replace(from, to) })).toContainEqual(
      expect.objectContaining({
        file: expect.stringMatching(/schema\.yaml$/),
        hint: expect.stringMatching(/\S/),
        ...fault,
      }),
    );
  });

  it("and none at all, too", () => {
    expect(() => loadKnowledge([temporaryFolder()], normalizeText)).toThrow(/there is no schema\.yaml/);
  });
});

it("two rules of one id are told apart by their files", () => {
  const faults = faultsOf({ "a.yaml": packWith({}), "b.yaml": packWith({}) });
  expect(faults).toEqual([
    expect.objectContaining({ line: 3, what: expect.stringMatching(/"agency-issues-plan" is taken by .*a\.yaml:3/) }),
  ]);
});

it("policygraph tells of all faults at once, before the first page, and ends with status 1", async () => {
  const folder = temporaryFolder();
  const [first, second] = [
    packWith({ match: '    match: "{issuer:agency} <no-list> {plan:plan}"' }),
    packWith({ examples: "" }),
  ];
  write(folder, {
    "first.yaml": first,
    "second.yaml": second,
    "gazetteers/towns.tsv": `${HEAD}\nx:1\t甲\t\t\ttown\tcity\t`,
  });
  const { status, stdout, stderr } = await policygraph(["extract", "examples/pages", "--rules", folder]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/first\.yaml:5 {2}agency-issues-plan: there is no list <no-list>\n {4}\S/);
  expect(stderr).toMatch(/second\.yaml:\d+ {2}rules\.0\.examples/);
  expect(stderr).toMatch(/towns\.tsv:2 {2}x:1: "town" is no entity type\n {4}Types are: place/);
});

const SCHEMA = `types:
  - { id: place, color: "#3b7a57", label: { en: Place, zh-Hant: 地點, zh-Hans: 地点 } }
  - { id: agency, color: "#2f5fa8", label: { en: Agency, zh-Hant: 機關, zh-Hans: 机关 } }
  - { id: plan, color: "#b08a00", label: { en: Plan, zh-Hant: 文件, zh-Hans: 文件 } }
predicates:
  - id: issues
    label: { en: issues, zh-Hant: 發布, zh-Hans: 发布 }
    sentence: { en: "{from} issues {to}", zh-Hant: "{from}發布{to}", zh-Hans: "{from}发布{to}" }
    domain: [agency]
    range: [plan]
    symmetric: false
    qualifiers: [date]
`;

/** The faults of a small rulebook of these files. */
function faultsOf(files: Readonly<Record<string, string>>): readonly Fault[] {
  const folder = temporaryFolder();
  write(folder, { "schema.yaml": SCHEMA, ...files });
  try {
    loadKnowledge([folder], normalizeText);
    return [];
  } catch (error) {
    if (error instanceof RuleFaults) return error.faults;
    throw error;
  }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
