/** Two events side by side, with how alike they are and why. */

import { label } from "../../codes";
import { bdi, h, link, type Child } from "../../dom";
import type { Pair } from "../../pages/review/shapes";
import type { Event, ReportHead } from "../../records";
import { day, say } from "../../words";
import { parties, titled, tolls, when, where } from "../../wording";
import { kindChip } from "../events";
import { reasonTable } from "./reasons";

export function pairView(pair: Pair): HTMLElement {
  return h(
    "div",
    { class: "pair-view" },
    h(
      "div",
      { class: "two" },
      side(pair.one, pair.sentences[0], pair.reports[0]),
      side(pair.other, pair.sentences[1], pair.reports[1]),
    ),
    pair.one.id === pair.other.id ? h("p", { class: "small" }, say("review.pair.joined")) : null,
    pair.likeness === null
      ? null
      : h(
          "details",
          { class: "likeness" },
          h("summary", {}, say("similar.score", { n: Math.round(pair.likeness * 100) })),
          reasonTable(pair.reasons),
        ),
  );
}

function side(event: Event, sentence: string | undefined, report: ReportHead | undefined): HTMLElement {
  return h(
    "section",
    { class: "pair-side", "aria-label": say("kind.event") },
    h("p", { class: "facts" }, kindChip(event), event.status === "occurred" ? null : label("statuses", event.status)),
    h("blockquote", { class: "quotation", dir: "auto" }, sentence ?? ""),
    h(
      "dl",
      { class: "coded" },
      fact("event.when", when(event.date)),
      fact("event.where", where(event.place)),
      fact("by", parties(event, "agent", "organizer")),
      fact("against", parties(event, "target", "victim", "counterpart")),
      fact(
        "review.tolls",
        Object.keys(event.figures).length ? h("span", { class: "facts" }, tolls(event.figures)) : null,
      ),
    ),
    report
      ? h(
          "p",
          { class: "facts small quiet" },
          link(`/events/${encodeURIComponent(event.id)}`, {}, bdi(titled(report))),
          report.outlet ? h("span", {}, bdi(report.outlet)) : null,
          report.published ? h("span", {}, day(report.published)) : null,
          h("span", {}, say("reports.count", { n: event.reports.length })),
        )
      : null,
  );
}

function fact(name: "event.when" | "event.where" | "by" | "against" | "review.tolls", says: Child): Child {
  return says ? [h("dt", {}, say(name)), h("dd", {}, says)] : null;
}
