import { useMemo } from "preact/hooks";
import { communityColor } from "../picture/appearance.js";
import { inks, onPaper } from "../picture/colors.js";
import { noSource } from "../data/dataset.js";
import {
  clearFilters,
  colorBy,
  layOut,
  showDegreesFrom,
  showOnlyPredicate,
  showOnlyType,
  sizeBy,
  type Step,
  toggleChangedOnly,
  togglePredicate,
  toggleSource,
  toggleType,
  toggleUndated,
} from "../state/steps.js";
import {
  type ColorBy,
  colorings,
  firstView,
  type LayoutName,
  layoutNames,
  type SizeBy,
  sizings,
} from "../state/view.js";
import { Choice, LanguageChoice, ThemeChoice } from "./choices.js";
import { counted, type Page, usePage } from "./parts.js";
import { Dot } from "./swatch.js";

export function Legend() {
  const { words } = usePage();
  return (
    <aside class="legend" aria-label={words.legend}>
      <LegendContent />
    </aside>
  );
}

/** What the colours mean, how much there is of each, and what of it is shown. */
export function LegendContent() {
  const page = usePage();
  const { dataset, words, view, go, say, theme } = page;
  const { filters } = view;
  const totals = useTotals(page);
  const isFiltered = filters !== firstView.filters && JSON.stringify(filters) !== JSON.stringify(firstView.filters);
  const allTypes = dataset.types.map(type => type.id);
  const allPredicates = dataset.predicates.map(predicate => predicate.id);
  return (
    <>
      <Group title={words.types}>
        {dataset.types.map(({ id, label, color }) => (
          <Toggle
            key={id}
            name={say(label)}
            count={totals.types.get(id) ?? 0}
            color={view.colorBy === "type" ? onPaper(color, theme) : undefined}
            isOn={!filters.hiddenTypes.includes(id)}
            toggle={toggleType(id)}
            only={showOnlyType(id, allTypes)}
          />
        ))}
      </Group>
      {view.colorBy !== "type" && <Colors page={page} />}
      <Group title={words.relations}>
        {dataset.predicates.map(({ id, label }) => (
          <Toggle
            key={id}
            name={say(label)}
            count={totals.predicates.get(id) ?? 0}
            isOn={!filters.hiddenPredicates.includes(id)}
            toggle={togglePredicate(id)}
            only={showOnlyPredicate(id, allPredicates)}
          />
        ))}
      </Group>
      {dataset.sources.length > 1 && (
        <Group title={words.sources} isClosed>
          {dataset.sources.map(source => (
            <Toggle
              key={source}
              name={source === noSource ? words.sourceUnknown : source}
              count={totals.sources.get(source) ?? 0}
              isOn={!filters.hiddenSources.includes(source)}
              toggle={toggleSource(source)}
            />
          ))}
        </Group>
      )}
      <div class="more-filters">
        <label>
          {words.degreeFrom} <output>{filters.minDegree}</output>
          <input
            type="range"
            min={0}
            max={Math.min(20, totals.greatestDegree)}
            value={filters.minDegree}
            onInput={event => go(showDegreesFrom(Number(event.currentTarget.value)))}
          />
        </label>
        {totals.undated > 0 && (
          <Toggle name={words.undated} count={totals.undated} isOn={!filters.isUndatedHidden} toggle={toggleUndated} />
        )}
        {dataset.isComparison && (
          <label class="check">
            <input type="checkbox" checked={filters.isChangedOnly} onChange={() => go(toggleChangedOnly)} />{" "}
            {words.changesOnly}
          </label>
        )}
        {(isFiltered || view.focus) && (
          <button type="button" class="plain" onClick={() => go(clearFilters)}>
            {words.clearFilters}
          </button>
        )}
      </div>
      <div class="looks">
        <Labelled name={words.layout}>
          <Choice
            label={words.layout}
            value={view.layout}
            options={layoutNames.map(name => [name, words.layouts[name]])}
            choose={value => go(layOut(value as LayoutName))}
          />
        </Labelled>
        <Labelled name={words.colors}>
          <Choice
            label={words.colors}
            value={view.colorBy}
            options={colorings
              .filter(by => by !== "change" || dataset.isComparison)
              .map(by => [by, words.colorings[by]])}
            choose={value => go(colorBy(value as ColorBy))}
          />
        </Labelled>
        <Labelled name={words.sizes}>
          <Choice
            label={words.sizes}
            value={view.sizeBy}
            options={sizings.map(by => [by, words.sizings[by]])}
            choose={value => go(sizeBy(value as SizeBy))}
          />
        </Labelled>
        <div class="only-narrow looks">
          <Labelled name={words.language}>
            <LanguageChoice />
          </Labelled>
          <Labelled name={words.theme}>
            <ThemeChoice />
          </Labelled>
        </div>
      </div>
    </>
  );
}

function Labelled({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class="labelled">
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}

function Colors({ page }: { readonly page: Page }) {
  const { view, words, theme } = page;
  const ink = inks[theme];
  const rows: [string, string][] =
    view.colorBy === "change"
      ? [
          [words.changes.added, ink.added],
          [words.changes.removed, ink.removed],
          [words.changes.changed, ink.changed],
          [words.unchanged, onPaper("#8a8a86", theme)],
        ]
      : [1, 2, 3, 4, 5, 6].map(number => [words.community(number), communityColor(number - 1, theme)]);
  return (
    <Group title={words.colors}>
      {rows.map(([name, color]) => (
        <p key={name} class="color">
          <Dot color={color} />
          {name}
        </p>
      ))}
    </Group>
  );
}

interface GroupProps {
  readonly title: string;
  readonly isClosed?: boolean;
  readonly children: preact.ComponentChildren;
}

function Group({ title, isClosed, children }: GroupProps) {
  return (
    <details class="group" open={!isClosed}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly count: number;
  readonly color?: string | undefined;
  readonly isOn: boolean;
  readonly toggle: Step;
  readonly only?: Step;
}

function Toggle({ name, count, color, isOn, toggle, only }: ToggleProps) {
  const { words, go } = usePage();
  return (
    <div class="toggle">
      <label>
        <input type="checkbox" checked={isOn} onChange={() => go(toggle)} />
        {color && <Dot color={color} />}
        <span class="name">{name}</span>
        <span class="count">{counted(count)}</span>
      </label>
      {only && (
        <button
          type="button"
          class="only"
          onClick={() => go(only)}
          title={words.showOnly(name)}
          aria-label={words.showOnly(name)}
        >
          ◎
        </button>
      )}
    </div>
  );
}

/** Counts over the whole graph: what a filter would bring back has to be seen while it is hidden. */
function useTotals({ dataset }: Page) {
  return useMemo(() => {
    const types = new Map<string, number>();
    const predicates = new Map<string, number>();
    const sources = new Map<string, number>();
    const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
    let undated = 0;
    for (const { type } of dataset.nodes) add(types, type);
    for (const edge of dataset.edges) {
      add(predicates, edge.predicate);
      for (const source of edge.sources) add(sources, source);
      if (edge.first === undefined) undated++;
    }
    const greatestDegree = dataset.edgesAt.reduce((most, edges) => Math.max(most, edges.length), 0);
    return { types, predicates, sources, undated: dataset.days ? undated : 0, greatestDegree };
  }, [dataset]);
}
