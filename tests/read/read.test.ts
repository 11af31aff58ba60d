import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Page } from "../../src/model/page.js";
import type { Problem } from "../../src/model/problem.js";
import { type ReadOptions, readPages } from "../../src/read/index.js";
import { explain } from "../../src/read/sources.js";

const TEXT = "海港市召开岸线规划会议\n市长周远山出席会议并讲话。";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "policygraph-read-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

async function read(
  inputs: readonly string[],
  options: ReadOptions = {},
): Promise<{ pages: Page[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const pages: Page[] = [];
  const paths = inputs.map(input => (input === "-" ? input : join(root, input)));
  for await (const page of readPages(paths, { ...options, onProblem: problem => problems.push(problem) }))
    pages.push(page);
  return { pages, problems };
}

/** Node.js decodes these encodings, but does not encode them. */
const GB18030 = Buffer.from("baa3b8dbcad0d5d9bfaab0b6cfdfb9e6bbaebbe1d2e9a3acd6dcd4b6c9bdcad0b3a4b3f6cfafa1a3", "hex");
const BIG5 = Buffer.from("bb4fa55fa5abac46a9b2a4bda5acb1b6b942ad70b565a143", "hex");

describe("readPages finds", () => {
  it("files below folders, by id, whatever the order of the inputs; hidden and other files are passed over", async () => {
    await write({
      "b.txt": TEXT,
      "a/z.md": TEXT,
      "a/b/y.html": `<p>${TEXT}</p>`,
      ".hidden.txt": TEXT,
      "a/picture.png": "x",
      ".git/c.txt": TEXT,
    });
    const forwards = await read(["a", "b.txt"]);
    const backwards = await read(["b.txt", "a"]);
    expect(forwards.pages.map(page => page.id)).toEqual(["b.txt", "b/y.html", "z.md"]);
    expect(backwards).toEqual(forwards);
    expect(forwards.problems).toEqual([]);
  });

  it("each file once, and gives files of one name two ids", async () => {
    await write({ "a/x.txt": TEXT, "b/x.txt": "另一页。" });
    const { pages } = await read(["a", "a/x.txt", "b", "a"]);
    expect(pages.map(page => page.id)).toEqual([join(root, "a/x.txt"), join(root, "b/x.txt")]);
  });

  it("globs, from the working folder, too", async () => {
    await write({ "a/x.txt": TEXT, "a/b/y.txt": TEXT, "a/n.json": '{"id":"n","text":"t"}' });
    expect((await read(["a/**/*.txt"])).pages.map(page => page.id)).toEqual(["b/y.txt", "x.txt"]);
    const pages: Page[] = [];
    for await (const page of readPages([`${relative(process.cwd(), root)}/a/*.txt`])) pages.push(page);
    expect(pages.map(page => page.id)).toEqual(["x.txt"]);
  });

  it("its way through links that go in circles", async () => {
    await write({ "a/x.txt": TEXT });
    await symlink("..", join(root, "a/up"));
    await symlink("self.txt", join(root, "a/self.txt"));
    const { pages, problems } = await read(["a"]);
    expect(pages).toHaveLength(1);
    expect(problems.map(problem => problem.where)).toEqual([join(root, "a/self.txt")]);
  });

  it("nothing in what it is told to leave out", async () => {
    await write({ "x.txt": TEXT, "out/y.txt": TEXT });
    expect((await read([""], { except: [join(root, "out")] })).pages.map(page => page.id)).toEqual(["x.txt"]);
  });
});

describe("readPages takes from Markdown", () => {
  it.each([
    ["marks before headings", "# 规划公布\n\n  ## 總則\n正文。", "规划公布\n\n總則\n正文。"],
    ["marks on both sides", "### 第一章 ###\n", "第一章\n"],
    ["lines below headings, which keep their place", "规划公布\n====\n總則\n---\n正文。", "规划公布\n\n總則\n\n正文。"],
  ])("%s", async (_, markdown, text) => {
    await write({ "a.md": markdown, "b.md.gz": gzipSync(markdown) });
    expect((await read(["a.md", "b.md.gz"])).pages.map(page => page.text)).toEqual([text, text]);
  });

  it.each([
    ["hashes that are no headings", "a.md", "#1号线开通，见 C# 一文。\n    # 缩进\n五 #"],
    ["rules between paragraphs", "a.md", "一段。\n\n---\n二段。"],
    ["anything in plain text", "a.txt", "# 1 号文件\n=====\n"],
  ])("but not %s", async (_, file, text) => {
    await write({ [file]: text });
    expect((await read([file])).pages.map(page => page.text)).toEqual([text]);
  });
});

describe("readPages decodes", () => {
  const chinese = "海港市召开岸线规划会议，周远山市长出席。";
  const utf16 = Buffer.from(`\ufeff${TEXT}`, "utf16le");
  const cases: ReadonlyArray<readonly [name: string, bytes: Uint8Array, text: string]> = [
    ["UTF-8", Buffer.from(TEXT), TEXT],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`), TEXT],
    ["UTF-16, little end first", utf16, TEXT],
    ["UTF-16, big end first", Buffer.from(utf16).swap16(), TEXT],
    ["UTF-16 without a mark", utf16.subarray(2), TEXT],
    ["GB18030", GB18030, chinese],
    ["Big5", BIG5, "臺北市政府公布捷運計畫。"],
    ["line ends of Windows", Buffer.from("一行\r\n二行\r三行"), "一行\n二行\n三行"],
    ["UTF-8 in gzip", gzipSync(TEXT), TEXT],
  ];
  it.each(cases)("%s", async (name, bytes, text) => {
    const file = name.endsWith("gzip") ? "a.txt.gz" : "a.txt";
    await write({ [file]: bytes });
    const { pages, problems } = await read([file]);
    expect(pages[0]?.text).toBe(text);
    expect([...problems, ...pages[0]!.problems]).toEqual([]);
  });

  it("a page whose declaration lies, and says so", async () => {
    await write({
      "a.html": Buffer.concat([Buffer.from('<meta charset="utf-8"><p>'), GB18030]),
      "b.html": `<meta charset="big5"><p>${TEXT}</p>`,
    });
    const { pages } = await read([""]);
    expect(pages[0]!.text).toBe(chinese);
    expect(pages[0]!.problems[0]!.what).toMatch(/says .* utf-8, but .* gb18030/u);
    expect(pages[1]!.problems[0]!.what).toMatch(/says .* big5, but .* utf-8/u);
  });

  it("what it can of damaged bytes, and counts the rest", async () => {
    await write({
      "a.txt": Buffer.concat([Buffer.from(TEXT.repeat(5)), Buffer.from([0xe6, 0xb5]), Buffer.from(TEXT)]),
    });
    const { pages } = await read(["a.txt"]);
    expect(pages[0]!.text).toContain("\ufffd");
    expect(pages[0]!.problems[0]!.what).toMatch(/^1 place /u);
  });
});

describe("readPages turns HTML into lines", () => {
  async function page(html: string): Promise<Page> {
    await write({ "a.html": html });
    return (await read(["a.html"])).pages[0]!;
  }

  it("with blocks, list items and table rows of their own, and no scripts or sounds", async () => {
    const { text } = await page(
      "<h1>标题</h1><p>一段<b>粗</b>\n 文字<br>下一行</p><ul><li>甲<li>乙</ul><table><tr><th>指标<th>数值<tr><td>吞吐量</td><td>3&nbsp;万吨</td></table>" +
        "<script>var a = '<p>x</p>'</script><style>p{}</style><p><ruby>聯<rp>(</rp><rt>lián</rt><rp>)</rp></ruby>合</p>",
    );
    expect(text.split("\n")).toEqual([
      "标题",
      "一段粗 文字",
      "下一行",
      "甲",
      "乙",
      "指标\t数值",
      "吞吐量\t3\u00a0万吨",
      "聯合",
    ]);
  });

  it("and sets apart what its markup says is no text", async () => {
    const paragraph = `<p>${"海港市召开岸线规划会议，市长出席。".repeat(3)}</p>`;
    const { text, setApart } = await page(
      `<div class="top-nav">首页</div><h1>标题</h1>${paragraph}<div style="display: none"><a>赌场</a></div>${paragraph}` +
        "<ul><li><a>一</a></li><li><a>二</a></li><li><a>三</a></li></ul><footer>版权</footer>",
    );
    const lines = text.split("\n");
    const reasons = setApart!.flatMap(({ start_line, end_line, reason }) =>
      lines.slice(start_line - 1, end_line).map(line => `${line} ${reason}`),
    );
    expect(reasons).toEqual([
      "首页 navigation",
      "赌场 hidden",
      "一 link-list",
      "二 link-list",
      "三 link-list",
      "版权 footer",
    ]);
  });

  it("and doesn't believe markup that would leave nothing", async () => {
    const { setApart } = await page(
      `<div class="sidebar"><p>${"海港市召开岸线规划会议，市长出席。".repeat(3)}</p></div>`,
    );
    expect(setApart).toEqual([]);
  });

  it("with title, date, outlet and address of its head", async () => {
    const meta =
      '<meta name="PubDate" content="2023-05-06 10:20"><meta name="ContentSource" content="港口局"><link rel="canonical" href="https://example.org/a">';
    expect(await page(`<title>岸线 &amp; 规划</title>${meta}<p>文字</p>`)).toMatchObject({
      title: "岸线 & 规划",
      published: "2023-05-06T10:20:00+08:00",
      outlet: "港口局",
      url: "https://example.org/a",
    });
  });

  it("however deep its tags are nested", async () => {
    const { text, problems } = await page(
      `${"<div>".repeat(100_000)}深处的文字<script>x</script>${"</div>".repeat(100_000)}`,
    );
    expect(text).toBe("深处的文字");
    expect(problems[0]!.what).toMatch(/nested/u);
  });
});

describe("readPages takes records", () => {
  it("as they stand, from JSONL, arrays, single objects and the standard input", async () => {
    await write({
      "a.jsonl": '{"id":"1","text":" a\\u2028\\r\\n b ","title":"t","published":null,"more":1}\n\n{"id":"2","text":""}',
      "b.json": '[{"id":"3","text":"c"},{"id":"4","text":"d"}]',
      "c.json": '{"id":"5","text":"e"}',
    });
    const stdin = (async function* () {
      yield Buffer.from('{"id":"6","te');
      yield Buffer.from('xt":"海港"}\n{"id":"7","text":"港"}');
    })();
    const { pages, problems } = await read(["", "-"], { stdin });
    expect(problems).toEqual([]);
    expect(pages.map(({ id, text }) => [id, text])).toEqual([
      ["1", " a\u2028\r\n b "],
      ["2", ""],
      ["3", "c"],
      ["4", "d"],
      ["5", "e"],
      ["6", "海港"],
      ["7", "港"],
    ]);
    expect(pages[0]).toMatchObject({ isClean: true, title: "t", path: `${join(root, "a.jsonl")}#1` });
    expect(pages[0]!.published).toBeUndefined();
  });

  it("and names the line of each that is wrong", async () => {
    await write({ "a.jsonl": '{"id":"1","text":"a"}\n{"id":2}\nnope\n{"id":"1","text":"again"}\n' });
    const { pages, problems } = await read(["a.jsonl"]);
    expect(problems.map(problem => problem.where)).toEqual([
      `${join(root, "a.jsonl")}:2`,
      `${join(root, "a.jsonl")}:3`,
    ]);
    expect(pages.map(({ id, text }) => [id, text])).toEqual([
      ["1", "a"],
      ["1~2", "again"],
    ]);
    expect(pages[1]!.problems).toHaveLength(1);
  });
});

describe("readPages goes on past", () => {
  it("whatever is wrong with a page, and says what, where and what to do", async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, at) => `第${at * 7919}行。`).join("\n")));
    await write({
      "pages/empty.txt": "",
      "pages/binary.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0, 0, 1]),
      "pages/notgzip.txt.gz": "text",
      "pages/cut.txt.gz": packed.subarray(0, packed.length - 2000),
      "pages/good.txt": TEXT,
      "none/readme.rst": "x",
      "a.pdf": "%PDF",
    });
    const { pages, problems } = await read(["pages", "none", "a.pdf", "missing", "no/*.txt"]);
    expect(pages.map(page => page.id)).toEqual(["cut.txt.gz", "good.txt"]);
    expect(pages[0]!.problems[0]!.what).toMatch(/ends too early/u);
    const said = Object.fromEntries(problems.map(({ where, what }) => [relative(root, where), what]));
    expect(said).toEqual({
      "a.pdf": expect.stringMatching(/can't be read as a page/u),
      missing: expect.stringMatching(/no such file/u),
      "no/*.txt": expect.stringMatching(/No page matches/u),
      none: expect.stringMatching(/no pages in this folder/u),
      "pages/binary.txt": expect.stringMatching(/no text/u),
      "pages/empty.txt": expect.stringMatching(/empty/u),
      "pages/notgzip.txt.gz": expect.stringMatching(/no sound gzip/u),
    });
    expect(problems.every(problem => problem.hint)).toBe(true);
  });

  it("files that may not be read, in plain words", () => {
    expect(explain("EACCES")[0]).toMatch(/no permission/u);
    expect(explain("EIO")[0]).toContain("EIO");
  });
});

describe("a page too long to be one", () => {
  it("is left out with its length and what to do, and the others are read", async () => {
    await write({ "a-long.txt": "岸".repeat(5_000_001), "b-short.txt": TEXT });
    const { pages, problems } = await read([""]);
    expect(pages.map(({ id }) => id)).toEqual(["b-short.txt"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      where: expect.stringContaining("a-long.txt"),
      what: expect.stringContaining("5,000,001 characters"),
      hint: expect.stringContaining("JSONL"),
    });
  });
});
