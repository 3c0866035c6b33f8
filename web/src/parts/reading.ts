/** A text with its claims marked and their cards beside it: how the two are joined. */

import { h } from "../dom";
import type { Claim, ClaimKind } from "../records";
import { say, sayCode } from "../words";
import { evidence, type Marked } from "./marked";

const KINDS: ClaimKind[] = ["event", "figure", "relation", "assessment"];

/** A switch for each kind of claims: how many, and whether they are marked. */
export function kinds(into: HTMLElement, claims: Claim[]): HTMLElement {
  return h(
    "div",
    { class: "kinds", role: "group", "aria-label": say("reader.kinds") },
    KINDS.map((kind) => {
      const n = claims.filter((claim) => claim.kind === kind).length;
      const button = h(
        "button",
        {
          class: `button kind ${kind}`,
          type: "button",
          "aria-pressed": "true",
          on: {
            click: () => {
              const shown = into.classList.toggle(`without-${kind}`) === false;
              button.setAttribute("aria-pressed", String(shown));
            },
          },
        },
        say("kind.count", { kind: sayCode("kind", kind), n }),
      );
      return button;
    }),
  );
}

/** Mark to card and card to mark, by pointer and by keyboard; the claim that the address names comes first. */
export function both(marked: Marked, list: HTMLElement, claims: Claim[], signal: AbortSignal): void {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  let lit: string | null = null;
  const light = (id: string | null): void => {
    if (id === lit) return;
    for (const one of document.querySelectorAll(".lit, .words, .voice")) one.classList.remove("lit", "words", "voice");
    lit = id;
    const claim = id ? byId.get(id) : undefined;
    if (!claim) return;
    for (const piece of marked.pieces.get(claim.id) ?? []) piece.classList.add("lit");
    for (const span of evidence(claim))
      piecesOf(marked, span).forEach((piece) =>
        piece.classList.add(claim.voice.includes(span as never) ? "voice" : "words"),
      );
    card(list, claim.id)?.classList.add("lit");
  };
  const of = (event: Event): string | null =>
    (event.target as Element | null)?.closest<HTMLElement>("[data-claim]")?.dataset["claim"] ?? null;
  const stay = (): string | null => document.activeElement?.closest<HTMLElement>(".claim")?.dataset["claim"] ?? null;

  marked.element.addEventListener("pointerover", (event) => {
    const id = of(event);
    light(id ?? stay());
    if (id) reveal(list, card(list, id));
  });
  marked.element.addEventListener("pointerleave", () => light(stay()));
  marked.element.addEventListener("click", (event) => card(list, of(event) ?? "")?.focus());
  list.addEventListener("pointerover", (event) => light(of(event) ?? stay()));
  list.addEventListener("pointerleave", () => light(stay()));
  list.addEventListener("focusin", (event) => {
    const id = of(event);
    light(id);
    if (id) marked.pieces.get(id)?.[0]?.scrollIntoView({ block: "nearest" });
  });
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const cards = [...list.querySelectorAll<HTMLElement>(".claim")].filter((one) => one.offsetParent);
    const to = cards[cards.indexOf(event.target as HTMLElement) + step];
    if (!step || !to) return;
    event.preventDefault();
    to.focus();
  });

  const asked = new URLSearchParams(location.search).get("claim");
  if (asked && !signal.aborted) {
    card(list, asked)?.focus({ preventScroll: true });
    marked.pieces.get(asked)?.[0]?.scrollIntoView({ block: "center" });
    reveal(list, card(list, asked));
  }
}

function card(list: HTMLElement, id: string): HTMLElement | null {
  return id ? list.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`) : null;
}

/** Scrolls the list alone, so that the text under the pointer stays where it is. */
function reveal(list: HTMLElement, to: HTMLElement | null): void {
  if (!to) return;
  const [box, area] = [list.getBoundingClientRect(), to.getBoundingClientRect()];
  if (area.top < box.top || area.bottom > box.bottom) list.scrollTop += area.top - box.top - box.height / 3;
}

function piecesOf(marked: Marked, span: { start: number; end: number }): HTMLElement[] {
  const within = (one: HTMLElement): boolean => {
    const start = Number(one.dataset["start"]);
    return start >= span.start && start < span.end;
  };
  return [...marked.element.querySelectorAll<HTMLElement>("mark")].filter(within);
}
