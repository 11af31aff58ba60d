import { useEffect, useRef } from "preact/hooks";
import { focusOn, leaveBetween, leaveFocus, selectNothing, showAs } from "../state/steps.js";
import type { Focus } from "../state/view.js";
import type { Page } from "./parts.js";

/** The keys that work everywhere on the page. */
export function useKeys(page: Page): void {
  const latest = useRef(page);
  latest.current = page;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && obey(event, latest.current)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** True where the key meant something. */
function obey(event: KeyboardEvent, { store, state, view, scene, go }: Page): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "k") store.set({ dialog: state.dialog?.kind === "palette" ? undefined : { kind: "palette" } });
    else if (isTyping(event)) return false;
    else if (key === "z" && event.shiftKey) store.redo();
    else if (key === "z") store.undo();
    else if (key === "y") store.redo();
    else return false;
    return true;
  }
  if (state.dialog || isTyping(event) || event.altKey) return false;
  const { node } = scene;
  if (key === "/") document.querySelector<HTMLElement>("#search")?.focus();
  else if (key === "?") store.set({ dialog: { kind: "help" } });
  else if (key === "t") go(showAs(view.mode === "table" ? "picture" : "table"));
  else if (key === "escape") go(view.selection ? selectNothing : view.between ? leaveBetween : leaveFocus);
  else if (/^[123]$/.test(key) && node) go(focusOn(node.key, Number(key) as Focus["depth"]));
  else return false;
  return true;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=range]):not([type=checkbox]), select, textarea")
  );
}
