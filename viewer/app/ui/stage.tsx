import { chooseNode, clearFilters, leaveBetween, leaveFocus } from "../state/steps.js";
import { Icon } from "./icon.js";
import { type Page, usePage } from "./parts.js";
import { Table } from "./table.js";
import { TimeBar } from "./time-bar.js";
import { usePicture } from "./use-picture.js";

/** The middle of the page: the picture or the table, and what belongs to either. */
export function Stage() {
  const page = usePage();
  const { view, dataset, words, scene, go } = page;
  const { container, picture, failure, progress, unplaced } = usePicture(page);
  const isTable = view.mode === "table" || failure !== undefined;
  if (dataset.nodes.length === 0) return <Empty page={page} />;
  return (
    <main class="stage">
      <Banner page={page} />
      {failure && (
        <p class="banner warning" role="alert">
          {failure === "lost" ? (
            words.lostPicture
          ) : (
            <>
              <strong>{words.noPicture}</strong> {words.noPictureHint}
            </>
          )}
        </p>
      )}
      <div class="picture" hidden={isTable}>
        <div
          ref={container}
          class="canvas"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved through by keys.
          tabIndex={0}
          role="application"
          aria-label={words.pictureLabel}
          data-testid="picture"
          onKeyDown={event => steer(event, page, picture.current)}
        />
        {progress < 1 && (
          <p class="progress" role="status">
            {words.arranging(Math.round(progress * 100))}
          </p>
        )}
        {view.layout === "geographic" && (
          <p class="credits">
            {unplaced > 0 && `${words.unplaced(unplaced)} `}
            {words.credits}
          </p>
        )}
        <div class="zoom">
          <button type="button" title={words.zoomIn} onClick={() => picture.current?.zoom(1 / 1.6)}>
            <Icon name="plus" />
            <span class="unseen">{words.zoomIn}</span>
          </button>
          <button type="button" title={words.zoomOut} onClick={() => picture.current?.zoom(1.6)}>
            <Icon name="minus" />
            <span class="unseen">{words.zoomOut}</span>
          </button>
          <button type="button" title={words.fit} onClick={() => picture.current?.fit()}>
            <Icon name="fit" />
            <span class="unseen">{words.fit}</span>
          </button>
        </div>
        {scene.visible.order === 0 && (
          <div class="nothing">
            <p>{words.filtersHideAll}</p>
            <button type="button" onClick={() => go(clearFilters)}>
              {words.clearFilters}
            </button>
          </div>
        )}
      </div>
      {isTable && <Table />}
      <TimeBar />
    </main>
  );
}

/** What the reader is in the middle of, and the way out. */
function Banner({ page: { view, scene, dataset, words, go } }: { readonly page: Page }) {
  const focused = view.focus && dataset.nodeOf.get(view.focus.node);
  const { between } = scene;
  return (
    <>
      {focused && (
        <p class="banner">
          {words.focusedOn(focused.label, view.focus!.depth)}{" "}
          <button type="button" onClick={() => go(leaveFocus)}>
            {words.leaveFocus}
          </button>
        </p>
      )}
      {between && !between.to && (
        <p class="banner">
          {words.pathChoose(between.from.label)}{" "}
          <button type="button" onClick={() => go(leaveBetween)}>
            {words.cancel}
          </button>
        </p>
      )}
    </>
  );
}

function Empty({ page: { words } }: { readonly page: Page }) {
  return (
    <main class="stage empty">
      <h2>{words.empty}</h2>
      <p>{words.emptyHint}</p>
    </main>
  );
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

function steer(
  event: KeyboardEvent,
  { scene, go }: Page,
  picture: ReturnType<typeof usePicture>["picture"]["current"],
): void {
  if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = directions[event.key];
  if (direction) {
    const next = picture.nearest(scene.node, direction);
    if (next) go(chooseNode(next.key));
  } else if (event.key === "+" || event.key === "=") picture.zoom(1 / 1.6);
  else if (event.key === "-") picture.zoom(1.6);
  else if (event.key === "0") picture.fit();
  else if (event.key === "Enter") document.querySelector<HTMLElement>(".panel h2")?.focus();
  else return;
  event.preventDefault();
}
