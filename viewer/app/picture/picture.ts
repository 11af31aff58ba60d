import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { Dataset, EdgeItem, NodeItem } from "../data/dataset.js";
import type { Scene } from "../state/scene.js";
import type { Camera } from "../state/store.js";
import { type Appearance, fadesAround } from "./appearance.js";
import { drawCoast } from "./coast.js";
import { curvatures } from "./curves.js";
import { distanceToLine } from "./near.js";
import { drawHover, Labels, labelFont } from "./labels.js";

/** What a reader does in the picture. */
export interface PictureEvents {
  choose(node: NodeItem): void;
  chooseEdge(edge: EdgeItem): void;
  leave(): void;
  focus(node: NodeItem): void;
  pin(node: NodeItem, position: readonly [number, number]): void;
  moved(camera: Camera): void;
  lost(): void;
}

export interface Shown {
  readonly scene: Scene;
  readonly appearance: Appearance;
  /** The words that edges are labelled with. */
  readonly edgeLabel: (edge: EdgeItem) => string;
  readonly hasCoast: boolean;
}

interface NodeData {
  x: number;
  y: number;
  item: NodeItem;
}

interface EdgeData {
  item: EdgeItem;
  curvature: number;
}

/**
 * The drawn graph. It holds no state of the reader's: it shows what it is given and tells what is done to it.
 * Throws where the browser has no WebGL.
 */
export class Picture {
  private readonly graph = new MultiDirectedGraph<NodeData, EdgeData>();
  private readonly sigma: Sigma<NodeData, EdgeData>;
  private readonly labels = new Labels();
  private readonly selfLoops: Uint16Array;
  private readonly isLarge: boolean;
  private shown: Shown;
  private hovered: NodeItem | undefined;
  /** The window may keep its size while the picture gets more or less of it. */
  private readonly resizing = new ResizeObserver(() => this.sigma.resize().scheduleRefresh());
  private hoveredEdge: EdgeItem | undefined;

  constructor(
    container: HTMLElement,
    private readonly dataset: Dataset,
    positions: Float32Array,
    shown: Shown,
    events: PictureEvents,
  ) {
    this.shown = shown;
    this.isLarge = !fadesAround(dataset);
    this.selfLoops = new Uint16Array(dataset.nodes.length);
    this.fill(positions);
    this.sigma = new Sigma<NodeData, EdgeData>(this.graph, container, {
      // A stage that is out of sight, or not laid out yet, has no width: the picture takes its size when it has one.
      allowInvalidContainer: true,
      labelFont,
      edgeLabelFont: labelFont,
      labelSize: 13,
      edgeLabelSize: 11,
      labelWeight: "500",
      labelColor: { color: shown.appearance.ink.text },
      edgeLabelColor: { color: shown.appearance.ink.text },
      labelDensity: 0.7,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: this.isLarge ? 7 : 5,
      renderEdgeLabels: !this.isLarge,
      enableEdgeEvents: dataset.edges.length <= 100_000,
      hideEdgesOnMove: dataset.edges.length > 20_000,
      zIndex: true,
      stagePadding: 40,
      minCameraRatio: 0.01,
      maxCameraRatio: 6,
      defaultEdgeType: this.isLarge ? "hairline" : "arrow",
      edgeProgramClasses: {
        hairline: EdgeLineProgram,
        line: EdgeRectangleProgram,
        arrow: EdgeArrowProgram,
        curvedLine: EdgeCurveProgram,
        curved: EdgeCurvedArrowProgram,
      },
      defaultDrawNodeLabel: (context, data, settings) =>
        this.labels.draw(context, data, settings, this.shown.appearance.ink),
      defaultDrawNodeHover: (context, data, settings) => drawHover(context, data, settings, this.shown.appearance.ink),
      nodeReducer: (_, data) => this.drawnNode(data.item),
      edgeReducer: (_, data) => this.drawnEdge(data),
    });
    this.listen(container, events);
    this.resizing.observe(container);
    const coast = this.sigma.createCanvas("coast", { beforeLayer: "edges", style: { pointerEvents: "none" } });
    this.sigma.on("beforeRender", () => {
      this.labels.clear();
      drawCoast(coast, this.sigma, this.shown);
    });
  }

  show(shown: Shown): void {
    const before = this.shown;
    this.shown = shown;
    const { ink } = shown.appearance;
    if (before.appearance.ink !== ink) {
      this.sigma.setSetting("labelColor", { color: ink.text });
      this.sigma.setSetting("edgeLabelColor", { color: ink.text });
    }
    if (this.isLarge && isSameButForEmphasis(before, shown)) this.redrawEmphasis(before, shown);
    else this.sigma.refresh({ skipIndexation: false });
  }

  /** Move all nodes at once. */
  place(positions: Float32Array): void {
    this.graph.updateEachNodeAttributes(
      (_, data) => {
        data.x = positions[data.item.index * 2]!;
        data.y = positions[data.item.index * 2 + 1]!;
        return data;
      },
      { attributes: ["x", "y"] },
    );
  }

  position(node: NodeItem): readonly [number, number] {
    const { x, y } = this.graph.getNodeAttributes(node.key);
    return [x, y];
  }

  get camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  moveTo(camera: Partial<Camera>, isAnimated: boolean): void {
    if (isAnimated) void this.sigma.getCamera().animate(camera, { duration: 250 });
    else this.sigma.getCamera().setState(camera);
  }

  zoom(factor: number, isAnimated: boolean): void {
    this.moveTo({ ratio: Math.min(6, Math.max(0.01, this.camera.ratio * factor)) }, isAnimated);
  }

  fit(isAnimated: boolean): void {
    this.moveTo({ x: 0.5, y: 0.5, ratio: 1 }, isAnimated);
  }

  /** Move the camera to a node that lies outside the window; nothing moves where it is inside already. */
  reveal(node: NodeItem, isAnimated: boolean): void {
    const data = this.sigma.getNodeDisplayData(node.key);
    if (!data) return;
    const at = this.sigma.framedGraphToViewport(data);
    const { width, height } = this.sigma.getDimensions();
    const isInside = at.x > 0 && at.x < width && at.y > 0 && at.y < height;
    if (!isInside) this.moveTo({ x: data.x, y: data.y }, isAnimated);
  }

  /** The visible node that lies nearest in a direction (in screen terms) from one, or from the middle of the window. */
  nearest(from: NodeItem | undefined, direction: readonly [number, number]): NodeItem | undefined {
    const { width, height } = this.sigma.getDimensions();
    const start = from ? this.viewport(from) : { x: width / 2, y: height / 2 };
    let best: NodeItem | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const node of this.dataset.nodes) {
      if (node === from || !this.shown.scene.visible.nodes[node.index]) continue;
      const at = this.viewport(node);
      const [dx, dy] = [at.x - start.x, at.y - start.y];
      const along = dx * direction[0] + dy * direction[1];
      const aside = Math.abs(dx * direction[1] - dy * direction[0]);
      if (from && (along <= 0 || aside > along)) continue;
      const distance = from ? along + 2 * aside : Math.hypot(dx, dy);
      if (distance < least) [least, best] = [distance, node];
    }
    return best;
  }

  close(): void {
    this.resizing.disconnect();
    this.sigma.kill();
  }

  private fill(positions: Float32Array): void {
    const { nodes, edges } = this.dataset;
    for (const item of nodes)
      this.graph.addNode(item.key, { item, x: positions[item.index * 2]!, y: positions[item.index * 2 + 1]! });
    const curves = this.isLarge ? undefined : curvatures(edges);
    for (const item of edges) {
      // Sigma draws no self loops: they are a badge at the node's name.
      if (item.source === item.target) this.selfLoops[item.source.index]!++;
      else
        this.graph.addDirectedEdgeWithKey(item.key, item.source.key, item.target.key, {
          item,
          curvature: curves?.get(item) ?? 0,
        });
    }
  }

  /** On a phone nodes are smaller, else they would cover each other. */
  private get scale(): number {
    const { width, height } = this.sigma?.getDimensions() ?? { width: 600, height: 600 };
    return Math.min(1, Math.max(0.45, Math.min(width, height) / 600));
  }

  private drawnNode(item: NodeItem) {
    const { scene, appearance } = this.shown;
    const isVisible = scene.visible.nodes[item.index] === 1;
    const isEmphasized = scene.emphasis?.nodes.has(item.index) ?? false;
    const isSelected = item === scene.node || item === scene.between?.from || item === scene.between?.to;
    const loops = this.selfLoops[item.index]!;
    const isNamed = isVisible && (!scene.emphasis || isEmphasized || this.isLarge);
    return {
      ...this.graph.getNodeAttributes(item.key),
      hidden: !isVisible,
      label: isNamed ? (loops > 0 ? `${item.label}  ↻${loops}` : item.label) : "",
      color: appearance.nodeColor(item),
      size: appearance.nodeSize(item) * this.scale,
      highlighted: isSelected,
      forceLabel: isSelected || (isEmphasized && scene.emphasis!.nodes.size <= 60),
      zIndex: isSelected ? 2 : isEmphasized ? 1 : 0,
    };
  }

  private drawnEdge({ item, curvature }: EdgeData) {
    const { scene, appearance, edgeLabel } = this.shown;
    const isEmphasized = scene.emphasis?.edges.has(item.index) ?? false;
    const isLabelled =
      item === scene.edge || item === this.hoveredEdge || (isEmphasized && scene.between?.to !== undefined);
    return {
      hidden: scene.visible.edges[item.index] !== 1,
      color: item === this.hoveredEdge ? appearance.ink.accent : appearance.edgeColor(item),
      size: appearance.edgeSize(item) + (item === this.hoveredEdge ? 1 : 0),
      label: isLabelled ? edgeLabel(item) : "",
      forceLabel: isLabelled,
      curvature,
      type:
        this.isLarge && !isEmphasized
          ? "hairline"
          : `${curvature === 0 ? (item.isSymmetric ? "line" : "arrow") : item.isSymmetric ? "curvedLine" : "curved"}`,
      zIndex: isEmphasized ? 1 : 0,
    };
  }

  private listen(container: HTMLElement, events: PictureEvents): void {
    const { sigma } = this;
    const itemOf = (node: string) => this.graph.getNodeAttribute(node, "item");
    let dragged: NodeItem | undefined;
    let hasMoved = false;
    sigma.on("clickNode", ({ node }) => !hasMoved && events.choose(itemOf(node)));
    sigma.on("clickEdge", ({ edge }) => events.chooseEdge(this.graph.getEdgeAttribute(edge, "item")));
    sigma.on("clickStage", ({ event }) => {
      if (hasMoved) return;
      const edge = this.edgeNear(event);
      if (edge) events.chooseEdge(edge);
      else events.leave();
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.focus(itemOf(node));
    });
    sigma.on("enterNode", ({ node }) => {
      this.hovered = itemOf(node);
      container.style.cursor = "pointer";
    });
    sigma.on("leaveNode", () => {
      this.hovered = undefined;
      container.style.cursor = "";
    });
    sigma.on("enterEdge", ({ edge }) => this.hoverEdge(this.graph.getEdgeAttribute(edge, "item"), container));
    sigma.on("leaveEdge", () => this.hoverEdge(undefined, container));
    sigma.on("downNode", ({ node }) => {
      dragged = itemOf(node);
      hasMoved = false;
    });
    sigma.on("downStage", () => {
      hasMoved = false;
    });
    sigma.on("moveBody", ({ event }) => {
      if (!dragged) return;
      // Without a box of its own the picture would be fitted anew around each move.
      if (!hasMoved && !sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
      hasMoved = true;
      this.graph.mergeNodeAttributes(dragged.key, sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => {
      if (dragged && hasMoved) events.pin(dragged, this.position(dragged));
      dragged = undefined;
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
    sigma.getCamera().on("updated", () => events.moved(this.camera));
    for (const canvas of Object.values(sigma.getCanvases()))
      canvas.addEventListener("webglcontextlost", event => {
        event.preventDefault();
        events.lost();
      });
  }

  private hoverEdge(edge: EdgeItem | undefined, container: HTMLElement): void {
    const changed = [this.hoveredEdge, edge].flatMap(one => (one && this.graph.hasEdge(one.key) ? [one.key] : []));
    this.hoveredEdge = edge;
    container.style.cursor = edge ? "pointer" : this.hovered ? "pointer" : "";
    this.sigma.refresh({ partialGraph: { edges: changed }, skipIndexation: true });
  }

  /** Only what stands out, or did, is drawn anew. */
  private redrawEmphasis(before: Shown, after: Shown): void {
    const indexes = (part: "nodes" | "edges") =>
      new Set([...(before.scene.emphasis?.[part] ?? []), ...(after.scene.emphasis?.[part] ?? [])]);
    const nodes = [...indexes("nodes")].map(index => this.dataset.nodes[index]!.key);
    const edges = [...indexes("edges")]
      .map(index => this.dataset.edges[index]!.key)
      .filter(key => this.graph.hasEdge(key));
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
  }

  /** The visible edge that a click all but meets: a line of one pixel is hard to meet, with a finger above all. */
  private edgeNear(point: { readonly x: number; readonly y: number }): EdgeItem | undefined {
    const { visible } = this.shown.scene;
    let nearest: EdgeItem | undefined;
    let least = matchMedia("(pointer: coarse)").matches ? 14 : 6;
    this.graph.forEachEdge((_, { item, curvature }) => {
      if (!visible.edges[item.index]) return;
      const distance = distanceToLine(point, this.viewport(item.source), this.viewport(item.target), curvature);
      if (distance < least) [least, nearest] = [distance, item];
    });
    return nearest;
  }

  private viewport(node: NodeItem): { x: number; y: number } {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(node.key));
  }
}

function isSameButForEmphasis(before: Shown, after: Shown): boolean {
  const sameLooks =
    before.appearance.ink === after.appearance.ink &&
    before.hasCoast === after.hasCoast &&
    before.edgeLabel === after.edgeLabel;
  return sameLooks && before.scene.visible === after.scene.visible && before.scene !== after.scene;
}
