import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AsideFile } from "../../src/cli/aside.js";
import { temporaryFolder } from "./program.js";

test("a file stands under its name only when it is whole", async () => {
  const path = join(temporaryFolder(), "graph.json");
  const file = new AsideFile(path);
  await file.writeAll(["人", "物\n"]);
  file.close();
  expect(existsSync(path)).toBe(false);
  file.publish();
  expect(readFileSync(path, "utf8")).toBe("人物\n");
});

test("texts far longer than the buffer arrive whole and in order", () => {
  const path = join(temporaryFolder(), "facts.jsonl");
  const file = new AsideFile(path);
  const lines = Array.from({ length: 50_000 }, (_, number) => `第${number}行\n`);
  for (const line of lines) file.write(line);
  file.publish();
  expect(readFileSync(path, "utf8")).toBe(lines.join(""));
});

test("the file that a symbolic link names is replaced, not the link", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "real.json"), "old");
  symlinkSync(join(folder, "real.json"), join(folder, "link.json"));
  const file = new AsideFile(join(folder, "link.json"));
  file.write("new");
  file.publish();
  expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
  expect(readdirSync(folder).sort()).toEqual(["link.json", "real.json"]);
});
