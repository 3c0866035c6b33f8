/** What a likelihood is made of: each reason with what was seen and its points, in log-odds. */

import { bdi, h } from "../dom";
import type { Reason } from "../records";
import { number, say, sayCode } from "../words";

/** Reasons behind a summary that says how likely it is. */
export function reasons(score: number | null, found: Reason[]): HTMLElement {
  return h(
    "details",
    { class: "small quiet" },
    h(
      "summary",
      {},
      say("ledger.why"),
      score === null ? null : ` (${say("similar.score", { n: Math.round(score * 100) })})`,
    ),
    h(
      "table",
      { class: "points" },
      h(
        "tbody",
        {},
        found.map((one) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, sayCode("reason", one.name)),
            h("td", {}, bdi(one.value)),
            h("td", { class: "number" }, h("bdi", {}, signed(one.points))),
          ),
        ),
      ),
    ),
  );
}

function signed(points: number): string {
  return points > 0 ? `+${number(points)}` : number(points);
}
