import type { EdgeItem, NodeItem } from "../data/dataset.js";
import { selectNode } from "../state/steps.js";
import { EvidenceList } from "./evidence.js";
import { Changed, Others } from "./node-panel.js";
import { predicateLabel, sentenceOf, typeLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";
import { WhyNot } from "./why-not.js";

export function EdgePanel({ edge }: { readonly edge: EdgeItem }) {
  const page = usePage();
  const { words, dataset } = page;
  return (
    <article>
      <header>
        <p class="kind">
          {predicateLabel(page, edge.predicate)}
          {edge.change && <Changed change={edge.change} />}
        </p>
        <h2 tabIndex={-1}>{sentenceOf(page, edge)}</h2>
        <p class="meta">
          {words.documentsCount(edge.weight)}
          {edge.first && <> · {words.seen(edge.first.slice(0, 10), (edge.last ?? edge.first).slice(0, 10))}</>}
        </p>
      </header>
      <ul class="list ends">
        <End node={edge.source} />
        <li class="predicate" aria-hidden="true">
          {edge.isSymmetric ? "↔" : "↓"} {predicateLabel(page, edge.predicate)}
        </li>
        <End node={edge.target} />
      </ul>
      {(Object.keys(edge.qualifiers).length > 0 || edge.dates.length > 0) && (
        <dl class="attributes">
          {Object.entries(edge.qualifiers).map(([name, value]) => (
            <div key={name}>
              <dt>{words.qualifiers[name] ?? name}</dt>
              <dd>{name === "status" ? (words.statuses[value] ?? value) : value}</dd>
            </div>
          ))}
          {edge.dates.length > 0 && (
            <div>
              <dt>{words.qualifiers["date"]}</dt>
              <dd>{edge.dates.join("、")}</dd>
            </div>
          )}
        </dl>
      )}
      <Others others={edge.others} />
      <EvidenceList title={words.evidence} evidence={edge.evidence} isAlways />
      {dataset.hasEvidence && <WhyNot />}
    </article>
  );
}

function End({ node }: { readonly node: NodeItem }) {
  const page = usePage();
  return (
    <li>
      <button type="button" class="row" onClick={() => page.go(selectNode(node.key))}>
        <Swatch type={node.type} />
        <span class="name">{node.label}</span>
        <small>{typeLabel(page, node.type)}</small>
      </button>
    </li>
  );
}
