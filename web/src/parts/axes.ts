/** The axes of a small picture of figures over time: the value upward, the time in the direction of reading. */

import { type Child, h, svg } from "../dom";
import { day, number } from "../words";

const WIDTH = 640;
const PAD = { end: 56, top: 14, bottom: 30 };

export interface Axes {
  x: (time: number) => number;
  y: (value: number) => number;
  /** The picture with its caption: lines across at a few values, then what is drawn, then the first and the last day. */
  picture: (props: { class: string; label: string; caption: string }, ...drawn: Child[]) => HTMLElement;
}

/** Axes from the first of `times` to the last and from nought to `most`; `start` is the room for the values, and days are
 * written in a `form`. */
export function axes(
  times: number[],
  most: number,
  { height, start, form }: { height: number; start: number; form: Parameters<typeof day>[1] },
): Axes {
  const rtl = document.documentElement.dir === "rtl";
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const inner = WIDTH - start - 2 * PAD.end;
  const x = (time: number): number => {
    const part = last === first ? 0.5 : (time - first) / (last - first);
    const from = start + PAD.end + part * inner;
    return rtl ? WIDTH - from : from;
  };
  const y = (value: number): number => height - PAD.bottom - (value / most) * (height - PAD.top - PAD.bottom);

  const level = (value: number): SVGElement[] => [
    svg("line", {
      class: "grid",
      x1: rtl ? 0 : start,
      x2: rtl ? WIDTH - start : WIDTH,
      y1: y(value),
      y2: y(value),
    }),
    svg("text", { x: rtl ? WIDTH : 0, y: y(value) + 4, "text-anchor": "start" }, number(value)),
  ];
  const end = (time: number): SVGElement =>
    svg(
      "text",
      { x: x(time), y: height - 8, "text-anchor": "middle" },
      day(new Date(time).toISOString().slice(0, 10), form),
    );

  return {
    x,
    y,
    picture: ({ class: kind, label, caption }, ...drawn) =>
      h(
        "figure",
        { class: "rise-figure" },
        h("figcaption", { class: "small quiet" }, caption),
        svg(
          "svg",
          { viewBox: `0 0 ${WIDTH} ${height}`, class: kind, role: "img", "aria-label": label },
          [...new Set([0, Math.round(most / 2), most])].map(level),
          drawn,
          [...new Set([first, last])].map(end),
        ),
      ),
  };
}
