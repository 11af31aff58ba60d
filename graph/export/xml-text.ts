/** What XML 1.0 could not say of the texts that went through `xmlText`. */
export interface XmlLosses {
  /** Characters that XML 1.0 has no way to write, which were taken out: control characters, lone surrogates, U+FFFE, U+FFFF. */
  stripped: number;
  /** Line breaks that became spaces: readers change them anyway, each in its own way. */
  lineBreaks: number;
}

const special = /[&<>\u0000-\u0008\n-\u001f\u0085\u2028\ud800-\udfff\ufffe\uffff]/;
const lineBreak = /\r\n|[\n\r\u0085\u2028]/g;
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Write a text as the content of an XML element, and count what got lost. */
export function xmlText(text: string, losses: XmlLosses): string {
  if (!special.test(text)) return text;
  const onOneLine = text.replace(lineBreak, () => {
    losses.lineBreaks++;
    return " ";
  });
  const writable = onOneLine.replace(unwritable, () => {
    losses.stripped++;
    return "";
  });
  return writable.replace(/[&<>]/g, character => escapes[character]!);
}

/** Tell whether `xmlText` keeps the text as it is. */
export function isXmlSafe(text: string): boolean {
  return !special.test(text) || !/[\u0000-\u0008\n-\u001f\u0085\u2028\ufffe\uffff]|\p{Surrogate}/u.test(text);
}
