/** Something awkward about one page that did not stop the run. The CLI prints these at the end, `report.json` lists them. */
export interface Problem {
  /** Where it happened: a path, or a path and a line ("pages/a.txt:12"). */
  readonly where: string;
  /** What is wrong, as a whole sentence in plain words. */
  readonly what: string;
  /** What the reader can do about it. */
  readonly hint?: string;
}
