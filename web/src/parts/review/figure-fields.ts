/** The fields of a figure in the form. */

import { inLanguage, known } from "../../codes";
import { bdi, h } from "../../dom";
import type { CodedFigure } from "../../pages/review/shapes";
import type { Certainty, Claim } from "../../records";
import { say } from "../../words";
import { choice } from "../facets";
import { fieldName } from "./coded";
import type { Passage } from "./passage";
import { optionsOf, typeahead } from "./typeahead";

/** The fields of `draft`, which they change; `events` are the claims it may be told of. */
export function figureFields(draft: CodedFigure, passage: Passage, events: Claim[]): HTMLElement {
  const { measures, certainties } = known();
  const words = passage.words(draft);
  const of = h("input", { type: "text", id: "figure-of", value: draft.of ?? "", dir: "auto" });
  of.addEventListener("change", () => (draft.of = of.value.trim() || null));
  const about = events.map((one): [string, string] => [
    one.id,
    one.event ? passage.words(one.event.trigger) : one.text,
  ]);
  return h(
    "div",
    { class: "coding-fields" },
    h(
      "div",
      { class: "choice marked" },
      h("span", { class: "field-name as-figure" }, fieldName("figure")),
      h(
        "p",
        {},
        words ? h("q", { class: "quotation" }, bdi(words)) : h("span", { class: "quiet" }, say("review.pick_words")),
      ),
    ),
    typeahead(
      "measure",
      fieldName("measure"),
      optionsOf(measures),
      draft.measure || null,
      (code) => {
        draft.measure = code ?? "";
      },
      true,
    ),
    bound(draft, "low"),
    bound(draft, "high"),
    approximate(draft),
    h("div", { class: "choice" }, h("label", { for: "figure-of" }, fieldName("of")), of),
    choice(
      "certainty",
      fieldName("certainty"),
      draft.certainty,
      certainties.map((one): [string, string] => [one.code, inLanguage(one.label)]),
      (value) => {
        draft.certainty = value as Certainty;
      },
    ),
    choice("event", say("field.event"), draft.event ?? "", [["", say("review.none_of_these")], ...about], (value) => {
      draft.event = value || null;
    }),
  );
}

function bound(draft: CodedFigure, end: "low" | "high"): HTMLElement {
  const id = `bound-${end}`;
  const input = h("input", { type: "number", id, min: 0, step: "any", inputmode: "decimal", value: draft[end] ?? "" });
  input.addEventListener("change", () => (draft[end] = input.value === "" ? null : Number(input.value)));
  return h("div", { class: "choice" }, h("label", { for: id }, fieldName(end)), input);
}

function approximate(draft: CodedFigure): HTMLElement {
  const input = h("input", { type: "checkbox", id: "approximate", checked: draft.approximate });
  input.addEventListener("change", () => (draft.approximate = input.checked));
  return h("label", { for: "approximate", class: "choose" }, input, fieldName("approximate"));
}
