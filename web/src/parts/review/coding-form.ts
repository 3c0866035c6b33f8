/** The fields of a claim as a form. It works on a copy, and what stands in the text is marked by picking words. */

import { h } from "../../dom";
import type { Source } from "../../pages/review/asking";
import type { Coded, CodedEvent, Words } from "../../pages/review/shapes";
import { say } from "../../words";
import { marksOf } from "./coded";
import { eventFields } from "./event-fields";
import { figureFields } from "./figure-fields";
import { overlap } from "./offsets";
import type { Passage } from "./passage";

/** What a form is filled from, and what becomes of it. */
export interface Filling {
  coded: Coded;
  passage: Passage;
  from: Source;
  save: (coded: Coded) => void;
  cancel: () => void;
  signal: AbortSignal;
}

const NOWHERE: Words = { start: 0, end: 0 };

/** A coding of an event, or of a figure, in which nothing is said yet. */
export function blank(kind: Coded["kind"]): Coded {
  return kind === "event"
    ? {
        kind,
        type: "",
        trigger: NOWHERE,
        mode: null,
        status: "occurred",
        certainty: "asserted",
        date: null,
        place: null,
        roles: [],
      }
    : {
        kind,
        ...NOWHERE,
        measure: "",
        low: null,
        high: null,
        approximate: false,
        of: null,
        certainty: "asserted",
        event: null,
      };
}

export class CodingForm {
  readonly element: HTMLFormElement;
  private readonly draft: Coded;
  private readonly fields = h("div", { class: "coding-fields" });

  constructor(private readonly filling: Filling) {
    this.draft = structuredClone(filling.coded);
    this.element = h(
      "form",
      { class: "coding", novalidate: true, on: { submit: (event) => this.submit(event) } },
      this.fields,
      h(
        "p",
        { class: "acts" },
        h("button", { class: "button strong", type: "submit" }, say("review.save")),
        h("button", { class: "button", type: "button", on: { click: filling.cancel } }, say("cancel")),
      ),
    );
    this.draw();
  }

  /** Takes the picked words as what `role` is; tells whether there were any. */
  mark(role: string): boolean {
    const words = this.filling.passage.selection;
    if (!words) return false;
    if (this.draft.kind === "figure") {
      if (role !== "trigger") return false;
      Object.assign(this.draft, words);
    } else markEvent(this.draft, role, words);
    this.filling.passage.select(null);
    this.draw();
    return true;
  }

  /** Draws the fields; where that takes the focus away it goes to the field named `next`, else to the text. */
  private draw(next = ""): void {
    const { passage, from, signal } = this.filling;
    const again = (to?: string): void => this.draw(to);
    const { draft } = this;
    this.fields.replaceChildren(
      draft.kind === "event"
        ? eventFields(draft, { passage, from, again, signal })
        : figureFields(draft, passage, from.events),
    );
    passage.show(marksOf(draft));
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      (this.fields.querySelector<HTMLElement>(`[data-name="${next}"]`) ?? passage.element).focus();
    });
  }

  private submit(event: globalThis.Event): void {
    event.preventDefault();
    const anchored = this.draft.kind === "event" ? this.draft.trigger : this.draft;
    if (!this.element.reportValidity()) return;
    if (anchored.start === anchored.end) {
      this.filling.passage.element.focus();
      return;
    }
    this.filling.save(this.draft);
  }
}

/** Marks words in an event: of a role the words they overlap are moved, others are added. */
function markEvent(draft: CodedEvent, role: string, words: Words): void {
  if (role === "trigger") draft.trigger = words;
  else if (role === "place") {
    const same = draft.place && overlap(draft.place, words);
    draft.place = { ...words, id: same ? (draft.place?.id ?? null) : null };
  } else {
    const there = draft.roles.find((one) => one.role === role && overlap(one, words));
    if (there) Object.assign(there, words);
    else draft.roles.push({ role, ...words, entity: null, type: null });
  }
}
