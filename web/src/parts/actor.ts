/** What actors are called, and the times the catalogue has for them. */

import { inLanguage, label } from "../codes";
import { h, joined, type Child } from "../dom";
import type { ActorHead, Label } from "../records";
import { settings } from "../settings";
import { country, day, say, type Key } from "../words";

/** The actor's name in the language chosen, else the first there is. */
export function called(actor: ActorHead): string {
  return actor.names[settings.lang] ?? Object.values(actor.names)[0] ?? actor.id;
}

/** What an actor is to another, before the other's name: the Arabic preposition ل is written together with what follows. */
export function before(says: Label): string {
  const words = inLanguage(says);
  return / ل$/.test(words) ? `${words}ـ` : `${words} `;
}

/** Its sector, countries and years. */
export function heads(actor: ActorHead): Child {
  return [
    actor.sector ? h("span", { class: "chip" }, label("sectors", actor.sector)) : null,
    actor.countries.length
      ? h("span", { class: "small quiet" }, joined(actor.countries.map(country), say("comma")))
      : null,
    span(actor.since, actor.until),
  ];
}

/** "2006 – 2013", "since 2006"; a year, month or day as the catalogue has it. */
export function span(since: string | null, until: string | null): Child {
  if (!since && !until) return null;
  const key: Key = since && until ? "span.both" : since ? "span.since" : "span.until";
  return h("span", { class: "small quiet" }, say(key, { since: dated(since), until: dated(until) }));
}

function dated(part: string | null): string {
  if (!part) return "";
  const style = part.length === 4 ? "year" : part.length === 7 ? "month" : "long";
  return day(`${part}-01-01`.slice(0, 10), style);
}
