type Attributes = Readonly<Record<string, string>>;

/** True for an element that a reader of the page doesn't see. */
export function isHidden({ style, hidden, type }: Attributes): boolean {
  if (hidden !== undefined || type === "hidden") return true;
  return style !== undefined && HIDING.test(style.slice(0, 500));
}

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)|text-indent\s*:\s*-\d{3,}|(?:left|top|margin-left|margin-top)\s*:\s*-\d{4,}|(?:^|;)\s*(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)/iu;

/** Why an element is no part of the page's text, as its name, role or class says it. */
export function reasonOfElement(name: string, { role, class: classes = "", id = "" }: Attributes): string | undefined {
  if (name === "nav" || role === "navigation" || role === "menu") return "navigation";
  if (name === "footer" || role === "contentinfo") return "footer";
  if (name === "aside" || role === "complementary") return "aside";
  if (name === "body" || name === "html" || name === "main" || name === "article") return undefined;
  const words = `${classes} ${id}`
    .slice(0, 300)
    .toLowerCase()
    .split(/[^a-z]+/u);
  for (const [reason, known] of CLASSES) if (words.some(word => known.has(word))) return reason;
  return undefined;
}

const CLASSES: ReadonlyArray<readonly [reason: string, words: ReadonlySet<string>]> = [
  [
    "navigation",
    new Set([
      "nav",
      "navbar",
      "menu",
      "submenu",
      "breadcrumb",
      "breadcrumbs",
      "crumb",
      "crumbs",
      "pagination",
      "pager",
      "topbar",
      "toolbar",
      "sitemap",
      "skip",
    ]),
  ],
  ["footer", new Set(["footer", "copyright", "foot", "beian", "icp"])],
  ["share-bar", new Set(["share", "sharebar", "bdshare", "bdsharebuttonbox", "social", "addthis", "jiathis"])],
  [
    "related-news",
    new Set([
      "related",
      "recommend",
      "recommended",
      "relate",
      "relatednews",
      "hotnews",
      "ranking",
      "friendlink",
      "friendlinks",
    ]),
  ],
  ["aside", new Set(["sidebar", "aside"])],
  ["advert", new Set(["ad", "ads", "advert", "adsbygoogle", "advertisement", "gg"])],
];
