import type { Drawing } from "../take/svg.js";
import type { Store } from "../state/store.js";

/** Where the nodes lie now and how they look, for whoever saves the picture: too large to be state. */
export const currentDrawing = new WeakMap<Store, () => Drawing>();
