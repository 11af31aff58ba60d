import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EdgeItem } from "../data/dataset.js";
import { appearanceOf, type Measures } from "../picture/appearance.js";
import { circlesByType } from "../picture/circles.js";
import { geographic } from "../picture/geographic.js";
import { hierarchyOfPlaces } from "../picture/hierarchy.js";
import { Picture, type Shown } from "../picture/picture.js";
import { startPositions } from "../picture/start.js";
import { chooseNode, focusOn, pin, selectEdge, selectNothing } from "../state/steps.js";
import type { LayoutName } from "../state/view.js";
import { currentDrawing } from "./current-drawing.js";
import { counted, type Page, predicateLabel, wantsStillness } from "./parts.js";

/** Exact betweenness asks for every pair of nodes. */
const mostForBetweenness = 4000;

/** Keeps the drawn picture in step with the state: one way in, and what is done in the picture goes to the store. */
export function usePicture(page: Page) {
  const { dataset, store, view, scene, theme, words, state } = page;
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | undefined>(undefined);
  const positions = useRef<Float32Array | undefined>(undefined);
  const [failure, setFailure] = useState<"absent" | "lost">();
  const [progress, setProgress] = useState(0);
  const [unplaced, setUnplaced] = useState(0);
  const measures = useMeasures(page);
  const edgeLabel = useMemo(() => (edge: EdgeItem) => predicateLabel(page, edge.predicate), [dataset, state.language]);
  const appearance = useMemo(
    () => appearanceOf(dataset, scene, { colorBy: view.colorBy, sizeBy: view.sizeBy, theme, measures }),
    [dataset, scene, view.colorBy, view.sizeBy, theme, measures],
  );
  const shown: Shown = { scene, appearance, edgeLabel, hasCoast: view.layout === "geographic" };

  useEffect(() => {
    if (dataset.nodes.length === 0 || !container.current) return;
    positions.current ??= startPositions(dataset.nodes, node => dataset.edgesAt[node.index]!.length);
    try {
      picture.current = new Picture(container.current, dataset, positions.current, shown, {
        choose: node => store.go(chooseNode(node.key)),
        chooseEdge: edge => store.go(selectEdge(edge.key)),
        leave: () => store.go(selectNothing),
        focus: node => store.go(focusOn(node.key, 1)),
        pin: (node, position) => store.go(pin(node.key, position)),
        moved: camera => store.set({ camera }),
        lost: () => setFailure("lost"),
      });
      if (state.camera) picture.current.moveTo(state.camera, false);
      performance.mark("policygraph-pictured");
    } catch (error) {
      console.info(String(error));
      setFailure("absent");
    }
    return () => {
      picture.current?.close();
      picture.current = undefined;
    };
  }, [dataset]);

  useEffect(() => {
    if (dataset.nodes.length === 0) return;
    if (failure) return setProgress(1);
    let isCurrent = true;
    const place = (found: Float32Array, isLast: boolean) => {
      if (!isCurrent) return;
      positions.current = found;
      if (isLast || !wantsStillness()) picture.current?.place(withPinned(found, page));
    };
    setProgress(0);
    arrange(page, view.layout, (share, found, count) => {
      place(found, share === 1);
      if (!isCurrent) return;
      setProgress(share);
      setUnplaced(count);
      if (share === 1) performance.mark("policygraph-arranged");
    });
    return () => {
      isCurrent = false;
    };
  }, [dataset, view.layout, failure]);

  useEffect(() => {
    if (positions.current) picture.current?.place(withPinned(positions.current, page));
  }, [view.pinned]);

  useEffect(() => {
    // The panel answers first, the picture a frame later.
    const frame = requestAnimationFrame(() => picture.current?.show(shown));
    return () => cancelAnimationFrame(frame);
  }, [scene, appearance, edgeLabel, shown.hasCoast]);

  useEffect(() => {
    const node = scene.node ?? scene.edge?.source;
    if (node && progress === 1) picture.current?.reveal(node, !wantsStillness());
  }, [scene.node, scene.edge]);

  useEffect(() => {
    currentDrawing.set(store, () => ({
      positions: withPinned(positions.current!, page),
      appearance,
      edgeLabel,
      hasCoast: shown.hasCoast,
    }));
  });

  useEffect(() => {
    if (view.sizeBy === "betweenness" && dataset.nodes.length > mostForBetweenness)
      store.set({ notice: words.tooLargeForBetweenness(counted(mostForBetweenness)) });
  }, [view.sizeBy]);

  return { container, picture: useSteering(picture), failure, progress, unplaced };
}

type Tell = (progress: number, positions: Float32Array, unplaced: number) => void;

function arrange({ dataset, desk }: Page, layout: LayoutName, tell: Tell): void {
  switch (layout) {
    case "circles":
      return tell(1, circlesByType(dataset), 0);
    case "hierarchy":
      return tell(1, hierarchyOfPlaces(dataset), 0);
    case "geographic": {
      const { positions, unplaced } = geographic(dataset);
      return tell(1, positions, unplaced);
    }
    case "force": {
      const drawn = dataset.nodes.every(node => node.position);
      if (drawn) return tell(1, Float32Array.from(dataset.nodes.flatMap(node => node.position!)), 0);
      const start = startPositions(dataset.nodes, node => dataset.edgesAt[node.index]!.length);
      return desk.arrange(start, (progress, positions) => tell(progress, positions, 0));
    }
  }
}

function withPinned(positions: Float32Array, { dataset, store }: Page): Float32Array {
  const { pinned } = store.state.view;
  const all = positions.slice();
  for (const [key, [x, y]] of Object.entries(pinned)) {
    const node = dataset.nodeOf.get(key);
    if (node) all.set([x, y], node.index * 2);
  }
  return all;
}

/** Ask the worker for what colours and sizes need, once each. */
function useMeasures({ dataset, desk, view }: Page): Measures {
  const [measures, setMeasures] = useState<Measures>({});
  const asked = useRef(new Set<string>());
  const wanted = [
    ...(view.colorBy === "community" ? (["communities"] as const) : []),
    ...(view.sizeBy === "betweenness" && dataset.nodes.length <= mostForBetweenness ? (["betweenness"] as const) : []),
  ];
  useEffect(() => {
    for (const kind of wanted) {
      if (asked.current.has(kind)) continue;
      asked.current.add(kind);
      void desk.measure(kind).then(values => setMeasures(known => ({ ...known, [kind]: values })));
    }
  }, [wanted.join()]);
  return measures;
}

/** Movements of the camera that a reader asks for, still where stillness is wanted. */
function useSteering(picture: { readonly current: Picture | undefined }) {
  return useMemo(() => {
    const steering = {
      zoom: (factor: number) => picture.current?.zoom(factor, !wantsStillness()),
      fit: () => picture.current?.fit(!wantsStillness()),
      nearest: (...given: Parameters<Picture["nearest"]>) => picture.current?.nearest(...given),
    };
    return { current: steering };
  }, [picture]);
}
