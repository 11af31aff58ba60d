/** The colours of the drawn picture, which style sheets don't reach. */
export interface Ink {
  readonly paper: string;
  readonly text: string;
  readonly edge: string;
  readonly edgeStrong: string;
  readonly faded: string;
  readonly fadedEdge: string;
  readonly accent: string;
  readonly coast: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
}

export const inks: Readonly<Record<"light" | "dark", Ink>> = {
  light: {
    paper: "#fbfaf7",
    text: "#22262b",
    edge: "#bdb8ad",
    edgeStrong: "#6f6b62",
    faded: "#e4e1da",
    fadedEdge: "#efede8",
    accent: "#a3341f",
    coast: "#cfd6d4",
    added: "#1d7a46",
    removed: "#b3261e",
    changed: "#8a6100",
  },
  dark: {
    paper: "#16181b",
    text: "#e8e6e1",
    edge: "#50555c",
    edgeStrong: "#a5a8ad",
    faded: "#2b2e33",
    fadedEdge: "#222529",
    accent: "#f0876d",
    coast: "#39434a",
    added: "#5cc68b",
    removed: "#f2857c",
    changed: "#e0b64f",
  },
};

/** A colour of the schema as it is legible on this paper: lighter where it is dark. */
export function onPaper(color: string, theme: "light" | "dark"): string {
  return theme === "light" ? color : mixed(color, "#ffffff", 0.38);
}

/** `share` of the second colour in the first; both "#rrggbb". */
function mixed(first: string, second: string, share: number): string {
  const parts = [1, 3, 5].map(at => {
    const [one, other] = [first, second].map(color => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(one! + (other! - one!) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
