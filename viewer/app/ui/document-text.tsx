import { useEffect, useRef } from "preact/hooks";
import { selectNode } from "../state/steps.js";
import { onPaper } from "../picture/colors.js";
import { typeLabel, usePage } from "./parts.js";

interface DocumentTextProps {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** A whole document with every mention in the colour of its type, opened at the evidence. */
export function DocumentText({ document: id, start, end }: DocumentTextProps) {
  const page = usePage();
  const { dataset, words } = page;
  const document = dataset.documents.get(id);
  const reading = useRef<HTMLDivElement>(null);
  useEffect(() => reading.current?.querySelector(".here")?.scrollIntoView({ block: "center" }), []);
  return (
    <article class="document" data-testid="document">
      <header>
        <h2>{document?.title ?? document?.path ?? id}</h2>
        <p class="meta">
          {[document?.outlet, document?.published?.slice(0, 10), document?.path].filter(Boolean).join(" · ")}
          {document?.url && isWebAddress(document.url) && (
            <>
              {" "}
              ·{" "}
              <a href={document.url} rel="noreferrer noopener" target="_blank">
                {words.source}
              </a>
            </>
          )}
        </p>
      </header>
      <div class="reading" ref={reading}>
        {document?.text === undefined ? (
          <p class="hint">{words.noText}</p>
        ) : (
          <Text document={document.text} mentions={document.mentions ?? []} start={start} end={end} />
        )}
      </div>
    </article>
  );
}

interface TextProps {
  readonly document: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly node: string;
  }[];
  readonly start: number;
  readonly end: number;
}

function Text({ document: text, mentions, start, end }: TextProps) {
  const page = usePage();
  const { dataset, theme, store, go } = page;
  const colors = new Map(dataset.types.map(type => [type.id, onPaper(type.color, theme)]));
  const pieces = piecesOf(text, mentions, start, end);
  return (
    <p>
      {pieces.map(({ from, to, mention, isHere }) => {
        const words = text.slice(from, to);
        const style = mention && { textDecorationColor: colors.get(mention.type) ?? "currentColor" };
        const isKnown = mention && dataset.nodeOf.has(mention.node);
        if (!mention || !isKnown)
          return isHere ? (
            <span key={from} class="here">
              {words}
            </span>
          ) : (
            words
          );
        const open = () => {
          store.set({ dialog: undefined });
          go(selectNode(mention.node));
        };
        return (
          <button
            key={from}
            type="button"
            class={isHere ? "mention here" : "mention"}
            style={style}
            title={typeLabel(page, dataset.nodeOf.get(mention.node)!.type)}
            onClick={open}
          >
            {words}
          </button>
        );
      })}
    </p>
  );
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly mention?: TextProps["mentions"][number] | undefined;
  readonly isHere: boolean;
}

/** Cut a text where mentions and the evidence begin and end. Of mentions that overlap the first, and of these the longest, is kept. */
export function piecesOf(text: string, mentions: TextProps["mentions"], start: number, end: number): Piece[] {
  const sorted = [...mentions].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: TextProps["mentions"][number][] = [];
  for (const mention of sorted)
    if (mention.start >= (kept.at(-1)?.end ?? 0) && mention.end <= text.length) kept.push(mention);
  const cuts = new Set([0, text.length, start, end, ...kept.flatMap(mention => [mention.start, mention.end])]);
  const places = [...cuts].filter(place => place >= 0 && place <= text.length).sort((one, other) => one - other);
  let next = 0;
  return places.slice(0, -1).map((from, index) => {
    while (kept[next] && kept[next]!.end <= from) next++;
    const mention = kept[next] && kept[next]!.start <= from ? kept[next] : undefined;
    return { from, to: places[index + 1]!, mention, isHere: from >= start && from < end };
  });
}

/** An address from a page is data: only links to the web are links. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
