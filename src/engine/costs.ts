const GRAIN = 1 / 65536;

/**
 * A cost as a multiple of a small power of two. Sums of such costs are exact, so that the cheapest of several readings is the
 * same in whatever order their costs are added up, and wherever in a longer text they stand.
 */
export function grained(cost: number): number {
  return Math.round(cost / GRAIN) * GRAIN;
}
