/** The same search, which looks for each thing once and remembers what it has found. */
export function remembered<T>(search: (what: string) => T): (what: string) => T {
  const found = new Map<string, T>();
  return what => {
    if (!found.has(what)) found.set(what, search(what));
    return found.get(what) as T;
  };
}
