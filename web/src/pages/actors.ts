/** Actors that the store tells of, and each with its names, its relations over time and its events. */

import { ask, segment } from "../api";
import { apart, bdi, h, joined, link } from "../dom";
import { called, heads, span } from "../parts/actor";
import { candidatesSection } from "../parts/candidates";
import { kindChip, more } from "../parts/events";
import { tiesSection } from "../parts/ties";
import { timeline } from "../parts/timeline";
import { learnPlaces } from "../places";
import type { ActorHead, ActorPage, Page } from "../records";
import { language, number, say } from "../words";
import { when, where } from "../wording";

export async function actors(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const rows = h("ul", { class: "plain" });
  const page = h("section", { class: "narrow" }, h("h1", {}, say("nav.actors")), rows);
  const follow = async (cursor: string | null): Promise<void> => {
    const found = await ask<Page<ActorHead>>("actors", { told: "true", cursor, limit: 50 }, signal);
    page.querySelector("button")?.remove();
    rows.append(...found.items.map(row));
    if (!rows.children.length) rows.append(h("li", { class: "quiet" }, say("actors.none")));
    if (found.next) page.append(more(null, () => void follow(found.next)));
  };
  await follow(null);
  into.replaceChildren(page);
}

function row(actor: ActorHead): HTMLElement {
  return h(
    "li",
    { class: "sheet facts" },
    link(`/actors/${segment(actor.id)}`, {}, bdi(called(actor))),
    heads(actor),
    h("span", { class: "small quiet" }, say("claims.count", { n: actor.claims })),
  );
}

export async function actorPage(into: HTMLElement, signal: AbortSignal, id: string): Promise<void> {
  const page = await ask<ActorPage>(`actors/${segment(id)}`, {}, signal);
  const { actor } = page;
  document.title = `${apart(called(actor))} · ${say("name")}`;
  const toMap = link(`/?actor=${segment(actor.id)}`, { class: "small" }, say("actors.events"));
  learnPlaces(page.place_names);
  const redo = async (told: string): Promise<void> => {
    await actorPage(into, signal, id);
    const section = into.querySelector("#candidates");
    section?.querySelector("h2")?.after(h("p", { class: "decided", role: "status", tabindex: -1 }, told));
    section?.querySelector<HTMLElement>(".decided")?.focus();
  };
  const picked = (since: string | null, until: string | null): void => {
    const params = new URLSearchParams({ actor: actor.id, since: since ?? "", until: until ?? "" });
    location.assign(`/?${params.toString()}`);
  };
  into.replaceChildren(
    h(
      "article",
      { class: "event-page narrow" },
      h(
        "header",
        {},
        h("h1", {}, bdi(called(actor))),
        h("p", { class: "facts" }, heads(actor), h("span", {}, say("claims.count", { n: actor.claims }))),
      ),
      h(
        "section",
        { class: "sheet" },
        h("h2", {}, say("actors.weeks")),
        h("p", { class: "facts" }, say("events.count", { n: page.events }), toMap),
        timeline({ weeks: page.weeks, undated: 0 }, null, null, picked),
      ),
      names(page),
      tiesSection(page),
      candidatesSection(actor.id, page.candidates, redo),
      recent(page),
    ),
  );
}

function names(page: ActorPage): HTMLElement {
  const languages = [...new Set(page.names.map((one) => one.language))];
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, say("actors.names")),
    languages.map((code) => [
      h("h3", {}, language(code)),
      h(
        "ul",
        { class: "names" },
        page.names
          .filter((one) => one.language === code)
          .map((one) => h("li", { class: "chip" }, h("bdi", { lang: code }, one.name), span(one.since, one.until))),
      ),
    ]),
    Object.keys(page.same_as).length
      ? h(
          "p",
          { class: "small quiet" },
          `${say("actors.same_as")}${say("colon")}`,
          joined(
            Object.entries(page.same_as).map(([source, ids]) => bdi(`${source} ${ids.join(" ")}`)),
            say("comma"),
          ),
        )
      : null,
  );
}

function recent(page: ActorPage): HTMLElement | null {
  if (!page.recent.length) return null;
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, say("actors.recent"), ` (${number(page.recent.length)})`),
    h(
      "ul",
      { class: "plain" },
      page.recent.map((event) =>
        h(
          "li",
          { class: "facts" },
          kindChip(event),
          link(`/events/${segment(event.id)}`, {}, where(event.place), say("comma"), when(event.date)),
        ),
      ),
    ),
  );
}
