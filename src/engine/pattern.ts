/**
 * The pattern language of rules, as a tree.
 *
 *     {issuer:agency+} {date}? ~ (印发|发布) 了? {plan:plan+}
 *
 * | written            | matches                                                                     |
 * | ------------------ | --------------------------------------------------------------------------- |
 * | 印发               | these characters                                                            |
 * | <issue-verb>       | a word of the list                                                          |
 * | {plan}             | one mention or token of the class; {agency|place} either                    |
 * | {issuer:agency}    | the same, and calls it "issuer"                                             |
 * | {issuer:agency+}   | one or several, joined by 、 和 与 及 以及                                   |
 * | (A|B)              | either                                                                      |
 * | name:(A B)         | the group, and calls it "name"                                              |
 * | A? A* A*3 A+ A+3   | at most one; any number (8 at the most, or 3); at least one                 |
 * | ~ ~20              | a gap of at most 10 (20) characters within a clause, as short as it can be  |
 * | ~~ ~~40            | the same, across commas                                                     |
 * | ^ $                | the beginning and the end of a clause                                       |
 * | ^^ $$              | the beginning and the end of a line                                         |
 * | !A                 | A is the anchor: the rule is tried wherever A stands                        |
 */
export type Pattern = readonly Item[];

export type Item =
  | { readonly kind: "literal"; readonly text: string; readonly anchor: boolean }
  | { readonly kind: "list"; readonly name: string; readonly anchor: boolean }
  | {
      readonly kind: "class";
      readonly classes: readonly string[];
      readonly capture?: string;
      readonly isSeries: boolean;
      readonly anchor: boolean;
    }
  | {
      readonly kind: "group";
      readonly alternatives: readonly Pattern[];
      readonly capture?: string;
      readonly anchor: boolean;
    }
  | {
      readonly kind: "repeat";
      readonly item: Item;
      readonly least: number;
      readonly most: number;
      readonly anchor: boolean;
    }
  | { readonly kind: "gap"; readonly most: number; readonly acrossCommas: boolean; readonly anchor: boolean }
  | { readonly kind: "edge"; readonly of: "clause" | "line"; readonly at: "start" | "end"; readonly anchor: boolean };

/** A pattern that cannot be read; `column` counts from 1. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly column: number,
    readonly hint: string,
  ) {
    super(message);
  }
}

const MANY = 8;
const GAP = 10;
const SPECIAL = new Set("<>{}()|?*+~^$!".split(""));

/**
 * Read a pattern. `normalize` is applied to its literals, so that （ means the character, and not the group that ( opens.
 * Throws a PatternError that says where and why.
 */
export function parsePattern(source: string, normalize: (text: string) => string = text => text): Pattern {
  const reader = new Reader(source, normalize);
  const pattern = reader.sequence();
  if (!reader.isAtEnd) throw reader.error(`unexpected "${reader.peek}"`, "Close what is open, or remove it.");
  if (pattern.length === 0) throw reader.error("the pattern is empty", "Write at least one element.");
  return pattern;
}

class Reader {
  private at = 0;
  constructor(
    private readonly source: string,
    private readonly normalize: (text: string) => string,
  ) {}

  get peek(): string {
    return this.source[this.at] ?? "";
  }
  get isAtEnd(): boolean {
    this.skipSpace();
    return this.at >= this.source.length;
  }
  error(message: string, hint: string): PatternError {
    return new PatternError(message, this.at + 1, hint);
  }

  sequence(): Pattern {
    const items: Item[] = [];
    for (this.skipSpace(); this.at < this.source.length && this.peek !== ")" && this.peek !== "|"; this.skipSpace())
      items.push(this.item());
    return items;
  }

  private item(): Item {
    const anchor = this.take("!");
    return this.quantified({ ...this.atom(), anchor } as Item);
  }

  private quantified(item: Item): Item {
    const sign = this.peek;
    if (sign !== "?" && sign !== "*" && sign !== "+") return item;
    this.at++;
    if (sign === "?") return { kind: "repeat", item, least: 0, most: 1, anchor: item.anchor };
    const most = this.digits() ?? MANY;
    return { kind: "repeat", item, least: sign === "+" ? 1 : 0, most, anchor: item.anchor };
  }

  private atom(): Omit<Item, "anchor"> & { kind: Item["kind"] } {
    const sign = this.peek;
    if (sign === "<") return { kind: "list", name: this.until(">") } as never;
    if (sign === "{") return this.classAtom() as never;
    if (sign === "(") return this.group() as never;
    if (sign === "~") return this.gap() as never;
    if (sign === "^" || sign === "$") {
      this.at++;
      const of = this.take(sign) ? "line" : "clause";
      return { kind: "edge", of, at: sign === "^" ? "start" : "end" } as never;
    }
    const named = /[a-z_]+:\(/y;
    named.lastIndex = this.at;
    const name = named.exec(this.source)?.[0];
    if (name) {
      this.at += name.length - 1;
      return { ...this.group(), capture: name.slice(0, -2) } as never;
    }
    return this.literal() as never;
  }

  private literal() {
    const from = this.at;
    while (this.at < this.source.length && !SPECIAL.has(this.peek) && this.peek.trim() !== "") this.at++;
    let text = this.source.slice(from, this.at);
    if (text === "") throw this.error(`unexpected "${this.peek}"`, "A quantifier needs something before it.");
    // In 实施了? the mark belongs to the last character alone, as in a regular expression.
    if (text.length > 1 && "?*+".includes(this.peek) && this.peek !== "") {
      text = text.slice(0, -1);
      this.at--;
    }
    return { kind: "literal" as const, text: this.normalize(text) };
  }

  private classAtom() {
    const from = this.at;
    const body = this.until("}");
    const [, capture, classes, plus] = /^(?:([a-z_]+):)?([a-z_.|-]+)(\+?)$/.exec(body.replace(/\s/g, "")) ?? [];
    if (!classes) {
      this.at = from;
      throw this.error(`"{${body}}" is no class`, "Write {class}, {name:class}, {a|b} or {name:class+}.");
    }
    return { kind: "class" as const, classes: classes.split("|"), capture, isSeries: plus === "+" };
  }

  private group() {
    const from = this.at++;
    const alternatives = [this.sequence()];
    while (this.take("|")) alternatives.push(this.sequence());
    if (!this.take(")")) {
      this.at = from;
      throw this.error('"(" is not closed', 'Add the missing ")".');
    }
    return { kind: "group" as const, alternatives };
  }

  private gap() {
    this.at++;
    const acrossCommas = this.take("~");
    return { kind: "gap" as const, most: this.digits() ?? (acrossCommas ? GAP * 3 : GAP), acrossCommas };
  }

  private until(close: string): string {
    const from = this.at;
    const end = this.source.indexOf(close, from);
    if (end < 0) throw this.error(`"${this.peek}" is not closed`, `Add the missing "${close}".`);
    this.at = end + 1;
    return this.source.slice(from + 1, end).trim();
  }

  private digits(): number | undefined {
    const from = this.at;
    while (/\d/.test(this.peek)) this.at++;
    return from === this.at ? undefined : Number(this.source.slice(from, this.at));
  }

  private take(sign: string): boolean {
    if (this.peek !== sign) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    while (this.at < this.source.length && this.peek.trim() === "") this.at++;
  }
}

/** Call `visit` on every item of a pattern, outermost first. */
export function walk(pattern: Pattern, visit: (item: Item) => void): void {
  for (const item of pattern) {
    visit(item);
    if (item.kind === "repeat") walk([item.item], visit);
    if (item.kind === "group") for (const alternative of item.alternatives) walk(alternative, visit);
  }
}
