import type { Language } from "../words/index.js";
import type { Step } from "./steps.js";
import type { View } from "./view.js";

/** Everything that changes while the page is open, but for where the nodes lie. */
export interface State {
  readonly view: View;
  readonly past: readonly View[];
  readonly future: readonly View[];
  readonly language: Language;
  readonly theme: Theme;
  readonly dialog: Dialog | undefined;
  /** Where the picture stands; kept for the address. */
  readonly camera: Camera | undefined;
  /** A sentence for the reader, shown for a while. */
  readonly notice: string | undefined;
}

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export type Dialog =
  | { readonly kind: "palette" }
  | { readonly kind: "help" }
  | { readonly kind: "legend" }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "document"; readonly document: string; readonly start: number; readonly end: number };

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** How many steps back are kept. */
const memory = 200;

/** The one place where state is. It changes through these methods alone; whoever shows it subscribes. */
export class Store {
  private readonly listeners = new Set<() => void>();

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Take one step that undo can go back over. */
  go(step: Step): void {
    const { view, past } = this.current;
    const next = step(view);
    if (next !== view) this.set({ view: next, past: [...past, view].slice(-memory), future: [] });
  }

  /** Take a step of a movement (a slider, a drag in progress): undo goes back over all of it at once. */
  glide(step: Step): void {
    this.set({ view: step(this.current.view) });
  }

  undo(): void {
    const { view, past, future } = this.current;
    const last = past.at(-1);
    if (last) this.set({ view: last, past: past.slice(0, -1), future: [view, ...future] });
  }

  redo(): void {
    const { view, past, future } = this.current;
    const [next, ...later] = future;
    if (next) this.set({ view: next, past: [...past, view], future: later });
  }

  set(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
