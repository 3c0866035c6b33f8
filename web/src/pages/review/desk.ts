/** The desk: one thing to decide at a time, by button or by key, with a reason where one is needed. */

import { h, type Child } from "../../dom";
import { ClaimView } from "../../parts/review/claim-view";
import { actButton, listen, showKeys, type Act } from "../../parts/review/keys";
import { pairView } from "../../parts/review/pair-view";
import { problem } from "../../parts/problem";
import { reasonForm } from "../../parts/review/reason-form";
import { reasonTable } from "../../parts/review/reasons";
import { say } from "../../words";
import { decidingActs, markingActs, movingActs, type Doing } from "./acts";
import { itemHead } from "./item";
import type { Coded, Judging, QueueItem } from "./shapes";

export interface DeskOptions {
  judge: (item: QueueItem, made: Judging) => Promise<void>;
  step: (by: 1 | -1) => void;
  undo: () => void;
  signal: AbortSignal;
}

export class Desk {
  readonly element = h("section", { class: "desk", tabindex: -1, "aria-label": say("review.desk") });
  private readonly asking = h("div", { class: "asking" });
  private readonly wrong = h("div", { role: "alert" });
  private readonly actions = h("div", { class: "acts", role: "group", "aria-label": say("review.actions") });
  private item: QueueItem | null = null;
  private view: ClaimView | null = null;
  private readonly doing: Doing;
  private showing = 0;
  private sending = false;

  constructor(private readonly options: DeskOptions) {
    this.doing = {
      accept: () => void this.say({ verdict: "accept" }),
      reject: () => this.reject(),
      correct: () => this.fill("correct"),
      unsure: () => void this.say({ verdict: "unsure" }),
      missed: () => this.fill("event"),
      step: options.step,
      undo: options.undo,
      help: () => this.help(),
      leave: () => this.leave(),
    };
    listen(this.element, () => this.acts());
  }

  /** Shows what is to be decided; `position` tells where it stands in the queue. */
  async show(item: QueueItem, position: Child): Promise<void> {
    const turn = ++this.showing;
    const view = item.report && item.claim ? await ClaimView.of(viewed(item), this.options.signal) : null;
    if (turn !== this.showing) return;
    [this.item, this.view] = [item, view];
    this.asking.replaceChildren();
    this.wrong.replaceChildren();
    this.element.replaceChildren(
      itemHead(item, position),
      view?.element ?? (item.pair ? pairView(item.pair) : ""),
      item.reasons.length
        ? h("details", { class: "why" }, h("summary", {}, say("review.why")), reasonTable(item.reasons))
        : "",
      this.asking,
      this.wrong,
      this.actions,
    );
    this.element.dataset["claim"] = item.id;
    this.redraw();
  }

  /** Where nothing is left to decide. */
  empty(words: Child): void {
    this.showing++;
    [this.item, this.view] = [null, null];
    delete this.element.dataset["claim"];
    this.element.replaceChildren(h("p", { class: "quiet" }, words), this.actions);
    this.redraw();
  }

  /** Tells what went wrong. */
  refuse(error: unknown): void {
    this.wrong.replaceChildren(problem(error));
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  private acts(): Act[] {
    if (!this.item) return movingActs(this.doing);
    return this.view?.form ? markingActs(this.view, this.doing) : decidingActs(this.item, this.doing);
  }

  /** All keys of what is asked, those of the form too. */
  private every(): Act[] {
    const deciding = this.item ? decidingActs(this.item, this.doing) : movingActs(this.doing);
    const marking = this.view ? markingActs(this.view, this.doing) : [];
    return [...new Map([...deciding, ...marking].map((one) => [one.key, one])).values()];
  }

  private help(): void {
    showKeys(this.every(), () => {
      this.redraw();
      this.focus();
    });
  }

  private redraw(): void {
    this.actions.replaceChildren(
      ...this.acts()
        .filter((one) => !one.quiet)
        .map((one) => actButton(one, ["A", "Enter"].includes(one.key))),
    );
  }

  private fill(what: "correct" | Coded["kind"]): void {
    if (!this.view) return;
    const send = (coded: Coded): void => void this.save(what, coded);
    this.asking.replaceChildren();
    this.view.fill(what, send, () => this.leave());
    if (what !== "correct") this.asking.replaceChildren(this.kinds(what));
    this.redraw();
  }

  /** What was missed is an event or a figure. */
  private kinds(now: Coded["kind"]): HTMLElement {
    const other = now === "event" ? "figure" : "event";
    const button = h(
      "button",
      { class: "plain-button", type: "button" },
      say(now === "event" ? "review.missed.figure" : "review.missed.event"),
    );
    button.addEventListener("click", () => this.fill(other));
    return h("p", { class: "small" }, say("review.missed.how"), " ", button);
  }

  private save(what: "correct" | Coded["kind"], coded: Coded): Promise<void> {
    const report = this.item?.report?.id ?? "";
    return this.say(what === "correct" ? { verdict: "correct", coded } : { verdict: "missed", report, coded });
  }

  private reject(): void {
    const { item } = this;
    if (!item) return;
    const form = reasonForm(
      item.kind,
      (because) => void this.say({ verdict: "reject", because }),
      () => this.leave(),
    );
    this.asking.replaceChildren(form);
    form.querySelector("input")?.focus();
  }

  private leave(): void {
    this.asking.replaceChildren();
    this.wrong.replaceChildren();
    this.view?.read();
    this.redraw();
    this.focus();
  }

  private async say(made: Judging): Promise<void> {
    const { item } = this;
    // A key that is pressed again before the next is shown would decide the same once more.
    if (!item || this.sending) return;
    this.sending = true;
    this.wrong.replaceChildren();
    const on = made.verdict === "missed" ? {} : { claim: item.id, ...(item.other ? { other: item.other } : {}) };
    try {
      await this.options.judge(item, { ...made, ...on });
    } catch (error) {
      this.refuse(error);
    } finally {
      this.sending = false;
    }
  }
}

function viewed(item: QueueItem): {
  report: string;
  around: { start: number; end: number };
  coded: Coded | null;
  claim: QueueItem["claim"];
} {
  const around = item.sentence ?? item.claim ?? { start: 0, end: 0 };
  return { report: item.report?.id ?? "", around, coded: item.coded, claim: item.claim };
}
