/** What analysts predict: with which hedge and horizon, and how it came out. */

import { ask, segment } from "../api";
import { bdi, h, link, type Child } from "../dom";
import { more } from "../parts/events";
import { choice } from "../parts/facets";
import type { Forecast, Page } from "../records";
import { day, say, sayCode } from "../words";
import { when } from "../wording";

const STATES = ["scored", "open", "unscorable"] as const;

export async function forecasts(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const rows = h("ul", { class: "plain" });
  const board = h("div", { "aria-live": "polite" }, rows);
  let state = new URLSearchParams(location.search).get("state") ?? "";
  const follow = async (cursor: string | null): Promise<void> => {
    const found = await ask<Page<Forecast>>("forecasts", { state, cursor, limit: 50 }, signal);
    board.querySelector(":scope > button")?.remove();
    if (!cursor) rows.replaceChildren();
    rows.append(...found.items.map(row));
    if (!rows.children.length) rows.append(h("li", { class: "quiet" }, say("forecasts.none")));
    if (found.next) board.append(more(null, () => void follow(found.next)));
  };
  const options: [string, string][] = [
    ["", say("forecasts.all")],
    ...STATES.map((one): [string, string] => [one, say(`state.${one}`)]),
  ];
  const chosen = (value: string): void => {
    state = value;
    const url = new URL(location.href);
    if (value) url.searchParams.set("state", value);
    else url.searchParams.delete("state");
    history.replaceState(null, "", url);
    void follow(null);
  };
  await follow(null);
  into.replaceChildren(
    h(
      "section",
      { class: "narrow" },
      h("h1", {}, say("nav.forecasts")),
      h("p", { class: "quiet" }, say("forecasts.how")),
      choice("state", say("forecasts.state"), state, options, chosen),
      board,
    ),
  );
}

function row(one: Forecast): HTMLElement {
  const horizon = {
    earliest: one.horizon_earliest,
    latest: one.horizon_latest,
    precision: "day",
    inferred: false,
    text: null,
  };
  return h(
    "li",
    { class: "sheet" },
    h(
      "blockquote",
      { class: "quotation", dir: "auto" },
      link(`/reports/${segment(one.report)}?claim=${segment(one.claim)}`, {}, one.sentence),
    ),
    h(
      "p",
      { class: "facts small" },
      h("span", { class: "chip" }, outcome(one)),
      one.horizon_latest ? h("span", {}, say("forecasts.horizon", { days: when(horizon) })) : null,
      one.hedge
        ? h(
            "span",
            {},
            say("forecasts.hedge", {
              words: one.hedge,
              low: Math.round(one.hedge_low * 100),
              high: Math.round(one.hedge_high * 100),
            }),
          )
        : null,
      one.direction ? h("span", {}, sayCode("direction", one.direction)) : null,
      one.state === "scored" && one.before !== null && one.after !== null
        ? h("span", {}, say("forecasts.counts", { before: one.before, after: one.after }))
        : null,
    ),
    h(
      "p",
      { class: "facts small quiet" },
      one.author ? h("span", {}, bdi(one.author)) : null,
      one.outlet ? h("span", {}, bdi(one.outlet)) : null,
      one.published ? h("time", { datetime: one.published }, day(one.published)) : null,
      one.unscorable ? h("span", {}, sayCode("unscorable", one.unscorable)) : null,
    ),
  );
}

function outcome(one: Forecast): Child {
  if (one.came_true === null) return sayCode("state", one.state);
  return say(one.came_true ? "forecasts.true" : "forecasts.false");
}
