/** Why something is asked, or why two are held alike: reasons with their points. */

import { label } from "../../codes";
import { bdi, h } from "../../dom";
import type { Reason } from "../../pages/review/shapes";
import { country, day, decimals, number, say, sayCode } from "../../words";

/** The reasons in short, for a list. */
export function reasonChips(reasons: Reason[]): HTMLElement[] {
  return reasons.map((one) =>
    h(
      "span",
      { class: "chip" },
      sayCode("why", one.name),
      one.points ? h("span", { class: "number quiet" }, ` ${points(one.points)}`) : null,
    ),
  );
}

/** Each reason with what it is about and its points. */
export function reasonTable(reasons: Reason[]): HTMLElement {
  return h(
    "table",
    { class: "points small" },
    h(
      "tbody",
      {},
      reasons.map((one) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, sayCode("why", one.name)),
          h("td", {}, bdi(about(one))),
          h("td", { class: "number" }, one.points ? points(one.points) : ""),
        ),
      ),
    ),
  );
}

function points(value: number): string {
  return decimals(value, 1, "exceptZero");
}

/** What a reason is about, in words where it is a code or a number. */
function about({ name, value }: Reason): string {
  if (!value) return "";
  if (name === "assigned") return period(value);
  if (name === "uncertain" || name === "near-threshold")
    return say("review.percent", { n: Math.round(Number(value) * 100) });
  if (name === "best-figure") return label("measures", value);
  if (name === "only-telling") return "";
  if (name === "contradiction")
    return value
      .split(", ")
      .map((one) => sayCode("contradiction", one))
      .join(say("comma"));
  if (name === "rare-type") {
    const [type, n] = value.split(", ");
    return `${label("types", type)} (${number(Number(n))})`;
  }
  return value;
}

/** "ML 2021-05-03..2021-05-09" as people say it. */
function period(value: string): string {
  const [days = "", land] = value.split(" ").reverse();
  const [since = "", until = ""] = days.split("..");
  return [country(land), say("date.between", { first: day(since, "short"), last: day(until, "short") })]
    .filter(Boolean)
    .join(say("comma"));
}
