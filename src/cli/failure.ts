/**
 * An end that the user can do something about: bad input, a full disk, wrong usage. It is printed as `message` and `hint`
 * without a stack trace. Any other error that reaches `main` is a bug of ours.
 */
export class Failure extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    readonly status: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** What the operating system's error codes mean for someone who never saw one, and what they can do. */
const meanings: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: ["there is no such file or folder", "Check the path; the folder above it must exist."],
  EACCES: ["permission is denied", "Choose a place that you may write to, or change the permissions."],
  EPERM: ["the system does not permit it", "Choose a place that you may write to."],
  EROFS: ["it is on a read-only disk", "Choose a folder on a disk that can be written to."],
  ENOSPC: ["the disk is full", "Free some space, or choose a folder on another disk, and run the command again."],
  EDQUOT: ["your disk quota is used up", "Free some space, or choose a folder on another disk."],
  EFBIG: ["the file would be larger than the system allows", "Raise the limit with ulimit -f, or read fewer pages."],
  ENOTDIR: ["a part of its path is a file, not a folder", "Choose another path."],
  EISDIR: ["it is a folder, not a file", "Name a file inside it."],
  EEXIST: ["a file of that name stands there already", "Choose another name, or move the file away."],
  ENAMETOOLONG: ["its name is too long", "Choose a shorter name."],
  EMFILE: ["too many files are open", "Close other programs, or raise the limit with ulimit -n."],
};

/**
 * Turn an error of the operating system into a Failure that says what could not be done and why. Anything else is given
 * back as it is, because it is our bug.
 *
 *     toFailure(ENOSPC, "write out/graph.json")  ->  "Cannot write out/graph.json: the disk is full."
 */
export function toFailure(error: unknown, doing: string): unknown {
  const code = codeOf(error);
  const meaning = code === undefined ? undefined : meanings[code];
  return meaning ? new Failure(`Cannot ${doing}: ${meaning[0]}.`, meaning[1]) : error;
}

/** The `code` of a system error ("ENOENT"), if it is one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" ? code : undefined;
}
