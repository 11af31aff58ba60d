import type { NodeItem } from "../data/dataset.js";
import { focusOn, startBetween, unpin } from "../state/steps.js";
import type { Focus } from "../state/view.js";
import { EvidenceList } from "./evidence.js";
import { Career, Facts, Plans } from "./facts.js";
import { Figures } from "./figures.js";
import { typeLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";
import { WhyNot } from "./why-not.js";

export function NodePanel({ node }: { readonly node: NodeItem }) {
  const page = usePage();
  const { words, view, go, dataset } = page;
  return (
    <article>
      <header>
        <p class="kind">
          <Swatch type={node.type} />
          {typeLabel(page, node.type)}
          {node.change && <Changed change={node.change} />}
        </p>
        <h2 tabIndex={-1}>{node.label}</h2>
        {node.otherScript && <p class="other-script">{node.otherScript}</p>}
        {node.aliases.length > 0 && (
          <p class="aliases">
            <span class="term">{words.aliases}</span> {node.aliases.join("、")}
          </p>
        )}
        <p class="meta">
          {node.mentions > 0 && words.mentions(node.mentions, node.documents)}
          {node.first && <> · {words.seen(node.first.slice(0, 10), (node.last ?? node.first).slice(0, 10))}</>}
        </p>
      </header>
      <div class="actions">
        <fieldset class="segments">
          <legend>{words.focus}</legend>
          {([1, 2, 3] as Focus["depth"][]).map(depth => (
            <button
              key={depth}
              type="button"
              aria-pressed={view.focus?.node === node.key && view.focus.depth === depth}
              onClick={() => go(focusOn(node.key, depth))}
            >
              {words.focusDepth(depth)}
            </button>
          ))}
        </fieldset>
        <button type="button" onClick={() => go(startBetween(node.key))}>
          {words.pathFrom}
        </button>
        {view.pinned[node.key] && (
          <button type="button" onClick={() => go(unpin(node.key))} title={words.pinned}>
            {words.unpin}
          </button>
        )}
      </div>
      <Career node={node} />
      <Plans node={node} />
      <Figures indicators={node.indicators} />
      <Facts node={node} />
      {node.joined.length > 0 && (
        <section>
          <h3>{words.joined}</h3>
          <ul class="plain-list">
            {node.joined.map(({ key, rule, because }) => (
              <li key={key}>
                <code>{key}</code>{" "}
                <small>
                  {words.joinRules[rule] ?? rule} · {because}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Others others={node.others} />
      <EvidenceList title={words.evidence} evidence={node.evidence} />
      {dataset.hasEvidence && <WhyNot />}
    </article>
  );
}

export function Changed({ change }: { readonly change: NonNullable<NodeItem["change"]> }) {
  const { words } = usePage();
  return <span class={`change ${change}`}>{words.changes[change]}</span>;
}

/** Attributes that only a foreign graph has. */
export function Others({ others }: Pick<NodeItem, "others">) {
  const { words } = usePage();
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{words.attributes}</h3>
      <dl class="attributes">
        {others.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
