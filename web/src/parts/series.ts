/** Figures over time as a small picture: each at the middle of its time, with its range. */

import { svg } from "../dom";
import type { ChannelPoint } from "../records";
import { say } from "../words";
import { figure, when } from "../wording";
import { axes } from "./axes";

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
  const most = Math.max(1, ...dots.map((one) => one.high));
  const { x, y, picture } = axes([...times], most, { height: 170, start: 56, form: "month" });
  const path = dots.map((one, i) => `${i ? "L" : "M"}${x(one.time)} ${y((one.low + one.high) / 2)}`).join(" ");
  return picture(
    { class: "rise series", label: say("series.label", { measure: title, n: dots.length }), caption: title },
    times.size === dots.length ? svg("path", { class: "highest", d: path }) : null,
    dots.map((one) => mark(one, x(one.time), y)),
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
