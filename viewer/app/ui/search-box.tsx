import { useMemo, useRef, useState } from "preact/hooks";
import { chooseNode } from "../state/steps.js";
import { Icon } from "./icon.js";
import { Swatch } from "./swatch.js";
import { typeLabel, usePage } from "./parts.js";

/** Search over all names, by keyboard: a combobox as the ARIA practices describe it. */
export function SearchBox() {
  const page = usePage();
  const { words, search, dataset, go } = page;
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => search.find(query), [search, query]);
  const isListed = isOpen && query.trim() !== "";

  const choose = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    go(chooseNode(hit.node.key));
    setOpen(false);
    input.current?.blur();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") {
      setQuery("");
      input.current?.blur();
    } else return;
    event.preventDefault();
  };

  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={words.searchLabel}
        aria-expanded={isListed}
        aria-controls="hits"
        aria-activedescendant={isListed && hits[active] ? `hit-${active}` : undefined}
        placeholder={words.searchHint}
        value={query}
        onInput={event => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {isListed && (
        <div class="hits">
          <p class="unseen" role="status">
            {words.hits(hits.length)}
          </p>
          {hits.length === 0 && <p class="hint">{words.searchNothing(query)}</p>}
          <div id="hits" role="listbox" aria-label={words.searchLabel}>
            {hits.map(({ node, name }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
              <div
                key={node.key}
                id={`hit-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={event => event.preventDefault()}
                onClick={() => choose(index)}
              >
                <Swatch type={node.type} />
                <span class="name">
                  {node.label}
                  {name !== node.label && <small> {words.alsoCalled(name)}</small>}
                </span>
                <small>
                  {typeLabel(page, node.type)} · {dataset.edgesAt[node.index]!.length}
                </small>
              </div>
            ))}
          </div>
        </div>
      )}
    </search>
  );
}
