import { showAs } from "../state/steps.js";
import { LanguageChoice, ThemeChoice } from "./choices.js";
import { Icon } from "./icon.js";
import { counted, usePage } from "./parts.js";
import { SearchBox } from "./search-box.js";
import { TakeMenu } from "./take-menu.js";

export function Header() {
  const { words, state, store, view, go, dataset, scene } = usePage();
  const { nodes, edges } = dataset;
  const isWhole = scene.visible.order === nodes.length && scene.visible.size === edges.length;
  const other = view.mode === "table" ? "picture" : "table";
  return (
    <header class="head">
      <div class="brand">
        <h1>policygraph</h1>
        <p data-testid="counts">
          {isWhole
            ? words.counts(counted(nodes.length), counted(edges.length))
            : words.countsOf(
                counted(scene.visible.order),
                counted(nodes.length),
                counted(scene.visible.size),
                counted(edges.length),
              )}
        </p>
      </div>
      <SearchBox />
      <nav class="tools" aria-label={words.commands}>
        <button
          type="button"
          class="only-narrow"
          onClick={() => store.set({ dialog: { kind: "legend" } })}
          title={words.legend}
        >
          <Icon name="filter" />
          <span class="unseen">{words.legend}</span>
        </button>
        <button type="button" onClick={() => store.undo()} disabled={state.past.length === 0} title={words.undo}>
          <Icon name="undo" />
          <span class="unseen">{words.undo}</span>
        </button>
        <button type="button" onClick={() => store.redo()} disabled={state.future.length === 0} title={words.redo}>
          <Icon name="redo" />
          <span class="unseen">{words.redo}</span>
        </button>
        <button type="button" class="worded" onClick={() => go(showAs(other))}>
          <Icon name={other} />
          {words[other]}
        </button>
        <TakeMenu />
        <button
          type="button"
          onClick={() => store.set({ dialog: { kind: "palette" } })}
          title={`${words.commands} (Ctrl K)`}
        >
          <Icon name="command" />
          <span class="unseen">{words.commands}</span>
        </button>
        <span class="only-wide">
          <LanguageChoice />
        </span>
        <span class="only-wide">
          <ThemeChoice />
        </span>
      </nav>
    </header>
  );
}
