/** The fields of an event in the form. */

import { inLanguage, known, label } from "../../codes";
import { bdi, h, type Child } from "../../dom";
import type { CodedDays, CodedEvent, CodedRole, Words } from "../../pages/review/shapes";
import type { Certainty, Code } from "../../records";
import { say } from "../../words";
import { choice } from "../facets";
import { fieldName } from "./coded";
import type { Passage } from "./passage";
import { actorChoice, placeChoice } from "./who-and-where";
import { optionsOf, typeahead } from "./typeahead";

/** The fields of `draft`, which they change; `again` draws them anew where one changes what others offer. */
export function eventFields(
  draft: CodedEvent,
  passage: Passage,
  again: (next?: string) => void,
  signal: AbortSignal,
): HTMLElement {
  const { types, statuses, certainties } = known();
  const modes = types.find((one) => one.code === draft.type)?.modes ?? [];
  const type = typeahead(
    "type",
    fieldName("type"),
    optionsOf(types),
    draft.type || null,
    (code) => {
      if (code !== draft.type) draft.mode = null;
      draft.type = code ?? "";
      again("mode");
    },
    true,
  );
  const mode = typeahead("mode", fieldName("mode"), optionsOf(modes), draft.mode, (code) => (draft.mode = code));
  return h(
    "div",
    { class: "fields" },
    type,
    modes.length ? mode : null,
    choice("status", fieldName("status"), draft.status, named(statuses), (value) => (draft.status = value)),
    choice("certainty", fieldName("certainty"), draft.certainty, named(certainties), (value) => {
      draft.certainty = value as Certainty;
    }),
    marked("trigger", draft.trigger, passage, null),
    draft.roles.map((one) => role(draft, one, passage, again, signal)),
    place(draft, passage, again, signal),
    day(draft, "earliest"),
    day(draft, "latest"),
  );
}

function named(codes: Code[]): [string, string][] {
  return codes.map((one): [string, string] => [one.code, inLanguage(one.label)]);
}

/** The words of a field, or how to mark some. */
function marked(name: string, at: Words, passage: Passage, beside: Child): HTMLElement {
  const words = passage.words(at);
  return h(
    "div",
    { class: "choice marked", "data-role": name },
    h("span", { class: `field-name as-${name}` }, fieldName(name)),
    h(
      "p",
      {},
      words ? h("q", { class: "quotation" }, bdi(words)) : h("span", { class: "quiet" }, say("review.pick_words")),
      beside,
    ),
  );
}

function role(
  draft: CodedEvent,
  one: CodedRole,
  passage: Passage,
  again: (next?: string) => void,
  signal: AbortSignal,
): HTMLElement {
  const words = passage.words(one);
  const remove = h(
    "button",
    {
      class: "plain-button",
      type: "button",
      "aria-label": say("review.remove_what", { what: `${label("roles", one.role)} ${words}` }),
      on: {
        click: () => {
          draft.roles = draft.roles.filter((other) => other !== one);
          again();
        },
      },
    },
    say("review.remove"),
  );
  return h(
    "div",
    { class: "role-fields" },
    marked(one.role, one, passage, remove),
    actorChoice(words, one.entity, (entity) => (one.entity = entity), signal),
    typeahead("sector", say("field.sector"), optionsOf(known().sectors), one.type, (code) => (one.type = code)),
  );
}

function place(draft: CodedEvent, passage: Passage, again: (next?: string) => void, signal: AbortSignal): HTMLElement {
  const at = draft.place;
  if (!at) return marked("place", { start: 0, end: 0 }, passage, null);
  const remove = h(
    "button",
    {
      class: "plain-button",
      type: "button",
      "aria-label": say("review.remove_what", { what: `${fieldName("place")} ${passage.words(at)}` }),
      on: {
        click: () => {
          draft.place = null;
          again();
        },
      },
    },
    say("review.remove"),
  );
  return h(
    "div",
    { class: "role-fields" },
    marked("place", at, passage, remove),
    placeChoice(passage.words(at), at.id, (id) => (at.id = id), signal),
  );
}

function day(draft: CodedEvent, end: keyof CodedDays): HTMLElement {
  const id = `day-${end}`;
  const input = h("input", { type: "date", id, value: draft.date?.[end] ?? "" });
  input.addEventListener("change", () => {
    const days = { earliest: null, latest: null, ...draft.date, [end]: input.value || null };
    draft.date = days.earliest || days.latest ? days : null;
  });
  return h("div", { class: "choice" }, h("label", { for: id }, fieldName(end)), input);
}
