/** Something wrong in a rule pack or a gazetteer. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly hint: string;
}

/** All the faults of the rules, reported together, before the first page. */
export class RuleFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(formatFault).join("\n"));
    this.name = "RuleFaults";
  }
}

/** "rules/names.yaml:41  the pattern is empty\n    Write at least one element." */
export function formatFault({ file, line, what, hint }: Fault): string {
  return `${file}:${line}  ${what}\n    ${hint}`;
}
