import { expect, test } from "vitest";
import { policygraph } from "./program.js";

const topics = ["", " list", " check", " new", " test", " coverage", " diff"].map(topic => `rules${topic}`);
test.each(["build", "extract", "view", "explain", "export", "diff", "evaluate", ...topics])(
  "%s --help tells how it is used, on stdout",
  async command => {
    const { status, stdout, stderr } = await policygraph([...command.split(" "), "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`Usage: policygraph ${command}`);
    expect(stdout).toMatch(command === "rules" ? /Commands:/ : /Examples:\n {2}policygraph/);
  },
);

test.each([
  { words: [], says: "Usage: policygraph" },
  { words: ["biuld", "pages"], says: "(Did you mean build?)" },
  { words: ["extract"], says: "missing required argument 'input'" },
  { words: ["build", "examples/pages"], says: "required option '-o, --output <dir>' not specified" },
  { words: ["build", "-o", "out"], says: "There is nothing to read." },
  { words: ["build", "-", "-o", "out", "--watch"], says: "--watch cannot read the standard input again." },
  { words: ["export", "out", "-o", "x"], says: "required option '-f, --format <format>' not specified" },
  { words: ["extract", "examples/pages", "--outptu", "x"], says: "(Did you mean --output?)" },
  { words: ["view", "out", "--port", "many"], says: "It has to be a whole number from 1 to 65535." },
])("wrong usage ends with status 2: policygraph $words", async ({ words, says }) => {
  const { status, stdout, stderr } = await policygraph(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(says);
});
