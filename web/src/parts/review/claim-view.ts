/** What is judged of a report: the words in their paragraph with marks, and what they are coded as, to read or as a form. */

import { h } from "../../dom";
import { source, type Source } from "../../pages/review/asking";
import type { Coded, Words } from "../../pages/review/shapes";
import type { Claim } from "../../records";
import { say } from "../../words";
import { claimBody } from "../claim";
import { fieldList, fieldsOf, marksOf } from "./coded";
import { blank, CodingForm } from "./coding-form";
import { Passage } from "./passage";
import { stretching, toolbar } from "./toolbar";

/** What a view shows: the words judged in a report, with a claim or a coding of them. */
export interface Viewed {
  report: string;
  around: Words;
  coded: Coded | null;
  claim: Claim | null;
}

export class ClaimView {
  readonly element = h("div", { class: "claim-view" });
  form: CodingForm | null = null;
  private readonly picked = h("output", { class: "picked-now small" });
  private readonly beside = h("div", { class: "beside-passage" });

  private constructor(
    private readonly viewed: Viewed,
    private readonly from: Source,
    readonly passage: Passage,
    private readonly signal: AbortSignal,
  ) {
    passage.tell = (words) => this.told(words);
    const whole = h("button", { class: "plain-button", type: "button", "aria-pressed": "false" }, say("review.whole"));
    whole.addEventListener("click", () => {
      const on = whole.getAttribute("aria-pressed") === "false";
      whole.setAttribute("aria-pressed", String(on));
      passage.widen(on);
    });
    this.element.append(h("div", { class: "sheet-part" }, passage.element, whole, this.picked), this.beside);
    this.read();
  }

  static async of(viewed: Viewed, signal: AbortSignal): Promise<ClaimView> {
    const from = await source(viewed.report);
    const passage = new Passage(from.report.text, viewed.around, from.report.language, signal);
    return new ClaimView(viewed, from, passage, signal);
  }

  /** The coding to read. */
  read(): void {
    const { coded, claim } = this.viewed;
    this.form = null;
    this.passage.select(null);
    this.passage.show(coded ? marksOf(coded) : claim ? [{ role: claim.kind, label: "", ...claim }] : []);
    const says = coded ? fieldList(fieldsOf(coded, this.from)) : claim && h("p", { class: "says" }, claimBody(claim));
    this.beside.replaceChildren(says ?? "");
  }

  /** The coding to change, or one of what was missed; `save` gets it, `cancel` is called when it is left. */
  fill(what: "correct" | Coded["kind"], save: (coded: Coded) => void, cancel: () => void): void {
    const coded = what === "correct" ? this.viewed.coded : blank(what);
    if (!coded) return;
    const form = new CodingForm({
      coded,
      passage: this.passage,
      from: this.from,
      save,
      cancel,
      signal: this.signal,
    });
    this.form = form;
    this.beside.replaceChildren(
      toolbar(coded.kind, (role) => this.mark(role)),
      form.element,
    );
    this.passage.element.focus();
  }

  /** Marks the picked words; says so where there are none. */
  mark(role: string): void {
    if (!this.form?.mark(role)) this.picked.replaceChildren(say("review.pick_first"));
  }

  private told(words: string): void {
    this.picked.replaceChildren(
      ...(words
        ? [
            h("span", {}, say("review.picked"), " ", h("q", { class: "quotation" }, h("bdi", {}, words))),
            stretching(this.passage),
          ]
        : []),
    );
  }
}
