import { useMemo, useState } from "preact/hooks";
import { folded, spelledFrom } from "../find/hanzi.js";
import { chooseNode } from "../state/steps.js";
import { commandsOf } from "./commands.js";
import { typeLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";

/** Every command of the page, and every node, by a few letters of its name. */
export function PaletteDialog() {
  const page = usePage();
  const { words, search, store, go } = page;
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const commands = useMemo(() => commandsOf(page), [page.state, page.scene]);
  const wanted = folded(query);
  const matching = commands.filter(command => isNamed(command.name, wanted));
  const nodes = wanted === "" ? [] : search.find(query, 8);
  const rows = [
    ...matching.map(({ name, run }) => ({ key: name, content: name, run })),
    ...nodes.map(({ node }) => ({
      key: node.key,
      content: (
        <>
          <Swatch type={node.type} />
          <span class="name">{node.label}</span>
          <small>{typeLabel(page, node.type)}</small>
        </>
      ),
      run: () => go(chooseNode(node.key)),
    })),
  ];
  const choose = (index: number) => {
    const row = rows[index];
    if (!row) return;
    store.set({ dialog: undefined });
    row.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, rows.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(active);
    else return;
    event.preventDefault();
  };
  return (
    <div class="sheet">
      <input
        type="text"
        role="combobox"
        aria-label={words.commands}
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={rows[active] ? `command-${active}` : undefined}
        placeholder={words.commandHint}
        autocomplete="off"
        value={query}
        onInput={event => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      {rows.length === 0 && <p class="hint">{words.commandNothing}</p>}
      <div id="commands" role="listbox" aria-label={words.commands}>
        {rows.map(({ key, content }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus.
          <div
            key={key}
            id={`command-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={index === active ? intoView : undefined}
            onClick={() => choose(index)}
          >
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

function isNamed(name: string, wanted: string): boolean {
  const form = folded(name);
  if (form.includes(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && Array.from(form).some((_, start) => spelledFrom(form, start, wanted) > 0);
}
