import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchemas } from "../../src/rulebook/json-schemas.js";
import { OWN_RULES } from "../../src/run/knowledge.js";

const textOf = (name: string): string => readFileSync(join(OWN_RULES, name), "utf8");
const ruleFiles = readdirSync(OWN_RULES).filter(name => name.endsWith(".yaml"));

describe("JSON Schemas of rule files", () => {
  it.each([...jsonSchemas()])("%s is current (npm run schemas writes it)", (name, text) => {
    expect(textOf(name)).toBe(text);
  });

  it.each(ruleFiles)("%s names its schema in the first line, and an independent validator finds no fault", name => {
    const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(textOf(name)) ?? [];
    expect(schema).toBe(name === "schema.yaml" ? "schema.schema.json" : "rules.schema.json");
    expect(faultsOf(schema, textOf(name))).toEqual([]);
  });

  it.each([
    { pack: "rule: []", fault: "must NOT have additional properties" },
    {
      pack: "rules: [{ id: a, says: b, match: c, gives: { mention: place } }]",
      fault: "must have required property 'examples'",
    },
    { pack: "phase: nouns", fault: "must be equal to one of the allowed values" },
    { pack: "lists: { a: 5 }", fault: "must be string" },
  ])("an editor is told of the fault in $pack", ({ pack, fault }) => {
    expect(faultsOf("rules.schema.json", pack)).toContain(fault);
  });
});

function faultsOf(schema: string, yaml: string): string[] {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(textOf(schema)));
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ message = "" }) => message);
}
