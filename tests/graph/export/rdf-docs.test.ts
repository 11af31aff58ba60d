import { readFileSync } from "node:fs";
import { Parser } from "n3";
import { expect, test } from "vitest";
import { classes, iriOf, prefixes, properties, type Term } from "../../../graph/export/rdf-terms.js";
import { turtle } from "../../../graph/export/rdf-files.js";
import { policyGraph } from "../policy-graph.js";

const described = new Set(
  readFileSync(new URL("../../../docs/rdf.md", import.meta.url), "utf8").match(/[a-z]+:[A-Za-z0-9_]+/g)!,
);

test("docs/rdf.md tells of every term that stands in a file", () => {
  const used = new Parser()
    .parse([...turtle(policyGraph)].join(""))
    .flatMap(({ predicate, object }) => [
      predicate.value,
      ...(predicate.value === iriOf("rdf:type") ? [object.value] : []),
    ]);
  const iris = new Set([...described].filter(term => term.split(":")[0]! in prefixes).map(term => iriOf(term as Term)));
  const ownRelations = ["governs", "meets"].map(name => iriOf(`pg:${name}`));
  expect([...new Set(used)].filter(iri => !iris.has(iri) && !ownRelations.includes(iri))).toEqual([]);
});

test("docs/rdf.md tells of every term that the tables know", () => {
  const terms = [
    ...Object.values(classes).flat(),
    ...Object.values(properties)
      .flat()
      .map(({ term }) => term),
  ];
  expect(terms.filter(term => !described.has(term))).toEqual([]);
});
