import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Label } from "../../../src/model/schema.js";
import type { Dataset, EdgeItem } from "../data/dataset.js";
import type { GraphSource } from "../data/read-graph.js";
import type { NodeSearch } from "../find/search.js";
import type { Scene } from "../state/scene.js";
import type { Step } from "../state/steps.js";
import type { State, Store } from "../state/store.js";
import type { View } from "../state/view.js";
import { languages, type Words } from "../words/index.js";
import type { Desk } from "../work/desk.js";

/** What the page is made of; none of it changes while a graph is open, but for the store's state. */
export interface Parts {
  readonly dataset: Dataset;
  readonly source: GraphSource;
  readonly store: Store;
  readonly desk: Desk;
  readonly search: NodeSearch;
  readonly sceneOf: (view: View) => Scene;
  readonly open: (source: GraphSource) => void;
}

export const PartsContext = createContext<Parts | undefined>(undefined);

/** What a component needs to show the state, and to change it. */
export interface Page extends Parts {
  readonly state: State;
  readonly view: View;
  readonly scene: Scene;
  readonly words: Words;
  readonly theme: "light" | "dark";
  /** A label of the schema in the reader's language. */
  readonly say: (label: Label) => string;
  readonly go: (step: Step) => void;
}

export function usePage(): Page {
  const parts = useContext(PartsContext)!;
  const { store } = parts;
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const follow = () => setState(store.state);
    // What happened between rendering and now is not lost.
    follow();
    return store.subscribe(follow);
  }, [store]);
  const { language, view } = state;
  return {
    ...parts,
    state,
    view,
    scene: parts.sceneOf(view),
    words: languages[language],
    theme: themeOf(state.theme),
    say: label => label[language],
    go: step => store.go(step),
  };
}

export function themeOf(theme: State["theme"]): "light" | "dark" {
  if (theme !== "auto") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** A relation as a sentence: 黎明在廣州市任職. */
export function sentenceOf({ dataset, say }: Pick<Page, "dataset" | "say">, edge: EdgeItem): string {
  const predicate = dataset.predicates.find(one => one.id === edge.predicate)!;
  return say(predicate.sentence).replace(
    /\{(from|to)\}/g,
    (_, end) => (end === "from" ? edge.source : edge.target).label,
  );
}

export function predicateLabel({ dataset, say }: Pick<Page, "dataset" | "say">, id: string): string {
  return say(dataset.predicates.find(one => one.id === id)!.label);
}

export function typeLabel({ dataset, say }: Pick<Page, "dataset" | "say">, id: string): string {
  return say(dataset.types.find(one => one.id === id)!.label);
}

/** Counts as readers of the language write them: 60,000. */
export function counted(count: number): string {
  return count.toLocaleString("en-US");
}
