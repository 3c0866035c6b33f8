/** What was decided on an event, by whom and why, and what a person may decide here: undo, merge, split, leave out. */

import { may } from "../account";
import { h, link, type Child } from "../dom";
import type { Claim, Decision, EventPage } from "../records";
import { send } from "../sending";
import { moment, say, sayCode } from "../words";
import { when, where } from "../wording";
import { decide } from "./deciding";
import { reasons } from "./reasons";

/** What follows a decision: the page anew, with the words that say what was done. */
export type Redo = (told: string, number: number) => Promise<void>;

/** The log of the event's decisions, the latest first. */
export function decisionsSection(page: EventPage, redo: Redo): HTMLElement {
  const taken = new Set(page.decisions.map((one) => one.withdraws));
  const log = [...page.decisions].reverse();
  return h(
    "section",
    { class: "sheet", id: "decisions" },
    h("h2", {}, say("decisions.title")),
    h("p", { class: "small quiet" }, say("decisions.how")),
    log.length
      ? h(
          "ol",
          { class: "plain decisions" },
          log.map((one) => row(one, page, taken.has(one.number), redo)),
        )
      : h("p", { class: "quiet" }, say("decisions.none")),
    may("code")
      ? h(
          "p",
          { class: "acts" },
          h(
            "button",
            { class: "button", type: "button", id: "merge-other", on: { click: () => mergeById(page, redo) } },
            say("decide.merge_other"),
          ),
        )
      : null,
  );
}

function row(one: Decision, page: EventPage, lifted: boolean, redo: Redo): HTMLElement {
  const open = may("code") && !lifted && one.kind !== "withdrawn" && one.kind !== "unjoined";
  const key = one.kind === "joined" ? "decide.undo" : "decide.take_back";
  return h(
    "li",
    { class: lifted ? "decision lifted" : "decision", "data-number": one.number, "data-kind": one.kind },
    h(
      "p",
      { class: "facts" },
      h("b", {}, one.withdraws ? taking(one) : sayCode("decision", one.kind)),
      h("span", { class: "small quiet" }, h("bdi", {}, one.by), say("comma"), moment(one.decided)),
      lifted ? h("span", { class: "chip" }, say("decisions.lifted")) : null,
      h("span", { class: "small quiet" }, say("decisions.number", { n: one.number })),
    ),
    one.because ? h("blockquote", { dir: "auto" }, one.because) : null,
    about(one, page),
    one.reasons.length ? reasons(one.score, one.reasons) : null,
    open
      ? h(
          "button",
          {
            class: "button",
            type: "button",
            on: { click: () => withdraw(one, redo) },
          },
          say(key),
        )
      : null,
  );
}

function taking(one: Decision): string {
  return say(one.kind === "apart" ? "decisions.undid" : "decisions.took_back", { n: one.withdraws ?? 0 });
}

/** The claims it is about: those of this event by their words, others by where they are now. */
function about(one: Decision, page: EventPage): HTMLElement {
  const here = new Map(claimsOf(page).map((claim) => [claim.id, claim]));
  return h(
    "ul",
    { class: "about-claims small" },
    one.claims.slice(0, 6).map((id) => {
      const claim = here.get(id);
      return h(
        "li",
        {},
        claim
          ? link(
              `/reports/${encodeURIComponent(claim.report)}?claim=${encodeURIComponent(id)}`,
              { class: "quotation", dir: "auto" },
              claim.text,
            )
          : link(`/events/${encodeURIComponent(id)}`, {}, say("decisions.elsewhere")),
      );
    }),
    one.claims.length > 6 ? h("li", {}, say("decisions.more", { n: one.claims.length - 6 })) : null,
  );
}

/** Takes a decision back. */
export function withdraw(one: Pick<Decision, "number" | "kind">, redo: Redo): void {
  const join = one.kind === "joined";
  decide({
    title: say(join ? "decide.undo" : "decide.take_back"),
    about: h("p", {}, say(join ? "decide.undo.means" : "decide.take_back.means", { n: one.number })),
    act: say(join ? "decide.undo" : "decide.take_back"),
    ...made({ decision: "withdraw", number: one.number }, join ? "decided.undone" : "decided.taken_back", redo),
  });
}

/** Merges this event with one like it. */
export function mergeWith(page: EventPage, other: EventPage["similar"][number]["event"], redo: Redo): void {
  decide({
    title: say("decide.merge"),
    about: [
      h("p", {}, say("decide.merge.means")),
      h(
        "ul",
        {},
        [page.event, other].map((event) => h("li", {}, where(event.place), say("comma"), when(event.date))),
      ),
    ],
    act: say("decide.merge"),
    ...made({ decision: "merge", event: page.event.id, other: other.id }, "decided.merged", redo),
  });
}

function mergeById(page: EventPage, redo: Redo): void {
  const input = h("input", { id: "merge-id", dir: "ltr", required: true, maxlength: 500, autocomplete: "off" });
  const body = { decision: "merge", event: page.event.id, other: "" };
  const { send: post, done } = made(body, "decided.merged", redo);
  decide({
    title: say("decide.merge_other"),
    about: h("p", {}, say("decide.merge.means")),
    field: h("div", {}, h("label", { for: "merge-id" }, say("decide.merge.id")), input),
    act: say("decide.merge"),
    // An id, or the address of the event's page.
    send: (because) => {
      body.other = decodeURIComponent(
        input.value
          .trim()
          .replace(/[?#].*$/, "")
          .split("/")
          .at(-1) ?? "",
      );
      return post(because);
    },
    done,
  });
}

/** Holds the claims chosen to tell of another event. */
export function splitOff(page: EventPage, chosen: Claim[], redo: Redo): void {
  const parts = chosen.map((claim) => claim.id);
  decide({
    title: say("decide.split"),
    about: [h("p", {}, say("decide.split.means", { n: chosen.length })), quoted(chosen)],
    act: say("decide.split"),
    ...made({ decision: "split", event: page.event.id, parts }, "decided.split", redo),
  });
}

/** Leaves a claim out of all events. */
export function leaveOut(claim: Claim, redo: Redo): void {
  decide({
    title: say("decide.exclude"),
    about: [h("p", {}, say("decide.exclude.means")), quoted([claim])],
    act: say("decide.exclude"),
    ...made({ decision: "exclude", what: claim.id }, "decided.excluded", redo),
  });
}

function quoted(claims: Claim[]): Child {
  return claims.slice(0, 5).map((claim) => h("blockquote", { class: "quotation", dir: "auto" }, claim.text));
}

type Told = "decided.undone" | "decided.taken_back" | "decided.merged" | "decided.split" | "decided.excluded";

function made(
  body: object,
  told: Told,
  redo: Redo,
): { send: (because: string) => Promise<void>; done: () => Promise<void> } {
  let number = 0;
  return {
    send: async (because) => {
      number = (await send<Decision>("decisions", { ...body, because })).number;
    },
    done: () => redo(say(told), number),
  };
}

/** Every claim that tells of the event. */
export function claimsOf(page: EventPage): Claim[] {
  return page.tellings.flatMap((telling) => telling.events);
}
