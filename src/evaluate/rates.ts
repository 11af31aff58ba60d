/** How many were right, were missed, and were found that aren't there. */
export interface Count {
  hit: number;
  miss: number;
  extra: number;
}

export interface Rates extends Readonly<Count> {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const noCount = (): Count => ({ hit: 0, miss: 0, extra: 0 });

export function addTo(sum: Count, { hit, miss, extra }: Readonly<Count>): void {
  sum.hit += hit;
  sum.miss += miss;
  sum.extra += extra;
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export function ratesOf({ hit, miss, extra }: Readonly<Count>): Rates {
  const precision = ratio(hit, hit + extra);
  const recall = ratio(hit, hit + miss);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), hit, miss, extra };
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Counts by type or predicate. */
export class Counts {
  private readonly counts = new Map<string, Count>();

  of(name: string): Count {
    const known = this.counts.get(name) ?? noCount();
    this.counts.set(name, known);
    return known;
  }

  add(other: Counts): void {
    for (const [name, count] of other.counts) addTo(this.of(name), count);
  }

  total(): Rates {
    const sum = noCount();
    for (const count of this.counts.values()) addTo(sum, count);
    return ratesOf(sum);
  }

  byName(): Readonly<Record<string, Rates>> {
    return Object.fromEntries([...this.counts].map(([name, count]) => [name, ratesOf(count)]));
  }
}
