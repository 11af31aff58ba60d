import { remember } from "../state/remembered.js";
import {
  clearFilters,
  colorBy,
  focusOn,
  layOut,
  leaveBetween,
  leaveFocus,
  selectNothing,
  showAs,
  showDays,
  sizeBy,
  startBetween,
  type Step,
  toggleChangedOnly,
  togglePredicate,
  toggleType,
  toggleUndated,
} from "../state/steps.js";
import { themes } from "../state/store.js";
import { colorings, type Focus, layoutNames, sizings } from "../state/view.js";
import { type Language, languages } from "../words/index.js";
import type { Page } from "./parts.js";
import { copyLink, saveAs, savings } from "./saving.js";

export interface Command {
  readonly name: string;
  readonly run: () => void;
}

/** All that can be done on the page now, as the palette lists it: what belongs to the selection first. */
export function commandsOf(page: Page): Command[] {
  const { words, store, state, view, scene, dataset, go, say } = page;
  const step = (name: string, taken: Step): Command => ({ name, run: () => go(taken) });
  const { node } = scene;
  const { hiddenTypes, hiddenPredicates } = view.filters;
  return [
    ...(node
      ? [
          ...([1, 2, 3] as Focus["depth"][]).map(depth =>
            step(`${words.focus}: ${node.label}, ${words.focusDepth(depth)}`, focusOn(node.key, depth)),
          ),
          step(`${words.pathFrom} (${node.label})`, startBetween(node.key)),
        ]
      : []),
    ...(view.selection ? [step(words.nothingSelected, selectNothing)] : []),
    ...(view.focus ? [step(words.leaveFocus, leaveFocus)] : []),
    ...(view.between ? [step(words.cancel, leaveBetween)] : []),
    ...(state.past.length > 0 ? [{ name: words.undo, run: () => store.undo() }] : []),
    ...(state.future.length > 0 ? [{ name: words.redo, run: () => store.redo() }] : []),
    step(view.mode === "table" ? words.picture : words.table, showAs(view.mode === "table" ? "picture" : "table")),
    step(words.clearFilters, clearFilters),
    step(words.wholeTime, showDays(undefined, undefined)),
    ...(Object.keys(view.pinned).length > 0 ? [step(words.unpinAll, view => ({ ...view, pinned: {} }))] : []),
    ...layoutNames.map(name => step(`${words.layout}: ${words.layouts[name]}`, layOut(name))),
    ...colorings
      .filter(by => by !== "change" || dataset.isComparison)
      .map(by => step(`${words.colors}: ${words.colorings[by]}`, colorBy(by))),
    ...sizings.map(by => step(`${words.sizes}: ${words.sizings[by]}`, sizeBy(by))),
    ...(dataset.isComparison ? [step(words.changesOnly, toggleChangedOnly)] : []),
    ...(dataset.days
      ? [
          step(
            `${words.undated}: ${view.filters.isUndatedHidden ? words.show(words.undated) : words.hide(words.undated)}`,
            toggleUndated,
          ),
        ]
      : []),
    ...dataset.types.map(({ id, label }) =>
      step((hiddenTypes.includes(id) ? words.show : words.hide)(say(label)), toggleType(id)),
    ),
    ...dataset.predicates.map(({ id, label }) =>
      step((hiddenPredicates.includes(id) ? words.show : words.hide)(say(label)), togglePredicate(id)),
    ),
    ...savings.map(format => ({
      name: `${words.take}: ${words.formats[format]}`,
      run: () => saveAs(format, "visible", page),
    })),
    { name: words.copyLink, run: () => copyLink(page) },
    { name: words.print, run: () => print() },
    ...Object.entries(languages).map(([id, { name }]) => ({
      name: `${words.language}: ${name}`,
      run: () => {
        remember("language", id);
        store.set({ language: id as Language });
      },
    })),
    ...themes.map(theme => ({
      name: `${words.theme}: ${words.themes[theme]}`,
      run: () => {
        remember("theme", theme);
        store.set({ theme });
      },
    })),
    { name: words.help, run: () => store.set({ dialog: { kind: "help" } }) },
  ];
}
