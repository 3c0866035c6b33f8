/** The fields of an event in the form. */

import { inLanguage, known, label } from "../../codes";
import { bdi, h, type Child } from "../../dom";
import type { Source } from "../../pages/review/asking";
import type { CodedDays, CodedEvent, CodedRole, Words } from "../../pages/review/shapes";
import type { Certainty, Code } from "../../records";
import { say } from "../../words";
import { choice } from "../facets";
import { fieldName } from "./coded";
import type { Passage } from "./passage";
import { actorChoice, placeChoice, type Offer } from "./who-and-where";
import { optionsOf, typeahead } from "./typeahead";

/** Where the words of a form stand, and how it is drawn anew where a field changes what others offer. */
export interface Setting {
  passage: Passage;
  from: Source;
  again: (next?: string) => void;
  signal: AbortSignal;
}

/** The fields of `draft`, which they change. */
export function eventFields(draft: CodedEvent, setting: Setting): HTMLElement {
  const { passage, again } = setting;
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
    { class: "coding-fields" },
    type,
    modes.length ? mode : null,
    choice("status", fieldName("status"), draft.status, named(statuses), (value) => (draft.status = value)),
    choice("certainty", fieldName("certainty"), draft.certainty, named(certainties), (value) => {
      draft.certainty = value as Certainty;
    }),
    marked("trigger", draft.trigger, passage, null),
    draft.roles.map((one) => role(draft, one, setting)),
    place(draft, setting),
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

function role(draft: CodedEvent, one: CodedRole, { passage, from, again, signal }: Setting): HTMLElement {
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
    actorChoice(words, chosen(one.entity, from), (entity) => (one.entity = entity), signal),
    typeahead("sector", say("field.sector"), optionsOf(known().sectors), one.type, (code) => (one.type = code)),
  );
}

function place(draft: CodedEvent, { passage, from, again, signal }: Setting): HTMLElement {
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
    placeChoice(passage.words(at), chosen(at.id, from), (id) => (at.id = id), signal),
  );
}

/** What is chosen already, by id and name. */
function chosen(id: string | null, from: Source): Offer | null {
  return id ? [id, from.named(id)] : null;
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
