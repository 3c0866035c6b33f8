/** Which part of the queue is shown, kept in the address of the page. */

import { h, type Child } from "../../dom";
import { choice } from "../../parts/facets";
import { country, say, sayCode } from "../../words";
import type { Facets } from "../../records";
import type { QueueItem, Unit } from "./shapes";

export interface QueueFilters {
  order: "teaching" | "assigned";
  kind: Unit | null;
  country: string | null;
  since: string | null;
  until: string | null;
}

const KINDS: Unit[] = ["event", "figure", "relation", "assessment"];

export function askedFor(search: string, pairs: boolean): QueueFilters {
  const params = new URLSearchParams(search);
  const kind = KINDS.find((one) => one === params.get("kind")) ?? null;
  return {
    order: params.get("order") === "assigned" && !pairs ? "assigned" : "teaching",
    kind: pairs ? "pair" : kind,
    country: params.get("country"),
    since: params.get("since"),
    until: params.get("until"),
  };
}

/** Whether an item is of the days asked for: what has no day is of none. */
export function fits({ since, until }: QueueFilters, item: QueueItem): boolean {
  if (!since && !until) return true;
  const days = (item.pair?.one ?? item.claim)?.date;
  const [first, last] = [days?.earliest ?? days?.latest, days?.latest ?? days?.earliest];
  return !!first && !!last && (!until || first <= until) && (!since || last >= since);
}

/** The address of the queue with these filters; parts that are no filter (language, digits) stay. */
export function addressOf(filters: QueueFilters, pairs: boolean): string {
  const url = new URL(location.href);
  const said = {
    ...filters,
    order: filters.order === "assigned" ? "assigned" : null,
    kind: pairs ? null : filters.kind,
  };
  for (const [name, value] of Object.entries(said)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.pathname + url.search;
}

/** The filters to choose; `change` gets all of them with the one that changed. */
export function filterBar(
  filters: QueueFilters,
  facets: Facets,
  pairs: boolean,
  change: (to: QueueFilters) => void,
): HTMLElement {
  const day = (end: "since" | "until"): Child => {
    const input = h("input", { type: "date", id: `queue-${end}`, value: filters[end] ?? "" });
    input.addEventListener("change", () => change({ ...filters, [end]: input.value || null }));
    return h("div", { class: "choice" }, h("label", { for: `queue-${end}` }, say(`filter.${end}`)), input);
  };
  const orders: [string, string][] = [
    ["teaching", say("review.order.teaching")],
    ["assigned", say("review.order.assigned")],
  ];
  const kinds: [string, string][] = [
    ["", say("review.all")],
    ...KINDS.map((one): [string, string] => [one, sayCode("kind", one)]),
  ];
  const lands = facets.countries.map(({ value }): [string, string] => [value, country(value)]);
  return h(
    "div",
    { class: "queue-filters", role: "group", "aria-label": say("filters") },
    pairs
      ? null
      : choice("order", say("review.order"), filters.order, orders, (value) =>
          change({ ...filters, order: value as QueueFilters["order"] }),
        ),
    pairs
      ? null
      : choice("kind", say("review.kind"), filters.kind ?? "", kinds, (value) =>
          change({ ...filters, kind: (value || null) as Unit | null }),
        ),
    choice("country", say("filter.country"), filters.country ?? "", [["", say("review.all")], ...lands], (value) =>
      change({ ...filters, country: value || null }),
    ),
    day("since"),
    day("until"),
  );
}
