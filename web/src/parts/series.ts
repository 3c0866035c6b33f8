/** Figures over time as a small picture: each at the middle of its time, with its range. */

import { h, svg } from "../dom";
import type { ChannelPoint } from "../records";
import { day, number, say } from "../words";
import { figure, when } from "../wording";

const WIDTH = 640;
const HEIGHT = 170;
const PAD = { start: 56, end: 56, top: 14, bottom: 30 };

interface Dot {
  point: ChannelPoint;
  time: number;
  low: number;
  high: number;
}

/** The picture, or null where the figures are not of two times.  A line joins them where there is one figure a time: of
 * several at once nobody says which of them follows the one before. */
export function series(points: ChannelPoint[], title: string): HTMLElement | null {
  const dots = points.flatMap(dot).sort((a, b) => a.time - b.time);
  const times = new Set(dots.map((one) => one.time));
  if (times.size < 2) return null;
  const rtl = document.documentElement.dir === "rtl";
  const [first, last] = [(dots[0] as Dot).time, (dots.at(-1) as Dot).time];
  const most = Math.max(1, ...dots.map((one) => one.high));
  const inner = WIDTH - PAD.start - 2 * PAD.end;
  const x = (time: number): number => {
    const from = PAD.start + PAD.end + ((time - first) / (last - first)) * inner;
    return rtl ? WIDTH - from : from;
  };
  const y = (value: number): number => HEIGHT - PAD.bottom - (value / most) * (HEIGHT - PAD.top - PAD.bottom);
  const path = dots.map((one, i) => `${i ? "L" : "M"}${x(one.time)} ${y((one.low + one.high) / 2)}`).join(" ");
  return h(
    "figure",
    { class: "rise-figure" },
    h("figcaption", { class: "small quiet" }, title),
    svg(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        class: "rise series",
        role: "img",
        "aria-label": say("series.label", { measure: title, n: dots.length }),
      },
      [...new Set([0, Math.round(most / 2), most])].map((level) => [
        svg("line", {
          class: "grid",
          x1: rtl ? 0 : PAD.start,
          x2: rtl ? WIDTH - PAD.start : WIDTH,
          y1: y(level),
          y2: y(level),
        }),
        svg("text", { x: rtl ? WIDTH : 0, y: y(level) + 4, "text-anchor": "start" }, number(level)),
      ]),
      times.size === dots.length ? svg("path", { class: "highest", d: path }) : null,
      dots.map((one) => mark(one, x(one.time), y)),
      [first, last].map((time) =>
        svg(
          "text",
          { x: x(time), y: HEIGHT - 8, "text-anchor": "middle" },
          day(new Date(time).toISOString().slice(0, 10), "month"),
        ),
      ),
    ),
  );
}

function dot(point: ChannelPoint): Dot[] {
  const low = point.low ?? point.high;
  const high = point.high ?? point.low;
  const days = [point.when?.earliest, point.when?.latest].filter((one) => one != null);
  if (low === null || high === null || !days.length || point.claim.certainty === "denied") return [];
  const times = days.map((one) => Date.parse(`${one}T00:00:00Z`));
  return [{ point, time: times.reduce((sum, one) => sum + one, 0) / times.length, low, high }];
}

function mark({ point, low, high }: Dot, x: number, y: (value: number) => number): SVGElement {
  return svg(
    "g",
    {},
    svg("title", {}, `${when(point.when)}: ${figure(point.low, point.high)}`),
    low === high ? null : svg("line", { x1: x, x2: x, y1: y(low), y2: y(high) }),
    svg("circle", { cx: x, cy: y((low + high) / 2), r: 5 }),
  );
}
