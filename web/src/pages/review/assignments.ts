/** Who codes what: countries and weeks given to coders, and how far each has come. */

import { may } from "../../account";
import { ask } from "../../api";
import { coder } from "../../coder";
import { bdi, h, type Child } from "../../dom";
import { problem } from "../../parts/problem";
import type { Facets } from "../../records";
import { send } from "../../sending";
import { country, day, say } from "../../words";
import type { Assignment } from "./shapes";

type Tell = (words: string) => void;

export async function assignments(into: HTMLElement, signal: AbortSignal, tell: Tell): Promise<void> {
  const [found, facets] = await Promise.all([
    ask<Assignment[]>("review/assignments", {}, signal),
    ask<Facets>("counts/facets", {}, signal),
  ]);
  const again = async (said: string): Promise<void> => {
    await assignments(into, signal, tell);
    tell(said);
  };
  into.replaceChildren(
    may("administer") ? form(facets, [...new Set(found.map((one) => one.coder))], again) : "",
    h(
      "section",
      { class: "sheet" },
      h("h2", {}, say("review.assignments")),
      found.length ? list(found, again) : h("p", { class: "quiet" }, say("review.assignments.none")),
    ),
  );
}

function form(facets: Facets, coders: string[], again: (said: string) => Promise<void>): HTMLElement {
  const who = h("input", {
    type: "text",
    id: "assign-coder",
    list: "assign-coders",
    required: true,
    maxlength: 100,
    value: coder(),
    dir: "auto",
  });
  const land = h(
    "select",
    { id: "assign-country" },
    h("option", { value: "" }, say("review.anywhere")),
    facets.countries.map(({ value }) => h("option", { value }, country(value))),
  );
  const since = h("input", { type: "date", id: "assign-since", required: true });
  const until = h("input", { type: "date", id: "assign-until", required: true });
  const blind = h("input", { type: "checkbox", id: "assign-blind" });
  const wrong = h("div", { role: "alert" });
  since.addEventListener("change", () => {
    if (since.value && !until.value) until.value = weekLater(since.value);
  });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    wrong.replaceChildren();
    const given = {
      coder: who.value.trim(),
      since: since.value,
      until: until.value,
      blind: blind.checked,
      by: coder(),
    };
    try {
      await send("review/assignments", land.value ? { ...given, country: land.value } : given);
    } catch (error) {
      wrong.replaceChildren(problem(error));
      return;
    }
    await again(say("review.assigned", { name: given.coder }));
  };
  const field = (input: HTMLElement, title: Child): HTMLElement =>
    h("div", { class: "choice" }, h("label", { for: input.id }, title), input);
  return h(
    "form",
    { class: "sheet assign", on: { submit: (event) => void submit(event) } },
    h("h2", {}, say("review.assign")),
    h("p", { class: "small quiet" }, say("review.assign.how")),
    field(who, say("review.coder")),
    h(
      "datalist",
      { id: "assign-coders" },
      coders.map((one) => h("option", { value: one })),
    ),
    field(land, say("filter.country")),
    field(since, say("filter.since")),
    field(until, say("filter.until")),
    h("label", { for: "assign-blind", class: "choose" }, blind, say("review.assign.blind")),
    h("p", { class: "acts" }, h("button", { class: "button strong", type: "submit" }, say("review.assign.act"))),
    wrong,
  );
}

function list(found: Assignment[], again: (said: string) => Promise<void>): HTMLElement {
  return h(
    "ul",
    { class: "plain" },
    found.map((one) => line(one, again)),
  );
}

function line(one: Assignment, again: (said: string) => Promise<void>): HTMLElement {
  const wrong = h("div", { role: "alert" });
  const withdraw = async (): Promise<void> => {
    try {
      await send(`review/assignments/${one.number}/withdraw`, { by: coder() });
      await again(say("review.assignment.withdrawn"));
    } catch (error) {
      wrong.replaceChildren(problem(error));
    }
  };
  const progress = say("review.progress", { done: one.judged, n: one.claims });
  return h(
    "li",
    { class: one.withdrawn ? "assignment lifted" : "assignment", "data-assignment": one.number },
    h(
      "p",
      { class: "facts" },
      h("b", {}, bdi(one.coder)),
      h("span", {}, one.country ? country(one.country) : say("review.anywhere")),
      h("span", {}, say("date.between", { first: day(one.since, "short"), last: day(one.until, "short") })),
      one.blind ? h("span", { class: "chip blind" }, say("review.blind")) : null,
      one.withdrawn ? h("span", { class: "chip" }, say("review.withdrawn")) : null,
    ),
    h(
      "p",
      { class: "facts small" },
      h("progress", { max: one.claims || 1, value: one.judged, "aria-label": progress }),
      h("span", {}, progress),
      one.withdrawn || !may("administer")
        ? null
        : h(
            "button",
            { class: "plain-button", type: "button", on: { click: () => void withdraw() } },
            say("review.take_back"),
          ),
    ),
    wrong,
  );
}

/** The last day of the week that begins on a day. */
function weekLater(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 6);
  return date.toISOString().slice(0, 10);
}
