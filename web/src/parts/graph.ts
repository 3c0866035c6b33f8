/** A graph of one actor and those around it: the centre, rings about it, a line for each of them, alike in both directions. */

import { bdi, h, joined, svg } from "../dom";
import { number, say } from "../words";
import { before } from "./actor";
import type { Tie } from "./ties";

/** The most that are drawn: more would lie on top of one another, and stand in the list. */
export const MOST = 22;
const INNER = 8;
const HOSTILE = ["rival-of", "split-from"];
const CLOSE = ["branch-of", "loyal-to", "allied-with", "merged-into", "renamed-to", "supports", "member-of"];

interface Spot {
  ties: Tie[];
  /** From the start of the line and from the top, in hundredths. */
  x: number;
  y: number;
}

/** The graph; a node opens the relation's place in the list, of several the one that claims tell of. */
export function graph(centre: string, ties: Tie[], opened: (id: string) => void): HTMLElement {
  const groups = grouped(ties);
  const spots = placed(groups.slice(0, MOST));
  const rtl = document.documentElement.dir === "rtl";
  const left = groups.length - spots.length;
  return h(
    "figure",
    { class: "graph" },
    h(
      "div",
      {
        class: spots.length > INNER ? "graph-area" : "graph-area few",
        role: "group",
        "aria-label": say("graph.label", { n: spots.length }),
      },
      svg(
        "svg",
        { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" },
        spots.map(({ ties: some, x, y }) =>
          svg("line", { x1: 50, y1: 50, x2: rtl ? 100 - x : x, y2: y, class: `edge ${kind(some)}` }),
        ),
      ),
      h("p", { class: "centre" }, bdi(centre)),
      spots.map((one) => node(one, opened)),
    ),
    h(
      "figcaption",
      { class: "small quiet" },
      h(
        "ul",
        { class: "legend" },
        (["close", "hostile", "other"] as const).map((name) =>
          h("li", {}, h("span", { class: `stroke ${name}` }), say(`graph.${name}`)),
        ),
      ),
      left > 0 ? h("span", {}, say("graph.left", { n: left })) : null,
    ),
  );
}

/** Relations by the one they are to: those that most claims tell of first, then the latest. */
function grouped(ties: Tie[]): Tie[][] {
  const found = new Map<string, Tie[]>();
  for (const one of ties) {
    const key = one.standing.other?.id ?? `name:${one.name}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  const told = (some: Tie[]): number => some.reduce((sum, one) => sum + one.standing.claims.length, 0);
  const latest = (some: Tie[]): number => Math.max(...some.map((one) => one.since ?? 0));
  return [...found.values()].sort((a, b) => told(b) - told(a) || latest(b) - latest(a));
}

/** On one ring where there are few, else on two; those alike in kind side by side. */
function placed(groups: Tie[][]): Spot[] {
  const rings = groups.length <= INNER ? [groups] : [groups.slice(0, INNER), groups.slice(INNER)];
  return rings.flatMap((ring, at) => {
    const [across, down] = rings.length === 1 ? [36, 36] : at ? [42, 44] : [25, 25];
    const order = [...ring].sort((a, b) => kind(a).localeCompare(kind(b)));
    return order.map((ties, i): Spot => {
      const turn = ((i + (at ? 0.5 : 0)) / order.length) * 2 * Math.PI - Math.PI / 2;
      return { ties, x: 50 + across * Math.cos(turn), y: 50 + down * Math.sin(turn) };
    });
  });
}

function node({ ties, x, y }: Spot, opened: (id: string) => void): HTMLElement {
  const first = ties[0] as Tie;
  const claims = ties.reduce((sum, one) => sum + one.standing.claims.length, 0);
  const evident = ties.find((one) => one.standing.claims.length) ?? first;
  const says = [...new Set(ties.map((one) => before(one.standing.says).trim()))];
  const button = h(
    "button",
    { class: `node ${kind(ties)}`, type: "button", on: { click: () => opened(evident.id) } },
    h("span", { class: "node-says" }, joined(says, say("comma")), dates(ties)),
    h("b", {}, bdi(first.name)),
    claims ? h("span", { class: "node-claims number" }, say("claims.count", { n: claims })) : null,
  );
  button.style.insetInlineStart = `${x}%`;
  button.style.insetBlockStart = `${y}%`;
  return button;
}

/** The years of the first relation that has any. */
function dates(ties: Tie[]): string {
  const dated = ties.find((one) => one.since ?? one.until);
  if (!dated) return "";
  const year = (one: number | null): string => (one === null ? "" : plain(one));
  return ` ${year(dated.since)}–${year(dated.until)}`;
}

function plain(year: number): string {
  return number(year).replace(/[,٬]/g, "");
}

function kind(ties: Tie[]): "hostile" | "close" | "other" {
  const predicates = ties.map((one) => one.standing.predicate);
  if (predicates.some((one) => HOSTILE.includes(one))) return "hostile";
  return predicates.some((one) => CLOSE.includes(one)) ? "close" : "other";
}
