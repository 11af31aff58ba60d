/** The packs beside our own rules that an optional [dir] names. */
export function packsOf(folder: string | undefined): readonly string[] {
  return folder === undefined ? [] : [folder];
}
