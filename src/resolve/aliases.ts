import type { NormalDocument } from "../model/document.js";

/** A name without the marks that a text sets around it. */
export function bareName(name: string): string {
  if (!MARKS.test(name)) return name;
  const bare = name.replace(/^[《〈「『“"‘'【\s]+|[》〉」』”"’'】\s]+$/g, "").replace(/[“”"「」『』‘’]/g, "");
  return bare.includes("《") ? bare : bare.replaceAll("》", "");
}

const MARKS = /[《〈「『“"‘'【\s》〉」』”’】]/;

/**
 * The forms in which a name may stand again, later or elsewhere in the document, without being repeated or defined.
 *
 *     廣清經濟特別合作區   ->  合作區 and all longer ends of it
 *     戴維·沃爾           ->  戴維, 沃爾
 *     鄭志明              ->  鄭
 *     中共中央            ->  中央
 */
export function shortFormsOf(name: string, type: string): readonly string[] {
  if (type === "place") return [];
  if (type === "person") return partsOfPerson(name);
  const least = type === "event" || type === "plan" ? 2 : 3;
  const forms: string[] = [];
  for (let length = least; length < name.length; length++) {
    forms.push(name.slice(-length));
    if (type === "event" && !ABOUT_AN_EVENT.test(name) && !isWholeOf(name.slice(0, length), name))
      forms.push(name.slice(0, length));
  }
  if (name.endsWith(CENTRE)) forms.push(CENTRE);
  return forms;
}

const CENTRE = "中央";

/** The press conference about a congress is not the congress with which its name begins. */
const ABOUT_AN_EVENT = /(?:发布会|记者会|说明会|推介会)$/;

/** 中非合作论坛北京峰会 is more than the meeting at it, 中非合作论坛北京峰会和平安全高级别会议. */
const isWholeOf = (beginning: string, name: string): boolean =>
  /(?:峰会|大会|论坛|博览会|会议|全会)$/.test(beginning) && /(?:会议|座谈会|分论坛|对话会|研讨会)$/.test(name);

function partsOfPerson(name: string): readonly string[] {
  const parts = name.split(/[·•・]/);
  if (parts.length > 1) return parts;
  return name.length <= 4 ? [name.charAt(0)] : [];
}

/**
 * One character fewer, in names long enough for that to be no chance.
 *
 *     國家醫療保障信息平臺 ~ 國家醫療保障信息臺
 */
export function isOneCharacterLost(long: string, short: string): boolean {
  if (long.length !== short.length + 1 || short.length < 5) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

/** What a document defines in brackets: 《X實施方案》(以下簡稱《實施方案》). */
export class Definitions {
  private byForm: ReadonlyMap<string, readonly number[]> | undefined;
  constructor(private readonly document: NormalDocument) {}

  /** What stands right before the brackets that define a form: all strings of at most `longest` characters. */
  *namesBefore(form: string, longest: number): Iterable<string> {
    this.byForm ??= definitionsIn(this.document.normal);
    for (const end of this.byForm.get(form) ?? [])
      for (let start = end - 1; start >= 0 && start >= end - longest; start--)
        yield this.document.normal.slice(start, end);
  }
}

const DEFINITION =
  /[(（](?:[^()（）\n]{1,40}[,，;；](?=以下简称|下称|简称))?(?:以下)?(?:简称|称|下称|又称|又名|即|英文简称)?[:：]?[《「“"]?([^)）》」”"]{1,200})[》」”"]?(?:[,，;；][^()（）\n]{1,40})?[)）]/y;

/** Each form in brackets with the places before them, where the name that it stands for ends. */
function definitionsIn(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let at = nextBracket(text, 0); at >= 0; at = nextBracket(text, at + 1)) {
    DEFINITION.lastIndex = at;
    const form = DEFINITION.exec(text)?.[1];
    if (form === undefined) continue;
    const ends = found.get(form) ?? [];
    found.set(form, ends);
    ends.push(at);
    if (at > 0 && '》」”"'.includes(text[at - 1] as string)) ends.push(at - 1);
  }
  return found;
}

function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x28 || unit === 0xff08) return at;
  }
  return -1;
}
