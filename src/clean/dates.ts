/**
 * The first full date in a line, as ISO 8601, with Beijing time's offset where the line tells a time. Years of the
 * Republic of China are recognized by their three digits, or by 民國.
 *
 *     "2021-08-09 11:15:09"   ->  "2021-08-09T11:15:09+08:00"
 *     "2021年8月9日"           ->  "2021-08-09"
 *     "發稿日期：110年03月03日"  ->  "2021-03-03"
 */
export function isoDateIn(line: string): string | undefined {
  for (const match of line.matchAll(DATE)) {
    const date = isoDate(match);
    if (date) return date;
  }
  return undefined;
}

/** What follows the date, so that a reader of the line can tell what else it says. */
export function withoutDates(line: string): string {
  return line.replace(DATE, " ");
}

const DATE =
  /(?<![\d.])(民[國国])?\s?(\d{4}|\d{2,3}(?=\s?年|[./-]\d{2}[./-]))\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})(?!\d)\s?日?(?:\s?[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?(?:[ \u3000\u00a0T,，]{0,3}(\d{1,2})(?:[:：]|[時时點点])(\d{2})分?(?:[:：](\d{2}))?)?/gu;

const FIRST_YEAR_OF_REPUBLIC = 1912;

function isoDate(match: RegExpMatchArray): string | undefined {
  const [, republic, year, month, day, hour, minute, second] = match;
  const isRepublic = republic !== undefined || year!.length === 3;
  if (!isRepublic && year!.length !== 4) return undefined;
  const fullYear = isRepublic ? Number(year) + FIRST_YEAR_OF_REPUBLIC - 1 : Number(year);
  if (!isDate(fullYear, Number(month), Number(day))) return undefined;
  const date = `${fullYear}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}+08:00`;
}

function isDate(year: number, month: number, day: number): boolean {
  return (
    year >= 1912 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(year, month, 0).getDate()
  );
}
