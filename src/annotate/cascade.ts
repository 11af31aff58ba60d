import { entryOf } from "../engine/lexicon.js";
import { mentionClasses, type Knowledge } from "../engine/load.js";
import { type Match, resolveOverlaps } from "../engine/match.js";
import { walk } from "../engine/pattern.js";
import type { Gives, Phase } from "../engine/rule.js";
import { PhaseTrace, type Trace } from "../engine/trace.js";
import type { Mention } from "../model/mention.js";
import { encodePieces, type Piece } from "./pieces.js";

type MentionGives = Extract<Gives, { mention: string }>;

/**
 * Run the rules of one phase over the pieces and put each mention found in the place of the pieces that it spans.
 * Where matches overlap, one wins: see `resolveOverlaps`.
 */
export function runPhase(
  pieces: readonly Piece[],
  phase: Phase,
  text: string,
  knowledge: Knowledge,
  trace?: Trace,
): Piece[] {
  const told =
    trace &&
    new PhaseTrace(trace, phase, (from, to) => ({
      start: (pieces[from] as Piece).start,
      end: (pieces[Math.max(from, to - 1)] as Piece).end,
    }));
  const matches = knowledge.matchers[phase].matches(
    encodePieces(pieces),
    told && ((_, match, why) => told.refused(match, why)),
  );
  if (matches.length === 0) return pieces as Piece[];
  const candidates = matches.flatMap(match =>
    match.rule.gives.flatMap(gives => ("mention" in gives ? [{ ...match, gives }] : [])),
  );
  const spanOf = (match: Match): readonly [number, number] => spanIn(match, (match as Candidate).gives);
  const winners = resolveOverlaps(
    candidates,
    spanOf,
    told && ((loser, winner) => told.lost(loser, winner)),
  ) as Candidate[];
  return replace(pieces, winners, text, knowledge, told && (match => told.won(match)));
}

interface Candidate extends Match {
  readonly gives: MentionGives;
}

function spanIn(match: Match, gives: MentionGives): readonly [number, number] {
  return (gives.span && match.groups[gives.span]) || [match.start, match.end];
}

function replace(
  pieces: readonly Piece[],
  winners: readonly Candidate[],
  text: string,
  knowledge: Knowledge,
  won?: (match: Match) => void,
): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  for (const winner of winners) {
    const [start, end] = spanIn(winner, winner.gives);
    for (; from < start; from++) result.push(pieces[from] as Piece);
    const inside = pieces.slice(start, end);
    if (inside.length > 1 && isSeries(winner))
      for (const piece of inside)
        result.push(isMember(piece) ? asMention([piece], winner, text, pieces, knowledge) : piece);
    else result.push(asMention(inside, winner, text, pieces, knowledge));
    won?.(winner);
    from = end;
  }
  for (; from < pieces.length; from++) result.push(pieces[from] as Piece);
  return result;
}

/** A capture written {name:class+} holds several: each member is a mention of its own. */
function isSeries({ rule, pattern, gives }: Candidate): boolean {
  let found = false;
  walk(rule.patterns[pattern]?.pattern ?? [], item => {
    found ||= item.kind === "class" && item.isSeries && item.capture !== undefined && item.capture === gives.span;
  });
  return found;
}

const isMember = (piece: Piece): boolean =>
  piece.mention !== undefined ||
  piece.ref?.kind === "name" ||
  (piece.ref?.kind === "entry" &&
    [...piece.ref.entry.classes].some(name => name.startsWith("weak.") || name.startsWith("pos.nr")));

function asMention(
  inside: readonly Piece[],
  { gives, rule, groups }: Candidate,
  text: string,
  pieces: readonly Piece[],
  knowledge: Knowledge,
): Piece {
  const start = (inside[0] as Piece).start;
  const end = (inside.at(-1) as Piece).end;
  const classes = mentionClasses(gives.mention, gives.as);
  const surfaceOf = (name: string): string => {
    const range = groups[name];
    return range ? text.slice((pieces[range[0]] as Piece).start, (pieces[range[1] - 1] as Piece).end) : "";
  };
  const name = gives.name?.map(surfaceOf).join("");
  const written = name ?? text.slice(start, end);
  const keys =
    inside.length === 1 && name === undefined
      ? keysOf(inside[0] as Piece)
      : (entryOf(withoutMarks(written), knowledge.lexicon)?.keys ?? []);
  const isWhole = (part: Mention): boolean =>
    part.type === gives.mention && text.slice(part.start, part.end) === written;
  const mention: Mention = {
    start,
    end,
    type: gives.mention,
    rule: rule.id,
    classes,
    keys: keys.filter(key => knowledge.gazetteer.get(key)?.type === gives.mention),
    parts: inside.flatMap(({ mention }) => (mention ? (isWhole(mention) ? mention.parts : [mention]) : [])),
    name,
  };
  return { start, end, symbol: knowledge.symbols.of(classes), ref: undefined, mention };
}

/** “一带一路”倡议 is known as 一带一路倡议. */
const withoutMarks = (name: string): string => name.replace(/[“”‘’「」『』《》]/g, "");

/** A rule that names a weak short form takes its gazetteer entries along; those of another type (马 of 马总统) are not meant. */
function keysOf(piece: Piece): readonly string[] {
  if (piece.mention) return piece.mention.keys;
  return piece.ref?.kind === "entry" ? [...piece.ref.entry.keys, ...piece.ref.entry.weakKeys] : [];
}
