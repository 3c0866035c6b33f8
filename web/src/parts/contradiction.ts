/** Claims that do not go together, side by side. */

import { bdi, h, link } from "../dom";
import type { Contradiction } from "../records";
import { day, say, sayCode } from "../words";
import { certainty, voice } from "../wording";
import { remark } from "./remark";

export function contradictionCard(one: Contradiction, withEvents = false): HTMLElement {
  return h(
    "li",
    { class: "contradiction", "data-severity": one.severity },
    h(
      "p",
      { class: "facts" },
      h("b", {}, sayCode("contradiction", one.kind)),
      h("span", { class: "chip" }, sayCode("severity", one.severity)),
    ),
    h(
      "div",
      { class: "cards" },
      one.sides.map((side) =>
        h(
          "div",
          { class: "side" },
          h(
            "p",
            { class: "facts small quiet" },
            side.outlet ? h("span", {}, bdi(side.outlet)) : null,
            side.published ? h("span", {}, day(side.published)) : null,
            h("span", {}, `${say("voice.by")} `, voice(side.claim.voice)),
            certainty(side.claim.certainty),
          ),
          h(
            "blockquote",
            { class: "quotation", dir: "auto" },
            link(
              `/reports/${encodeURIComponent(side.report)}?claim=${encodeURIComponent(side.claim.id)}`,
              {},
              side.sentence || side.claim.text,
            ),
          ),
        ),
      ),
    ),
    h("details", { class: "small quiet" }, h("summary", {}, say("ledger.why")), h("p", {}, remark(one.what))),
    withEvents
      ? h(
          "p",
          { class: "facts small" },
          one.events.map((id) => link(`/events/${encodeURIComponent(id)}`, {}, say("event.open"))),
        )
      : null,
  );
}
