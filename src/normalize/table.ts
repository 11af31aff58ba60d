import compatibility from "opencc-js/dict/CJK_Compatibility_Ideographs";
import hongKongVariants from "opencc-js/dict/HKVariantsRev";
import simplified from "opencc-js/dict/TSCharacters";
import taiwanVariants from "opencc-js/dict/TWVariantsRev";

/**
 * Pairs that OpenCC decides by context, or leaves alone. Both scripts must fall together here, so each pair goes one way
 * everywhere: 沿著 and 沿着 are the same word, and 著名 becomes 着名 in texts and rules alike.
 */
const TOGETHER =
  "著着 藉借 瞭了 妳你 牠它 祂它 甦苏 砲炮 鹼硷 竝并 擕携 劵券 郷乡 淸清 靑青 呉吴 黒黑 戯戏 粧妆 巿市 褔福";

/** The dots that part the halves of a foreign name; 「·」 stands for all of them. */
const DOTS = "•‧・･∙⋅";

/** What each UTF-16 code unit becomes. A unit that needs a second one (a rare character) stays as it is. */
export const FORM: Uint16Array = settle(buildTable());

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const set = ([from, to]: Pair): void => {
    table[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  const toSimplified = [...pairsOf(simplified), ...TOGETHER.split(" ").map((pair): Pair => [pair[0]!, pair[1]!])];
  [hongKongVariants, taiwanVariants, compatibility].flatMap(pairsOf).forEach(set);
  toSimplified.forEach(set);
  // What some character is simplified to has arrived: OpenCC knows 台 and 么 as variants of other characters, too.
  for (const [, to] of toSimplified) set([to, to]);
  // Radicals that stand for the characters that look like them: ⾏ for 行.
  for (let unit = 0x2e80; unit <= 0x2fd5; unit++) {
    const form = String.fromCharCode(unit).normalize("NFKC");
    if (form.length === 1) set([String.fromCharCode(unit), form]);
  }
  for (const dot of DOTS) set([dot, "·"]);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  set(["\u3000", " "]);
  set(["\u00a0", " "]);
  return table;
}

type Pair = readonly [from: string, to: string];

/** The entries of one of OpenCC's dictionaries ("發 发|髮 发|…") that change one code unit into one other. */
function pairsOf(dictionary: string): Pair[] {
  return dictionary.split("|").flatMap((entry): Pair[] => {
    const [from, to] = entry.split(" ");
    return from?.length === 1 && to?.length === 1 ? [[from, to]] : [];
  });
}

/** Follow each chain to its end (衞 → 衛 → 卫), so that normalizing twice equals once. */
function settle(table: Uint16Array): Uint16Array {
  return table.map((_, unit) => {
    let form = unit;
    for (let step = 0; step < 8 && table[form] !== form; step++) form = table[form]!;
    return form;
  });
}
