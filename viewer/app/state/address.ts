import type { Camera } from "./store.js";
import { colorings, firstView, type Focus, layoutNames, type Selection, sizings, type View } from "./view.js";

export interface Addressed {
  readonly view: View;
  readonly camera: Camera | undefined;
}

/**
 * Say a view in the part of the address behind "#", which no server sees. What is as at first is left out, so that the
 * address of a fresh page is empty.
 *
 *     node=place:440000&depth=2&hide=event,plan&from=2021-01-01&layout=geographic
 */
export function addressOf({ view, camera }: Addressed): string {
  const { filters, selection, focus, between } = view;
  const said: [string, string | undefined][] = [
    ["view", view.mode === "table" ? "table" : undefined],
    ["node", selection?.kind === "node" ? selection.key : undefined],
    ["edge", selection?.kind === "edge" ? selection.key : undefined],
    ["focus", focus && `${focus.depth},${focus.node}`],
    ["from-node", between?.from],
    ["to-node", between?.to],
    ["hide", listed(filters.hiddenTypes)],
    ["hide-relations", listed(filters.hiddenPredicates)],
    ["hide-sources", listed(filters.hiddenSources)],
    ["from", filters.from],
    ["to", filters.to],
    ["undated", filters.isUndatedHidden ? "hidden" : undefined],
    ["degree", filters.minDegree > 0 ? String(filters.minDegree) : undefined],
    ["changed", filters.isChangedOnly ? "only" : undefined],
    ["layout", view.layout === firstView.layout ? undefined : view.layout],
    ["color", view.colorBy === firstView.colorBy ? undefined : view.colorBy],
    ["size", view.sizeBy === firstView.sizeBy ? undefined : view.sizeBy],
    ["camera", camera && [camera.x, camera.y, camera.ratio].map(shortNumber).join(",")],
    ...Object.entries(view.pinned).map(([key, at]): [string, string] => [
      "pin",
      `${at.map(shortNumber).join(",")},${key}`,
    ]),
  ];
  return said
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [`${name}=${encodeURIComponent(value).replace(/%(?:3A|2C|40|2F)/g, decodeURIComponent)}`],
    )
    .join("&");
}

/** Read such an address back. What is not understood is as at first: an address may come from another graph. */
export function readAddress(address: string, start: View = firstView): Addressed {
  const said = new URLSearchParams(address.replace(/^#/, "").replaceAll("+", "%2B"));
  const get = (name: string) => said.get(name) ?? undefined;
  const [node, edge, from, to] = [get("node"), get("edge"), get("from-node"), get("to-node")];
  const view: View = {
    ...start,
    mode: get("view") === "table" ? "table" : start.mode,
    selection: selectionOf(node, edge),
    focus: focusOf(get("focus")),
    between: from === undefined ? undefined : { from, to },
    filters: {
      hiddenTypes: unlisted(get("hide")),
      hiddenPredicates: unlisted(get("hide-relations")),
      hiddenSources: unlisted(get("hide-sources")),
      from: dayOf(get("from")),
      to: dayOf(get("to")),
      isUndatedHidden: get("undated") === "hidden",
      minDegree: Math.max(0, Math.floor(Number(get("degree")) || 0)),
      isChangedOnly: get("changed") === "only",
    },
    layout: oneOf(layoutNames, get("layout")) ?? start.layout,
    colorBy: oneOf(colorings, get("color")) ?? start.colorBy,
    sizeBy: oneOf(sizings, get("size")) ?? start.sizeBy,
    pinned: Object.fromEntries(said.getAll("pin").flatMap(pinOf)),
  };
  return { view, camera: cameraOf(get("camera")) };
}

function listed(list: readonly string[]): string | undefined {
  return list.length > 0 ? list.map(member => encodeURIComponent(member)).join(",") : undefined;
}

/** One empty member is the source of documents that name none. */
function unlisted(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(",").map(decoded);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function selectionOf(node: string | undefined, edge: string | undefined): Selection | undefined {
  if (node !== undefined) return { kind: "node", key: node };
  return edge === undefined ? undefined : { kind: "edge", key: edge };
}

function focusOf(text: string | undefined): Focus | undefined {
  const found = /^([123]),(.+)$/s.exec(text ?? "");
  return found ? { depth: Number(found[1]) as Focus["depth"], node: found[2]! } : undefined;
}

function pinOf(text: string): [string, [number, number]][] {
  const found = /^(-?[\d.]+),(-?[\d.]+),(.+)$/s.exec(text);
  return found ? [[found[3]!, [Number(found[1]), Number(found[2])]]] : [];
}

function cameraOf(text: string | undefined): Camera | undefined {
  const [x, y, ratio] = (text ?? "").split(",").map(Number);
  return x !== undefined && y !== undefined && ratio !== undefined && [x, y, ratio].every(Number.isFinite) && ratio > 0
    ? { x, y, ratio }
    : undefined;
}

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
}

function oneOf<T extends string>(names: readonly T[], name: string | undefined): T | undefined {
  return names.find(one => one === name);
}

function shortNumber(value: number): string {
  return String(Number(value.toFixed(4)));
}
