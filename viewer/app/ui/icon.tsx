const shapes = {
  filter: "M4 6h16M7 12h10M10 18h4",
  undo: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 0 12",
  redo: "M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12",
  picture: "M6 7a2 2 0 1 0 .01 0M18 5a2 2 0 1 0 .01 0M14 17a2 2 0 1 0 .01 0M8 8.5l5 7M16.5 8 15 15M8 7l8-.6",
  table: "M4 6h16v12H4zM4 10h16M10 10v8",
  command: "M5 8l4 4-4 4M12 17h7",
  search: "M11 5a6 6 0 1 0 .01 0M15.5 15.5 20 20",
  close: "M6 6l12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  save: "M12 4v10M8 10l4 4 4-4M5 19h14",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  pin: "M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11z",
  back: "M14 6l-6 6 6 6",
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing that says nothing to screen readers: the words beside it do. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
