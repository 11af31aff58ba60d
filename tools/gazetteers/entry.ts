/** One line of a gazetteer: a thing of public life and the forms that name it, in simplified characters. */
export interface GazetteerEntry {
  readonly key: string;
  readonly name: string;
  /** Forms that mean the entry wherever they stand. */
  readonly aliases: readonly string[];
  /** Forms that mean it only beside its container, or in a document that has a fuller form. */
  readonly weak: readonly string[];
  readonly type: string;
  readonly kind: string;
  /** The key of what contains it; "" for none. */
  readonly within: string;
}

export const columns = ["key", "name", "aliases", "weak", "type", "kind", "within"] as const;

/** Write entries as a gazetteer file, each line of `comments` with "# " before it. */
export function formatGazetteer(entries: readonly GazetteerEntry[], comments: readonly string[]): string {
  const lines = entries.map(entry =>
    [entry.key, entry.name, entry.aliases.join("|"), entry.weak.join("|"), entry.type, entry.kind, entry.within].join(
      "\t",
    ),
  );
  return [...comments.map(comment => `# ${comment}`), columns.join("\t"), ...lines, ""].join("\n");
}

/** Read a gazetteer file back. Empty lines and lines that start with "#" are skipped; the first other line names the columns. */
export function parseGazetteer(text: string): GazetteerEntry[] {
  const lines = text.split("\n").filter(line => line !== "" && !line.startsWith("#"));
  return lines.slice(1).map(line => {
    const [key = "", name = "", aliases = "", weak = "", type = "", kind = "", within = ""] = line.split("\t");
    return { key, name, aliases: split(aliases), weak: split(weak), type, kind, within };
  });
}

function split(cell: string): string[] {
  return cell.split("|").filter(form => form !== "");
}
