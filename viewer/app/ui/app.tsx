import { useLayoutEffect } from "preact/hooks";
import { Announcer } from "./announcer.js";
import { Dialogs } from "./dialogs.js";
import { Header } from "./header.js";
import { Legend } from "./legend.js";
import { Panel } from "./panel.js";
import { type Parts, PartsContext, usePage } from "./parts.js";
import { Stage } from "./stage.js";
import { useAddress } from "./use-address.js";
import { useKeys } from "./use-keys.js";

export function App({ parts }: { readonly parts: Parts }) {
  return (
    <PartsContext.Provider value={parts}>
      <Layout />
    </PartsContext.Provider>
  );
}

function Layout() {
  const page = usePage();
  const { state, theme, dataset } = page;
  useKeys(page);
  useAddress(page);
  useLayoutEffect(() => {
    document.documentElement.lang = state.language;
    document.documentElement.dataset["theme"] = theme;
    document.title = dataset.nodes.length > 0 ? `${titleOf(page)} · policygraph` : "policygraph";
  });
  return (
    <>
      <Header />
      <div class="columns">
        <Legend />
        <Stage />
        <Panel />
      </div>
      <Dialogs />
      <Announcer />
    </>
  );
}

function titleOf({ scene, dataset, words }: ReturnType<typeof usePage>): string {
  return scene.node?.label ?? words.counts(String(dataset.nodes.length), String(dataset.edges.length));
}
