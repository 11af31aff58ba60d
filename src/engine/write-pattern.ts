import type { Item, Pattern } from "./pattern.js";

/** A pattern as it is written in a rule. */
export function writePattern(pattern: Pattern): string {
  return pattern.map(writeItem).join(" ");
}

/** One element of a pattern as it is written in a rule. */
export function writeItem(item: Item): string {
  return `${item.anchor && item.kind !== "repeat" ? "!" : ""}${bodyOf(item)}`;
}

function bodyOf(item: Item): string {
  switch (item.kind) {
    case "literal":
      return item.text.replace(/[<>{}()|?*+~^$!]/g, toFullWidth);
    case "list":
      return `<${item.name}>`;
    case "class":
      return `{${item.capture ? `${item.capture}:` : ""}${item.classes.join("|")}${item.isSeries ? "+" : ""}}`;
    case "group":
      return `${item.capture ? `${item.capture}:` : ""}(${item.alternatives.map(writePattern).join("|")})`;
    case "repeat":
      return `${writeItem(item.item)}${signOf(item.least, item.most)}`;
    case "gap":
      return `${item.acrossCommas ? "~~" : "~"}${item.most}`;
    case "edge":
      return (item.at === "start" ? "^" : "$").repeat(item.of === "line" ? 2 : 1);
  }
}

/** A sign of the language that is meant as a character is written in full width: （ */
const toFullWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

function signOf(least: number, most: number): string {
  if (least === 0 && most === 1) return "?";
  return `${least === 0 ? "*" : "+"}${most}`;
}
