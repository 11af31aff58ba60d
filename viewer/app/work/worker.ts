import { arrangeByForce } from "./force.js";
import { betweennessOf, communitiesOf } from "./measures.js";
import type { Answer, Task } from "./messages.js";

self.addEventListener("message", ({ data }: MessageEvent<Task>) => {
  const answer = (progress: number, values: Float32Array) =>
    self.postMessage({ id: data.id, progress, values } satisfies Answer);
  switch (data.kind) {
    case "force":
      return arrangeByForce(data.graph, data.positions, answer);
    case "communities":
      return answer(1, communitiesOf(data.graph));
    case "betweenness":
      return answer(1, betweennessOf(data.graph));
  }
});
