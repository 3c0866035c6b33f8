/** The queue beside the desk: what is to be decided, in which order, and how far one has come. */

import { ask } from "../../api";
import { coder } from "../../coder";
import { h } from "../../dom";
import { more } from "../../parts/events";
import type { Facets, Page } from "../../records";
import { say, type Key } from "../../words";
import { judge, withdraw } from "./asking";
import { Desk } from "./desk";
import { addressOf, askedFor, filterBar, fits, type QueueFilters } from "./filters";
import { itemLine } from "./item";
import type { Assignment, Judging, QueueItem, Verdict } from "./shapes";

interface Line {
  item: QueueItem;
  done: Key | null;
}

const SHOWN = 25;
const SAID: Record<Verdict, Key> = {
  accept: "review.said.accept",
  reject: "review.said.reject",
  correct: "review.said.correct",
  missed: "review.said.missed",
  unsure: "review.said.unsure",
};
const SAID_OF_PAIR: Partial<Record<Verdict, Key>> = {
  accept: "review.said.pair.accept",
  reject: "review.said.pair.reject",
};

/** Draws the queue into `into`; `tell` says aloud what was decided. */
export async function queue(
  into: HTMLElement,
  signal: AbortSignal,
  tell: (words: string) => void,
  pairs: boolean,
): Promise<void> {
  const facets = await ask<Facets>("counts/facets", {}, signal);
  const draw = async (filters: QueueFilters): Promise<void> => {
    const page = new Queue(filters, signal, tell);
    await page.more();
    await page.count();
    const change = (to: QueueFilters): void => {
      const focused = document.activeElement?.id;
      history.replaceState(null, "", addressOf(to, pairs));
      void draw(to).then(() => focused && document.getElementById(focused)?.focus());
    };
    into.replaceChildren(filterBar(filters, facets, pairs, change), page.element);
    await page.open(0, false);
  };
  await draw(askedFor(location.search, pairs));
  // The desk is what one came for; until it has the focus no letter acts.
  setTimeout(
    () =>
      [null, document.body, into.closest("main")].includes(document.activeElement as HTMLElement) &&
      into.querySelector<HTMLElement>(".desk")?.focus({ preventScroll: true }),
  );
}

class Queue {
  private readonly list = h("ol", { class: "plain queue" });
  private readonly progress = h("div", { class: "progress" });
  private readonly rest = h("p", {});
  private readonly desk: Desk;
  readonly element: HTMLElement;
  private readonly lines: Line[] = [];
  private readonly undoable: { number: number; at: number | null }[] = [];
  private cursor: string | null = null;
  private begun = false;
  private waiting: number | null = null;
  private at = 0;

  constructor(
    private readonly filters: QueueFilters,
    private readonly signal: AbortSignal,
    private readonly tell: (words: string) => void,
  ) {
    this.desk = new Desk({
      judge: (item, made) => this.judge(item, made),
      step: (by) => void this.open(this.at + by),
      undo: () => void this.undo(),
      signal,
    });
    this.element = h(
      "div",
      { class: "coding-room" },
      h("aside", { class: "sheet", "aria-label": say("review.queue") }, this.progress, this.list, this.rest),
      h("div", { class: "sheet" }, this.desk.element),
    );
  }

  /** Fetches until there is something more to show, or nothing left. */
  async more(): Promise<void> {
    const enough = this.lines.length + SHOWN;
    while (this.lines.length < enough && (this.cursor || !this.begun)) {
      const { order, kind, country } = this.filters;
      const asked = { coder: coder(), order, kind, country, limit: SHOWN, cursor: this.cursor };
      const page = await ask<Page<QueueItem>>("review/queue", asked, this.signal);
      this.lines.push(...page.items.filter((one) => fits(this.filters, one)).map((item) => ({ item, done: null })));
      this.waiting = page.total ?? this.waiting;
      [this.cursor, this.begun] = [page.next, true];
    }
  }

  /** Shows the line at `at`, the nearest there is. */
  async open(at: number, focus = true): Promise<void> {
    if (at >= this.lines.length && this.cursor) await this.more();
    const through = at >= this.lines.length && this.lines.every((one) => one.done);
    this.at = through ? at : Math.max(0, Math.min(at, this.lines.length - 1));
    const line = this.lines[this.at];
    this.draw();
    if (!line)
      this.desk.empty(say(this.filters.order === "assigned" ? "review.queue.none_assigned" : "review.queue.none"));
    else await this.desk.show(line.item, say("review.position", { at: this.at + 1, n: this.lines.length }));
    if (focus) this.desk.focus();
  }

  /** Works out how far the coder has come: with what is assigned, else in this sitting. */
  async count(): Promise<void> {
    if (this.filters.order === "assigned") {
      const every = await ask<Assignment[]>("review/assignments", { coder: coder() }, this.signal);
      const own = every.filter((one) => !one.withdrawn);
      const [judged, claims] = [own.map((one) => one.judged), own.map((one) => one.claims)].map(sum) as [
        number,
        number,
      ];
      this.progress.replaceChildren(
        h("p", {}, say("review.progress", { done: judged, n: claims })),
        h("progress", {
          max: claims || 1,
          value: judged,
          "aria-label": say("review.progress", { done: judged, n: claims }),
        }),
      );
    } else {
      const done = this.lines.filter((one) => one.done).length;
      this.progress.replaceChildren(
        h("p", {}, say("review.waiting", { n: Math.max(0, (this.waiting ?? this.lines.length) - done) })),
        h("p", { class: "small quiet" }, say("review.sitting", { n: done })),
      );
    }
  }

  private async judge(item: QueueItem, made: Judging): Promise<void> {
    const at = this.at;
    const kept = await judge(made);
    const missed = made.verdict === "missed";
    this.undoable.push({ number: kept.number, at: missed ? null : at });
    const line = this.lines[at];
    const says = (item.kind === "pair" && SAID_OF_PAIR[made.verdict]) || SAID[made.verdict];
    if (line && !missed) line.done = says;
    this.tell(
      [say(says), kept.effect === "waiting" ? say("review.effect.waiting") : ""].filter(Boolean).join(say("comma")),
    );
    await this.count();
    await this.open(missed ? at : this.next(at));
  }

  /** The next line on which nothing was said, else the one after. */
  private next(at: number): number {
    const found = this.lines.findIndex((one, i) => i > at && !one.done);
    return found < 0 ? this.lines.length : found;
  }

  private async undo(): Promise<void> {
    const last = this.undoable.pop();
    if (!last) {
      this.tell(say("review.nothing_to_undo"));
      return;
    }
    try {
      await withdraw(last.number);
    } catch (error) {
      this.desk.refuse(error);
      return;
    }
    const line = last.at === null ? undefined : this.lines[last.at];
    if (line) line.done = null;
    this.tell(say("review.said.withdrawn"));
    await this.count();
    await this.open(last.at ?? this.at);
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.lines.map(({ item, done }, i) => itemLine(item, i === this.at, done, () => void this.open(i))),
    );
    this.rest.replaceChildren(this.cursor ? more(null, () => void this.more().then(() => this.draw())) : "");
    const current = this.list.querySelector<HTMLElement>("[aria-current]");
    if (current) this.list.scrollTop = current.offsetTop - this.list.offsetTop - this.list.clientHeight / 3;
  }
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
