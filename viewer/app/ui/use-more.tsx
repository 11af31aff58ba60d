import { useState } from "preact/hooks";
import { usePage } from "./parts.js";

/** The first of a long list, and a button that brings the next; thousands of rows at once would stop the page. */
export function useMore<T>(all: readonly T[], few: number) {
  const { words } = usePage();
  const [count, setCount] = useState(few);
  const left = all.length - count;
  const more = left > 0 && (
    <li class="more">
      <button type="button" class="plain" onClick={() => setCount(count + Math.max(few, 50))}>
        {words.more(left)}
      </button>
    </li>
  );
  return { shown: all.slice(0, count), more };
}
