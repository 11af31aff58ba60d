/**
 * Makes `dist/`, what is published: the compiled sources, with the rules and the built viewer beside them as in the
 * checkout, so that code finds both by the same relative paths.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });
execFileSync("npx", ["--no-install", "tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
cpSync("rules", "dist/rules", { recursive: true });
cpSync("viewer/dist", "dist/viewer/dist", { recursive: true });
chmodSync("dist/src/cli/main.js", 0o755);
