import type { Knowledge } from "../engine/load.js";
import { type Mention, writtenName } from "../model/mention.js";
import type { Piece } from "./pieces.js";

/**
 * Find out who is meant by 他 and 她, by a title that stands alone, and by a surname with a title.
 *
 *     赖清德副总统……。副总统表示……。   副总统 is 赖清德
 *     市长郑志明……。郑市长说……。       郑 is 郑志明
 *     习近平会见了巴赫。他指出……。     他 is whom the sentence before begins with
 */
export function resolvePersons(pieces: readonly Piece[], text: string, knowledge: Knowledge): readonly Piece[] {
  const holders = holdersOfTitles(pieces, text);
  const speakers = new Speakers(text);
  const canMeanPerson = knowledge.symbols.tableOf("list.pronoun-person", "list.title");
  return pieces.map((piece, index) => {
    const { mention } = piece;
    speakers.passTo(piece.start);
    if (mention?.type === "person") {
      const known = mention.classes.includes("person.surname")
        ? withFullName(piece, pieces[index + 1], holders, text)
        : piece;
      if (known.mention) speakers.name(known.mention);
      return known;
    }
    if (mention || canMeanPerson[piece.symbol] === 0 || piece.ref?.kind !== "entry") return piece;
    const { classes } = piece.ref.entry;
    const meant = classes.has("list.pronoun-person")
      ? speakers.last
      : isTitleAlone(pieces, index)
        ? holders.byTitle(text.slice(piece.start, piece.end), piece.start)
        : undefined;
    if (!meant) return piece;
    if (!classes.has("list.pronoun-person")) speakers.name(meant);
    return anaphor(piece, meant, knowledge);
  });
}

function anaphor(piece: Piece, meant: Mention, knowledge: Knowledge): Piece {
  const classes = ["person", "person.anaphor"];
  const mention: Mention = {
    start: piece.start,
    end: piece.end,
    type: "person",
    rule: "person-anaphor",
    keys: [],
    classes,
    parts: [],
    antecedents: [meant],
  };
  return { ...piece, symbol: knowledge.symbols.of(classes), mention };
}

/** Whom 他 means: the person named first in the last sentence of the paragraph that names any. */
class Speakers {
  last: Mention | undefined;
  private at = 0;
  private sentenceHasPerson = false;
  constructor(private readonly text: string) {}

  passTo(offset: number): void {
    for (; this.at < offset; this.at++) {
      if (ENDS_SENTENCE[this.text.charCodeAt(this.at)] === 1) this.sentenceHasPerson = false;
    }
  }

  name(mention: Mention): void {
    if (!this.sentenceHasPerson || !this.last) this.last = mention;
    this.sentenceHasPerson = true;
  }
}

const ENDS_SENTENCE = new Uint8Array(65536);
for (const mark of "。！？!?\n") ENDS_SENTENCE[mark.charCodeAt(0)] = 1;

interface Holders {
  /** The person whom the text last called by the title before `at`; behind it, if there is but one. */
  byTitle(title: string, at: number): Mention | undefined;
  bySurname(surname: string, title: string): string | undefined;
}

function holdersOfTitles(pieces: readonly Piece[], text: string): Holders {
  const held = new Map<string, Mention[]>();
  const people: Mention[] = [];
  const foreign = new Set<string>();
  const nameOf = (mention: Mention): string => writtenName(mention, text);
  pieces.forEach(({ mention }, index) => {
    if (mention?.type !== "person") return;
    people.push(mention);
    if (isOfAnotherCountry(pieces, index)) foreign.add(nameOf(mention));
    for (const title of titlesAround(pieces, index)) {
      const name = text.slice(title.start, title.end);
      const others = held.get(name);
      if (others) others.push(mention);
      else held.set(name, [mention]);
    }
  });
  return {
    byTitle(title, at) {
      const called = held.get(title) ?? [];
      // On a page on the visit of a president from abroad 总统 alone is the page's own.
      const own = called.filter(mention => !foreign.has(nameOf(mention)));
      const all = own.length > 0 ? own : called;
      return all.findLast(mention => mention.start < at) ?? (new Set(all.map(nameOf)).size === 1 ? all[0] : undefined);
    },
    bySurname(surname, title) {
      const fits = (mention: Mention): boolean =>
        nameOf(mention).length > surname.length && nameOf(mention).startsWith(surname);
      const names = new Set((held.get(title) ?? []).filter(fits).map(nameOf));
      if (names.size === 1) return [...names][0];
      const any = new Set(people.filter(fits).map(nameOf));
      return any.size === 1 ? [...any][0] : undefined;
    },
  };
}

/** In 诺鲁总统陈志英 and 诺鲁共和国总统陈志英 a country stands before the title. */
function isOfAnotherCountry(pieces: readonly Piece[], index: number): boolean {
  const title = pieces[index - 1];
  if (!title || !isTitle(title)) return false;
  const holder = pieces[index - 2]?.mention ?? pieces[index - 3]?.mention;
  return holder?.type === "place" && holder.classes.includes("place.country");
}

/** The titles right before and right behind a person: 省委书记、省长 X, X 副总统. */
function titlesAround(pieces: readonly Piece[], index: number): Piece[] {
  const found: Piece[] = [];
  const behind = pieces[index + 1];
  if (behind && isTitle(behind)) found.push(behind);
  const before = pieces[index - 1];
  if (before && isTitle(before)) found.push(before);
  return found;
}

/** A surname with its title is the person of that name; where the page names none, it is nobody, unless all know who holds the title. */
function withFullName(piece: Piece, title: Piece | undefined, holders: Holders, text: string): Piece {
  const name = holders.bySurname(text.slice(piece.start, piece.end), title ? text.slice(title.start, title.end) : "");
  if (name !== undefined) return { ...piece, mention: { ...(piece.mention as Mention), name } };
  const classes = title && classesOf(title);
  return classes && WELL_KNOWN.some(one => classes.has(one))
    ? piece
    : { start: piece.start, end: piece.end, symbol: text.charCodeAt(piece.start), ref: undefined, mention: undefined };
}

const WELL_KNOWN = [
  "list.title-of-president",
  "list.title-of-state",
  "list.title-of-party",
  "list.title-of-cabinet",
  "list.title-of-place",
  "list.title-of-region",
];

const isTitle = ({ ref, mention }: Piece): boolean =>
  !mention && ref?.kind === "entry" && ref.entry.classes.has("list.title");

/** A title that stands for its holder: at the beginning of a clause or behind 对 or 与, with nobody named beside it. */
function isTitleAlone(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index] as Piece;
  if (!isTitle(piece) || (piece.ref?.kind === "entry" && piece.ref.entry.classes.has("list.title-of-several")))
    return false;
  const before = pieces[index - 1];
  const behind = pieces[index + 1];
  return (!before || canPrecede(before)) && (!behind || canFollow(behind));
}

const classesOf = ({ ref }: Piece): ReadonlySet<string> | undefined =>
  ref?.kind === "entry" ? ref.entry.classes : undefined;

function canPrecede(piece: Piece): boolean {
  if (piece.mention) return false;
  if (piece.ref?.kind === "token") return piece.ref.token.kind === "date";
  const classes = classesOf(piece);
  if (!classes) return piece.end - piece.start === 1 && piece.ref === undefined && !isHan(piece.symbol);
  return PREPOSITIONS.some(name => classes.has(name)) && !classes.has("list.title");
}

function canFollow(piece: Piece): boolean {
  if (piece.mention) return false;
  const classes = classesOf(piece);
  if (!classes) return piece.ref === undefined && !isHan(piece.symbol);
  return (
    !["pos.n", "list.title", "pos.nr", "pos.nrt", "pos.nrw"].some(name => classes.has(name)) ||
    classes.has("list.speech-verb") ||
    classes.has("list.person-verb")
  );
}

const PREPOSITIONS = ["pos.p", "pos.c", "pos.d", "pos.t", "pos.v", "list.meet-verb"];
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
