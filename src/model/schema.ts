/** A label in the three languages that policygraph speaks. */
export interface Label {
  readonly en: string;
  readonly "zh-Hant": string;
  readonly "zh-Hans": string;
}

export interface EntityTypeSchema {
  readonly id: string;
  readonly label: Label;
  /** "#rrggbb" */
  readonly color: string;
}

export interface PredicateSchema {
  readonly id: string;
  readonly label: Label;
  /** How a sentence is made of it, with {from} and {to}. */
  readonly sentence: Label;
  readonly domain: readonly string[];
  readonly range: readonly string[];
  readonly symmetric: boolean;
  readonly qualifiers: readonly string[];
}

/** The vocabulary of the graph: `rules/schema.yaml`. */
export interface Schema {
  readonly types: readonly EntityTypeSchema[];
  readonly predicates: readonly PredicateSchema[];
}
