/** Entries of sanctions lists that an actor may be: candidates with their reasons until a person confirms or rejects them. */

import { may } from "../account";
import { bdi, h, type Child } from "../dom";
import type { Candidate } from "../records";
import { send } from "../sending";
import { day, moment, number, say, sayCode } from "../words";
import { decide } from "./deciding";

type Decision = "confirmed" | "rejected" | "withdrawn";

/** The section of an actor's page; `redo` draws the page anew after a decision. */
export function candidatesSection(
  actor: string,
  found: Candidate[],
  redo: (told: string) => Promise<void>,
): HTMLElement | null {
  if (!found.length) return null;
  return h(
    "section",
    { class: "sheet", id: "candidates" },
    h("h2", {}, say("actors.candidates")),
    h("p", { class: "small quiet" }, say("actors.candidates.how")),
    h(
      "ul",
      { class: "plain" },
      found.map((one) => row(actor, one, redo)),
    ),
  );
}

function row(actor: string, one: Candidate, redo: (told: string) => Promise<void>): HTMLElement {
  const link = one.link ?? "candidate";
  const act = (decision: Decision): HTMLElement =>
    h(
      "button",
      { class: "button", type: "button", "data-act": decision, on: { click: () => asked(actor, one, decision, redo) } },
      say(`link.${decision}.act`),
    );
  return h(
    "li",
    { class: "candidate", "data-reference": one.id, "data-link": link },
    h(
      "p",
      { class: "facts" },
      h("code", {}, bdi(one.id)),
      h("b", {}, bdi(one.listed_as ?? one.name)),
      h("span", { class: `chip link-${link}` }, sayCode("link", link)),
      h("span", { class: "small quiet" }, say("candidate.score", { n: Math.round(one.score * 100) })),
      one.listed_on ? h("span", { class: "small quiet" }, say("candidate.listed", { day: day(one.listed_on) })) : null,
    ),
    state(one),
    h("details", { class: "small" }, h("summary", {}, say("ledger.why")), parts(one)),
    may("code")
      ? h(
          "p",
          { class: "acts no-print" },
          link === "candidate" ? [act("confirmed"), act("rejected")] : act("withdrawn"),
        )
      : null,
  );
}

function state(one: Candidate): Child {
  const made = one.decided;
  if (!made || made.decision === "withdrawn") return h("p", { class: "small quiet" }, say("candidate.undecided"));
  return [
    h(
      "p",
      { class: "small" },
      say(made.decision === "confirmed" ? "candidate.confirmed" : "candidate.rejected"),
      " ",
      h("bdi", {}, made.by),
      say("comma"),
      moment(made.decided),
    ),
    h("blockquote", { dir: "auto" }, made.because),
  ];
}

/** Each part of the name beside its counterpart on the list, and how well they fit. */
function parts(one: Candidate): HTMLElement {
  const cell = (words: string | null): HTMLElement => h("td", {}, bdi(words) ?? "—");
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": say("candidate.parts") },
    h(
      "table",
      { class: "points" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          (["candidate.part", "candidate.ours", "candidate.theirs", "candidate.points"] as const).map((key) =>
            h("th", { scope: "col" }, say(key)),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        one.parts.map((part) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, partName(part.name)),
            cell(part.query),
            cell(part.candidate),
            h(
              "td",
              { class: "number" },
              part.query && part.candidate ? number(Math.round(part.score * 100)) : say("candidate.alone"),
            ),
          ),
        ),
      ),
    ),
  );
}

/** "word for group: ..." comes with what the word means, in English. */
function partName(name: string): Child {
  const meaning = /^word for (.+)$/.exec(name)?.[1];
  return meaning ? say("part.word_for", { what: meaning }) : sayCode("part", name);
}

function asked(actor: string, one: Candidate, decision: Decision, redo: (told: string) => Promise<void>): void {
  // What was decided of a name is taken back of that name.
  const name = decision === "withdrawn" ? (one.decided?.name ?? actor) : actor;
  decide({
    title: say(`link.${decision}.act`),
    about: [
      h("p", {}, say(`link.${decision}.means`)),
      h("p", { class: "facts" }, h("code", {}, bdi(one.id)), h("b", {}, bdi(one.listed_as ?? one.name))),
    ],
    act: say(`link.${decision}.act`),
    send: (because) => send("links", { decision, name, reference: one.id, because }),
    done: () => redo(say(`link.${decision}.done`)),
  });
}
