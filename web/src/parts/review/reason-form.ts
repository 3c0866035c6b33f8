/** Why something is rejected: in words of one's own, or in those that come up again and again. */

import { h } from "../../dom";
import type { Unit } from "../../pages/review/shapes";
import { say, type Key } from "../../words";

const OFTEN: Key[] = ["because.not_said", "because.hypothetical", "because.background", "because.twice"];
const OFTEN_PAIR: Key[] = ["because.other_day", "because.other_place", "because.other_people"];

/** A form that asks for the reason of a rejection. */
export function reasonForm(kind: Unit, send: (because: string) => void, cancel: () => void): HTMLFormElement {
  const input = h("input", {
    type: "text",
    id: "because",
    list: "because-often",
    required: true,
    maxlength: 2000,
    autocomplete: "off",
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (input.value.trim()) send(input.value.trim());
  };
  return h(
    "form",
    { class: "reason", on: { submit } },
    h("label", { for: "because" }, say(kind === "pair" ? "review.because.pair" : "review.because")),
    input,
    h(
      "datalist",
      { id: "because-often" },
      (kind === "pair" ? OFTEN_PAIR : OFTEN).map((key) => h("option", { value: say(key) })),
    ),
    h(
      "p",
      { class: "acts" },
      h(
        "button",
        { class: "button strong", type: "submit" },
        say(kind === "pair" ? "review.key.apart" : "review.key.reject"),
      ),
      h("button", { class: "button", type: "button", on: { click: cancel } }, say("cancel")),
    ),
  );
}
