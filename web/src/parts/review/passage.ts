/** The words that are judged, in their paragraph, in which others can be picked by pointer or word by word by keyboard. */

import type { Words } from "../../pages/review/shapes";
import { h } from "../../dom";
import { say } from "../../words";
import { isLetter, paragraphAround, trimmed, wordsIn } from "./offsets";
import { moved, type Picked } from "./picking";

/** Words marked as something: `role` is also what their colour goes by. */
export interface Mark extends Words {
  role: string;
  label: string;
}

export class Passage {
  readonly element: HTMLElement;
  /** Gets the words that are picked, none where none are. */
  tell: (words: string) => void = () => undefined;
  private readonly letters: string[];
  private window: Words;
  private marks: Mark[] = [];
  private picked: Picked | null = null;

  constructor(
    text: string,
    private readonly around: Words,
    lang: string | null,
    signal: AbortSignal,
  ) {
    this.letters = Array.from(text);
    this.window = paragraphAround(this.letters, around);
    this.element = h("div", {
      class: "report-text passage",
      lang: lang ?? "ar",
      dir: "auto",
      tabindex: 0,
      role: "group",
      "aria-label": say("review.passage"),
      on: { keydown: (event) => this.key(event as KeyboardEvent) },
    });
    document.addEventListener("selectionchange", () => this.byPointer(), { signal });
    this.draw();
  }

  words({ start, end }: Words): string {
    return this.letters.slice(start, end).join("");
  }

  /** What is picked now. */
  get selection(): Words | null {
    return this.picked && trimmed(this.letters, this.picked);
  }

  select(words: Words | null): void {
    this.picked = words && { ...words, forward: true };
    this.draw();
    this.element.querySelector(".picked-words")?.scrollIntoView({ block: "nearest" });
    this.tell(words ? this.words(words) : "");
  }

  show(marks: Mark[]): void {
    this.marks = marks.filter((one) => one.start < one.end);
    this.draw();
  }

  /** The paragraph, or all of the report. */
  widen(whole: boolean): void {
    this.window = whole ? { start: 0, end: this.letters.length } : paragraphAround(this.letters, this.around);
    this.draw();
    this.element.querySelector("[data-sentence]")?.scrollIntoView({ block: "nearest" });
  }

  /** Gives a letter more or less at one end of what is picked: Arabic writes small words into the next. */
  stretch(side: "start" | "end", by: 1 | -1): void {
    const now = this.selection;
    if (!now) return;
    const to = side === "start" ? { ...now, start: now.start - by } : { ...now, end: now.end + by };
    if (to.start >= this.window.start && to.end <= this.window.end && to.start < to.end) this.select(to);
  }

  private key(event: KeyboardEvent): void {
    const rtl = getComputedStyle(this.element).direction === "rtl";
    const step = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const words = wordsIn(this.letters, this.window.start, this.window.end);
    const to = moved(words, this.picked, step, event.shiftKey, this.around);
    if (!to) return;
    getSelection()?.removeAllRanges();
    this.select(to);
    this.picked = to;
  }

  /** Takes over what is picked by pointer or touch, letter by letter, without drawing anew under it. */
  private byPointer(): void {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
    if (!range || range.collapsed || !this.element.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(this.element);
    before.setEnd(range.startContainer, range.startOffset);
    const start = this.window.start + Array.from(before.toString()).length;
    const found = trimmed(this.letters, { start, end: start + Array.from(range.toString()).length });
    if (!found) return;
    this.picked = { ...found, forward: true };
    for (const piece of this.element.querySelectorAll(".picked-words")) piece.classList.remove("picked-words");
    this.tell(this.words(found));
  }

  private draw(): void {
    const { start, end } = this.window;
    const spans: Words[] = [this.around, ...this.marks, ...(this.selection ? [this.selection] : [])];
    const cuts = [...new Set([start, end, ...spans.flatMap((one) => [one.start, one.end])])]
      .filter((cut) => cut >= start && cut <= end)
      .sort((a, b) => a - b);
    const pieces = cuts.slice(0, -1).map((from, i) => this.piece(from, cuts[i + 1] as number));
    this.element.replaceChildren(...pieces);
  }

  private piece(start: number, end: number): HTMLElement {
    const over = (words: Words | null): boolean => !!words && words.start <= start && end <= words.end;
    const marks = this.marks.filter(over);
    const ending = marks.filter((one) => one.end === end && !isLetter(this.letters[end]));
    return h(
      marks.length ? "mark" : "span",
      {
        class: [
          ...marks.map((one) => `as-${one.role}`),
          over(this.around) ? "judged" : "aside",
          over(this.selection) ? "picked-words" : "",
        ].join(" "),
        "data-sentence": over(this.around) ? "" : null,
        "data-label": ending.length
          ? ending
              .map((one) => one.label)
              .join(say("comma"))
              .replaceAll(" ", "\u00a0")
          : null,
      },
      this.words({ start, end }),
    );
  }
}
