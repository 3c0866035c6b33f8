/** What reports say that does not go together, the heaviest first. */

import { ask } from "../api";
import { h } from "../dom";
import { contradictionCard } from "../parts/contradiction";
import { more } from "../parts/events";
import type { Contradiction, Page } from "../records";
import { say } from "../words";

export async function contradictions(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const rows = h("ul", { class: "plain" });
  const page = h(
    "section",
    { class: "narrow wide-cards" },
    h("h1", {}, say("nav.contradictions")),
    h("p", { class: "quiet" }, say("contradictions.how")),
    rows,
  );
  const follow = async (cursor: string | null): Promise<void> => {
    const found = await ask<Page<Contradiction>>("contradictions", { cursor, limit: 50 }, signal);
    page.querySelector("button")?.remove();
    rows.append(...found.items.map((one) => contradictionCard(one, true)));
    if (!rows.children.length) rows.append(h("li", { class: "quiet" }, say("contradictions.none")));
    if (found.next) page.append(more(null, () => void follow(found.next)));
  };
  await follow(null);
  into.replaceChildren(page);
}
