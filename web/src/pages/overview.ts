/** The overview: map, timeline and list of events that filter one another; the address reproduces the view. */

import { fromColumns, fromServer, wholeOf, type Answers, type Part } from "../answers";
import { ask } from "../api";
import { inLanguage, label } from "../codes";
import { columns, type Columns } from "../columns";
import { bdi, h, link, type Child } from "../dom";
import { address, fromAddress, type Filters } from "../filters";
import { eventRow, more } from "../parts/events";
import { drawFacets } from "../parts/facets";
import type { EventMap } from "../parts/map";
import { timeline } from "../parts/timeline";
import type { Cell, Facets, Weeks } from "../records";
import { number, say } from "../words";
import { toll } from "../wording";
import { failed } from "./failed";

const LIST = 30;

export async function overview(into: HTMLElement, signal: AbortSignal): Promise<void> {
  let filters = fromAddress(location.search);
  let map: EventMap | null = null;
  let asking = new AbortController();
  let counted: Columns | null = null;
  let answers: Answers | null = null;
  const parts = frame();
  into.replaceChildren(parts.page);
  const coming = columns(signal).then(
    (found) => (counted = found),
    () => null,
  );
  const module = import("../parts/map");
  const whole = new Map<string, Promise<Facets>>();

  const change = (to: Partial<Filters>): void => {
    filters = { ...filters, ...to };
    history.pushState(null, "", address(filters, location.search));
    void show().then(renew);
  };

  async function show(): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const stop = AbortSignal.any([signal, asking.signal]);
    parts.page.setAttribute("aria-busy", "true");
    try {
      const here = (): Answers => (counted && fromColumns(counted, filters, stop)) ?? fromServer(filters, stop);
      const counts = async (): Promise<void> => {
        await coming;
        if (stop.aborted) return;
        answers = here();
        await Promise.all([drawCounts(answers, stop), answers.weeks().then(drawWeeks), showMap(stop)]);
      };
      // Each part is drawn when its answer comes: the first list need not wait for the columns.
      await Promise.all([here().list(LIST).then(drawList), counts()]);
      parts.page.setAttribute("aria-busy", "false");
      parts.page.dataset["shown"] = String(Number(parts.page.dataset["shown"] ?? 0) + 1);
    } catch (error) {
      if (!stop.aborted) parts.list.replaceChildren(failed(error));
    }
  }

  /** Shows what the store has become meanwhile, if it changed. */
  async function renew(): Promise<void> {
    const now = await columns(signal).catch(() => counted);
    if (signal.aborted || now === counted) return;
    counted = now;
    await show();
  }

  async function drawCounts(from: Answers, stop: AbortSignal): Promise<void> {
    const [base, facets] = await Promise.all([all(), from.facets()]);
    if (stop.aborted) return;
    drawFacets(parts.facets, filters, base, facets, change);
    parts.sums.replaceChildren(...sums(facets));
  }

  /** What there is to pick at all under the codebook in use; asked of the server once each. */
  function all(): Promise<Facets> {
    const key = filters.codebook ?? "";
    if (counted && !key) return Promise.resolve(wholeOf(counted));
    const asked = whole.get(key) ?? ask<Facets>("counts/facets", { codebook: key }, signal);
    whole.set(key, asked);
    return asked;
  }

  function drawWeeks(weeks: Weeks): void {
    const line = timeline(weeks, filters.since, filters.until, (since, until) => change({ since, until }));
    parts.weeks.replaceChildren(line, undated(weeks.undated, filters, change));
  }

  async function showMap(stop: AbortSignal): Promise<void> {
    if (!map || !answers) return;
    const cells = await answers.cells(map.size());
    if (stop.aborted) return;
    map.show(cells, filters.bbox);
    parts.unplaced.textContent = cells.unplaced ? say("map.unplaced", { n: cells.unplaced }) : "";
  }

  function drawList(part: Part): void {
    const rows = h("ol", { class: "events" }, part.items.map(eventRow));
    parts.list.replaceChildren(part.items.length ? rows : h("p", { class: "quiet" }, say("events.none")));
    const follow = ({ left, more: next }: Part): void => {
      parts.list.querySelector("button")?.remove();
      if (!next) return;
      parts.list.append(
        more(left, async () => {
          const further = await next();
          rows.append(...further.items.map(eventRow));
          follow(further);
        }),
      );
    };
    follow(part);
  }

  addEventListener(
    "popstate",
    () => {
      if (location.pathname !== "/") return;
      filters = fromAddress(location.search);
      void show();
    },
    { signal },
  );
  parts.visible.addEventListener("click", () => map && change({ bbox: map.view() }));
  parts.draw.addEventListener("click", () => map?.draw());

  await show();
  const { eventMap } = await module;
  if (signal.aborted) return;
  try {
    const handlers = {
      resized: () => void showMap(AbortSignal.any([signal, asking.signal])).catch(() => undefined),
      drawn: (bbox: string) => change({ bbox }),
      card: (cell: Cell) => card(cell, change),
    };
    map = await eventMap(parts.map, handlers, signal);
    await showMap(signal);
  } catch (error) {
    if (!signal.aborted)
      parts.map.replaceChildren(
        h("p", { class: "quiet" }, say("map.failed")),
        String(error instanceof Error ? error.message : error),
      );
  }
}

interface Frame {
  page: HTMLElement;
  facets: HTMLElement;
  sums: HTMLElement;
  map: HTMLElement;
  weeks: HTMLElement;
  list: HTMLElement;
  unplaced: HTMLElement;
  draw: HTMLButtonElement;
  visible: HTMLButtonElement;
}

function frame(): Frame {
  const facets = h("aside", { class: "facets no-print", "aria-label": say("filters") });
  const sums = h("div", { class: "sums", "aria-live": "polite" });
  const map = h("div", { class: "map" });
  const weeks = h("div", {});
  const list = h("div", { class: "list" });
  const unplaced = h("p", { class: "small quiet" });
  const draw = h("button", { class: "button", type: "button", id: "draw" }, say("map.draw"));
  const visible = h("button", { class: "button", type: "button", id: "visible" }, say("map.visible"));
  const page = h(
    "div",
    { class: "overview", "aria-busy": "true" },
    h("h1", { class: "visually-hidden" }, say("nav.overview")),
    facets,
    h(
      "div",
      { class: "views" },
      sums,
      h(
        "section",
        { class: "sheet", "aria-label": say("map.label") },
        map,
        h("div", { class: "tools no-print" }, legend(), h("span", { class: "buttons" }, draw, visible)),
        unplaced,
      ),
      h(
        "section",
        { class: "sheet" },
        h("h2", {}, say("timeline.title")),
        weeks,
        h("p", { class: "small quiet no-print" }, say("timeline.how")),
      ),
    ),
    h("section", { class: "list-column" }, h("h2", {}, say("events.title")), list),
  );
  return { page, facets, sums, map, weeks, list, unplaced, draw, visible };
}

function legend(): HTMLElement {
  const kinds = ["material-conflict", "verbal-conflict", "material-cooperation", "verbal-cooperation"] as const;
  return h(
    "ul",
    { class: "legend small" },
    kinds.map((kind) => h("li", { "data-quad": kind }, h("span", { class: "dot" }), say(`quad.${kind}`))),
    h("li", {}, h("span", { class: "dot vague" }), say("map.vague")),
  );
}

function sums(facets: Facets): Child[] & Node[] {
  const one = (words: string, value: string): HTMLElement =>
    h("p", { class: "sum" }, h("span", { class: "quiet small" }, words), h("b", { class: "number" }, value));
  return [
    one(say("events.title"), number(facets.total)),
    ...Object.entries(facets.figures).map(([measure, bounds]) => one(label("measures", measure), toll(bounds))),
  ];
}

function undated(n: number, filters: Filters, change: (to: Partial<Filters>) => void): HTMLElement {
  const whole = h(
    "button",
    {
      class: "button no-print",
      type: "button",
      id: "all-time",
      on: { click: () => change({ since: null, until: null }) },
    },
    say("timeline.whole"),
  );
  return h(
    "p",
    { class: "small quiet undated" },
    n ? say("timeline.undated", { n }) : null,
    filters.since || filters.until ? whole : null,
  );
}

/** What the map shows of one place. */
function card(cell: Cell, change: (to: Partial<Filters>) => void): HTMLElement {
  const half = 0.005;
  const bbox = [cell.longitude - half, cell.latitude - half, cell.longitude + half, cell.latitude + half]
    .map((n) => n.toFixed(4))
    .join(",");
  return h(
    "div",
    { class: "card" },
    h("h3", {}, bdi(cell.place_name ? inLanguage(cell.place_name) : cell.name) ?? say("map.places")),
    h(
      "p",
      {},
      say("events.count", { n: cell.events }),
      say("comma"),
      `${say("killed")} `,
      h("b", { class: "number" }, toll(cell.killed)),
    ),
    cell.radius_km ? h("p", { class: "small quiet" }, say("place.within", { n: Math.round(cell.radius_km) })) : null,
    cell.event
      ? link(`/events/${encodeURIComponent(cell.event)}`, {}, say("event.open"))
      : h("button", { class: "button", type: "button", on: { click: () => change({ bbox }) } }, say("map.only")),
  );
}
