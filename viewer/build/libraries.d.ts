/** One round of ForceAtlas2, which the package has no type for: it changes the matrix of nodes in place. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): object;
}
