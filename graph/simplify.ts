import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });
const known = new Map<string, string>();

/** The text in simplified characters, to compare names of both scripts: 國家發改委 -> 国家发改委. */
export function simplify(text: string): string {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const simplified = convert(text);
  known.set(text, simplified);
  return simplified;
}
