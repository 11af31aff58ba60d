/** A page's characters, and what a reader should know about how they were found. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Whole sentences: a declaration that lies, bytes that mean nothing. */
  readonly remarks: readonly string[];
}

/**
 * Decode bytes as UTF-8, UTF-16, GB18030 or Big5, or as the page declares. A byte order mark decides; valid UTF-8 is
 * UTF-8; otherwise the encoding wins whose characters look most like Chinese, with the declaration as a vote.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes.subarray(0, SAMPLE));
  if (marked) return finish(bytes, marked, undefined);
  const declared = declaredEncoding(bytes);
  const sample = bytes.subarray(0, SAMPLE);
  if (isUtf8(sample)) return finish(bytes, "utf-8", declared);
  const candidates = [...new Set([...CANDIDATES, ...(declared ? [declared] : [])])];
  const scored = candidates.map(encoding => ({
    encoding,
    score: plausibility(sample, encoding) + (encoding === declared ? DECLARATION_VOTE : 0),
  }));
  scored.sort((a, b) => b.score - a.score);
  return finish(bytes, scored[0]!.encoding, declared);
}

/** True for bytes that are no text in any encoding: pictures, PDF, archives. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (byMark(head) ?? byZeros(head)) return false;
  if (
    /^(?:%PDF|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\xd0\xcf\x11\xe0|\x7fELF|\x1f\x8b)/u.test(
      latin1(head.subarray(0, 8)),
    )
  )
    return true;
  const control = head.reduce(
    (sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) ? 1 : 0),
    0,
  );
  if (control * 50 <= head.length) return false;
  return Math.max(plausibility(head, "utf-16le"), plausibility(head, "utf-16be")) < LOOKS_LIKE_TEXT;
}

const SAMPLE = 1 << 16;
const CANDIDATES = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"];
const DECLARATION_VOTE = 0.05;
const LOOKS_LIKE_TEXT = 0.5;

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Latin letters in UTF-16 are every second byte zero; nothing else is. */
function byZeros(sample: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) * 5 < sample.length || Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined;
  return even > odd ? "utf-16be" : "utf-16le";
}

const DECLARATION =
  /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,20})|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w-]{2,20})/iu;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const found = DECLARATION.exec(latin1(bytes.subarray(0, 4096)));
  const label = found?.[1] ?? found?.[2];
  if (!label) return undefined;
  try {
    const encoding = new TextDecoder(label).encoding;
    // A declaration that can be read byte by byte can't be UTF-16; "gb2312" and "gbk" are parts of GB18030.
    return encoding.startsWith("utf-16") ? undefined : encoding === "gbk" ? "gb18030" : encoding;
  } catch {
    return undefined;
  }
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return !sample.includes(0);
  } catch {
    return false;
  }
}

/** How much a text in this encoding looks like Chinese: 1 for common characters only, below 0 for bytes without meaning. */
function plausibility(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  let seen = 0;
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && unit >= 0x20) continue;
    if (unit === 10 || unit === 13 || unit === 9) continue;
    seen++;
    score += worth(unit);
  }
  return seen === 0 ? 0 : score / seen;
}

function worth(unit: number): number {
  if (COMMON.has(unit)) return 1;
  if (unit === 0xfffd || unit < 0x20 || (unit >= 0xe000 && unit <= 0xf8ff)) return -4;
  if (unit >= 0x4e00 && unit <= 0x9fa5) return 0.35;
  if ((unit >= 0xff01 && unit <= 0xff5e) || (unit >= 0x2010 && unit <= 0x203b)) return 0.5;
  return -0.3;
}

const COMMON = new Set(
  [
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严",
    "這為國個時來們對會發動說產種後經進著電裡實現還體機當點從業開應無樣與關線數學變條沒結問軍見總設長資邊圖統組計論運農區強決幹戰則據處隊給門規熱領東導壓爭濟階術極聯認權證轉單風斷車務萬達積議聲報鬥類離華確張馬節話況溫傳許廣記輯觀織裝眾書須際驗連難礦備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴臺灣總統",
    "，。、；：？！“”‘’（）《》「」『』【】—…　·",
  ].flatMap(characters => [...characters].map(character => character.charCodeAt(0))),
);

function finish(bytes: Uint8Array, encoding: string, declared: string | undefined): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const remarks: string[] = [];
  if (declared && declared !== encoding && !isAscii(bytes))
    remarks.push(
      `The page says that its encoding is ${declared}, but its bytes are ${encoding}; they were read as ${encoding}.`,
    );
  const lost = text.split("\ufffd").length - 1;
  if (lost > 0)
    remarks.push(
      `${lost} ${lost === 1 ? "place" : "places"} in the page can't be read as ${encoding} and became "\ufffd".`,
    );
  return { text, encoding, remarks };
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
