import { usePage } from "./parts.js";

/** A missing fact is looked for where all rules are: on the command line. */
export function WhyNot() {
  const { words } = usePage();
  return (
    <details class="why-not">
      <summary>{words.whyNot}</summary>
      <p>{words.whyNotHint}</p>
      <pre>policygraph explain "…"</pre>
    </details>
  );
}
