import type { Label } from "../../../src/model/schema.js";
import { en, type Words } from "./en.js";
import { zhHans } from "./zh-hans.js";
import { zhHant } from "./zh-hant.js";

export type { Words } from "./en.js";
export type Language = keyof Label;

export const languages: Readonly<Record<Language, Words>> = { en, "zh-Hant": zhHant, "zh-Hans": zhHans };

/** The first language that a reader prefers and the viewer speaks; English else. */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred.map(tag => tag.toLowerCase())) {
    if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)/.test(tag)) return "zh-Hant";
    if (tag.startsWith("zh")) return "zh-Hans";
    if (tag.startsWith("en")) return "en";
  }
  return "en";
}
