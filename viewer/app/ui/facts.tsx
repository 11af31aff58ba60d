import type { EdgeItem, NodeItem } from "../data/dataset.js";
import { selectEdge, selectNode } from "../state/steps.js";
import { type Page, predicateLabel, sentenceOf, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";
import { useMore } from "./use-more.js";

/** The visible relations of a node, by what they say: the list that keyboards and screen readers walk through. */
export function Facts({ node }: { readonly node: NodeItem }) {
  const page = usePage();
  const { words, dataset, scene } = page;
  const own = (edge: EdgeItem) => isCareer(node, edge) || isPlan(node, edge);
  const edges = dataset.edgesAt[node.index]!.filter(edge => scene.visible.edges[edge.index] && !own(edge));
  if (edges.length === 0) return null;
  const groups = dataset.predicates.flatMap(({ id }) => {
    const ofPredicate = edges.filter(edge => edge.predicate === id);
    const [outgoing, incoming] = [
      ofPredicate.filter(edge => edge.source === node),
      ofPredicate.filter(edge => edge.source !== node),
    ];
    return [
      { id, direction: "out", edges: outgoing },
      { id, direction: "in", edges: incoming },
    ].filter(group => group.edges.length > 0);
  });
  return (
    <section aria-label={words.neighboursOf(node.label)}>
      <h3>{words.facts}</h3>
      {groups.map(({ id, direction, edges }) => (
        <div key={`${id}-${direction}`} class="facts">
          <h4>
            {predicateLabel(page, id)}
            {direction === "in" && !edges[0]!.isSymmetric && <span title={sentenceOf(page, edges[0]!)}> ←</span>}{" "}
            <small>{edges.length}</small>
          </h4>
          <FactRows edges={strongestFirst(edges)} node={node} />
        </div>
      ))}
    </section>
  );
}

/** The posts of a person, the latest first, on a line of time. */
export function Career({ node }: { readonly node: NodeItem }) {
  const { words, dataset, scene, go } = usePage();
  const posts = dataset.edgesAt[node.index]!.filter(edge => isCareer(node, edge) && scene.visible.edges[edge.index]);
  if (posts.length === 0) return null;
  posts.sort((one, other) => ((other.last ?? "") < (one.last ?? "") ? -1 : 1));
  return (
    <section>
      <h3>{words.career}</h3>
      <ol class="career">
        {posts.map(edge => (
          <li key={edge.key} class={edge.qualifiers["status"] === "former" ? "former" : ""}>
            <button type="button" class="row" onClick={() => go(selectEdge(edge.key))}>
              <span class="when">{span(edge)}</span>
              <span class="name">
                {edge.target.label} <strong>{edge.qualifiers["title"]}</strong>
              </span>
              {edge.qualifiers["status"] && (
                <small>{words.statuses[edge.qualifiers["status"]] ?? edge.qualifiers["status"]}</small>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an agency lays down, by its date. */
export function Plans({ node }: { readonly node: NodeItem }) {
  const page = usePage();
  const { words, dataset, scene } = page;
  const plans = dataset.edgesAt[node.index]!.filter(edge => isPlan(node, edge) && scene.visible.edges[edge.index]);
  if (plans.length === 0) return null;
  plans.sort((one, other) => ((other.dates[0] ?? other.first ?? "") < (one.dates[0] ?? one.first ?? "") ? -1 : 1));
  return (
    <section>
      <h3>
        {words.plansOf} <small>{plans.length}</small>
      </h3>
      <FactRows edges={plans} node={node} hasPredicate />
    </section>
  );
}

interface FactRowsProps {
  readonly edges: readonly EdgeItem[];
  readonly node: NodeItem;
  readonly hasPredicate?: boolean;
}

function FactRows({ edges, node, hasPredicate }: FactRowsProps) {
  const page = usePage();
  const { words, go } = page;
  const { shown, more } = useMore(edges, 12);
  return (
    <ul class="list">
      {shown.map(edge => {
        const other = edge.source === node ? edge.target : edge.source;
        return (
          <li key={edge.key} class="fact">
            <button
              type="button"
              class="row"
              onClick={() => go(selectEdge(edge.key))}
              title={`${sentenceOf(page, edge)}. ${words.evidenceOf(edge.evidence.length)}`}
            >
              <Swatch type={other.type} />
              <span class="name">{other.label}</span>
              <small>
                {hasPredicate && `${predicateLabel(page, edge.predicate)} `}
                {qualifierText(page, edge)}
              </small>
            </button>
            <button
              type="button"
              class="go"
              onClick={() => go(selectNode(other.key))}
              title={other.label}
              aria-label={other.label}
            >
              →
            </button>
          </li>
        );
      })}
      {more}
    </ul>
  );
}

/** What a relation says beside its ends, in a few words. */
export function qualifierText({ words }: Pick<Page, "words">, edge: EdgeItem): string {
  const said = Object.entries(edge.qualifiers).map(([name, value]) =>
    name === "status" ? (words.statuses[value] ?? value) : value,
  );
  return [...said, ...edge.dates.slice(0, 2)].join(" · ");
}

function isCareer(node: NodeItem, edge: EdgeItem): boolean {
  return edge.predicate === "holds_position" && edge.source === node;
}

function isPlan(node: NodeItem, edge: EdgeItem): boolean {
  return (
    edge.source === node && edge.target.type === "plan" && ["issues", "approves", "signs"].includes(edge.predicate)
  );
}

function span({ first, last }: EdgeItem): string {
  const [start, end] = [first?.slice(0, 7), last?.slice(0, 7)];
  return start === undefined || end === undefined ? "—" : start === end ? start : `${start} – ${end}`;
}

function strongestFirst(edges: readonly EdgeItem[]): EdgeItem[] {
  return [...edges].sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
}
