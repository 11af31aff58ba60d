import { existsSync } from "node:fs";
import { Failure } from "./failure.js";

/** Throws a Failure where the viewer isn't built, so that a build ends before it reads the first page and not behind the last. */
export function needViewer(): void {
  if (!existsSync(BUILT_VIEWER))
    throw new Failure("The viewer isn't built.", "In a checkout, run this first: npm run build:viewer");
}

const BUILT_VIEWER = new URL("../../viewer/dist/index.html", import.meta.url);
