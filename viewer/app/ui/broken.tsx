import type { Words } from "../words/index.js";

/** In place of the page, where its data can't be read. */
export function Broken({ words }: { readonly words: Words }) {
  return (
    <main class="before">
      <div role="alert">
        <h1>{words.broken}</h1>
        <p>{words.brokenHint}</p>
      </div>
    </main>
  );
}
