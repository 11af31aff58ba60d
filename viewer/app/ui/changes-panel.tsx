import type { Change, EdgeItem, NodeItem } from "../data/dataset.js";
import { selectEdge, selectNode } from "../state/steps.js";
import { sentenceOf, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";
import { useMore } from "./use-more.js";

/** Of a comparison: every node and relation that differs from the older graph. */
export function ChangesPanel() {
  const page = usePage();
  const { words, dataset } = page;
  const kinds: Change[] = ["added", "removed", "changed"];
  const groups = kinds.map(change => ({
    change,
    nodes: dataset.nodes.filter(node => node.change === change),
    edges: dataset.edges.filter(edge => edge.change === change),
  }));
  const isSame = groups.every(({ nodes, edges }) => nodes.length + edges.length === 0);
  return (
    <article data-testid="changes">
      <h2 tabIndex={-1}>{words.comparison}</h2>
      <p class="hint">{isSame ? words.noChanges : words.comparisonHint}</p>
      {groups
        .filter(({ nodes, edges }) => nodes.length + edges.length > 0)
        .map(({ change, nodes, edges }) => (
          <section key={change}>
            <h3>
              <span class={`change ${change}`}>{words.changes[change]}</span>{" "}
              <small>{words.counts(String(nodes.length), String(edges.length))}</small>
            </h3>
            <ChangedItems nodes={nodes} edges={edges} />
          </section>
        ))}
    </article>
  );
}

function ChangedItems({ nodes, edges }: { readonly nodes: readonly NodeItem[]; readonly edges: readonly EdgeItem[] }) {
  const page = usePage();
  const { go } = page;
  const rows = [
    ...edges.map(edge => ({
      key: edge.key,
      text: sentenceOf(page, edge),
      type: undefined,
      choose: selectEdge(edge.key),
    })),
    ...nodes.map(node => ({ key: node.key, text: node.label, type: node.type, choose: selectNode(node.key) })),
  ];
  const { shown, more } = useMore(rows, 30);
  return (
    <ul class="list">
      {shown.map(({ key, text, type, choose }) => (
        <li key={key}>
          <button type="button" class="row" onClick={() => go(choose)}>
            {type && <Swatch type={type} />}
            <span class="name">{text}</span>
          </button>
        </li>
      ))}
      {more}
    </ul>
  );
}
