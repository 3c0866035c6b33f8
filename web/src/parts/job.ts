/** What a person gave to read, a text or a file: watched while it is read, looked at, and stored where they say so. */

import { may } from "../account";
import { apart, bdi, h, link, type Child } from "../dom";
import { go } from "../going";
import { readAlong, send, type Sent } from "../sending";
import type { ReadAnswer, Step } from "../records";
import { say, sayCode } from "../words";
import { titled } from "../wording";
import { Along } from "./along";
import { problem } from "./problem";

/** A text or file and what becomes of it. */
export class Job {
  readonly element: HTMLElement;
  private readonly state = h("p", { class: "state", role: "status" });
  private readonly bar = h("progress", { "aria-label": say("add.progress") });
  private readonly acts = h("p", { class: "acts" });
  private readonly refusals = h("ul", { class: "plain refusals" });
  private readonly shown = h("div", { class: "shown" });
  private readonly stop = new AbortController();
  private readonly reports: Along[] = [];

  constructor(
    private readonly sent: Sent,
    private readonly name: string,
    leaving: AbortSignal,
  ) {
    leaving.addEventListener("abort", () => this.stop.abort());
    this.element = h(
      "article",
      { class: "sheet job", "aria-label": apart(name) },
      h("header", {}, h("h2", { class: "own" }, bdi(name)), this.acts),
      this.state,
      this.bar,
      this.refusals,
      this.shown,
    );
    this.say(say("add.waiting"));
    this.offer(this.button("cancel", () => this.cancel()));
  }

  /** Reads it, showing each step; ends when all is read, refused or cancelled. */
  async read(): Promise<void> {
    if (this.stop.signal.aborted) return;
    this.say(say("add.preparing"));
    try {
      for await (const step of readAlong(this.sent, this.stop.signal)) this.take(step);
    } catch (error) {
      if (!this.stop.signal.aborted) this.failed(error);
    }
  }

  /** Refuses it before it is sent. */
  refuse(code: string): void {
    this.bar.remove();
    this.say(say("add.refused"));
    this.refused({ step: "refused", source: this.name, code, detail: "", remedy: null });
    this.offer(this.button("add.discard", () => this.element.remove()));
  }

  private take(step: Step): void {
    if (step.step === "refused") this.refused(step);
    else if (step.step === "end") this.ended();
    else if (step.step === "report") this.begun(new Along(step, !this.reports.length, this.stop.signal));
    else this.further(step, this.reports.at(-1));
  }

  private begun(along: Along): void {
    this.reports.push(along);
    this.shown.append(along.element);
    this.bar.max = along.sentences || 1;
    this.bar.value = 0;
    this.say(say("add.reading", { n: along.sentences, done: 0 }));
  }

  private further(step: Extract<Step, { report: string }>, along: Along | undefined): void {
    if (step.step === "read") {
      along?.read(step.sentences);
      this.bar.value = step.sentences;
      this.say(say("add.reading", { n: along?.sentences ?? 0, done: step.sentences }));
    } else if (step.step === "sentence") along?.told(step);
    else if (step.step === "done") {
      along?.draw();
      along?.element.setAttribute("data-claims", String(step.claims));
    }
  }

  private refused(step: Extract<Step, { step: "refused" }>): void {
    const why = [step.detail, step.remedy].filter(Boolean).join(" — ");
    this.refusals.append(
      h(
        "li",
        { class: "problem", "data-code": step.code },
        bdi(step.source),
        `${say("colon")}${sayCode("refusal", step.code)}`,
        why ? [" ", h("bdi", { class: "small quiet", lang: "en" }, why)] : null,
      ),
    );
  }

  private ended(): void {
    this.bar.remove();
    const discard = this.button("add.discard", () => this.element.remove());
    const fresh = this.reports.filter((one) => !one.stored);
    const claims = this.reports.reduce((sum, one) => sum + Number(one.element.dataset["claims"] ?? 0), 0);
    if (!this.reports.length) {
      this.say(say("add.refused"));
      this.offer(discard);
    } else if (!fresh.length) {
      this.say([say("add.stored_before"), " ", links(this.reports)]);
      this.offer(discard);
    } else {
      const before = this.reports.filter((one) => one.stored);
      this.say([
        say("claims.count", { n: claims }),
        say("comma"),
        say("add.not_stored"),
        before.length ? [" ", say("add.some_before"), " ", links(before)] : null,
      ]);
      const keep = this.button("add.store", () => void this.store(keep));
      keep.classList.add("strong");
      this.offer(...(may("code") ? [keep] : []), discard);
    }
  }

  private async store(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    this.say(say("add.storing"));
    try {
      const path = this.sent instanceof File ? "reports/file" : "reports";
      const answer = await send<ReadAnswer>(path, this.sent, this.stop.signal);
      const kept = answer.reports.filter((one) => one.stored);
      const only = kept[0];
      if (only && kept.length === 1 && document.querySelectorAll(".job").length === 1) {
        go(`/reports/${encodeURIComponent(only.report.id)}`);
        return;
      }
      this.say([say("add.stored"), " ", links(kept)]);
      this.offer(this.button("add.discard", () => this.element.remove()));
    } catch (error) {
      if (this.stop.signal.aborted) return;
      button.disabled = false;
      this.say(problem(error));
    }
  }

  private failed(error: unknown): void {
    this.bar.remove();
    this.say(problem(error));
    this.offer(this.button("add.discard", () => this.element.remove()));
  }

  private cancel(): void {
    this.stop.abort();
    this.element.remove();
  }

  private say(words: Child): void {
    this.state.replaceChildren(h("span", {}, words));
  }

  private offer(...buttons: HTMLElement[]): void {
    this.acts.replaceChildren(...buttons);
  }

  private button(key: "cancel" | "add.discard" | "add.store", act: () => void): HTMLButtonElement {
    return h("button", { class: "button", type: "button", on: { click: act } }, say(key));
  }
}

function links(reports: { report: { id: string } & Parameters<typeof titled>[0] }[]): Child {
  return h(
    "span",
    { class: "facts" },
    reports.map(({ report }) => link(`/reports/${encodeURIComponent(report.id)}`, {}, bdi(titled(report)))),
  );
}
