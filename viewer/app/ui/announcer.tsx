import { sentenceOf, typeLabel, usePage } from "./parts.js";

/** Says the selection and notices to screen readers, and shows a notice to everyone. */
export function Announcer() {
  const page = usePage();
  const { scene, words, state, store, dataset } = page;
  const selected = scene.node
    ? words.selectedNode(scene.node.label, typeLabel(page, scene.node.type), dataset.edgesAt[scene.node.index]!.length)
    : scene.edge
      ? sentenceOf(page, scene.edge)
      : "";
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {selected}
      </p>
      <div class="notice" role="status">
        {state.notice && (
          <p>
            {state.notice}{" "}
            <button type="button" onClick={() => store.set({ notice: undefined })}>
              {words.dismiss}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
