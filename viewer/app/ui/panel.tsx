import { useEffect, useRef } from "preact/hooks";
import { leaveBetween, selectNothing } from "../state/steps.js";
import { BetweenPanel } from "./between-panel.js";
import { ChangesPanel } from "./changes-panel.js";
import { EdgePanel } from "./edge-panel.js";
import { Icon } from "./icon.js";
import { NodePanel } from "./node-panel.js";
import { usePage } from "./parts.js";
import { StartPanel } from "./start-panel.js";

/** What there is to read about what is chosen. On narrow screens it is a sheet that rises from below. */
export function Panel() {
  const { scene, words, go, dataset, view } = usePage();
  const scrolled = useRef<HTMLElement>(null);
  const { node, edge, between } = scene;
  const isBetween = !node && !edge && between?.to !== undefined;
  const isOpen = node !== undefined || edge !== undefined || isBetween;
  useEffect(() => {
    scrolled.current?.scrollTo(0, 0);
  }, [node, edge, between]);
  if (dataset.nodes.length === 0) return null;
  return (
    <aside class={isOpen ? "panel open" : "panel"} ref={scrolled} aria-label={words.facts} data-testid="panel">
      {(isOpen || view.selection) && (
        <button
          type="button"
          class="close"
          onClick={() => go(isBetween ? leaveBetween : selectNothing)}
          title={words.close}
        >
          <Icon name={between?.to && !isBetween ? "back" : "close"} />
          <span class="unseen">{words.close}</span>
        </button>
      )}
      {node ? (
        <NodePanel key={node.key} node={node} />
      ) : edge ? (
        <EdgePanel key={edge.key} edge={edge} />
      ) : isBetween ? (
        <BetweenPanel between={between} />
      ) : dataset.isComparison ? (
        <ChangesPanel />
      ) : (
        <StartPanel />
      )}
    </aside>
  );
}
