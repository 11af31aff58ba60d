import type { WriteStream } from "node:tty";

/**
 * One line on a terminal that is drawn over and over while work goes on, and wiped at its end. Work that ends within a
 * second shows nothing. The number of pages isn't known before the last is read, so it counts and doesn't promise.
 *
 *     ⠹ reading 1,204 documents, 3.1 MB, 12 s
 */
export class Progress {
  private readonly started = performance.now();
  private drawn = 0;
  private isShown = false;

  constructor(
    private readonly stream: WriteStream,
    private readonly isOn: boolean,
  ) {}

  /** Tells what is going on; `describe` is only called when the line is drawn. */
  update(describe: () => string): void {
    if (!this.isOn) return;
    const now = performance.now();
    if (now - this.started < QUIET_MS || now - this.drawn < FRAME_MS) return;
    this.drawn = now;
    this.isShown = true;
    const seconds = Math.round((now - this.started) / 1000);
    const frame = FRAMES[Math.floor(now / FRAME_MS) % FRAMES.length];
    const line = `${frame} ${describe()}, ${seconds} s`;
    this.stream.write(`\r${CLEAR_LINE}${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  end(): void {
    if (this.isShown) this.stream.write(`\r${CLEAR_LINE}`);
    this.isShown = false;
  }
}

const QUIET_MS = 1000;
const FRAME_MS = 100;
const FRAMES = [..."⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"];
const CLEAR_LINE = "\u001b[K";
