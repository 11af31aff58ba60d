import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { policygraph, temporaryFolder } from "./program.js";

const TEXT = "广州市副市长陈志英出席会议。清远市政府希望印发《港口岸线规划》。";

describe("explain", () => {
  it("shows phase by phase what was found, what it lost to, and what was refused", async () => {
    const { status, stdout } = await policygraph(["explain", TEXT]);
    expect(status).toBe(0);
    const phases = stdout.split("\n\n").map(section => section.split("\n")[0]);
    expect(phases[0]).toBe("known names, and words that stand for names");
    expect(phases.at(-1)).toBe("what the document says");
    expect(phases.indexOf("people")).toBeLessThan(phases.indexOf("relations"));
    expect(stdout).toMatch(/^ {2}\+ 广州市 {2}place-in-gazetteer {2}place place:440100$/m);
    expect(stdout).toMatch(/^ {2}\+ .*副市长陈志英 {2}title-before-name {2}.*title 副市长/m);
    expect(stdout).toMatch(/^ {2}- .* lost to \S+ at /m);
    expect(stdout).toMatch(/^ {2}x 清远市政府希望印发《港口岸线规划》 {2}\S+ {2}not asserted: 希望$/m);
  });

  it("reads a file, too", async () => {
    const file = join(temporaryFolder(), "page.jsonl");
    writeFileSync(file, `${JSON.stringify({ id: "a", text: TEXT })}\n`);
    const { status, stdout } = await policygraph(["explain", file]);
    expect(status).toBe(0);
    expect(stdout).toContain("陈志英 holds_position 广州市 {title: 副市长}");
  });

  it("tells a path that isn't there from a text", async () => {
    const { status, stderr } = await policygraph(["explain", "no/such/page.txt"]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("There is no file no/such/page.txt"),
    });
  });
});

describe("explain --missing", () => {
  it("tells why a relation was not found", async () => {
    const { status, stdout } = await policygraph(["explain", TEXT, "--missing", "省政府 issues 港口岸线规划"]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "The text does not hold 省政府.\n" });
  });

  it("what is no relation is wrong usage", async () => {
    const { status, stderr } = await policygraph(["explain", TEXT, "--missing", "清远市政府 发布 规划"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("holds_position") });
  });
});
