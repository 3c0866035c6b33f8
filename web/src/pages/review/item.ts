/** What is to be decided, as the head of the desk and as a line of the queue. */

import { label, quad, typeLabel } from "../../codes";
import { bdi, h, link, type Child } from "../../dom";
import { reasonChips } from "../../parts/review/reasons";
import { day, say, sayCode, type Key } from "../../words";
import { figure, titled } from "../../wording";
import type { QueueItem } from "./shapes";

/** Of what kind it is, where it stands, and its report; in blind coding without a way to what is known of it elsewhere. */
export function itemHead(item: QueueItem, position: Child): HTMLElement {
  const { report } = item;
  const named = report && bdi(titled(report));
  return h(
    "header",
    { class: "item-head" },
    h(
      "p",
      { class: "facts" },
      h("span", { class: `kind ${item.kind}` }, sayCode("kind", item.kind)),
      item.blind ? h("span", { class: "chip blind" }, say("review.blind")) : null,
      h("span", { class: "small quiet" }, position),
    ),
    h("h2", { class: "own" }, item.pair ? say("review.pair.question") : named),
    report
      ? h(
          "p",
          { class: "facts small quiet" },
          report.outlet ? h("span", {}, bdi(report.outlet)) : null,
          report.published ? h("time", { datetime: report.published }, day(report.published)) : null,
          item.blind
            ? null
            : link(
                `/reports/${encodeURIComponent(report.id)}?claim=${encodeURIComponent(item.id)}`,
                {},
                say("review.reader"),
              ),
          item.blind || !item.event ? null : link(`/events/${encodeURIComponent(item.event)}`, {}, say("event.open")),
        )
      : null,
  );
}

/** A line of the queue; `done` is what was said of it. */
export function itemLine(item: QueueItem, current: boolean, done: Key | null, open: () => void): HTMLElement {
  return h(
    "li",
    { "data-claim": item.id },
    h(
      "button",
      {
        type: "button",
        class: `queue-item ${done ? "done" : ""}`,
        "aria-current": current ? "true" : null,
        "data-quad": item.coded?.kind === "event" ? quad(item.coded.type) : null,
        on: { click: open },
      },
      h(
        "span",
        { class: "facts small" },
        h("span", { class: `kind ${item.kind}` }, sayCode("kind", item.kind)),
        h("b", {}, gist(item)),
        done ? h("span", { class: "chip" }, say(done)) : null,
      ),
      h("span", { class: "quotation words" }, bdi(item.claim?.text ?? item.pair?.sentences[0])),
      item.reasons.length ? h("span", { class: "facts small" }, reasonChips(item.reasons)) : null,
    ),
  );
}

function gist({ coded, claim, pair }: QueueItem): Child {
  if (pair) return say("similar.score", { n: Math.round((pair.likeness ?? 0) * 100) });
  if (coded?.kind === "event") return typeLabel(coded.type, coded.mode);
  if (coded?.kind === "figure") return [label("measures", coded.measure), " ", figure(coded.low, coded.high)];
  if (claim?.relation) return label("relations", claim.relation.predicate);
  return label("assessments", claim?.assessment?.type);
}
