/** A small picture of how a toll rose: each figure where it was reported, its range, who said it, and the latest official total. */

import { apart, svg } from "../dom";
import type { LedgerEntry } from "../records";
import { say } from "../words";
import { figure } from "../wording";
import { axes } from "./axes";

interface Dot {
  entry: LedgerEntry;
  time: number;
  low: number;
  high: number;
}

/** The picture of one measure, or null where there are fewer than two days or figures to compare. */
export function rise(entries: LedgerEntry[], measure: string, title: string): HTMLElement | null {
  const dots = entries.filter((entry) => entry.measure === measure && entry.standing !== "denied").flatMap(dot);
  if (dots.length < 2) return null;
  const times = [...new Set(dots.map((one) => one.time))].sort((a, b) => a - b);
  const most = Math.max(1, ...dots.map((one) => one.high));
  const { x, y, picture } = axes(times, most, { height: 180, start: 40, form: "short" });
  return picture(
    {
      class: "rise",
      label: say("rise.label", { measure: title, n: dots.length }),
      caption: say("rise.how", { measure: title }),
    },
    svg("path", { class: "highest", d: steps(dots, times, x, y) }),
    spread(dots).map(({ one, shift }) => mark(one, x(one.time) + shift, y)),
  );
}

function dot(entry: LedgerEntry): Dot[] {
  const low = entry.low ?? entry.high;
  const high = entry.high ?? entry.low;
  if (low === null || high === null || !entry.reported) return [];
  return [{ entry, time: Date.parse(`${entry.reported}T00:00:00Z`), low, high }];
}

/** Figures of one day side by side instead of on top of one another. */
function spread(dots: Dot[]): { one: Dot; shift: number }[] {
  return dots.map((one) => {
    const same = dots.filter((other) => other.time === one.time);
    return { one, shift: (same.indexOf(one) - (same.length - 1) / 2) * Math.min(14, 100 / same.length) };
  });
}

function mark({ entry, low, high }: Dot, x: number, y: (value: number) => number): SVGElement {
  const said = `${apart(entry.source_name)}: ${figure(entry.low, entry.high)}`;
  const kind = `dot-${entry.official ? "official" : "other"} standing-${entry.standing}`;
  return svg(
    "g",
    { class: kind },
    svg("title", {}, said),
    low === high ? null : svg("line", { x1: x, x2: x, y1: y(low), y2: y(high) }),
    entry.official
      ? svg("rect", { x: x - 5, y: y(low) - 5, width: 10, height: 10 })
      : svg("circle", { cx: x, cy: y(low), r: 5 }),
  );
}

/** The latest official total up to each day, or anyone's before there is one, as steps. */
function steps(dots: Dot[], times: number[], x: (time: number) => number, y: (value: number) => number): string {
  const totals = dots.filter(({ entry }) => !["part", "copy", "beyond"].includes(entry.standing));
  let at: number | null = null;
  const path: string[] = [];
  for (const time of times) {
    const told = totals.filter((one) => one.time <= time);
    const official = told.filter((one) => one.entry.official);
    const best = latest(official.length ? official : told);
    if (best === null) continue;
    path.push(at === null ? `M${x(time)} ${y(best)}` : `L${x(time)} ${y(at)} L${x(time)} ${y(best)}`);
    at = best;
  }
  return path.join(" ");
}

function latest(dots: Dot[]): number | null {
  const last = Math.max(...dots.map((one) => one.time));
  const low = dots.filter((one) => one.time === last).map((one) => one.low);
  return low.length ? Math.max(...low) : null;
}
