/** A report's text cut at the ends of its claims, so that each piece knows which claims it is part of. */

import { h } from "../dom";
import type { Claim, Report, Span } from "../records";

/** Pieces of the text by the claim they belong to, and by the words of it that name something. */
export interface Marked {
  element: HTMLElement;
  pieces: Map<string, HTMLElement[]>;
}

interface Cover {
  start: number;
  end: number;
  claim: Claim;
}

/** The text as written; offsets count code points, and nothing of it is read as markup. */
export function markedText(report: Report, claims: Claim[]): Marked {
  const letters = Array.from(report.text);
  const covers = claims
    .filter((claim) => claim.start < claim.end && claim.end <= letters.length)
    .map((claim): Cover => ({ start: claim.start, end: claim.end, claim }));
  const cuts = new Set<number>([0, letters.length]);
  for (const { claim } of covers) for (const span of [claim, ...evidence(claim)]) cuts.add(span.start).add(span.end);
  for (const [start, end] of report.furniture) cuts.add(start).add(end);
  const places = [...cuts].filter((cut) => cut >= 0 && cut <= letters.length).sort((a, b) => a - b);

  const pieces = new Map<string, HTMLElement[]>();
  const element = h("div", { class: "report-text", lang: report.language ?? "ar", dir: "auto" });
  const starting = [...covers].sort((a, b) => a.start - b.start);
  let open: Cover[] = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const [start, end] = [places[i] as number, places[i + 1] as number];
    while (next < starting.length && (starting[next] as Cover).start <= start) open.push(starting[next++] as Cover);
    open = open.filter((cover) => cover.end > start);
    const words = letters.slice(start, end).join("");
    const aside = report.furniture.some(([from, to]) => from <= start && end <= to);
    element.append(
      open.length ? mark(words, open, start, pieces) : aside ? h("span", { class: "furniture" }, words) : words,
    );
  }
  return { element, pieces };
}

/** The words that a claim rests on: its trigger, who takes part, who says it, and where. */
export function evidence(claim: Claim): Span[] {
  const { event, relation, place, voice, assessment } = claim;
  const spans: (Span | null | undefined)[] = [
    event?.trigger,
    ...(event?.roles ?? []),
    relation?.subject,
    relation?.object,
    ...(assessment?.about ?? []),
    place,
    ...voice,
  ];
  return spans.filter((span): span is Span => !!span && span.start < span.end);
}

function mark(words: string, open: Cover[], start: number, pieces: Map<string, HTMLElement[]>): HTMLElement {
  const inner = open.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)).claim;
  const kinds = [...new Set(open.map((cover) => cover.claim.kind))].map((kind) => `has-${kind}`).join(" ");
  const element = h(
    "mark",
    { class: `${inner.kind} ${kinds}`, "data-claim": inner.id, "data-certainty": inner.certainty, "data-start": start },
    words,
  );
  for (const { claim } of open) pieces.set(claim.id, [...(pieces.get(claim.id) ?? []), element]);
  return element;
}
