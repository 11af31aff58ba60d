/** What a page's head says about it. */
export interface MetaData {
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
}

/** Collects the metadata of an HTML page while its tags go by. */
export class MetaReader {
  private readonly values = new Map<string, string>();
  private titleText = "";

  onElement(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "meta")
      this.add(attributes["property"] ?? attributes["name"] ?? attributes["itemprop"], attributes["content"]);
    if (name === "link" && attributes["rel"] === "canonical") this.add("canonical", attributes["href"]);
    if (name === "time" && (attributes["itemprop"] === "datePublished" || attributes["pubdate"] !== undefined))
      this.add("time", attributes["datetime"]);
  }

  onTitle(text: string): void {
    if (this.titleText.length < LONGEST_VALUE) this.titleText += text.slice(0, LONGEST_VALUE);
  }

  data(): MetaData {
    return {
      title: this.first(TITLES) ?? (tidy(this.titleText) || undefined),
      published: this.values.size > 0 ? DATES.map(name => isoDate(this.values.get(name))).find(Boolean) : undefined,
      outlet: this.first(OUTLETS),
      url: this.first(ADDRESSES),
    };
  }

  private add(name: string | undefined, value: string | undefined): void {
    const key = name?.toLowerCase().trim();
    const text = value === undefined ? "" : tidy(value);
    if (key && text && text.length <= LONGEST_VALUE && !this.values.has(key)) this.values.set(key, text);
  }

  private first(names: readonly string[]): string | undefined {
    return names.map(name => this.values.get(name)).find(Boolean);
  }
}

const LONGEST_VALUE = 1000;

const TITLES = ["articletitle", "og:title", "dc.title", "twitter:title"];
const DATES = [
  "pubdate",
  "article:published_time",
  "datepublished",
  "publishdate",
  "dc.date",
  "dcterms.created",
  "dc.date.issued",
  "maketime",
  "og:release_date",
  "publish-date",
  "publishtime",
  "time",
  "date",
];
const OUTLETS = ["contentsource", "article:source", "source", "mediaid", "dc.source"];
const ADDRESSES = ["og:url", "canonical"];

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** "2021-08-09 11:15" and "2021-08-09T11:15:00+08:00" alike; a time without an offset is Beijing's. */
function isoDate(text: string | undefined): string | undefined {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/u.exec(
      text ?? "",
    );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = "00", offset = "+08:00"] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  if (hour === undefined) return date;
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second}${offset.replace(/^([+-]\d{2})(\d{2})$/u, "$1:$2")}`;
}
