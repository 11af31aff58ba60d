import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { toFailure } from "./failure.js";
import { breathe } from "./interrupt.js";

/**
 * A file that stands under its name only when it is whole: it is written beside its place and renamed by `publish`.
 * Whatever ends the program before that, Ctrl-C included, removes the unfinished file and leaves the old one untouched.
 * A target that is no regular file (a pipe, a device) is opened straight; a folder is refused at once.
 */
export class AsideFile {
  private readonly target: string;
  private readonly written: string;
  private descriptor: number | undefined;
  private waiting: string[] = [];
  private waitingLength = 0;

  constructor(readonly path: string) {
    this.target = followLink(path);
    this.written = isSpecial(this.target) ? this.target : besideOf(this.target);
    this.descriptor = this.saying(() => openSync(this.written, "w"));
    if (this.isAside) unfinished.add(this.written);
  }

  write(piece: string | Uint8Array): void {
    if (typeof piece !== "string") return this.writeBytes(piece);
    this.waiting.push(piece);
    this.waitingLength += piece.length;
    if (this.waitingLength >= BUFFERED) this.flush();
  }

  /** Writes all of `chunks`, and lets signals through meanwhile. */
  async writeAll(chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void> {
    for await (const chunk of chunks) {
      this.write(chunk);
      await breathe();
    }
  }

  /** Everything is on the disk after this, still beside its place. */
  close(): void {
    const descriptor = this.descriptor;
    if (descriptor === undefined) return;
    this.flush();
    this.saying(() => {
      if (this.isAside) fsyncSync(descriptor);
      closeSync(descriptor);
    });
    this.descriptor = undefined;
  }

  /** Puts the finished file in its place, in one step. */
  publish(): void {
    this.close();
    if (!this.isAside) return;
    this.saying(() => renameSync(this.written, this.target));
    unfinished.delete(this.written);
  }

  private get isAside(): boolean {
    return this.written !== this.target;
  }

  private flush(): void {
    const text = this.waiting.join("");
    this.waiting = [];
    this.waitingLength = 0;
    this.saying(() => writeFileSync(this.descriptor as number, text));
  }

  private writeBytes(bytes: Uint8Array): void {
    this.flush();
    this.saying(() => writeFileSync(this.descriptor as number, bytes));
  }

  private saying<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw toFailure(error, `write ${this.path}`);
    }
  }
}

const BUFFERED = 1 << 18;

/**
 * Makes a folder and those above it; a folder that is there is fine. It climbs by itself, because Node.js 20 never comes
 * back from making folders where the system says that even an existing parent isn't there (/proc).
 */
export function makeFolder(path: string): void {
  try {
    if (!existsSync(dirname(resolve(path)))) makeFolder(dirname(resolve(path)));
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(path);
  } catch (error) {
    throw toFailure(error, `make the folder ${path}`);
  }
}

const unfinished = new Set<string>();
process.once("exit", () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`);
}

/** Renaming onto a symbolic link would replace the link, so the file that it names is written instead. */
function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function isSpecial(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}
