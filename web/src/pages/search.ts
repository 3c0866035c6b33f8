/** Search by word and by meaning, in both languages; the question is kept in the address. */

import { ask, segment } from "../api";
import { bdi, h, link, type Child } from "../dom";
import { choice } from "../parts/facets";
import type { SearchAnswer } from "../records";
import { titled } from "../wording";
import { day, say } from "../words";
import { failed } from "./failed";

export async function search(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const asked = new URLSearchParams(location.search);
  let by = asked.get("by") ?? "both";
  const found = h("div", { "aria-live": "polite" });
  const input = h("input", {
    type: "search",
    id: "q",
    name: "q",
    value: asked.get("q") ?? "",
    dir: "auto",
    required: true,
  });
  const run = async (): Promise<void> => {
    const q = input.value.trim();
    if (!q) return;
    const url = new URL(location.href);
    url.searchParams.set("q", q);
    url.searchParams.set("by", by);
    history.replaceState(null, "", url);
    try {
      const answer = await ask<SearchAnswer>("search", { q, by, limit: 50 }, signal);
      found.replaceChildren(...hits(answer));
    } catch (error) {
      if (!signal.aborted) found.replaceChildren(failed(error));
    }
  };
  into.replaceChildren(
    h(
      "section",
      { class: "narrow" },
      h("h1", {}, say("nav.search")),
      h(
        "form",
        {
          class: "search sheet",
          role: "search",
          on: {
            submit: (event) => {
              event.preventDefault();
              void run();
            },
          },
        },
        h("label", { for: "q" }, say("search.words")),
        input,
        choice(
          "by",
          say("search.by"),
          by,
          [
            ["both", say("search.both")],
            ["words", say("search.word")],
            ["meaning", say("search.meaning")],
          ],
          (value) => {
            by = value;
            void run();
          },
        ),
        h("button", { class: "button", type: "submit" }, say("nav.search")),
      ),
      found,
    ),
  );
  await run();
}

function hits(answer: SearchAnswer): Node[] {
  if (!answer.hits.length) return [h("p", { class: "quiet" }, say("search.none"))];
  const row = (hit: SearchAnswer["hits"][number]): Child => {
    const claim = hit.claims[0] ? `?claim=${segment(hit.claims[0])}` : "";
    return h(
      "li",
      { class: "sheet" },
      h("p", { class: "quotation", dir: "auto" }, link(`/reports/${segment(hit.report.id)}${claim}`, {}, hit.text)),
      h(
        "p",
        { class: "facts small quiet" },
        h("span", {}, bdi(titled(hit.report))),
        hit.report.outlet ? h("span", {}, bdi(hit.report.outlet)) : null,
        hit.report.published ? h("span", {}, day(hit.report.published)) : null,
      ),
    );
  };
  const waiting = answer.unindexed
    ? [h("p", { class: "small quiet" }, say("search.unindexed", { n: answer.unindexed }))]
    : [];
  return [h("ol", { class: "plain" }, answer.hits.map(row)), ...waiting];
}
