/** Actors that the store tells of, and each with its names, its relations over time and its events. */

import { ask, segment } from "../api";
import { inLanguage, label } from "../codes";
import { apart, bdi, h, joined, link, type Child } from "../dom";
import { kindChip, more } from "../parts/events";
import { timeline } from "../parts/timeline";
import type { ActorHead, ActorPage, Candidate, Page } from "../records";
import { settings } from "../settings";
import { country, day, language, number, say, sayCode, type Key } from "../words";
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

function called(actor: ActorHead): string {
  return actor.names[settings.lang] ?? Object.values(actor.names)[0] ?? actor.id;
}

function heads(actor: ActorHead): Child {
  return [
    actor.sector ? h("span", { class: "chip" }, label("sectors", actor.sector)) : null,
    actor.countries.length
      ? h("span", { class: "small quiet" }, joined(actor.countries.map(country), say("comma")))
      : null,
    span(actor.since, actor.until),
  ];
}

/** "2006 – 2013", "since 2006"; a year, month or day as the catalogue has it. */
function span(since: string | null, until: string | null): Child {
  if (!since && !until) return null;
  const key: Key = since && until ? "span.both" : since ? "span.since" : "span.until";
  return h("span", { class: "small quiet" }, say(key, { since: dated(since), until: dated(until) }));
}

function dated(part: string | null): string {
  if (!part) return "";
  const style = part.length === 4 ? "year" : part.length === 7 ? "month" : "long";
  return day(`${part}-01-01`.slice(0, 10), style);
}

export async function actorPage(into: HTMLElement, signal: AbortSignal, id: string): Promise<void> {
  const page = await ask<ActorPage>(`actors/${segment(id)}`, {}, signal);
  const { actor } = page;
  document.title = `${apart(called(actor))} · ${say("name")}`;
  const toMap = link(`/?actor=${segment(actor.id)}`, { class: "small" }, say("actors.events"));
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
      relations(page),
      candidates(page.candidates.filter((one) => one.source !== "catalogue")),
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

/** Branches, splits and allegiances in the order of time. */
function relations(page: ActorPage): HTMLElement {
  const dated = [...page.relations].sort((a, b) => (a.since ?? "0").localeCompare(b.since ?? "0"));
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, say("actors.relations")),
    dated.length
      ? h(
          "ol",
          { class: "relations" },
          dated.map((one) =>
            h(
              "li",
              { class: "facts" },
              span(one.since, one.until),
              h(
                "span",
                {},
                inLanguage(one.says),
                " ",
                link(`/actors/${segment(one.other.id)}`, {}, bdi(called(one.other))),
              ),
            ),
          ),
        )
      : h("p", { class: "quiet" }, say("actors.relations.none")),
  );
}

function candidates(found: Candidate[]): HTMLElement | null {
  if (!found.length) return null;
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, say("actors.candidates")),
    h("p", { class: "small quiet" }, say("actors.candidates.how")),
    h(
      "ul",
      { class: "plain" },
      found.map((one) =>
        h(
          "li",
          {},
          h(
            "p",
            { class: "facts" },
            h("code", {}, bdi(one.id)),
            bdi(one.name),
            h("span", { class: "chip" }, sayCode("link", one.link ?? "candidate")),
            h("span", { class: "small quiet" }, say("candidate.score", { n: Math.round(one.score * 100) })),
          ),
          h(
            "details",
            { class: "small quiet" },
            h("summary", {}, say("ledger.why")),
            h(
              "ul",
              { lang: "en", dir: "ltr" },
              one.parts.map((part) => h("li", {}, bdi(part))),
            ),
          ),
        ),
      ),
    ),
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
