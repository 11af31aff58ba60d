import type { Indicator } from "../../../graph/model.js";
import { EvidenceItem } from "./evidence.js";
import { usePage } from "./parts.js";

/** Figures as a table, with a bar beside those that share an indicator and a unit. */
export function Figures({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { words } = usePage();
  if (indicators.length === 0) return null;
  const most = greatestByUnit(indicators);
  return (
    <section>
      <h3>{words.figures}</h3>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((one, index) => {
            const greatest = most.get(one.indicator + one.unit)!;
            return (
              <tr key={`${one.evidence.id}-${index}`}>
                <th scope="row">
                  <details>
                    <summary>{one.indicator}</summary>
                    <ul class="evidence">
                      <EvidenceItem evidence={one.evidence} />
                    </ul>
                  </details>
                </th>
                <td>{one.period ?? "—"}</td>
                <td class="value">
                  {greatest.count > 1 && (
                    <span
                      class="measure"
                      aria-hidden="true"
                      style={{ width: `${(60 * Math.abs(one.value)) / greatest.value}px` }}
                    />
                  )}
                  {one.value.toLocaleString("en-US", { maximumFractionDigits: 6 })} {one.unit}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function greatestByUnit(indicators: readonly Indicator[]): Map<string, { value: number; count: number }> {
  const most = new Map<string, { value: number; count: number }>();
  for (const { indicator, unit, value } of indicators) {
    const known = most.get(indicator + unit) ?? { value: 0, count: 0 };
    most.set(indicator + unit, { value: Math.max(known.value, Math.abs(value)), count: known.count + 1 });
  }
  return most;
}
