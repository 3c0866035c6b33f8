/** What was coded, in words: its fields one by one, for reading and for setting side by side. */

import { label, typeLabel } from "../../codes";
import { bdi, h, joined, type Child } from "../../dom";
import type { Source } from "../../pages/review/asking";
import type { Coded, CodedEvent, CodedFigure, Words } from "../../pages/review/shapes";
import { day, say, sayCode } from "../../words";
import { figure } from "../../wording";
import type { Mark } from "./passage";

/** A field by the name that the API has for it, what it says, and what tells two such apart. */
export interface Field {
  name: string;
  says: Child;
  same: string;
}

export const EVENT_FIELDS = ["type", "mode", "status", "certainty", "trigger", "place", "earliest", "latest"] as const;
export const FIGURE_FIELDS = ["figure", "measure", "low", "high", "approximate", "of", "certainty"] as const;
export const ROLES = ["agent", "target", "organizer", "victim", "counterpart", "claimant"] as const;

/** The name of a field or role in the language chosen. */
export function fieldName(name: string): string {
  const plain = name.replace(/-span$/, "");
  const named = label("roles", plain);
  const words = named === plain ? sayCode("field", plain) : named;
  return plain === name ? words : say("review.words_of", { what: words });
}

/** The fields of a coding of something in the report `from`. */
export function fieldsOf(coded: Coded, from: Source): Field[] {
  return coded.kind === "event" ? ofEvent(coded, from) : ofFigure(coded, from);
}

/** The words that a coding marks, for showing them in their text. */
export function marksOf(coded: Coded): Mark[] {
  if (coded.kind === "figure") return [mark("figure", coded)];
  const found = [mark("trigger", coded.trigger), ...coded.roles.map((one) => mark(one.role, one))];
  return coded.place ? [...found, mark("place", coded.place)] : found;
}

/** A list of fields, each with its name. */
export function fieldList(fields: Field[]): HTMLElement {
  return h(
    "dl",
    { class: "coded" },
    fields.map((one) => [h("dt", {}, fieldName(one.name)), h("dd", { "data-field": one.name }, one.says)]),
  );
}

function mark(role: string, { start, end }: Words): Mark {
  return { role, label: fieldName(role), start, end };
}

function ofEvent(coded: CodedEvent, from: Source): Field[] {
  const { date, place } = coded;
  const mode = coded.mode ? typeLabel(coded.type, coded.mode).split(": ").slice(1).join(": ") : none();
  const days = (at: string | null | undefined): Child => (at ? day(at) : none());
  const roles = ROLES.filter((role) => coded.roles.some((one) => one.role === role));
  return [
    { name: "type", says: label("types", coded.type), same: coded.type },
    { name: "mode", says: mode, same: coded.mode ?? "" },
    { name: "status", says: label("statuses", coded.status), same: coded.status },
    { name: "certainty", says: label("certainties", coded.certainty), same: coded.certainty },
    { name: "trigger", says: quoted(from.words(coded.trigger)), same: at(coded.trigger) },
    ...roles.map((role) => ofRole(coded, role, from)),
    {
      name: "place",
      says: place ? [quoted(from.words(place)), named(place.id, from)] : none(),
      same: place ? `${at(place)} ${place.id}` : "",
    },
    { name: "earliest", says: days(date?.earliest), same: date?.earliest ?? "" },
    { name: "latest", says: days(date?.latest), same: date?.latest ?? "" },
  ];
}

function ofRole(coded: CodedEvent, role: string, from: Source): Field {
  const found = coded.roles.filter((one) => one.role === role);
  const says = found.map((one) => [
    quoted(from.words(one)),
    named(one.entity, from),
    one.type ? h("span", { class: "small quiet" }, ` (${label("sectors", one.type)})`) : null,
  ]);
  const same = found.map((one) => `${at(one)} ${one.entity} ${one.type}`).sort();
  return { name: role, says: joined(says, say("comma")), same: same.join() };
}

function ofFigure(coded: CodedFigure, from: Source): Field[] {
  return [
    { name: "figure", says: quoted(from.words(coded)), same: at(coded) },
    { name: "measure", says: label("measures", coded.measure), same: coded.measure },
    { name: "low", says: bound(coded.low), same: String(coded.low) },
    { name: "high", says: bound(coded.high), same: String(coded.high) },
    { name: "approximate", says: say(coded.approximate ? "yes" : "no"), same: String(coded.approximate) },
    { name: "of", says: coded.of ? bdi(coded.of) : none(), same: coded.of ?? "" },
    { name: "certainty", says: label("certainties", coded.certainty), same: coded.certainty },
  ];
}

function bound(value: number | null): Child {
  return value === null ? none() : figure(value, value);
}

function quoted(words: string): Child {
  return h("q", { class: "quotation" }, bdi(words));
}

/** Whom or where an id stands for; the id itself is there for whoever wants it. */
function named(id: string | null, from: Source): Child {
  return id ? h("span", { class: "small quiet", title: id }, " = ", bdi(from.named(id))) : null;
}

function none(): string {
  return "—";
}

function at({ start, end }: Words): string {
  return `${start}-${end}`;
}
