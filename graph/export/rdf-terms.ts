/** The vocabularies that our RDF uses. docs/rdf.md says what each term stands for; a test keeps the two together. */
export const prefixes = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcterms: "http://purl.org/dc/terms/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  schema: "https://schema.org/",
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  wdt: "http://www.wikidata.org/prop/direct/",
  pg: "urn:policygraph:vocabulary:",
} as const;

export type Term = `${keyof typeof prefixes}:${string}`;

/** Classes for each type of entity; a type that isn't here is `pg:` and its name. */
export const classes: Readonly<Record<string, readonly Term[]>> = {
  person: ["schema:Person"],
  place: ["schema:Place"],
  zone: ["schema:Place", "pg:zone"],
  agency: ["org:Organization", "schema:GovernmentOrganization"],
  organization: ["org:Organization", "schema:Organization"],
  plan: ["schema:CreativeWork", "pg:plan"],
  project: ["schema:Project"],
  event: ["schema:Event"],
};

/** What says a relation in published words. `inverse`: the published word runs from the object to the subject. */
export interface Property {
  readonly term: Term;
  readonly inverse?: boolean;
  /** Only where the subject is of one of these types. */
  readonly subjects?: readonly string[];
}

/** A predicate that isn't here, and each that is where no published word fits the subject, is `pg:` and its name. */
export const properties: Readonly<Record<string, readonly Property[]>> = {
  holds_position: [{ term: "org:memberOf" }],
  part_of: [
    { term: "org:subOrganizationOf", subjects: ["agency", "organization"] },
    { term: "dcterms:isPartOf", subjects: ["zone"] },
  ],
  located_in: [
    { term: "schema:containedInPlace", subjects: ["place", "zone"] },
    { term: "schema:location", subjects: ["organization", "project", "event"] },
  ],
  issues: [{ term: "schema:publisher", inverse: true }],
  covers: [{ term: "schema:about" }],
  supports: [{ term: "schema:sponsor", inverse: true }],
  invests_in: [{ term: "schema:funder", inverse: true }],
  participates_in: [{ term: "schema:attendee", inverse: true, subjects: ["person", "agency", "organization"] }],
};

/** "schema:name"  ->  "https://schema.org/name" */
export function iriOf(term: Term): string {
  const colon = term.indexOf(":");
  return prefixes[term.slice(0, colon) as keyof typeof prefixes] + iriSafe(term.slice(colon + 1));
}

/** Han characters stay readable, as IRIs allow; what they don't allow is written as %XX. */
export function iriSafe(key: string): string {
  return key.replace(/[^\p{L}\p{N}._~:@!$&'()*+,;=/-]/gu, character =>
    /\p{Surrogate}/u.test(character) ? "%EF%BF%BD" : encodeURIComponent(character),
  );
}
