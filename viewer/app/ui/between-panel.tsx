import type { BetweenNodes } from "../state/scene.js";
import { selectEdge, selectNode } from "../state/steps.js";
import { EvidenceItem } from "./evidence.js";
import { predicateLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";

/** Shortest paths between two nodes with the evidence of each step, and the neighbours that both have. */
export function BetweenPanel({ between: { from, to, paths, common } }: { readonly between: BetweenNodes }) {
  const page = usePage();
  const { words, go } = page;
  return (
    <article data-testid="between">
      <h2 tabIndex={-1}>{words.between(from.label, to!.label)}</h2>
      <section>
        <h3>{paths.length > 0 ? words.paths(paths.length, paths[0]!.length) : words.noPath}</h3>
        {paths.map((path, index) => (
          <details key={path.map(step => step.edge.key).join()} class="path" open={index === 0}>
            <summary>
              {words.pathNumber(index + 1)}:{" "}
              {[from, ...path.map(step => step.node)].map(node => node.label).join(" → ")}
            </summary>
            <ol class="steps">
              <li>
                <NodeButton node={from} />
              </li>
              {path.map(({ edge, node }) => (
                <li key={edge.key}>
                  <button type="button" class="plain step" onClick={() => go(selectEdge(edge.key))}>
                    {edge.source === node && !edge.isSymmetric ? "↑" : "↓"} {predicateLabel(page, edge.predicate)}
                  </button>
                  {edge.evidence[0] && (
                    <ul class="evidence">
                      <EvidenceItem evidence={edge.evidence[0]} />
                    </ul>
                  )}
                  <NodeButton node={node} />
                </li>
              ))}
            </ol>
          </details>
        ))}
      </section>
      <section>
        <h3>{common.length > 0 ? words.common(common.length) : words.noCommon}</h3>
        <ul class="list">
          {common.slice(0, 50).map(({ node }) => (
            <li key={node.key}>
              <NodeButton node={node} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function NodeButton({ node }: { readonly node: BetweenNodes["from"] }) {
  const { go } = usePage();
  return (
    <button type="button" class="row" onClick={() => go(selectNode(node.key))}>
      <Swatch type={node.type} />
      <span class="name">{node.label}</span>
    </button>
  );
}
