import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/clean/index.js";
import { check, pageOf } from "./check.js";

const PARAGRAPHS = [
  "海港市人民政府三月五日印發《海港市岸線規劃》，要求各區在年底以前完成岸線調查。",
  "市長周遠山在會上表示，規劃實施以後，老碼頭將改為公園。",
  "“我们要把港口建设好！”副市长林小舟说。",
  "二、工作目标",
  "组长：周远山　市长",
  "到2030年，港口吞吐量达到3000万吨；新建泊位12个。",
  "新聞聯絡人：港務局 陳秘書 電話：06-1234567",
];

describe("clean", () => {
  it("keeps headline and paragraphs of a mirrored page, and says why the rest went", () => {
    const document = check(
      [
        "首頁 > 新聞 > 正文 @ navigation",
        "財經 @ navigation",
        "   海港市印發岸線規劃 老碼頭變公園",
        "2023-03-06 08:15:00 來源：海港日報 作者：小周 @ metadata",
        "字號：大 中 小 @ share-bar",
        "",
        PARAGRAPHS[0],
        "—— 廣告 —— @ advert",
        "讓老碼頭重生",
        PARAGRAPHS[1],
        "相關閱讀：海港市舉辦春季市集 @ related-news",
        PARAGRAPHS[4],
        "標籤：港口 規劃 @ tags",
        "海港市舉辦春季市集 @ related-news",
        "關於我們 | 聯絡我們 | 隱私權政策 @ footer",
        "Copyright © 2010-2023 All Rights Reserved @ footer",
        "未經授權，請勿轉載！ @ disclaimer",
        "欧美日韩在线观看| 亚洲无码高清| 国产精品自拍免费观看| 久久精品 @ spam-block",
        "無料で動画をご覧いただけます @ foreign-script-block",
      ].join("\n"),
    );
    expect(document).toMatchObject({
      title: "海港市印發岸線規劃 老碼頭變公園",
      published: "2023-03-06T08:15:00+08:00",
      outlet: "海港日報",
    });
  });

  it("keeps contacts and members at the end of a page", () => {
    check(["某區公所公告", PARAGRAPHS[1], PARAGRAPHS[4], "副组长：林小舟　副市长", PARAGRAPHS[6]].join("\n"));
  });

  it("keeps each story of a page that holds several, and takes title and date from the first", () => {
    const document = check(
      [
        "老碼頭變公園",
        "2023-03-06 來源：海港日報 @ metadata",
        PARAGRAPHS[0],
        "港口擴建動工",
        "2023-03-07 來源：海港時報 @ metadata",
        "（原標題：港口擴建今日動工） @ duplicate-title",
        PARAGRAPHS[1],
      ].join("\n"),
    );
    expect(document).toMatchObject({ title: "老碼頭變公園", published: "2023-03-06", outlet: "海港日報" });
  });

  it("reads the heads of public notices", () => {
    const document = check(
      ["海政發〔2023〕5號", "海港市人民政府", "關於印發岸線規劃的通知", "各區人民政府：", PARAGRAPHS[0]].join("\n"),
    );
    expect(document.title).toBe("海港市人民政府關於印發岸線規劃的通知");
  });

  it("gives no title to a page that begins with its text", () => {
    const document = check([PARAGRAPHS[0], "一、總體要求", PARAGRAPHS[1]].join("\n"));
    expect(document.title).toBeUndefined();
    expect(document.published).toBeUndefined();
  });

  const heads: ReadonlyArray<readonly [line: string, published: string | undefined, outlet: string | undefined]> = [
    ["2021-08-09 11:15:09 來源:海港日報", "2021-08-09T11:15:09+08:00", "海港日報"],
    ["发布时间：2022年3月5日　来源：《海港日报》　点击：120", "2022-03-05", "海港日报"],
    ["來源：海港時報 發佈日期：110年03月03日", "2021-03-03", "海港時報"],
    ["中華民國一一〇年", undefined, undefined],
    ["民國99年1月2日", "2010-01-02", undefined],
    ["海港新聞網 2024/06/30 12:30", "2024-06-30T12:30:00+08:00", undefined],
    ["2021-08-09 来源：本站原创", "2021-08-09", undefined],
    ["2021-13-45 来源：海港网", undefined, "海港网"],
  ];
  it.each(heads)("reads %s", (line, published, outlet) => {
    const document = clean(pageOf(`海港市印發岸線規劃\n${line}\n${PARAGRAPHS[0]}`));
    expect([document.published, document.outlet]).toEqual([published, outlet]);
  });

  it("prefers what the markup declares, and cuts the site's name off a title", () => {
    const known = { title: "海港市印发岸线规划_海港新闻网", published: "2023-03-06", outlet: "海港局" };
    const document = clean(pageOf(`海港市印发岸线规划\n2023-03-06 08:15 来源：转载网\n${PARAGRAPHS[0]}`, known));
    expect(document).toMatchObject({
      title: "海港市印发岸线规划",
      published: "2023-03-06T08:15:00+08:00",
      outlet: "海港局",
    });
  });

  const repairs: ReadonlyArray<readonly [damaged: string, repaired: string]> = [
    ["兩市舉行簽(qiān)約儀式。", "兩市舉行簽約儀式。"],
    ["兩市聯（lián）合簽qiān約，推進(jìn)建設(shè)。", "兩市聯合簽約，推進建設。"],
    ["讀作ㄍㄤˇ的港(ㄍㄤˇ)口已完工。", "讀作ㄍㄤˇ的港口已完工。"],
    ["港口，，已經完工。。公園、、廣場同時開放。", "港口，已經完工。公園、廣場同時開放。"],
    ["兩市舉行簽 (qiān) 約儀式。", "兩市舉行簽約儀式。"],
    ["兩(liang)市舉(ju)行簽(qian)約儀(yi)式，聯(lian2)合公布。", "兩市舉行簽約儀式，聯合公布。"],
    ["智慧助理(ai)與入口(wang)上線，平臺(ping)開放。", "智慧助理(ai)與入口(wang)上線，平臺(ping)開放。"],
    ["港口&nbsp;已經完工&mdash;&mdash;耗資&#51;億元，AT&T與R&D如常。", "港口已經完工——耗資3億元，AT&T與R&D如常。"],
    ["市政府公布<<海港規劃>>與＜港口條例＞，全文五章。", "市政府公布《海港規劃》與＜港口條例＞，全文五章。"],
    ["港口已經完工.公園同時開放.約翰.史密斯出席.", "港口已經完工。公園同時開放。約翰。史密斯出席。"],
    ["港口已經完工。約翰.史密斯、喬治.布朗出席。", "港口已經完工。約翰.史密斯、喬治.布朗出席。"],
    ["港口\u200b已經完工，\ufeff公園\u00ad開放。", "港口已經完工，公園開放。"],
    ["投資 達 30 億元 ，今年 5 月 完工。", "投資達30億元，今年5月完工。"],
    ['市政府公布"海港規劃"與“港口條例"，全文五章。', "市政府公布“海港規劃”與“港口條例”，全文五章。"],
    ["港口k3jd8s9fa2x7已經完工，耗資三億元。", "港口已經完工，耗資三億元。"],
    ["港口<!-- 插入 -->已經完工，耗資三億元。", "港口已經完工，耗資三億元。"],
    [
      "代號CR400AF的列車、H1N1疫苗（café）與ISO9001認證……都在此。",
      "代號CR400AF的列車、H1N1疫苗（café）與ISO9001認證……都在此。",
    ],
  ];
  it.each(repairs)("repairs %s", (damaged, repaired) => expect(clean(pageOf(damaged)).text).toBe(repaired));

  it("joins lines that were broken at a fixed width, and drops the numbers of the sheets between them", () => {
    const whole =
      "为了加强全市港口岸线的保护和利用，推动老码头的更新改造，根据国家有关法律法规和本市国民经济和社会发展规划的要求，结合海港市岸线资源的实际情况，制定本办法，并由市港口管理部门会同有关部门负责组织实施和监督检查工作，各区人民政府应当予以配合支持。";
    const broken = whole.match(/.{1,20}/gu)!.flatMap((line, at) => (at === 3 ? ["2", line] : [line]));
    broken.push("第二条 本办法自印发之日起施行。");
    const document = clean(pageOf(broken.join("\n")));
    expect(document.text).toBe(`${whole}\n第二条 本办法自印发之日起施行。`);
    expect(document.dropped).toEqual([{ start_line: 4, end_line: 4, reason: "page-number" }]);
  });

  it("joins a sentence that a line end breaks, and leaves headlines, items and signatures on lines of their own", () => {
    const first =
      "海港市政府昨日公布新的港口規劃，全長三十公里的濱海公路將由海港市交通局與清溪市共同興建，並在三年內完";
    const lines = [
      "港口規劃今日公布，公路三年內完工",
      first,
      "工通車。市長表示",
      "，經費已經到位。",
      "一、總體要求，分三期辦理。",
      "海港市政府",
    ];
    expect(clean(pageOf(lines.join("\n"))).text.split("\n")).toEqual([
      lines[0],
      lines.slice(1, 4).join(""),
      lines[4],
      lines[5],
    ]);
  });

  it("leaves out what the markup sets apart", () => {
    const document = clean(
      pageOf(`${PARAGRAPHS[0]}\n${PARAGRAPHS[1]}`, { setApart: [{ start_line: 2, end_line: 2, reason: "hidden" }] }),
    );
    expect(document.text).toBe(PARAGRAPHS[0]);
    expect(document.dropped).toEqual([{ start_line: 2, end_line: 2, reason: "hidden" }]);
  });

  it("takes the text of records character for character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), text => {
        const document = clean(pageOf(text, { isClean: true }));
        return document.text === text && document.dropped.length === 0;
      }),
    );
  });

  it("loses no line: each is kept or listed, once", () => {
    const noise = fc.constantFrom(
      "首頁 | 新聞 | 體育",
      "相關新聞",
      "Copyright © 2020",
      "廣告",
      "",
      "  ",
      "責任編輯：小周",
      "2023-03-06 來源：海港日報",
      "k3jd8s9fa2x7Q",
      "港口今日開放",
    );
    const line = fc.oneof(fc.constantFrom(...PARAGRAPHS), noise);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const { text, dropped } = clean(pageOf(lines.join("\n")));
        const gone = dropped.flatMap(({ start_line, end_line }) => lines.slice(start_line - 1, end_line));
        const all = [...(text ? text.split("\n") : []), ...gone]
          .map(each => each.trim())
          .filter(Boolean)
          .sort();
        expect(all).toEqual(
          lines
            .map(each => each.trim())
            .filter(Boolean)
            .sort(),
        );
      }),
    );
  });

  it("never drops a paragraph, wherever it stands", () => {
    const paragraph = fc.constantFrom(...PARAGRAPHS.filter(each => /。/u.test(each)));
    const noise = fc.constantFrom(
      "首頁 | 新聞 | 體育",
      "相關新聞",
      "Copyright © 2020 All Rights Reserved",
      "【廣告】",
      "分享到：微信 微博",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, noise), { maxLength: 20 }), lines => {
        const { text } = clean(pageOf(lines.join("\n")));
        const count = (all: readonly string[]) => all.filter(each => PARAGRAPHS.includes(each)).length;
        expect(count(text.split("\n"))).toBe(count(lines));
      }),
    );
  });
});
