import { useMemo, useRef, useState } from "preact/hooks";
import type { EdgeItem, NodeItem } from "../data/dataset.js";
import { chooseNode, selectEdge } from "../state/steps.js";
import { counted, predicateLabel, typeLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";

/** Everything visible as rows: sorted by any column, linked with the selection. Only the rows in sight are in the page. */
export function Table() {
  const { words } = usePage();
  const [part, setPart] = useState<"nodes" | "edges">("nodes");
  return (
    <div class="table" data-testid="table">
      <fieldset class="segments">
        <legend class="unseen">{words.table}</legend>
        <button type="button" aria-pressed={part === "nodes"} onClick={() => setPart("nodes")}>
          {words.nodes}
        </button>
        <button type="button" aria-pressed={part === "edges"} onClick={() => setPart("edges")}>
          {words.relations}
        </button>
      </fieldset>
      {part === "nodes" ? <NodeRows /> : <EdgeRows />}
    </div>
  );
}

interface TableOf<Item extends { readonly key: string }> {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly choose: (item: Item) => void;
  readonly isSelected: (item: Item) => boolean;
}

interface Column<Item> {
  readonly name: string;
  readonly value: (item: Item) => string | number;
  readonly show?: (item: Item) => preact.ComponentChildren;
}

function NodeRows() {
  const page = usePage();
  const { words, dataset, scene, go } = page;
  const { columns } = words;
  const table: TableOf<NodeItem> = {
    items: useMemo(() => dataset.nodes.filter(node => scene.visible.nodes[node.index]), [dataset, scene.visible]),
    columns: [
      {
        name: columns.label,
        value: node => node.label,
        show: node => (
          <>
            <Swatch type={node.type} />
            {node.label}
          </>
        ),
      },
      { name: columns.type, value: node => typeLabel(page, node.type) },
      { name: columns.degree, value: node => scene.visible.degrees[node.index]! },
      { name: columns.mentions, value: node => node.mentions },
      { name: columns.documents, value: node => node.documents },
      { name: columns.first, value: node => node.first?.slice(0, 10) ?? "" },
      { name: columns.last, value: node => node.last?.slice(0, 10) ?? "" },
      ...(dataset.isComparison
        ? [{ name: columns.change, value: (node: NodeItem) => (node.change ? words.changes[node.change] : "") }]
        : []),
    ],
    choose: node => go(chooseNode(node.key)),
    isSelected: node => node === scene.node,
  };
  return <Rows table={table} />;
}

function EdgeRows() {
  const page = usePage();
  const { words, dataset, scene, go } = page;
  const { columns } = words;
  const table: TableOf<EdgeItem> = {
    items: useMemo(() => dataset.edges.filter(edge => scene.visible.edges[edge.index]), [dataset, scene.visible]),
    columns: [
      {
        name: columns.from,
        value: edge => edge.source.label,
        show: edge => (
          <>
            <Swatch type={edge.source.type} />
            {edge.source.label}
          </>
        ),
      },
      { name: columns.predicate, value: edge => predicateLabel(page, edge.predicate) },
      {
        name: columns.to,
        value: edge => edge.target.label,
        show: edge => (
          <>
            <Swatch type={edge.target.type} />
            {edge.target.label}
          </>
        ),
      },
      { name: columns.weight, value: edge => edge.weight },
      { name: columns.first, value: edge => edge.first?.slice(0, 10) ?? "" },
      { name: columns.last, value: edge => edge.last?.slice(0, 10) ?? "" },
      ...(dataset.isComparison
        ? [{ name: columns.change, value: (edge: EdgeItem) => (edge.change ? words.changes[edge.change] : "") }]
        : []),
    ],
    choose: edge => go(selectEdge(edge.key)),
    isSelected: edge => edge === scene.edge,
  };
  return <Rows table={table} />;
}

const rowHeight = 34;

function Rows<Item extends { readonly key: string }>({ table }: { readonly table: TableOf<Item> }) {
  const { words, state } = usePage();
  const { items, columns, choose, isSelected } = table;
  const [sort, setSort] = useState<{ readonly column: number; readonly isDescending: boolean }>({
    column: 0,
    isDescending: false,
  });
  const [top, setTop] = useState(0);
  const scrolled = useRef<HTMLDivElement>(null);
  const sorted = useMemo(
    () => sortedBy(items, columns[sort.column]!.value, sort.isDescending, state.language),
    [items, sort, state.language],
  );
  const height = scrolled.current?.clientHeight ?? 800;
  const first = Math.max(0, Math.floor(top / rowHeight) - 10);
  const shown = sorted.slice(first, first + Math.ceil(height / rowHeight) + 20);
  return (
    <>
      <p class="hint">{words.rows(counted(items.length))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <div class="rows" ref={scrolled} tabIndex={0} onScroll={event => setTop(event.currentTarget.scrollTop)}>
        <table aria-rowcount={items.length + 1}>
          <thead>
            <tr>
              {columns.map(({ name }, index) => (
                <th
                  key={name}
                  scope="col"
                  aria-sort={sort.column === index ? (sort.isDescending ? "descending" : "ascending") : "none"}
                >
                  <button
                    type="button"
                    title={words.sortBy(name)}
                    onClick={() =>
                      setSort({ column: index, isDescending: sort.column === index && !sort.isDescending })
                    }
                  >
                    {name}
                    {sort.column === index && <span aria-hidden="true">{sort.isDescending ? " ↓" : " ↑"}</span>}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr style={{ height: `${first * rowHeight}px` }} />}
            {shown.map((item, index) => (
              <tr
                key={item.key}
                aria-rowindex={first + index + 2}
                aria-selected={isSelected(item)}
                class={isSelected(item) ? "selected" : ""}
                onClick={() => choose(item)}
              >
                {columns.map(({ name, value, show }, column) => (
                  <td key={name}>
                    {column === 0 ? (
                      <button type="button" class="row">
                        {show ? show(item) : value(item)}
                      </button>
                    ) : show ? (
                      show(item)
                    ) : (
                      value(item)
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {first + shown.length < sorted.length && (
              <tr style={{ height: `${(sorted.length - first - shown.length) * rowHeight}px` }} />
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function sortedBy<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => string | number,
  isDescending: boolean,
  language: string,
): Item[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return items
    .map(item => ({ item, value: valueOf(item) }))
    .sort(
      (one, other) =>
        sign *
        (typeof one.value === "number"
          ? one.value - (other.value as number)
          : collator.compare(one.value, String(other.value))),
    )
    .map(({ item }) => item);
}
