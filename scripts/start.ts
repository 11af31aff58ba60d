/**
 * `npm start`: builds the examples' graph and shows it. With a terminal it serves the viewer until Ctrl-C; without one it
 * makes sure that the viewer answers, says where everything is, and ends.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const policygraph = ["--import", "tsx", "src/cli/main.ts"];
const isAttended = process.stdin.isTTY === true && process.stdout.isTTY === true;

const built = spawnSync(process.execPath, [...policygraph, "build", "examples/pages", "-o", "out"], {
  stdio: "inherit",
});
process.exitCode = built.status ?? 1;
if (built.status === 0) await (isAttended ? showUntilCtrlC() : checkThatItAnswers());

async function showUntilCtrlC(): Promise<void> {
  const viewer = spawn(process.execPath, [...policygraph, "view", "out"], { stdio: "inherit" });
  process.on("SIGINT", () => {});
  await once(viewer, "exit");
}

async function checkThatItAnswers(): Promise<void> {
  const viewer = spawn(process.execPath, [...policygraph, "view", "out", "--no-open", "--quiet"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await firstLineOf(viewer);
    const answer = await fetch(url);
    if (!answer.ok || !(await answer.text()).includes("<html"))
      throw new Error(`The viewer answered ${answer.status}.`);
    console.log(
      "The viewer answers over http. To look at it:\n  open out/index.html in a browser, or\n  run npm start in a terminal",
    );
  } finally {
    viewer.kill();
    await once(viewer, "exit");
  }
}

async function firstLineOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) return line;
  throw new Error("The viewer did not start.");
}
