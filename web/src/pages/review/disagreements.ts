/** What coders disagree on: their codings side by side, and a third person's word on it. */

import { ask, segment } from "../../api";
import { coder } from "../../coder";
import { bdi, h, link } from "../../dom";
import { problem } from "../../parts/problem";
import { ClaimView } from "../../parts/review/claim-view";
import type { Claim } from "../../records";
import { say, sayCode } from "../../words";
import { titled } from "../../wording";
import { judge, source } from "./asking";
import type { Coded, Disagreement, Judgement, Judging } from "./shapes";
import { sideBySide } from "./side-by-side";

type Tell = (words: string) => void;

export async function disagreements(into: HTMLElement, signal: AbortSignal, tell: Tell): Promise<void> {
  const found = await ask<Disagreement[]>("review/disagreements", { coder: coder() }, signal);
  const again = async (said: string): Promise<void> => {
    await disagreements(into, signal, tell);
    tell(said);
  };
  const cards = await Promise.all(found.map((one) => card(one, signal, again)));
  into.replaceChildren(
    h("p", { class: "quiet" }, say("review.disagreements.how")),
    h("p", {}, say("review.disagreements.count", { n: found.length })),
    ...cards,
  );
}

async function card(
  one: Disagreement,
  signal: AbortSignal,
  again: (said: string) => Promise<void>,
): Promise<HTMLElement> {
  const from = await source(one.report.id);
  const beside = one.other ? await ask<{ claim: Claim }>(`claims/${segment(one.other)}`, {}, signal) : null;
  const because = h("input", { type: "text", id: `because-${one.claim}`, maxlength: 2000, autocomplete: "off" });
  const wrong = h("div", { role: "alert" });
  const third = h("div", {});
  const rule = async (made: Omit<Judging, "adjudicate">): Promise<void> => {
    wrong.replaceChildren();
    because.setCustomValidity(because.value.trim() ? "" : say("review.say_why"));
    if (!because.reportValidity()) return;
    const on = { claim: one.claim, ...(one.other ? { other: one.other } : {}) };
    try {
      await judge({ ...made, ...on, because: because.value.trim(), adjudicate: true });
    } catch (error) {
      wrong.replaceChildren(problem(error));
      return;
    }
    await again(say("review.said.adjudicated"));
  };
  because.addEventListener("input", () => because.setCustomValidity(""));
  return h(
    "article",
    { class: "sheet disagreement", "data-claim": one.claim },
    h(
      "p",
      { class: "facts small" },
      h("span", { class: `kind ${one.kind}` }, sayCode("kind", one.kind)),
      link(`/reports/${encodeURIComponent(one.report.id)}`, {}, bdi(titled(one.report))),
    ),
    h("blockquote", { class: "quotation", dir: "auto" }, one.sentence.text),
    beside && h("blockquote", { class: "quotation", dir: "auto" }, beside.claim.text),
    sideBySide(one, from, (judgement) => void rule(verdictOf(judgement))),
    h(
      "div",
      { class: "ruling" },
      h("label", { for: because.id }, say("review.because.ruling")),
      because,
      h(
        "p",
        { class: "acts" },
        one.coded ? thirdButton(one, third, signal, (coded) => rule({ verdict: "accept", coded })) : null,
        h(
          "button",
          { class: "button", type: "button", on: { click: () => void rule({ verdict: "reject" }) } },
          say(one.kind === "pair" ? "review.key.apart" : "review.rule.reject"),
        ),
      ),
      wrong,
    ),
    third,
  );
}

/** An adjudicator who sides with a coder says the same. */
function verdictOf({ verdict, coded }: Judgement): Omit<Judging, "adjudicate"> {
  return verdict === "reject" ? { verdict } : { verdict: "accept", ...(coded ? { coded } : {}) };
}

/** Opens the form of the desk for a coding that neither has. */
function thirdButton(
  one: Disagreement,
  into: HTMLElement,
  signal: AbortSignal,
  save: (coded: Coded) => Promise<void>,
): HTMLElement {
  const open = async (): Promise<void> => {
    const view = await ClaimView.of(
      { report: one.report.id, around: one.sentence, coded: one.coded, claim: null },
      signal,
    );
    into.replaceChildren(view.element);
    view.fill(
      "correct",
      (coded) => void save(coded),
      () => into.replaceChildren(),
    );
  };
  return h("button", { class: "button", type: "button", on: { click: () => void open() } }, say("review.rule.third"));
}
