/** One report while it is read: its text at once, how far the reader is, then its claims as the server tells them. */

import { bdi, h } from "../dom";
import { learnPlaces } from "../places";
import type { Claim, Report, Step } from "../records";
import { day, say } from "../words";
import { titled } from "../wording";
import { claimCard } from "./claim";
import { markedText } from "./marked";
import { both, kinds } from "./reading";

type Of<Name> = Extract<Step, { step: Name }>;

/** A report on its way; `element` shows it as far as it has come. */
export class Along {
  readonly element: HTMLElement;
  readonly report: Report;
  readonly stored: boolean;
  readonly sentences: number;
  private readonly body = h("div", { class: "reading" });
  private readonly spans: HTMLElement[] = [];
  private readonly claims: Claim[] = [];

  constructor(
    seen: Of<"report">,
    open: boolean,
    private readonly signal: AbortSignal,
  ) {
    this.report = seen.report;
    this.stored = seen.stored;
    this.sentences = seen.sentences.length;
    const { report } = seen;
    this.element = h(
      "details",
      { class: "reader along", open, "data-report": report.id },
      h(
        "summary",
        {},
        h("h3", { class: "own" }, bdi(report.title ?? shortened(report))),
        h(
          "span",
          { class: "facts small quiet" },
          report.outlet ? h("span", {}, bdi(report.outlet)) : null,
          report.published ? h("time", { datetime: report.published }, day(report.published)) : null,
        ),
      ),
      this.body,
    );
    this.body.append(h("section", { class: "sheet", "aria-label": say("reader.text") }, this.unread(seen)));
  }

  /** The first `sentences` are read now. */
  read(sentences: number): void {
    for (const span of this.spans.slice(0, sentences)) span.classList.remove("unread");
  }

  /** The claims that begin in a sentence; `draw` shows them. */
  told(step: Of<"sentence">): void {
    learnPlaces(step.place_names);
    this.claims.push(...step.claims);
  }

  /** The text with the claims told so far. */
  draw(): void {
    const claims = [...this.claims].sort((a, b) => a.start - b.start || b.end - a.end);
    const marked = markedText(this.report, claims);
    const list = h(
      "ol",
      { class: "claims" },
      claims.map((claim) => claimCard(claim, undefined)),
    );
    this.body.replaceChildren(
      h("section", { class: "sheet", "aria-label": say("reader.text") }, marked.element),
      h(
        "aside",
        { class: "beside", "aria-label": say("reader.claims") },
        kinds(this.element, claims),
        claims.length ? list : h("p", { class: "quiet" }, say("add.nothing")),
      ),
    );
    both(marked, list, claims, this.signal);
  }

  private unread(seen: Of<"report">): HTMLElement {
    const letters = Array.from(seen.report.text);
    const text = h("div", { class: "report-text", lang: seen.report.language ?? "ar", dir: "auto" });
    let at = 0;
    for (const [start, end] of seen.sentences) {
      const span = h("span", { class: "unread" }, letters.slice(start, end).join(""));
      text.append(letters.slice(at, start).join(""), span);
      this.spans.push(span);
      at = end;
    }
    text.append(letters.slice(at).join(""));
    return text;
  }
}

/** What stands in for a title: the first words of the text, or the file's name where that says more. */
function shortened(report: Report): string {
  if (!/^pasted(:|$)/.test(report.source)) return titled(report);
  const words = report.text.trim().split(/\s+/).slice(0, 9).join(" ");
  return words.length < report.text.trim().length ? `${words}…` : words;
}
