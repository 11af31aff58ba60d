import type { Evidence } from "../../../graph/model.js";
import { marked } from "./marked.js";
import { usePage } from "./parts.js";
import { useMore } from "./use-more.js";

interface EvidenceListProps {
  readonly title: string;
  readonly evidence: readonly Evidence[];
  /** Say so where there is none. */
  readonly isAlways?: boolean;
}

export function EvidenceList({ title, evidence, isAlways }: EvidenceListProps) {
  const { words } = usePage();
  const { shown, more } = useMore(evidence, 8);
  if (evidence.length === 0) return isAlways ? <p class="hint">{words.noEvidence}</p> : null;
  return (
    <section>
      <h3>
        {title} <small>{evidence.length}</small>
      </h3>
      <ul class="evidence" data-testid="evidence">
        {shown.map(one => (
          <EvidenceItem key={one.id} evidence={one} />
        ))}
        {more}
      </ul>
    </section>
  );
}

/** One sentence as the page has it, its names marked, and where it comes from. */
export function EvidenceItem({ evidence }: { readonly evidence: Evidence }) {
  const { dataset, store, words } = usePage();
  const document = dataset.documents.get(evidence.document);
  const { start, end, rule } = evidence;
  return (
    <li>
      <blockquote>{marked(evidence.sentence, evidence.marks)}</blockquote>
      <p class="origin">
        <button
          type="button"
          class="plain"
          title={words.wholeText}
          onClick={() => store.set({ dialog: { kind: "document", document: evidence.document, start, end } })}
        >
          {document?.title ?? document?.path ?? evidence.document}
        </button>
        {document?.outlet && <span>{document.outlet}</span>}
        {document?.published && <time dateTime={document.published}>{document.published.slice(0, 10)}</time>}
        <button
          type="button"
          class="plain rule"
          title={words.rule}
          onClick={() => store.set({ dialog: { kind: "rule", rule } })}
        >
          {rule}
        </button>
      </p>
    </li>
  );
}
