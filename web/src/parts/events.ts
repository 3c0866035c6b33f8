/** A list of events: the words of the report, what, where, when, who, and how many. */

import { categoryName, quad, typeLabel } from "../codes";
import { bdi, h, joined, link, type Child } from "../dom";
import { learnPlaces } from "../places";
import type { Event, EventItem } from "../records";
import { number, say } from "../words";
import { certainty, parties, toll, when, where } from "../wording";

export function eventRow(item: EventItem): HTMLElement {
  const { event } = item;
  if (event.place?.id && item.place_name) learnPlaces({ [event.place.id]: item.place_name });
  const killed = event.figures["killed"];
  return h(
    "li",
    { class: "event-row", "data-quad": quad(event.type), "data-event": event.id },
    h(
      "p",
      { class: "facts small" },
      kindChip(event, item.row?.category ? categoryName(item.row.codebook, item.row.category) : null),
      h("span", {}, when(event.date)),
      h("span", {}, where(event.place)),
    ),
    h("p", { class: "quotation" }, link(`/events/${encodeURIComponent(event.id)}`, { dir: "auto" }, item.text)),
    sides(event),
    h(
      "p",
      { class: "facts small quiet" },
      killed ? h("span", {}, `${say("killed")} `, h("b", { class: "number" }, toll(killed))) : null,
      h("span", {}, say("reports.count", { n: event.reports.length })),
      item.outlets.length ? h("span", {}, joined(item.outlets.slice(0, 3).map(bdi), say("comma"))) : null,
      item.certainties.filter((one) => one !== "asserted").map(certainty),
    ),
  );
}

/** The type with the colour of its kind; under another codebook the category it goes to. */
export function kindChip(event: Event, category?: string | null): HTMLElement {
  return h(
    "span",
    { class: "chip", "data-quad": quad(event.type) },
    h("span", { class: "dot" }),
    category ? bdi(category) : typeLabel(event.type),
  );
}

/** Who to whom, where either is known. */
export function sides(event: Event): Child {
  const doers = parties(event, "agent", "organizer");
  const others = parties(event, "target", "victim", "counterpart");
  if (!doers && !others) return null;
  return h(
    "p",
    { class: "small sides" },
    doers ? h("span", {}, h("span", { class: "quiet" }, say("by")), " ", doers) : null,
    others ? h("span", {}, h("span", { class: "quiet" }, say("against")), " ", others) : null,
  );
}

export function more(left: number | null, act: () => void): HTMLElement {
  return h(
    "button",
    { class: "button", type: "button", on: { click: act } },
    left === null ? say("more") : `${say("more")} (${number(left)})`,
  );
}
