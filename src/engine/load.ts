import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Schema } from "../model/schema.js";
import { type Alphabet, compilePattern, JOINERS, sourceOf } from "./compile.js";
import { RuleFaults, type Fault } from "./faults.js";
import { checkGazetteer, type GazetteerRow } from "./check-gazetteer.js";
import { checkClasses, checkRuleNames, type FaultAt, type PlacedPattern } from "./check-rule.js";
import { buildLexicon, type Lexicon, type Reading, Symbols } from "./lexicon.js";
import { Matcher } from "./match.js";
import { type NameModel, nameModel } from "./names.js";
import { type LoadedPack, readPack, type RuleSource } from "./pack.js";
import { parsePattern, type Pattern, PatternError, walk } from "./pattern.js";
import { type Gives, type Phase, PHASES, type Rule, type Unless, WORD_PHASES } from "./rule.js";
import type { TokenSymbols } from "./segment.js";
import { readSchemas } from "./schema-file.js";
import { readTable } from "./table.js";
import { remembered } from "./remembered.js";

/** One entry of a gazetteer: an entity of public life. */
export interface GazetteerEntry {
  readonly key: string;
  /** The full official name, in simplified characters. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: string;
  readonly kind: string;
  /** Key of the place that holds it, or that an agency governs; "" where there is none. */
  readonly within: string;
}

/** All that `extract` knows beside the page. */
export interface Knowledge {
  readonly schema: Schema;
  readonly lexicon: Lexicon;
  readonly gazetteer: ReadonlyMap<string, GazetteerEntry>;
  /** One-character names of places (粤, 京, 中) with the keys they may mean. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
  readonly names: NameModel;
  readonly symbols: Symbols;
  readonly tokenSymbols: TokenSymbols;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly Rule[];
  readonly matchers: Readonly<Record<Phase, Matcher>>;
  /** How each phase writes what patterns ask for. */
  readonly alphabets: Readonly<Record<Phase, Alphabet>>;
}

const GAZETTEER_FREQUENCY = 600;
const WEAK_FREQUENCY = 40;
/** A Latin letter costs nearly nothing to read by itself, so a Latin name must cost less than its letters. */
const LATIN_FREQUENCY = 20_000_000;
const LIST_FREQUENCY = 2500;
/** A listed character is read as itself where nothing else is known of it: it costs a trace less than an unknown one. */
const CHARACTER_FREQUENCY = 150;
const SURNAME_FREQUENCY = 150;
const OFTEN_IN_NAMES = 6;
/** Titles are read first: 广州市长 is 广州 and 市长. */
const TITLE_FREQUENCY = 60_000;

/**
 * Read the rules, gazetteers and word lists of `folders` (each laid out like `rules/`; the first must hold schema.yaml).
 * `normalize` is the form that text is matched in. Throws RuleFaults with everything that is wrong.
 */
export function loadKnowledge(folders: readonly string[], normalize: (text: string) => string): Knowledge {
  const faults: Fault[] = [];
  const files = folders.flatMap(folder => listFiles(folder, faults));
  const schemaFiles = files.filter(({ path }) => basename(path) === "schema.yaml");
  if (schemaFiles.length === 0)
    throw new RuleFaults([
      {
        file: folders[0] ?? "rules",
        line: 1,
        what: "there is no schema.yaml",
        hint: "The first folder of rules must hold the schema.",
      },
    ]);
  const schema = readSchemas(schemaFiles, faults) ?? NO_SCHEMA;

  const packs = files
    .filter(({ path }) => /\.ya?ml$/.test(path) && basename(path) !== "schema.yaml")
    .map(({ path, shown }) => readPack(path, shown, faults))
    .filter(pack => pack !== undefined);
  const common = commonWords(files, faults);
  const lists = mergeLists(packs, common, normalize);
  const classes = new Map(packs.flatMap(pack => Object.entries(pack.source.classes)));
  const symbols = new Symbols();
  const parsed = packs.flatMap(pack => parseRules(pack, normalize, faults));
  const gazetteer = new Map<string, GazetteerEntry>();
  const short = abbreviations(files, faults);
  const readings = [
    ...common,
    ...blockers(files, faults),
    ...gazetteerWords(files, gazetteer, schema, normalize, faults),
    ...shortNames(short),
    ...surnameWords(files, faults),
    ...givenCharacters(files, faults),
    ...listWords(lists, common),
    ...literalWords(parsed),
  ];
  const lexicon = buildLexicon(readings, symbols);
  const tokenSymbols: TokenSymbols = {
    date: symbols.of(["date"]),
    year: symbols.of(["date", "date.year"]),
    number: symbols.of(["number"]),
    quantity: symbols.of(["quantity"]),
    ordinal: symbols.of(["ordinal"]),
    names: {
      native: symbols.of(["name", "name.native"]),
      foreign: symbols.of(["name", "name.foreign"]),
      dotted: symbols.of(["name", "name.dotted"]),
      short: symbols.of(["name", "name.short"]),
    },
  };
  for (const { id } of schema.types)
    for (const as of [[], ["anaphor"], ["anaphor", "meeting"], ["country"], ["pair"], ["pair", "counted"]])
      symbols.of(mentionClasses(id, as));
  for (const { gives } of parsed)
    for (const one of gives) if ("mention" in one) symbols.of(mentionClasses(one.mention, one.as));
  symbols.seal();

  const alphabets = {
    words: wordAlphabet(lexicon, symbols, lists, classes),
    text: textAlphabet(symbols, lists, classes),
  };
  const rules = parsed
    .map((one, order) => compileRule(one, order, schema, alphabets, lists, classes, gazetteer, faults))
    .filter(rule => rule !== undefined);
  for (const pack of packs) checkClasses(pack, { schema, alphabet: alphabets.words, lists, classes }, faults);
  reportRepeatedIds(rules, faults);
  const model = names(files, common, faults);
  if (faults.length > 0) throw new RuleFaults(faults);
  const matchers = ofPhases(phase => new Matcher(rules.filter(rule => rule.phase === phase)));
  return {
    schema,
    lexicon,
    gazetteer,
    abbreviations: short,
    names: model,
    symbols,
    tokenSymbols,
    lists,
    rules,
    matchers,
    alphabets: ofPhases(phase => alphabetOf(phase, alphabets)),
  };
}

function ofPhases<T>(make: (phase: Phase) => T): Record<Phase, T> {
  return Object.fromEntries(PHASES.map(phase => [phase, make(phase)])) as Record<Phase, T>;
}

const alphabetOf = (phase: Phase, { words, text }: Alphabets): Alphabet => (WORD_PHASES.includes(phase) ? words : text);

interface Alphabets {
  readonly words: Alphabet;
  readonly text: Alphabet;
}

/** Stands for a schema that cannot be read, while the other files are looked through. */
const NO_SCHEMA: Schema = { types: [], predicates: [] };

/** The classes of a mention that a rule made: its type, and what the rule adds. */
export function mentionClasses(type: string, as: readonly string[] = []): string[] {
  return [type, ...as.map(name => `${type}.${name}`)];
}

interface RuleFile {
  readonly path: string;
  readonly shown: string;
}

function listFiles(folder: string, faults: Fault[]): RuleFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    faults.push({
      file: folder,
      line: 1,
      what: "there is no such folder of rules",
      hint: "Give a folder that holds .yaml rule packs.",
    });
    return [];
  }
  const shown = (path: string): string => join(relative(process.cwd(), folder) || ".", relative(folder, path));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ya?ml|tsv)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ path, shown: shown(path) }));
}

/**
 * The words of all lists. In a list "(副|)市长" stands for 副市长 and 市长, "*局" for every common noun that ends in 局, and
 * "-格局" takes a word out again.
 */
function mergeLists(
  packs: readonly LoadedPack[],
  common: readonly Reading[],
  normalize: (text: string) => string,
): Map<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const pack of packs)
    for (const [name, words] of Object.entries(pack.source.lists)) {
      const items = words.flatMap(word => normalize(word).split(/\s+/)).filter(Boolean);
      lists.set(name, [...(lists.get(name) ?? []), ...items]);
    }
  return new Map([...lists].map(([name, items]) => [name, expandItems(items, common)]));
}

function expandItems(items: readonly string[], common: readonly Reading[]): string[] {
  const words = new Set(
    items
      .filter(item => !item.startsWith("-"))
      .flatMap(item => (item.startsWith("*") ? nounsEnding(item.slice(1), common) : expandAlternatives(item))),
  );
  for (const item of items) if (item.startsWith("-")) words.delete(item.slice(1));
  return [...words];
}

const nounsEnding = (ending: string, common: readonly Reading[]): string[] =>
  common
    .filter(
      ({ surface, classes }) =>
        surface.length > ending.length && surface.endsWith(ending) && /^pos\.(n|j|l|vn)/.test(classes[0] ?? ""),
    )
    .map(({ surface }) => surface);

/** "(副|常务副|)市长" -> 副市长, 常务副市长, 市长 */
function expandAlternatives(item: string): string[] {
  const group = /\(([^()]*)\)/.exec(item);
  if (!group) return [item];
  return (group[1] as string)
    .split("|")
    .flatMap(one => expandAlternatives(item.slice(0, group.index) + one + item.slice(group.index + group[0].length)));
}

interface ParsedRule {
  readonly source: RuleSource;
  readonly phase: Phase;
  readonly patterns: readonly Pattern[];
  readonly unless: Readonly<Record<keyof Unless, readonly Pattern[]>>;
  readonly gives: readonly Gives[];
  readonly file: string;
  readonly line: number;
  lineOf(path: readonly PropertyKey[]): number;
}

function parseRules(pack: LoadedPack, normalize: (text: string) => string, faults: Fault[]): ParsedRule[] {
  return pack.source.rules.flatMap((source, index) => {
    const lineOf = (path: readonly PropertyKey[]): number => pack.lineOf(["rules", index, ...path]);
    const phase = source.phase ?? pack.source.phase;
    if (!phase) {
      faults.push({
        file: pack.file,
        line: lineOf(["id"]),
        what: `${source.id}: no phase`,
        hint: `Write "phase:" in the rule or at the top of the file: ${PHASES.join(", ")}.`,
      });
      return [];
    }
    const read = (patterns: readonly string[] | undefined, path: readonly PropertyKey[]): Pattern[] =>
      (patterns ?? []).flatMap((text, number) =>
        parseOne(text, normalize, pack.file, lineOf([...path, number]), source.id, faults),
      );
    const patterns = read(source.match, ["match"]);
    const { before, after, inside, clause } = source.unless ?? {};
    const unless = {
      before: read(before, ["unless", "before"]),
      after: read(after, ["unless", "after"]),
      inside: read(inside, ["unless", "inside"]),
      clause: read(clause, ["unless", "clause"]),
    };
    return [
      {
        source,
        phase,
        patterns,
        unless,
        gives: source.gives.map(givesOf),
        file: pack.file,
        line: lineOf(["id"]),
        lineOf,
      },
    ];
  });
}

function parseOne(
  text: string,
  normalize: (text: string) => string,
  file: string,
  line: number,
  id: string,
  faults: Fault[],
): Pattern[] {
  try {
    return [parsePattern(text, normalize)];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    faults.push({
      file,
      line,
      what: `${id}: ${error.message} at column ${error.column} of "${text}"`,
      hint: error.hint,
    });
    return [];
  }
}

function givesOf(source: RuleSource["gives"][number]): Gives {
  if (!("relation" in source)) return source as Gives;
  const { relation, from, to, over, ...qualifiers } = source as {
    relation: string;
    from: string;
    to: string;
    over?: "speech";
  };
  return { relation, from, to, over, qualifiers: qualifiers as Record<string, string> };
}

function commonWords(files: readonly RuleFile[], faults: Fault[]): Reading[] {
  const known = new Map<string, readonly string[]>();
  const classesOf = (pos: string): readonly string[] => {
    let classes = known.get(pos);
    if (!classes) known.set(pos, (classes = [`pos.${pos}`]));
    return classes;
  };
  const people = tables(files, "well-known-people.tsv", ["name", "pos"], faults).map(({ cells }) => ({
    surface: cells.name ?? "",
    classes: [...classesOf(cells.pos ?? ""), ...classesOf("nrk")],
    frequency: FREQUENCY_OF_WELL_KNOWN,
  }));
  const apart = new Set([
    ...tables(files, "not-words.tsv", ["word"], faults).map(({ cells }) => cells.word),
    ...people.map(({ surface }) => surface),
  ]);
  const words = tables(files, "common-words.tsv", ["word", "frequency", "pos"], faults)
    .filter(({ cells }) => !apart.has(cells.word))
    .map(({ cells }) => ({
      surface: cells.word ?? "",
      classes: classesOf(cells.pos ?? ""),
      frequency: Number(cells.frequency),
    }));
  return [...words, ...people];
}

/** As often as a frequent word of the dictionary. */
const FREQUENCY_OF_WELL_KNOWN = 1000;

/** Surnames by themselves: the 郑 of 郑市长. */
function surnameWords(files: readonly RuleFile[], faults: Fault[]): Reading[] {
  return tables(files, "surnames.tsv", ["surname", "weight"], faults).map(({ cells }) => ({
    surface: cells.surname ?? "",
    classes: ["surname"],
    frequency: SURNAME_FREQUENCY,
  }));
}

/** Characters that given names are often made of. */
function givenCharacters(files: readonly RuleFile[], faults: Fault[]): Reading[] {
  return tables(files, "name-characters.tsv", ["character", "first", "second"], faults)
    .filter(({ cells }) => Number(cells.first) + Number(cells.second) >= OFTEN_IN_NAMES)
    .map(({ cells }) => ({ surface: cells.character ?? "", classes: ["given"], frequency: SURNAME_FREQUENCY }));
}

/** The one-character names of places, which name nothing but in a pair (中美) or where a rule says so (访美). */
function shortNames(abbreviations: ReadonlyMap<string, readonly string[]>): Reading[] {
  return [...abbreviations].flatMap(([surface, keys]) =>
    keys.map(key => ({ surface, classes: ["weak.short"], key, isWeak: true, frequency: CHARACTER_FREQUENCY })),
  );
}

/** Words that hold the characters of a name without naming it: 发展中国家. */
function blockers(files: readonly RuleFile[], faults: Fault[]): Reading[] {
  return tables(files, "blockers.tsv", ["form"], faults).map(({ cells }) => ({
    surface: cells.form ?? "",
    classes: ["pos.n"],
    frequency: GAZETTEER_FREQUENCY,
  }));
}

function gazetteerWords(
  files: readonly RuleFile[],
  gazetteer: Map<string, GazetteerEntry>,
  schema: Schema,
  normalize: (text: string) => string,
  faults: Fault[],
): Reading[] {
  const readings: Reading[] = [];
  const rows: GazetteerRow[] = [];
  for (const file of files) {
    if (!/gazetteers[\\/]/.test(file.path) || !file.path.endsWith(".tsv") || NOT_ENTITIES.test(file.path)) continue;
    for (const { cells, line } of readTable(
      file.path,
      file.shown,
      ["key", "name", "aliases", "weak", "type", "kind", "within"],
      faults,
    )) {
      const { key = "", name = "", type = "", kind = "", within = "" } = cells;
      if (!key || !name || !type) {
        faults.push({
          file: file.shown,
          line,
          what: "an entry without key, name or type",
          hint: "Fill the first, second and fifth column.",
        });
        continue;
      }
      rows.push({ file: file.shown, line, key, name, type, within });
      const split = (text = ""): string[] =>
        text
          .split("|")
          .map(one => normalize(one.trim()))
          .filter(Boolean);
      const weak = split(cells.weak);
      const safe = [normalize(name), ...split(cells.aliases)].filter(surface => !weak.includes(surface));
      if (!gazetteer.has(key))
        gazetteer.set(key, {
          key,
          name: normalize(name),
          aliases: [...new Set([...safe, ...weak])].filter(one => one !== normalize(name)),
          type,
          kind,
          within,
        });
      for (const surface of safe)
        readings.push({
          surface,
          classes: [type, `${type}.${kind}`],
          key,
          frequency: /^[A-Za-z]/.test(surface) ? LATIN_FREQUENCY : GAZETTEER_FREQUENCY,
        });
      for (const surface of weak)
        readings.push({ surface, classes: [`weak.${type}`], key, isWeak: true, frequency: WEAK_FREQUENCY });
    }
  }
  checkGazetteer(rows, schema, faults);
  return readings;
}

const NOT_ENTITIES = /(abbreviations|surnames|transliteration|blockers)\.tsv$/;

/** A listed word that the dictionary lacks is a verb where its list says so in its name ("issue-verb"), else a noun. */
function listWords(lists: ReadonlyMap<string, readonly string[]>, common: readonly Reading[]): Reading[] {
  const known = new Set(common.map(({ surface }) => surface));
  return [...lists].flatMap(([name, words]) =>
    words.map(surface => ({
      surface,
      classes: known.has(surface) ? [`list.${name}`] : [`list.${name}`, /verb/.test(name) ? "pos.v" : "pos.n"],
      frequency: name === "title" ? TITLE_FREQUENCY : surface.length === 1 ? CHARACTER_FREQUENCY : LIST_FREQUENCY,
    })),
  );
}

/** A word that a rule of a word phase spells out gets a class of its own, so that it has a symbol of its own. */
function literalWords(parsed: readonly ParsedRule[]): Reading[] {
  const words = new Set<string>(JOINERS.filter(isHan));
  for (const rule of parsed)
    if (WORD_PHASES.includes(rule.phase))
      for (const pattern of [...rule.patterns, ...Object.values(rule.unless).flat()])
        walk(pattern, item => item.kind === "literal" && isHan(item.text) && words.add(item.text));
  return [...words].map(surface => ({ surface, classes: [`=${surface}`], frequency: 200 }));
}

const isHan = (text: string): boolean => /^[\u4e00-\u9fff\w]+$/.test(text);

function wordAlphabet(
  lexicon: Lexicon,
  symbols: Symbols,
  lists: ReadonlyMap<string, readonly string[]>,
  classes: ReadonlyMap<string, readonly string[]>,
): Alphabet {
  return {
    // Rules ask for the same few classes thousands of times.
    classCharacters: remembered(name => charactersOf(name, symbols, classes)),
    word: text => (isHan(text) ? symbols.matching(`=${text}`) || undefined : text),
    list: name => (lists.get(name) ?? []).filter(word => lexicon.trie.valueOf(word) >= 0),
  };
}

function textAlphabet(
  symbols: Symbols,
  lists: ReadonlyMap<string, readonly string[]>,
  classes: ReadonlyMap<string, readonly string[]>,
): Alphabet {
  return {
    classCharacters: remembered(name =>
      name.startsWith("list.") && !name.startsWith("list.title") ? "" : charactersOf(name, symbols, classes),
    ),
    word: text => text,
    list: name => lists.get(name) ?? [],
  };
}

/** Punctuation that can stand inside a name, and the marks that set a name apart. */
const SIGNS = "、，,（）()：:〔〕\\[\\]·—\\-|<>〈〉+&%/.~…！!？?' ";
const QUOTES = '“”‘’「」『』"';

function charactersOf(name: string, symbols: Symbols, classes: ReadonlyMap<string, readonly string[]>): string {
  if (name === "han") return "\\u4e00-\\u9fff";
  // With the letters of European names (Złotowski), without × and ÷.
  if (name === "latin") return "A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f";
  if (name === "mark") return `${SIGNS}${QUOTES}`;
  if (name === "sign") return SIGNS;
  if (name === "space") return " ";
  const union = classes.get(name);
  const own = symbols.matching(name === "title" ? "list.title" : name);
  if (!union) return own;
  const all =
    own +
    union
      .filter(one => !one.startsWith("-"))
      .map(one => charactersOf(one, symbols, classes))
      .join("");
  const without = new Set(
    union.filter(one => one.startsWith("-")).flatMap(one => [...charactersOf(one.slice(1), symbols, classes)]),
  );
  return [...all].filter(character => !without.has(character)).join("");
}

function compileRule(
  parsed: ParsedRule,
  order: number,
  schema: Schema,
  alphabets: Alphabets,
  lists: ReadonlyMap<string, readonly string[]>,
  classes: ReadonlyMap<string, readonly string[]>,
  gazetteer: ReadonlyMap<string, GazetteerEntry>,
  faults: Fault[],
): Rule | undefined {
  const { source, phase, patterns, unless, gives, file, lineOf } = parsed;
  const alphabet = alphabetOf(phase, alphabets);
  const before = faults.length;
  const fault: FaultAt = (path, what, hint) => {
    faults.push({ file, line: lineOf(path), what: `${source.id}: ${what}`, hint });
  };
  checkRuleNames(
    source,
    gives,
    placed(patterns, ["match"]),
    UNLESS.flatMap(kind => placed(unless[kind], ["unless", kind])),
    { schema, alphabet, lists, classes, gazetteer },
    fault,
  );
  const all = (kind: "before" | "after" | "inside" | "clause"): RegExp[] =>
    unless[kind].map(pattern => conditionOf(kind, sourceOf(pattern, alphabet)));
  try {
    const compiled = patterns.map(pattern => compilePattern(pattern, alphabet));
    if (faults.length > before) return undefined;
    return {
      id: source.id,
      says: source.says,
      phase,
      priority: source.priority,
      order,
      patterns: compiled,
      sources: source.match,
      gives,
      unlessSources: {
        before: source.unless?.before ?? [],
        after: source.unless?.after ?? [],
        inside: source.unless?.inside ?? [],
        clause: source.unless?.clause ?? [],
      },
      unless: { before: all("before"), after: all("after"), inside: all("inside"), clause: all("clause") },
      examples: source.examples.map((one, i) => ({ ...one, line: lineOf(["examples", i]) })),
      counterexamples: source.counterexamples.map((one, i) => ({ ...one, line: lineOf(["counterexamples", i]) })),
      file,
      line: parsed.line,
    };
  } catch (error) {
    fault(["match"], (error as Error).message, 'Add a word or a {class} without "?" or "*".');
    return undefined;
  }
}

const UNLESS = ["before", "after", "inside", "clause"] as const;

const placed = (patterns: readonly Pattern[], path: readonly PropertyKey[]): PlacedPattern[] =>
  patterns.map((pattern, number) => ({ pattern, path: [...path, number] }));

function conditionOf(kind: keyof Unless, source: string): RegExp {
  if (kind === "before") return new RegExp(`(?<=${source})`, "y");
  return kind === "after" ? new RegExp(source, "y") : new RegExp(source);
}

function reportRepeatedIds(rules: readonly Rule[], faults: Fault[]): void {
  const seen = new Map<string, Rule>();
  for (const rule of rules) {
    const first = seen.get(rule.id);
    if (first)
      faults.push({
        file: rule.file,
        line: rule.line,
        what: `the rule id "${rule.id}" is taken by ${first.file}:${first.line}`,
        hint: "Give it another id.",
      });
    else seen.set(rule.id, rule);
  }
}

function tables(files: readonly RuleFile[], name: string, columns: readonly string[], faults: Fault[]) {
  return files
    .filter(({ path }) => path.endsWith(name))
    .flatMap(({ path, shown }) => readTable(path, shown, columns, faults));
}

function abbreviations(files: readonly RuleFile[], faults: Fault[]): Map<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { cells } of tables(files, "abbreviations.tsv", ["character", "key"], faults))
    all.set(cells.character ?? "", [...(all.get(cells.character ?? "") ?? []), cells.key ?? ""]);
  return all;
}

function names(files: readonly RuleFile[], common: readonly Reading[], faults: Fault[]): NameModel {
  const grammar = new Set(
    common
      .filter(({ surface, classes }) => surface.length === 1 && /^pos\.[pcudr]$/.test(classes[0] ?? ""))
      .map(({ surface }) => surface),
  );
  const surnames = tables(files, "surnames.tsv", ["surname", "kind", "weight"], faults).map(
    ({ cells: { surname = "", weight } }) => ({ surname, weight: Number(weight), isGrammar: grammar.has(surname) }),
  );
  const counts = ["surname", "first", "second", "single", "foreign"] as const;
  const characters = tables(files, "name-characters.tsv", ["character", ...counts], faults).map(({ cells }) => ({
    character: cells.character ?? "",
    ...(Object.fromEntries(counts.map(one => [one, Number(cells[one])])) as Record<(typeof counts)[number], number>),
  }));
  const transliteration = tables(files, "transliteration.tsv", ["character"], faults).flatMap(({ cells }) => [
    ...(cells.character ?? ""),
  ]);
  return nameModel(surnames, characters, transliteration);
}
