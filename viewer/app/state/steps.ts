import type { ColorBy, Filters, Focus, LayoutName, SizeBy, View } from "./view.js";
import { noFilters } from "./view.js";

/** One step of a reader: from a view to the next. All that changes a view is here. */
export type Step = (view: View) => View;

export const selectNode =
  (key: string): Step =>
  view => ({ ...view, selection: { kind: "node", key } });
export const selectEdge =
  (key: string): Step =>
  view => ({ ...view, selection: { kind: "edge", key } });
export const selectNothing: Step = view => (view.selection ? { ...view, selection: undefined } : view);

export const toggleType = (id: string): Step =>
  filtered(filters => ({ hiddenTypes: toggled(filters.hiddenTypes, id) }));
export const togglePredicate = (id: string): Step =>
  filtered(filters => ({ hiddenPredicates: toggled(filters.hiddenPredicates, id) }));
export const toggleSource = (id: string): Step =>
  filtered(filters => ({ hiddenSources: toggled(filters.hiddenSources, id) }));
export const showOnlyType = (id: string, all: readonly string[]): Step =>
  filtered(() => ({ hiddenTypes: all.filter(one => one !== id) }));
export const showOnlyPredicate = (id: string, all: readonly string[]): Step =>
  filtered(() => ({ hiddenPredicates: all.filter(one => one !== id) }));
export const showDays = (from: string | undefined, to: string | undefined): Step => filtered(() => ({ from, to }));
export const toggleUndated: Step = filtered(filters => ({ isUndatedHidden: !filters.isUndatedHidden }));
export const showDegreesFrom = (minDegree: number): Step => filtered(() => ({ minDegree }));
export const toggleChangedOnly: Step = filtered(filters => ({ isChangedOnly: !filters.isChangedOnly }));
export const clearFilters: Step = view => ({ ...view, filters: noFilters, focus: undefined });

export const focusOn =
  (node: string, depth: Focus["depth"]): Step =>
  view => ({ ...view, focus: { node, depth } });
export const leaveFocus: Step = view => ({ ...view, focus: undefined });

export const startBetween =
  (from: string): Step =>
  view => ({ ...view, between: { from, to: undefined } });
export const lookBetween =
  (from: string, to: string): Step =>
  view => ({ ...view, between: { from, to }, selection: undefined });
export const leaveBetween: Step = view => ({ ...view, between: undefined });

/** Choose a node: while a path's other end is wanted it is that end, else it is selected. */
export const chooseNode =
  (key: string): Step =>
  view => {
    const { between } = view;
    return between && between.to === undefined && between.from !== key
      ? lookBetween(between.from, key)(view)
      : selectNode(key)(view);
  };

export const showAs =
  (mode: View["mode"]): Step =>
  view => ({ ...view, mode });
export const layOut =
  (layout: LayoutName): Step =>
  view => ({ ...view, layout, pinned: {} });
export const colorBy =
  (by: ColorBy): Step =>
  view => ({ ...view, colorBy: by });
export const sizeBy =
  (by: SizeBy): Step =>
  view => ({ ...view, sizeBy: by });
export const pin =
  (key: string, position: readonly [number, number]): Step =>
  view => ({ ...view, pinned: { ...view.pinned, [key]: position } });
export const unpin =
  (key: string): Step =>
  view => ({
    ...view,
    pinned: Object.fromEntries(Object.entries(view.pinned).filter(([one]) => one !== key)),
  });

function filtered(change: (filters: Filters) => Partial<Filters>): Step {
  return view => ({ ...view, filters: { ...view.filters, ...change(view.filters) } });
}

function toggled(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list.filter(one => one !== member) : [...list, member];
}
