/** Whom or where words mean: what the catalogue and the gazetteer offer for them, and none of these. */

import { ask } from "../../api";
import { h } from "../../dom";
import type { Candidate } from "../../records";
import { settings } from "../../settings";
import { country, say } from "../../words";

interface PlaceCandidate {
  id: string;
  name: string;
  name_en: string | null;
  country: string | null;
}
export type Offer = [id: string, words: string];

let count = 0;

/** Which actor of the catalogue the words name. */
export function actorChoice(
  words: string,
  value: Offer | null,
  chosen: (id: string | null) => void,
  signal: AbortSignal,
): HTMLElement {
  const offers = async (name: string): Promise<Offer[]> =>
    (await ask<Candidate[]>("candidates", { name, limit: 16, every: "true" }, signal))
      .filter((one) => one.source === "catalogue")
      .map((one) => [one.id, one.name]);
  return offered("entity", say("field.entity"), words, value, offers, chosen);
}

/** Which place of the gazetteer the words name. */
export function placeChoice(
  words: string,
  value: Offer | null,
  chosen: (id: string | null) => void,
  signal: AbortSignal,
): HTMLElement {
  const named = (one: PlaceCandidate): string =>
    [settings.lang === "en" ? (one.name_en ?? one.name) : one.name, country(one.country)]
      .filter(Boolean)
      .join(say("comma"));
  const offers = async (name: string): Promise<Offer[]> =>
    (await ask<PlaceCandidate[]>("places/candidates", { name, limit: 12 }, signal)).map((one) => [one.id, named(one)]);
  return offered("gazetteer", say("field.gazetteer"), words, value, offers, chosen);
}

/** A list to choose from, filled with what is offered for the words, or for a name that is typed; the choice made stays in it. */
function offered(
  name: string,
  title: string,
  words: string,
  value: Offer | null,
  offers: (name: string) => Promise<Offer[]>,
  chosen: (id: string | null) => void,
): HTMLElement {
  const id = `${name}-${++count}`;
  const select = h("select", { id, "data-name": name, on: { change: () => chosen(select.value || null) } });
  const wanted = h("input", { type: "search", "aria-label": say("review.look_for", { what: title }), value: words });
  const draw = (every: Offer[], picked: string): void =>
    select.replaceChildren(
      h("option", { value: "" }, say("review.none_of_these")),
      ...every.map(([code, told]) => h("option", { value: code, selected: code === picked }, told)),
    );
  const fill = (found: Offer[]): void => {
    const now = select.selectedOptions[0];
    const kept: Offer[] = now?.value ? [[now.value, now.text]] : [];
    const others = found.filter(([one]) => one !== now?.value);
    draw([...kept, ...others], now?.value ?? "");
  };
  // Without offers the choice made before stays.
  const look = (): void => void offers(wanted.value.trim().slice(0, 200)).then(fill, () => null);
  wanted.addEventListener("change", () => wanted.value.trim() && look());
  draw(value ? [value] : [], value?.[0] ?? "");
  look();
  return h("div", { class: "choice" }, h("label", { for: id }, title), select, wanted);
}
