/** The page of an event: what, where, when, who, how many by whose word, and what does not go together. */

import { may } from "../account";
import { ask, Refused, segment } from "../api";
import { categoryName, label, quad, typeLabel } from "../codes";
import { apart, bdi, h, joined, link, type Child } from "../dom";
import { kindChip } from "../parts/events";
import { contradictionCard } from "../parts/contradiction";
import { ledgerSection } from "../parts/ledger";
import { decisionsSection, mergeWith, withdraw, type Redo } from "../parts/decisions";
import { reasons } from "../parts/reasons";
import { remark } from "../parts/remark";
import { tellings } from "../parts/tellings";
import { learnPlaces, placeName } from "../places";
import type { Claim, CodebookRow, Event, EventPage, Role } from "../records";
import { say, sayCode } from "../words";
import { certainty, precision, tolls, when, where } from "../wording";

export async function eventPage(into: HTMLElement, signal: AbortSignal, id: string): Promise<void> {
  const rule = new URLSearchParams(location.search).get("rule");
  const page = await ask<EventPage>(`events/${segment(id)}`, { rule }, signal);
  const { event } = page;
  learnPlaces(page.place_names);
  keepAddress(id, event.id);
  const redo: Redo = async (told, number) => {
    try {
      await eventPage(into, signal, event.id);
      into.querySelector("article")?.prepend(h("p", { class: "decided", role: "status", tabindex: -1 }, told));
    } catch (error) {
      if (!(error instanceof Refused && error.status === 404)) throw error;
      into.replaceChildren(nothingLeft(told, number, redo));
    }
    into.querySelector<HTMLElement>(".decided")?.focus();
  };
  const under = (chosen: string): void => {
    const url = new URL(location.href);
    url.searchParams.set("rule", chosen);
    history.replaceState(null, "", url);
    void eventPage(into, signal, event.id).then(() => document.getElementById("choice-rule")?.focus());
  };
  const claims = page.tellings.flatMap((telling) => telling.events);
  document.title = `${typeLabel(event.type)} · ${apart(event.place ? placeName(event.place) : "")} · ${say("name")}`;
  into.replaceChildren(
    h(
      "article",
      { class: "event-page", "data-quad": quad(event.type) },
      heading(event, claims),
      h(
        "div",
        { class: "columns" },
        facts(event, claims),
        h("div", { class: "stack" }, ledgerSection(page.ledger, under)),
      ),
      contradictions(page),
      codebooks(page),
      tellings(page, redo),
      decisionsSection(page, redo),
      similar(page, redo),
    ),
  );
}

/** The address of the event as it is called now: an id that it had, or a claim of it, leads to it too. */
function keepAddress(asked: string, id: string): void {
  if (asked === id || !location.pathname.startsWith("/events/")) return;
  const url = new URL(location.href);
  url.pathname = `/events/${segment(id)}`;
  history.replaceState(history.state, "", url);
}

function heading(event: Event, claims: Claim[]): HTMLElement {
  const mode = claims.find((claim) => claim.event?.mode)?.event?.mode ?? null;
  return h(
    "header",
    { class: "event-head" },
    h(
      "p",
      { class: "facts" },
      kindChip(event),
      event.status === "occurred" ? null : h("span", { class: "chip" }, label("statuses", event.status)),
      h("code", { class: "small quiet" }, bdi(event.id)),
    ),
    h("h1", {}, typeLabel(event.type, mode), say("comma"), where(event.place)),
    h("p", { class: "facts" }, h("span", {}, when(event.date)), tolls(event.figures)),
  );
}

function facts(event: Event, claims: Claim[]): HTMLElement {
  const roles = [...new Set(event.roles.map((one) => one.role))];
  const { date, place } = event;
  return h(
    "section",
    { class: "sheet facts-list" },
    h("h2", {}, say("event.facts")),
    h(
      "dl",
      {},
      fact("event.what", [typeLabel(event.type), say("comma"), label("statuses", event.status)]),
      fact("event.when", [
        when(date),
        date?.text ? h("span", { class: "small quiet" }, " — ", bdi(date.text)) : null,
        date?.inferred ? h("span", { class: "small quiet" }, ` (${say("date.inferred")})`) : null,
      ]),
      fact("event.where", [
        where(place),
        place?.precision ? h("span", { class: "small quiet" }, " — ", precision(place)) : null,
      ]),
      roles.map((role) => [
        h("dt", {}, label("roles", role)),
        h("dd", {}, joined(persons(event.roles, role), say("comma"))),
      ]),
      fact("event.certainty", joined([...new Set(claims.map((one) => one.certainty))].map(certainty), " ")),
      fact("event.reports", say("reports.count", { n: event.reports.length })),
    ),
  );
}

function persons(roles: Role[], role: string): Child[] {
  const found = roles.filter((one) => one.role === role);
  const names = new Map(found.map((one) => [one.name ?? one.text, one]));
  return [...names].map(([name, one]) => [
    bdi(name),
    one.type ? h("span", { class: "small quiet" }, ` (${label("sectors", one.type)})`) : null,
  ]);
}

function fact(
  key: "event.what" | "event.when" | "event.where" | "event.certainty" | "event.reports",
  value: Child,
): Child[] {
  return [h("dt", {}, say(key)), h("dd", {}, value)];
}

function contradictions(page: EventPage): HTMLElement | null {
  if (!page.contradictions.length) return null;
  return h(
    "section",
    { class: "sheet" },
    h("h2", {}, say("nav.contradictions")),
    h(
      "ul",
      { class: "plain" },
      page.contradictions.map((one) => contradictionCard(one)),
    ),
  );
}

/** The same event as other codebooks have it, and where they differ. */
function codebooks(page: EventPage): HTMLElement {
  return h(
    "section",
    { class: "sheet", id: "codebooks" },
    h("h2", {}, say("codebooks.title")),
    h("div", { class: "cards" }, page.codebooks.map(codebookCard)),
    page.differences.length
      ? h(
          "details",
          {},
          h("summary", {}, say("codebooks.differ", { n: page.differences.length })),
          h(
            "ul",
            { class: "plain" },
            page.differences.map((one) =>
              h(
                "li",
                {},
                h("b", {}, sayCode("aspect", one.aspect)),
                ": ",
                joined(
                  Object.entries(one.values).map(([book, value]) => [bdi(book), ": ", bdi(value)]),
                  say("comma"),
                ),
              ),
            ),
          ),
        )
      : null,
  );
}

function codebookCard(row: CodebookRow): HTMLElement {
  const cells = Object.entries(row.cells).filter(([, value]) => value !== null && value !== "");
  return h(
    "div",
    { class: `codebook ${row.included ? "" : "left-out"}` },
    h("h3", {}, bdi(row.name)),
    row.included
      ? h("p", {}, h("b", {}, bdi(categoryName(row.codebook, row.category ?? ""))))
      : h("p", {}, say("codebooks.left_out")),
    row.because
      ? h(
          "p",
          { class: "small quiet" },
          remark(row.because),
          row.citation ? [" — ", h("bdi", { lang: "en" }, row.citation)] : null,
        )
      : null,
    cells.length
      ? h(
          "details",
          { class: "small" },
          h("summary", {}, say("codebooks.row")),
          h(
            "table",
            {},
            h(
              "tbody",
              {},
              cells.map(([name, value]) =>
                h("tr", {}, h("th", { scope: "row" }, h("code", {}, name)), h("td", {}, bdi(String(value)))),
              ),
            ),
          ),
        )
      : null,
  );
}

function similar(page: EventPage, redo: Redo): HTMLElement | null {
  if (!page.similar.length) return null;
  return h(
    "section",
    { class: "sheet", id: "similar" },
    h("h2", {}, say("similar.title")),
    h(
      "ul",
      { class: "plain" },
      page.similar.map(({ event, score, reasons: why }) =>
        h(
          "li",
          { "data-event": event.id },
          h(
            "p",
            { class: "facts" },
            kindChip(event),
            link(`/events/${segment(event.id)}`, {}, where(event.place), say("comma"), when(event.date)),
            may("code")
              ? h(
                  "button",
                  { class: "button no-print", type: "button", on: { click: () => mergeWith(page, event, redo) } },
                  say("decide.merge"),
                )
              : null,
          ),
          reasons(score, why),
        ),
      ),
    ),
  );
}

/** What is shown where a decision left nothing of an event: it can be taken back here. */
function nothingLeft(told: string, number: number, redo: Redo): HTMLElement {
  const back = h(
    "button",
    { class: "button", type: "button", on: { click: () => withdraw({ number, kind: "excluded" }, redo) } },
    say("decide.take_back"),
  );
  return h(
    "div",
    { class: "sheet" },
    h("h1", {}, say("decided.nothing_left")),
    h("p", { class: "decided", role: "status", tabindex: -1 }, told),
    back,
  );
}
