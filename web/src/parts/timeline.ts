/** Counts by week as bars, with a brush to pick a stretch of time; the earliest is at the start of the line. */

import { h, svg } from "../dom";
import type { Weeks } from "../records";
import { day, number, say } from "../words";

const WEEK = 7 * 86_400_000;
const HEIGHT = 96;
const MOST_BARS = 260;

interface Bar {
  first: number;
  last: number;
  events: number;
}

/** The timeline; `picked` gets the first and last day, or nulls when the brush is lifted without a stretch. */
export function timeline(
  weeks: Weeks,
  since: string | null,
  until: string | null,
  picked: (since: string | null, until: string | null) => void,
): HTMLElement {
  const found = bars(weeks);
  if (!found.length) return h("p", { class: "quiet" }, say("timeline.none"));
  const width = 1000;
  const rtl = document.documentElement.dir === "rtl";
  const step = width / found.length;
  const most = Math.max(...found.map((bar) => bar.events));
  const at = (i: number): number => (rtl ? width - (i + 1) * step : i * step);
  const picture = svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${HEIGHT}`,
      preserveAspectRatio: "none",
      class: "bars",
      role: "img",
      "aria-label": summary(found),
    },
    found.map((bar, i) => {
      const tall = bar.events ? Math.max(3, (bar.events / most) * (HEIGHT - 4)) : 0;
      const within = (!since || iso(bar.last) >= since) && (!until || iso(bar.first) <= until);
      return svg(
        "rect",
        {
          x: at(i) + step * 0.08,
          y: HEIGHT - tall,
          width: step * 0.84,
          height: tall,
          class: within ? "bar" : "bar out",
        },
        svg("title", {}, `${span(bar)}: ${say("events.count", { n: bar.events })}`),
      );
    }),
  );
  const shade = h("div", { class: "shade", hidden: true });
  const box = h("div", { class: "brush", "data-weeks": found.length }, picture, shade);
  brush(box, shade, found, rtl, picked);
  const first = found[0] as Bar;
  const last = found.at(-1) as Bar;
  return h(
    "div",
    { class: "timeline" },
    h("p", { class: "scale small quiet number" }, say("timeline.most", { n: most })),
    box,
    h(
      "p",
      { class: "ends small quiet" },
      h("span", {}, day(iso(first.first), "short")),
      h("span", {}, day(iso(last.last), "short")),
    ),
  );
}

/** Weeks with those between that have no event; several weeks a bar where they would be too thin. */
function bars(weeks: Weeks): Bar[] {
  const times = weeks.weeks.map((one) => ({ time: Date.parse(`${one.week}T00:00:00Z`), events: one.events }));
  if (!times.length) return [];
  const first = Math.min(...times.map((one) => one.time));
  const count = Math.round((Math.max(...times.map((one) => one.time)) - first) / WEEK) + 1;
  const each = Math.ceil(count / MOST_BARS);
  const found = Array.from({ length: Math.max(Math.ceil(count / each), 8) }, (_, i): Bar => {
    const start = first + i * each * WEEK;
    return { first: start, last: start + each * WEEK - 86_400_000, events: 0 };
  });
  for (const { time, events } of times) {
    const bar = found[Math.floor((time - first) / WEEK / each)];
    if (bar) bar.events += events;
  }
  return found;
}

function brush(
  box: HTMLElement,
  shade: HTMLElement,
  found: Bar[],
  rtl: boolean,
  picked: (since: string | null, until: string | null) => void,
): void {
  let from: number | null = null;
  const index = (event: PointerEvent): number => {
    const area = box.getBoundingClientRect();
    const part = (event.clientX - area.x) / area.width;
    const along = rtl ? 1 - part : part;
    return Math.min(found.length - 1, Math.max(0, Math.floor(along * found.length)));
  };
  const show = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    shade.hidden = false;
    shade.style.insetInlineStart = `${(low / found.length) * 100}%`;
    shade.style.inlineSize = `${((high - low + 1) / found.length) * 100}%`;
  };
  box.addEventListener("pointerdown", (event) => {
    from = index(event);
    box.setPointerCapture(event.pointerId);
    show(from, from);
  });
  box.addEventListener("pointermove", (event) => {
    if (from !== null) show(from, index(event));
  });
  box.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = index(event);
    const [low, high] = from < to ? [from, to] : [to, from];
    from = null;
    picked(iso((found[low] as Bar).first), iso((found[high] as Bar).last));
  });
  box.addEventListener("dblclick", () => picked(null, null));
}

function summary(found: Bar[]): string {
  const total = found.reduce((sum, bar) => sum + bar.events, 0);
  const busiest = found.reduce((a, b) => (b.events > a.events ? b : a));
  return say("timeline.summary", {
    events: say("events.count", { n: total }),
    first: day(iso((found[0] as Bar).first)),
    last: day(iso((found.at(-1) as Bar).last)),
    busiest: span(busiest),
    most: number(busiest.events),
  });
}

function span(bar: Bar): string {
  return say("date.between", { first: day(iso(bar.first), "short"), last: day(iso(bar.last), "short") });
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
