import { usePage } from "./parts.js";

/** What a rule says, with its examples. */
export function RuleText({ rule: id }: { readonly rule: string }) {
  const { dataset, words } = usePage();
  const rule = dataset.rules.get(id);
  return (
    <article data-testid="rule">
      <p class="kind">{words.rule}</p>
      <h2>
        <code>{id}</code>
      </h2>
      {rule ? (
        <>
          <p>{rule.says}</p>
          {rule.examples.length > 0 && (
            <>
              <h3>{words.examples}</h3>
              <ul class="plain-list">
                {rule.examples.map(example => (
                  <li key={example}>{example}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <>
          <p class="hint">{words.ruleUnknown}</p>
          <pre>policygraph rules list</pre>
        </>
      )}
    </article>
  );
}
