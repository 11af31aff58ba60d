import { selectNode } from "../state/steps.js";
import { typeLabel, usePage } from "./parts.js";
import { Swatch } from "./swatch.js";

/** Before anything is chosen: where to begin. */
export function StartPanel() {
  const page = usePage();
  const { words, dataset, scene, go } = page;
  const best = [...dataset.nodes]
    .filter(node => scene.visible.nodes[node.index])
    .sort(
      (one, other) =>
        scene.visible.degrees[other.index]! - scene.visible.degrees[one.index]! || (one.key < other.key ? -1 : 1),
    )
    .slice(0, 12);
  return (
    <>
      <h2>{words.start}</h2>
      <p class="hint">{words.startHint}</p>
      <ul class="list">
        {best.map(node => (
          <li key={node.key}>
            <button type="button" class="row" onClick={() => go(selectNode(node.key))}>
              <Swatch type={node.type} />
              <span class="name">{node.label}</span>
              <small>
                {typeLabel(page, node.type)} · {scene.visible.degrees[node.index]}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
