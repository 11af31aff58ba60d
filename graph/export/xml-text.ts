/** What XML 1.0 could not say of the texts that went through `xmlText`. */
export interface XmlLosses {
  /** Characters that XML 1.0 has no way to write, which were taken out: control characters, lone surrogates, U+FFFE, U+FFFF. */
  stripped: number;
  /** Line breaks that became spaces: readers change them anyway, each in its own way. */
  lineBreaks: number;
}

const special = /[&<>\u0000-\u0008\n-\u001f\u0085\u2028\ud800-\udfff\ufffe\uffff]/;
const unwritable = /[\u0000-\u0008\n-\u001f\u0085\u2028\ufffe\uffff]|\p{Surrogate}/u;
const lineBreak = /\r\n|[\n\r\u0085\u2028]/g;
const stripped = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Write a text as the content of an XML element, and count what got lost. */
export function xmlText(text: string, losses: XmlLosses): string {
  if (!special.test(text)) return text;
  const writable = unwritable.test(text) ? writableText(text, losses) : text;
  return writable.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function writableText(text: string, losses: XmlLosses): string {
  const onOneLine = text.replace(lineBreak, () => {
    losses.lineBreaks++;
    return " ";
  });
  return onOneLine.replace(stripped, () => {
    losses.stripped++;
    return "";
  });
}

/** Tell whether `xmlText` keeps the text as it is. */
export function isXmlSafe(text: string): boolean {
  return !special.test(text) || !unwritable.test(text);
}
