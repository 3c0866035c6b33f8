/** How far coders agree: alpha by field, F1 of spans by role and pair of coders, and the units behind each number. */

import { ask } from "../../api";
import { bdi, h, joined, type Child } from "../../dom";
import { fieldName } from "../../parts/review/coded";
import { decimals, number, say, sayCode } from "../../words";
import { judgements } from "./asking";
import type { Agreement, Alpha, Compared, SpanScore } from "./shapes";
import { unitList, type Log } from "./units";

/** What Krippendorff asks of a variable to be relied on, and for tentative conclusions. */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;

export async function agreement(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const blind = new URLSearchParams(location.search).get("blind") !== "false";
  const found = await ask<Agreement>("review/agreement", { blind: String(blind) }, signal);
  const log: Log = new Map((await judgements({}, signal)).map((one) => [one.number, one]));
  const only = h("input", { type: "checkbox", id: "only-blind", checked: blind });
  only.addEventListener("change", () => {
    const url = new URL(location.href);
    if (only.checked) url.searchParams.delete("blind");
    else url.searchParams.set("blind", "false");
    history.replaceState(null, "", url);
    void agreement(into, signal).then(() => document.getElementById("only-blind")?.focus());
  });
  const alphas = found.alphas.filter((one) => one.units > 0);
  const spans = found.spans.filter((one) => one.exact !== null);
  into.replaceChildren(
    h("label", { for: "only-blind", class: "choose" }, only, say("review.agreement.blind")),
    section("review.alpha", [
      h("p", {}, say("review.alpha.how", { high: decimals(RELIABLE), low: decimals(TENTATIVE), page: number(241) })),
      alphas.length ? alphaTable(alphas, log) : h("p", { class: "quiet" }, say("review.agreement.none")),
    ]),
    section("review.spans", [
      h("p", {}, say("review.spans.how")),
      spans.length ? spanTable(spans, log) : h("p", { class: "quiet" }, say("review.agreement.none")),
    ]),
  );
}

function section(title: "review.alpha" | "review.spans", children: Child[]): HTMLElement {
  return h("section", { class: "sheet" }, h("h2", {}, say(title)), children);
}

function alphaTable(alphas: Alpha[], log: Log): HTMLElement {
  const heads = ["review.field", "review.alpha.short", "review.verdict", "review.units", "review.coders"] as const;
  return table(
    heads.map((key) => say(key)),
    alphas.map((one) => ({
      id: `alpha-${one.kind}-${one.field}-${one.coders.join()}`,
      cells: [
        [fieldName(one.field), " ", h("span", { class: "small quiet" }, sayCode("kind", one.kind))],
        [one.alpha === null ? "—" : decimals(one.alpha)],
        [one.alpha === null ? sayCode("no_alpha", one.because) : strength(one.alpha)],
        [number(one.units)],
        joined(one.coders.map(bdi), say("comma")),
      ],
      field: one.field,
      behind: one.behind,
    })),
    log,
  );
}

function spanTable(spans: SpanScore[], log: Log): HTMLElement {
  const heads = ["review.role", "review.coders", "review.exact", "review.overlap", "review.units"] as const;
  return table(
    heads.map((key) => say(key)),
    spans.map((one) => ({
      id: `span-${one.role}-${one.one}-${one.other ?? ""}`,
      cells: [
        [fieldName(one.role)],
        joined([bdi(one.one), one.other ? bdi(one.other) : say("review.adjudicated")], say("comma")),
        [one.exact === null ? "—" : decimals(one.exact, 2)],
        [one.overlap === null ? "—" : decimals(one.overlap, 2)],
        [number(one.units)],
      ],
      field: one.role,
      behind: one.behind,
    })),
    log,
  );
}

interface Row {
  id: string;
  cells: Child[];
  field: string;
  behind: Compared[];
}

/** A table whose numbers open the units behind them, in a row below. */
function table(heads: string[], rows: Row[], log: Log): HTMLElement {
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "group", "aria-label": heads[1] ?? "" },
    h(
      "table",
      { class: "agreement" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((one) => rowWithUnits(one, heads.length, log)),
      ),
    ),
  );
}

function rowWithUnits({ id, cells, field, behind: units }: Row, width: number, log: Log): HTMLElement[] {
  const behind = h("tr", { hidden: true, class: "behind" }, h("td", { colspan: width }));
  const open = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    behind.hidden = !behind.hidden;
    button.setAttribute("aria-expanded", String(!behind.hidden));
    if (!behind.hidden) void unitList(units, field, log).then((list) => behind.firstElementChild?.replaceChildren(list));
  };
  const [name, first, ...rest] = cells;
  const opens = (words: Child): HTMLElement =>
    h("button", { class: "plain-button number", type: "button", "aria-expanded": "false", on: { click: open } }, words);
  const told = rest.map((cell, i) =>
    h("td", { class: "number" }, i === rest.length - 1 && id.startsWith("span") ? opens(cell) : cell),
  );
  const head = id.startsWith("span") ? h("td", {}, first) : h("td", { class: "number" }, opens(first));
  return [h("tr", { "data-row": id }, h("th", { scope: "row" }, name), head, told), behind];
}

/** What a value of alpha is usually held to allow, in words and not by colour alone. */
function strength(alpha: number): Child {
  const name = alpha >= RELIABLE ? "reliable" : alpha >= TENTATIVE ? "tentative" : "low";
  return h("span", { class: `chip strength-${name}` }, sayCode("strength", name));
}
