import type { NormalDocument } from "../model/document.js";
import type { Mention } from "../model/mention.js";

/** A name without the marks that a text sets around it. */
export function bareName(name: string): string {
  return name.replace(/^[《〈「『“"‘'【\s]+|[》〉」』”"’'】\s]+$/g, "").replace(/[“”"「」『』‘’]/g, "");
}

/**
 * Whether a shorter name, standing later or elsewhere in the document, is a form of a longer one of the same type.
 *
 *     廣清經濟特別合作區 ~ 合作區       the generic end of it
 *     國家醫療保障信息平臺 ~ 國家醫療保障信息臺   one character lost
 */
export function areAliases(long: string, short: string, mention: Mention, document: NormalDocument): boolean {
  if (mention.type === "person") return isPartOfPerson(long, short);
  if (mention.type === "place") return false;
  if (isOneCharacterLost(long, short)) return true;
  if (isDefinedAs(long, short, document)) return true;
  if (short.length < 2 || long.length <= short.length) return false;
  if (mention.type === "event") return long.endsWith(short) || long.startsWith(short);
  return (long.endsWith(short) && short.length >= 3) || (mention.type === "plan" && long.endsWith(short));
}

function isPartOfPerson(long: string, short: string): boolean {
  const parts = long.split(/[·•・]/);
  if (parts.length > 1) return parts.includes(short);
  return short.length === 1 && long.startsWith(short) && long.length <= 4;
}

/** One character fewer, in names long enough for that to be no chance. */
function isOneCharacterLost(long: string, short: string): boolean {
  if (long.length !== short.length + 1 || short.length < 5) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

/** 《X實施方案》(以下簡稱《實施方案》) */
function isDefinedAs(long: string, short: string, document: NormalDocument): boolean {
  const text = document.normal;
  for (let at = text.indexOf(long); at >= 0; at = text.indexOf(long, at + 1)) {
    const behind = text.slice(at + long.length, at + long.length + short.length + 14);
    const definition = /^[》」”"]?[(（](?:以下)?(?:简称|称|下称|又称|又名|即|英文简称)?[:：]?[《「“"]?([^)）》」”"]+)[》」”"]?[)）]/.exec(behind);
    if (definition?.[1] === short) return true;
  }
  return false;
}
