import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { showDays } from "../state/steps.js";
import { Icon } from "./icon.js";
import { type Page, usePage, wantsStillness } from "./parts.js";
import { periodsOf } from "./periods.js";

/** How many relations each month or year has, a range over them, and a window that plays through time. */
export function TimeBar() {
  const page = usePage();
  const { dataset, view, words, go, store } = page;
  const periods = useMemo(() => periodsOf(dataset), [dataset]);
  const { isPlaying, play, stop } = usePlaying(page, periods);
  if (periods.length < 2) return null;
  const { from, to } = view.filters;
  const last = periods.length - 1;
  const start =
    from === undefined
      ? 0
      : Math.max(
          0,
          periods.findIndex(period => period.last >= from),
        );
  const foundEnd = to === undefined ? last : periods.findLastIndex(period => period.first <= to);
  const end = Math.max(start, foundEnd);
  const most = Math.max(...periods.map(period => period.count));
  const choose = (first: number, second: number) => {
    const [one, other] = [Math.min(first, second), Math.max(first, second)];
    const isAll = one === 0 && other === last;
    store.glide(showDays(isAll ? undefined : periods[one]!.first, isAll ? undefined : periods[other]!.last));
  };
  return (
    <section class="time" aria-label={words.time}>
      <button type="button" onClick={isPlaying ? stop : play} title={isPlaying ? words.pause : words.play}>
        <Icon name={isPlaying ? "pause" : "play"} />
        <span class="unseen">{isPlaying ? words.pause : words.play}</span>
      </button>
      <div class="span">
        <div class="bars" aria-hidden="true">
          {periods.map((period, index) => (
            <span
              key={period.name}
              class={index >= start && index <= end ? "bar within" : "bar"}
              style={{ height: `${(100 * period.count) / most}%` }}
              title={words.timeBar(period.name, period.count)}
            />
          ))}
        </div>
        <input
          type="range"
          min={0}
          max={last}
          value={start}
          aria-label={words.from}
          aria-valuetext={periods[start]!.name}
          onInput={event => choose(Number(event.currentTarget.value), end)}
          onPointerDown={() => go(view => ({ ...view }))}
        />
        <input
          type="range"
          min={0}
          max={last}
          value={end}
          aria-label={words.to}
          aria-valuetext={periods[end]!.name}
          onInput={event => choose(start, Number(event.currentTarget.value))}
          onPointerDown={() => go(view => ({ ...view }))}
        />
      </div>
      <output>{start === end ? periods[start]!.name : `${periods[start]!.name} – ${periods[end]!.name}`}</output>
      {(from !== undefined || to !== undefined) && (
        <button type="button" class="plain" onClick={() => go(showDays(undefined, undefined))}>
          {words.wholeTime}
        </button>
      )}
    </section>
  );
}

/** Plays through the periods one after the other; what is shown grows from the first on. */
function usePlaying({ store }: Page, periods: ReturnType<typeof periodsOf>) {
  const [isPlaying, setPlaying] = useState(false);
  const at = useRef(0);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(
      () => {
        const period = periods[at.current++];
        if (period) store.glide(showDays(periods[0]!.first, period.last));
        if (at.current >= periods.length) setPlaying(false);
      },
      wantsStillness() ? 2000 : 900,
    );
    return () => clearInterval(timer);
  }, [isPlaying]);
  return {
    isPlaying,
    play: () => {
      const { to } = store.state.view.filters;
      const next = to === undefined ? 0 : periods.findIndex(period => period.first > to);
      at.current = Math.max(0, next);
      store.go(showDays(periods[0]!.first, periods[at.current]!.last));
      setPlaying(true);
    },
    stop: () => setPlaying(false),
  };
}
