import type { Page } from "../model/page.js";
import type { Problem } from "../model/problem.js";
import { decode, isBinary } from "./decode.js";
import { readHtml } from "./html.js";
import { chunksOf, load, Unreadable } from "./load.js";
import { type Read, readJson, readJsonLines } from "./records.js";
import { findSources, type Source } from "./sources.js";

export interface ReadOptions {
  /** Files and folders that are passed over, though they lie inside the inputs. */
  readonly except?: readonly string[];
  /** Called for each input, file or record that gave no page. What is awkward about a page travels with the page. */
  readonly onProblem?: (problem: Problem) => void;
  /** Where "-" reads JSONL from. Default: the standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * Read the pages that files, folders, globs and "-" (JSONL from the standard input) name: one at a time, files in the
 * order of their ids, whatever the order of the inputs. Nothing that is wrong with one page stops the others.
 */
export async function* readPages(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Page> {
  const { except, onProblem = () => {}, stdin = process.stdin } = options;
  const distinct = givingDistinctIds();
  const { sources, problems } = await findSources(
    inputs.filter(input => input !== "-"),
    except,
  );
  problems.forEach(onProblem);
  for await (const read of allOf(sources, inputs.includes("-") ? stdin : undefined)) {
    if ("problem" in read) onProblem(read.problem);
    else if (read.page.text.length > LONGEST_TEXT) onProblem(tooLong(read.page));
    else yield distinct(read.page);
  }
}

/** Characters of one page: more than a thousand times the longest article, and as much as is read within a minute or two. */
export const LONGEST_TEXT = 5_000_000;

function tooLong({ path, text }: Page): Problem {
  const count = (characters: number): string => characters.toLocaleString("en");
  return {
    where: path,
    what: `The page holds ${count(text.length)} characters; one of more than ${count(LONGEST_TEXT)} is no page, and it is left out.`,
    hint: "Split it into its articles, or write them to a JSONL file, one record each.",
  };
}

async function* allOf(sources: readonly Source[], stdin: AsyncIterable<Uint8Array> | undefined): AsyncGenerator<Read> {
  for (const source of sources) yield* readSource(source);
  if (stdin) yield* readJsonLines(stdin, "-");
}

/** Records of several files may share an id; the second one is numbered, so that no fact of the two is confused. */
function givingDistinctIds(): (page: Page) => Page {
  const uses = new Map<string, number>();
  return page => {
    const use = (uses.get(page.id) ?? 0) + 1;
    uses.set(page.id, use);
    if (use === 1) return page;
    const what = `Another page has the id "${page.id}" already, so this one is called "${page.id}~${use}".`;
    return {
      ...page,
      id: `${page.id}~${use}`,
      problems: [...page.problems, { where: page.path, what, hint: "Give each record an id of its own." }],
    };
  };
}

async function* readSource(source: Source): AsyncGenerator<Read> {
  try {
    if (source.format === "jsonl") yield* readJsonLines(chunksOf(source), source.path);
    else yield* readFile(source, await load(source));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { problem: { where: source.path, what: error.message, hint: error.hint } };
  }
}

function* readFile(source: Source, { bytes, cut }: Awaited<ReturnType<typeof load>>): Generator<Read> {
  const where = source.path;
  if (bytes.length === 0)
    return yield { problem: { where, what: "The file is empty.", hint: "Remove it, or save the page again." } };
  if (isBinary(bytes))
    return yield {
      problem: {
        where,
        what: "The file holds no text.",
        hint: "Save the page as text or HTML (PDF, Word and pictures can't be read).",
      },
    };
  const { text, remarks } = decode(bytes);
  if (source.format === "json") return yield* readJson(text, where);
  const problems = remarks.map((what): Problem => ({ where, what }));
  if (cut) problems.push({ where, what: cut.message, hint: cut.hint });
  yield { page: source.format === "html" ? htmlPage(source, text, problems) : textPage(source, text, problems) };
}

function textPage({ id, path, format }: Source, text: string, problems: readonly Problem[]): Page {
  const lines = text.replace(/\r\n?/gu, "\n");
  return { id, path, text: format === "markdown" ? withoutHeadingMarks(lines) : lines, isClean: false, problems };
}

/**
 * Markdown without the marks that make a line a heading: they are no part of what it says. Lines keep their numbers.
 *
 *     "## 總則 ##"  ->  "總則"        "标题\n====="  ->  "标题\n"
 */
function withoutHeadingMarks(markdown: string): string {
  return markdown
    .replace(/^ {0,3}#{1,6}[ \t\u3000]+(.*)/gmu, (_, heading: string) => heading.replace(/[ \t]#+[ \t]*$/u, ""))
    .replace(UNDERLINE, "");
}

/** A heading of the other kind has a line of = or - below it. */
const UNDERLINE = /(?<=\S[^\n]*\n)(?:=+|-{2,})[ \t]*$/gmu;

function htmlPage({ id, path }: Source, html: string, problems: readonly Problem[]): Page {
  const { remarks, ...page } = readHtml(html);
  return {
    id,
    path,
    ...page,
    isClean: false,
    problems: [...problems, ...remarks.map((what): Problem => ({ where: path, what }))],
  };
}
