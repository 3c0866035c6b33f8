/** An actor's relations over time: a graph of one year or of all, and the same as a list with the sentences that tell of them. */

import { segment } from "../api";
import { bdi, h, link, type Child } from "../dom";
import type { ActorPage, RelationSource, Standing } from "../records";
import { day, say } from "../words";
import { certainty, titled, when } from "../wording";
import { before, called, span } from "./actor";
import { graph, MOST } from "./graph";

/** A relation with its place in the list, and the years for which it is told. */
export interface Tie {
  id: string;
  standing: Standing;
  name: string;
  since: number | null;
  until: number | null;
}

export function tiesSection(page: ActorPage): HTMLElement {
  const ties = page.relations.map(tie).sort((a, b) => (a.since ?? 9999) - (b.since ?? 9999) || order(a, b));
  if (!ties.length)
    return h(
      "section",
      { class: "sheet" },
      h("h2", {}, say("actors.relations")),
      h("p", { class: "quiet" }, say("actors.relations.none")),
    );
  const rows = new Map(ties.map((one) => [one.id, row(one)]));
  const drawn = h("div", { class: "graph-place" });
  const opened = (id: string): void => {
    const found = rows.get(id);
    found?.querySelector("details")?.setAttribute("open", "");
    found?.focus();
  };
  const show = (year: number | null): void => {
    const now = ties.filter((one) => holds(one, year));
    drawn.replaceChildren(graph(called(page.actor), now, opened));
    for (const one of ties) rows.get(one.id)?.classList.toggle("then", !now.includes(one));
  };
  return h(
    "section",
    { class: "sheet", id: "relations" },
    h("h2", {}, say("actors.relations")),
    years(ties, show),
    drawn,
    h("ol", { class: "relations" }, [...rows.values()]),
  );
}

function tie(standing: Standing, at: number): Tie {
  const dates = standing.claims.map((one) => one.date);
  const first = dates.map((one) => one?.earliest).filter((one) => one != null);
  const ended = standing.claims.filter((one) => one.ended).map((one) => one.date?.latest);
  return {
    id: `tie-${at}`,
    standing,
    name: standing.other ? called(standing.other) : (standing.name ?? ""),
    since: yearOf(standing.since ?? (standing.stated_by ? null : (first.sort()[0] ?? null))),
    until: yearOf(standing.until ?? (standing.stated_by ? null : (ended.sort().at(-1) ?? null))),
  };
}

/** Within a year by the day as far as it is known. */
function order(a: Tie, b: Tie): number {
  return (a.standing.since ?? "").localeCompare(b.standing.since ?? "");
}

function yearOf(part: string | null | undefined): number | null {
  return part ? Number(part.slice(0, 4)) : null;
}

/** Whether a relation may hold in a year; what is not dated may hold in any. */
export function holds(one: Tie, year: number | null): boolean {
  return year === null || ((one.since ?? year) <= year && (one.until ?? year) >= year);
}

/** The year to look at, or all of the time. */
function years(ties: Tie[], show: (year: number | null) => void): Child {
  const known = ties.flatMap((one) => [one.since, one.until]).filter((one) => one !== null);
  const others = new Set(ties.map((one) => one.name)).size;
  if (!known.length) {
    show(null);
    return null;
  }
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const told = h("output", { for: "graph-year", class: "number" });
  const slider = h("input", { type: "range", id: "graph-year", min: first, max: last, step: 1, value: last });
  const all = h("input", { type: "checkbox", id: "graph-all", checked: others <= MOST });
  const draw = (): void => {
    const year = Number(slider.value);
    slider.setAttribute("aria-valuetext", day(`${year}-01-01`, "year"));
    slider.disabled = all.checked;
    told.textContent = all.checked ? say("date.between", ends(first, last)) : day(`${year}-01-01`, "year");
    show(all.checked ? null : year);
  };
  slider.addEventListener("input", draw);
  all.addEventListener("change", draw);
  draw();
  return h(
    "div",
    { class: "years no-print", role: "group", "aria-label": say("graph.when") },
    h("label", { for: "graph-year" }, say("graph.year")),
    slider,
    told,
    h("label", { class: "choose", for: "graph-all" }, all, say("graph.all")),
  );
}

function ends(first: number, last: number): { first: string; last: string } {
  return { first: day(`${first}-01-01`, "year"), last: day(`${last}-01-01`, "year") };
}

function row(one: Tie): HTMLElement {
  const { standing } = one;
  const n = standing.claims.length;
  return h(
    "li",
    { id: one.id, class: "tie", tabindex: -1 },
    h(
      "p",
      { class: "facts" },
      span(standing.since, standing.until),
      h(
        "span",
        {},
        before(standing.says),
        standing.other ? link(`/actors/${segment(standing.other.id)}`, {}, bdi(one.name)) : bdi(one.name),
      ),
      standing.stated_by ? h("span", { class: "chip" }, say("graph.catalogue")) : null,
    ),
    n
      ? h(
          "details",
          { class: "small" },
          h("summary", {}, say("claims.count", { n })),
          h("ul", { class: "plain" }, standing.claims.map(source)),
        )
      : null,
  );
}

function source(one: RelationSource): HTMLElement {
  return h(
    "li",
    {},
    h(
      "blockquote",
      { class: "quotation", dir: "auto" },
      link(`/reports/${segment(one.report.id)}?claim=${segment(one.claim)}`, {}, one.sentence),
    ),
    h(
      "p",
      { class: "facts quiet" },
      bdi(one.report.outlet ?? titled(one.report)),
      one.report.published ? h("time", { datetime: one.report.published }, day(one.report.published)) : null,
      one.date ? h("span", {}, `${say("graph.told_of")} `, when(one.date)) : null,
      one.ended ? h("span", { class: "chip" }, say("relation.ended")) : null,
      certainty(one.certainty),
    ),
  );
}
