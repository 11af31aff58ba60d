/** What a reader chose on an earlier visit. A page from the disk may be kept from remembering: then nothing was. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`policygraph.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`policygraph.${name}`, value);
  } catch {
    // The choice holds until the page is closed.
  }
}
