import { useRef, useState } from "preact/hooks";
import { readGraphFile } from "../take/read-file.js";
import { Icon } from "./icon.js";
import { usePage } from "./parts.js";
import { copyLink, saveAs, savings } from "./saving.js";

/** What can be taken along, and what can be brought. */
export function TakeMenu() {
  const page = usePage();
  const { words, store, source, dataset, open } = page;
  const menu = useRef<HTMLDetailsElement>(null);
  const [extent, setExtent] = useState<"visible" | "all">("visible");
  const bring = (use: "open" | "compare") => async (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    const graph = await readGraphFile(file).catch(() => undefined);
    if (!graph) return store.set({ notice: words.notAGraph(file.name) });
    open(use === "open" ? { graph } : { ...source, before: graph });
  };
  const closed = (run: () => void) => () => {
    menu.current!.open = false;
    run();
  };
  return (
    <details
      class="menu"
      ref={menu}
      onBlur={event =>
        !menu.current?.contains(event.relatedTarget as Node | null) &&
        event.relatedTarget &&
        (menu.current!.open = false)
      }
    >
      <summary>
        <Icon name="save" />
        {words.take}
      </summary>
      <div class="menu-body">
        <fieldset>
          <legend class="unseen">{words.take}</legend>
          <label>
            <input type="radio" name="extent" checked={extent === "visible"} onChange={() => setExtent("visible")} />{" "}
            {words.takeVisible}
          </label>
          <label>
            <input type="radio" name="extent" checked={extent === "all"} onChange={() => setExtent("all")} />{" "}
            {words.takeAll}
          </label>
        </fieldset>
        {savings.map(format => (
          <button key={format} type="button" onClick={closed(() => saveAs(format, extent, page))}>
            {words.formats[format]}
          </button>
        ))}
        <hr />
        <button type="button" onClick={closed(() => void copyLink(page))}>
          {words.copyLink}
        </button>
        <button type="button" onClick={closed(() => print())}>
          {words.print}
        </button>
        <hr />
        <label class="file">
          {words.open}
          <input type="file" accept=".json,.graphml,.xml" onChange={bring("open")} />
        </label>
        <label class="file">
          {words.compare}
          <input type="file" accept=".json,.graphml,.xml" onChange={bring("compare")} />
        </label>
        {dataset.isComparison && (
          <button type="button" onClick={closed(() => open({ ...source, before: undefined }))}>
            {words.leaveComparison}
          </button>
        )}
      </div>
    </details>
  );
}
