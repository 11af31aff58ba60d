import { onPaper } from "../picture/colors.js";
import { usePage } from "./parts.js";

/** The colour of a type, as the picture draws it. */
export function Swatch({ type }: { readonly type: string }) {
  const { dataset, theme } = usePage();
  const color = dataset.types.find(one => one.id === type)?.color;
  return <Dot color={color ? onPaper(color, theme) : "currentColor"} />;
}

export function Dot({ color }: { readonly color: string }) {
  return <span class="swatch" style={{ background: color }} aria-hidden="true" />;
}
