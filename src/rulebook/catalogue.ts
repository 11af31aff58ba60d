import { type Gives, PHASES, type Phase, type Rule } from "../engine/rule.js";
import { BUILT_IN_RULES, type BuiltInRule } from "./built-in.js";

/**
 * The catalogue of all rules, in Markdown: what each says, its pattern, its examples and counterexamples. The heading of a
 * rule is its id, so that "#agency-issues-plan" leads there.
 */
export function catalogue(rules: readonly Rule[]): string {
  const phases = PHASES.flatMap(phase =>
    phaseText(
      phase,
      rules.filter(rule => rule.phase === phase),
    ),
  );
  return [HEAD, contents(rules), ...phases, BUILT_IN, ...BUILT_IN_RULES.map(builtInText)].join("\n\n").concat("\n");
}

const HEAD = `# Rule catalogue

Every fact names the rule behind it; here is what each rule says. This file is made from the rules themselves, by
\`npm run catalogue\`. ✓ is an example, with what is found in it; ✗ is a near miss that the rule leaves alone, and why.
How rules are written: [rules.md](rules.md).`;

const BUILT_IN = `## Without a rule

What the program finds by itself, because it needs the gazetteers or the whole document.`;

const TITLES: Readonly<Record<Phase, string>> = {
  places: "Places",
  people: "People",
  names: "Agencies, organizations and zones",
  works: "Plans, projects and events",
  relations: "Relations",
  indicators: "Figures",
};

function contents(rules: readonly Rule[]): string {
  const groups = PHASES.map(phase => [TITLES[phase], rules.filter(rule => rule.phase === phase)] as const);
  const all: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ...groups,
    ["Without a rule", BUILT_IN_RULES],
  ];
  return all.map(([title, group]) => `- ${title}: ${group.map(({ id }) => `[${id}](#${id})`).join(", ")}`).join("\n");
}

function phaseText(phase: Phase, rules: readonly Rule[]): string[] {
  return rules.length > 0 ? [`## ${TITLES[phase]}`, ...rules.map(ruleText)] : [];
}

function ruleText(rule: Rule): string {
  const unless = Object.entries(rule.unlessSources).flatMap(([kind, sources]) =>
    sources.map(one => `unless ${kind} ${one}`),
  );
  const code = [
    ...rule.sources,
    ...unless,
    ...rule.gives.map(givesText),
    ...(rule.priority === 0 ? [] : [`priority ${rule.priority}`]),
  ];
  return [
    `### ${rule.id}`,
    `${plain(rule.says)}`,
    `\`\`\`text\n${code.join("\n")}\n\`\`\``,
    [
      ...rule.examples.map(({ text, finds }) => `- ✓ ${plain(text)} → ${finds.map(plain).join("; ")}`),
      ...rule.counterexamples.map(({ text, because }) => `- ✗ ${plain(text)} ${plain(because)}`),
    ].join("\n"),
  ].join("\n\n");
}

/** "gives agency", "gives issuer issues plan (title: post)", "gives the figure value of indicator" */
function givesText(gives: Gives): string {
  if ("mention" in gives)
    return `gives ${[gives.mention, ...(gives.as ?? [])].join(".")}${gives.span ? ` at ${gives.span}` : ""}`;
  if ("indicator" in gives) return `gives the figure ${gives.value} of ${gives.indicator}`;
  const { relation, from, to, over, qualifiers } = gives;
  const more = Object.entries(qualifiers).map(([name, capture]) => `${name}: ${capture}`);
  return `gives ${from} ${relation} ${over === "speech" ? "all that is named in what is said" : to}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}

function builtInText({ id, says, example, counterexample }: BuiltInRule): string {
  const finds = example.finds.length > 0 ? ` → ${example.finds.map(plain).join("; ")}` : "";
  const lines = [
    `- ✓ ${plain(example.text)}${finds}`,
    `- ✗ ${plain(counterexample.text)} ${plain(counterexample.because)}`,
  ];
  return [`### ${id}`, plain(says), lines.join("\n")].join("\n\n");
}

/** A text on one line, with what Markdown would take for markup escaped. */
function plain(text: string): string {
  return text.replace(/\n+/g, " ⏎ ").replace(/[\\`*_[\]<>|#]/g, sign => `\\${sign}`);
}
