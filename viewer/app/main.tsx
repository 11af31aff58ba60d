import "./style/page.css";
import { render } from "preact";
import type { PageData } from "../page-data.js";
import { type GraphSource, readGraph } from "./data/read-graph.js";
import { readAddress } from "./state/address.js";
import { sceneMaker } from "./state/scene.js";
import { Store, themes } from "./state/store.js";
import { firstView } from "./state/view.js";
import { App } from "./ui/app.js";
import { Broken } from "./ui/broken.js";
import { type Language, languages, preferredLanguage } from "./words/index.js";
import { NodeSearch } from "./find/search.js";
import { Desk } from "./work/desk.js";
import { remembered } from "./state/remembered.js";

const container = document.getElementById("app")!;
const language = preferences().language;

try {
  const data = JSON.parse(document.getElementById("page-data")!.textContent!) as PageData;
  open(data, location.hash);
} catch (error) {
  console.warn(error);
  container.replaceChildren();
  render(<Broken words={languages[language]} />, container);
}

/** Show a graph in place of whatever was shown before. */
function open(source: GraphSource, address = ""): void {
  const dataset = readGraph(source);
  const { view, camera } = readAddress(address, dataset.isComparison ? { ...firstView, colorBy: "change" } : firstView);
  const store = new Store({
    view,
    camera,
    ...preferences(),
    past: [],
    future: [],
    dialog: undefined,
    notice: undefined,
  });
  const desk = new Desk(dataset);
  const reopen = (next: GraphSource) => {
    desk.close();
    open(next);
  };
  render(null, container);
  container.replaceChildren();
  render(
    <App
      parts={{
        dataset,
        store,
        desk,
        source,
        search: new NodeSearch(dataset),
        sceneOf: sceneMaker(dataset),
        open: reopen,
      }}
    />,
    container,
  );
}

function preferences() {
  const saidLanguage = remembered("language");
  const saidTheme = remembered("theme");
  return {
    language:
      saidLanguage && saidLanguage in languages ? (saidLanguage as Language) : preferredLanguage(navigator.languages),
    theme: themes.find(theme => theme === saidTheme) ?? ("auto" as const),
  };
}
