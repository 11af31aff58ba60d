import type { Dataset } from "../data/dataset.js";

export interface Period {
  readonly name: string;
  /** ISO days, both included. */
  readonly first: string;
  readonly last: string;
  /** Relations whose first document lies in it. */
  readonly count: number;
}

/** The time of a graph in equal pieces: months, or years where there would be too many months. Without gaps. */
export function periodsOf(dataset: Dataset): Period[] {
  if (!dataset.days) return [];
  const [first, last] = dataset.days;
  const months = monthsBetween(first, last);
  const names = months.length <= 48 ? months : [...new Set(months.map(month => month.slice(0, 4)))];
  const length = names[0]!.length;
  const counts = new Map<string, number>();
  for (const edge of dataset.edges) {
    const name = edge.first?.slice(0, length);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return names.map(name => ({ name, first: firstDay(name), last: lastDay(name), count: counts.get(name) ?? 0 }));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.slice(0, 7).split("-").map(Number) as [number, number];
  for (
    let name = first.slice(0, 7);
    name <= last.slice(0, 7);
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`
  ) {
    months.push(name);
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function firstDay(name: string): string {
  return name.length === 4 ? `${name}-01-01` : `${name}-01`;
}

/** Every month has at most 31 days, and days are only compared. */
function lastDay(name: string): string {
  return name.length === 4 ? `${name}-12-31` : `${name}-31`;
}
