/** A small picture of how a toll rose: each figure where it was reported, its range, who said it, and the highest so far. */

import { h, svg } from "../dom";
import type { LedgerEntry } from "../records";
import { day, number, say } from "../words";
import { figure } from "../wording";

const WIDTH = 640;
const HEIGHT = 180;
const PAD = { start: 44, end: 20, top: 14, bottom: 30 };

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
  const rtl = document.documentElement.dir === "rtl";
  const times = [...new Set(dots.map((one) => one.time))].sort((a, b) => a - b);
  const [first, last] = [times[0] as number, times.at(-1) as number];
  const most = Math.max(1, ...dots.map((one) => one.high));
  const inner = WIDTH - PAD.start - PAD.end;
  const along = (part: number): number => (rtl ? WIDTH - PAD.start - part * inner : PAD.start + part * inner);
  const x = (time: number): number => along(last === first ? 0.5 : (time - first) / (last - first));
  const y = (value: number): number => HEIGHT - PAD.bottom - (value / most) * (HEIGHT - PAD.top - PAD.bottom);
  const anchor = (part: number): string => (part === 0.5 ? "middle" : part === 0 ? "start" : "end");

  const levels = [...new Set([0, Math.round(most / 2), most])];
  const ends =
    last === first
      ? [{ time: first, part: 0.5 }]
      : [
          { time: first, part: 0 },
          { time: last, part: 1 },
        ];
  const picture = svg(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "rise",
      role: "img",
      "aria-label": say("rise.label", { measure: title, n: dots.length }),
    },
    levels.map((level) => [
      svg("line", { class: "grid", x1: PAD.start, x2: WIDTH - PAD.start, y1: y(level), y2: y(level) }),
      svg(
        "text",
        { x: rtl ? WIDTH - PAD.start + 34 : PAD.start - 34, y: y(level) + 4, "text-anchor": "start" },
        number(level),
      ),
    ]),
    svg("path", { class: "highest", d: steps(dots, times, x, y) }),
    spread(dots).map(({ one, shift }) => mark(one, x(one.time) + shift, y)),
    ends.map(({ time, part }) =>
      svg(
        "text",
        { x: along(part), y: HEIGHT - 8, "text-anchor": anchor(part) },
        day(new Date(time).toISOString().slice(0, 10), "short"),
      ),
    ),
  );
  return h(
    "figure",
    { class: "rise-figure" },
    h("figcaption", { class: "small quiet" }, say("rise.how", { measure: title })),
    picture,
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
    return { one, shift: (same.indexOf(one) - (same.length - 1) / 2) * Math.min(14, 120 / same.length) };
  });
}

function mark({ entry, low, high }: Dot, x: number, y: (value: number) => number): SVGElement {
  const said = `${entry.source_name}: ${figure(entry.low, entry.high)}`;
  const kind = `dot-${entry.official ? "official" : "other"} standing-${entry.standing}`;
  return svg(
    "g",
    { class: kind, "data-claim": entry.claim },
    svg("title", {}, said),
    low === high ? null : svg("line", { x1: x, x2: x, y1: y(low), y2: y(high) }),
    entry.official
      ? svg("rect", { x: x - 5, y: y(low) - 5, width: 10, height: 10 })
      : svg("circle", { cx: x, cy: y(low), r: 5 }),
  );
}

/** The highest total told up to each day, as steps. */
function steps(dots: Dot[], times: number[], x: (time: number) => number, y: (value: number) => number): string {
  const totals = dots.filter(({ entry }) => entry.standing !== "part" && entry.standing !== "beyond");
  let highest = 0;
  const path: string[] = [];
  for (const time of times) {
    const before = highest;
    highest = Math.max(highest, ...totals.filter((one) => one.time === time).map((one) => one.low));
    if (!highest) continue;
    path.push(path.length ? `L${x(time)} ${y(before)} L${x(time)} ${y(highest)}` : `M${x(time)} ${y(highest)}`);
  }
  return path.join(" ");
}
