import { describe, expect, it } from "vitest";
import { type Alphabet, compilePattern } from "../../src/engine/compile.js";
import { holds } from "../../src/engine/neighbours.js";
import { parsePattern } from "../../src/engine/pattern.js";

/** Every word stands for itself in half width; the class "name" is the letter x, "title" the letter y. */
const alphabet: Alphabet = {
  classCharacters: name => ({ name: "x", title: "y" })[name] ?? "",
  word: text => text.normalize("NFKC"),
  list: () => [],
};

describe("compilePattern", () => {
  const cases: ReadonlyArray<readonly [pattern: string, text: string, anchor: number]> = [
    ["{name} （ {name} ） !{title}", "x(x)y", 4],
    ["{name} !（ {name} ） {title}", "x(x)y", 1],
    ["{name} （ !{name} ） {title}", "x(x)y", 2],
    ["!{title} ） {name}", "y)x", 0],
    ["{name} ［ {name} ］ !{title}", "x[x]y", 4],
    ["(（|）) !{title}", ")y", 1],
    ["会议） !{title}", "会议)y", 3],
  ];

  it.each(cases)("%s matches %s: the marks beside the anchor let it through", (written, text, anchor) => {
    const { expression, starts, before, behind } = compilePattern(parsePattern(written), alphabet);
    expression.lastIndex = anchor;
    expect(expression.test(text)).toBe(true);
    expect(starts.some(start => text.startsWith(start, anchor))).toBe(true);
    if (before) expect(holds(before, text.charCodeAt(anchor - 1))).toBe(true);
    if (behind) expect(holds(behind, text.charCodeAt(anchor + 1))).toBe(true);
  });
});
