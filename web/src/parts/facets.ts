/** The filters beside the map: what there is to pick, how many events each leaves, and under which codebook. */

import { categoryName, inLanguage, known } from "../codes";
import { bdi, h, type Child } from "../dom";
import { active, toggled, type Filters, type Many } from "../filters";
import type { Count, Facets } from "../records";
import { country, number, say, type Key } from "../words";

interface Kind {
  name: Many;
  title: Key;
  counts: (facets: Facets) => Count[];
  open: boolean;
}

const TYPES: Kind = { name: "type", title: "filter.type", counts: (f) => f.types, open: true };
const CATEGORIES: Kind = { name: "category", title: "filter.category", counts: (f) => f.categories ?? [], open: true };
const KINDS: Kind[] = [
  { name: "country", title: "filter.country", counts: (f) => f.countries, open: true },
  { name: "certainty", title: "filter.certainty", counts: (f) => f.certainties, open: true },
  { name: "actor", title: "filter.actor", counts: (f) => f.actors, open: false },
  { name: "outlet", title: "filter.outlet", counts: (f) => f.outlets, open: false },
  { name: "status", title: "filter.status", counts: (f) => f.statuses, open: false },
];

/** Draws the filters into `into`; `all` are the counts of the whole store, `now` those that the filters leave. */
export function drawFacets(
  into: HTMLElement,
  filters: Filters,
  all: Facets,
  now: Facets,
  change: (to: Partial<Filters>) => void,
): void {
  const opened = new Map([...into.querySelectorAll("details")].map((one) => [one.dataset["name"], one.open]));
  const focused = document.activeElement?.id;
  const kinds = [filters.codebook && filters.codebook !== "plover" ? CATEGORIES : TYPES, ...KINDS];
  into.replaceChildren(
    codebookChoice(filters, change),
    days(filters, change),
    ...kinds.map((kind) => facet(kind, filters, all, now, opened, change)),
    ruleChoice(filters, change),
    clear(filters, change) ?? "",
  );
  if (focused) document.getElementById(focused)?.focus();
}

function codebookChoice(filters: Filters, change: (to: Partial<Filters>) => void): HTMLElement {
  const options: [string, string][] = known().codebooks.map((one) => [one.code, one.name]);
  return choice("codebook", say("filter.codebook"), filters.codebook ?? "plover", options, (value) =>
    change({ codebook: value === "plover" ? null : value, category: [], type: [] }),
  );
}

function ruleChoice(filters: Filters, change: (to: Partial<Filters>) => void): HTMLElement {
  const { rules, default_rule } = known();
  const options = rules.map((rule): [string, string] => [rule.name, say(`rule.${rule.name}` as Key)]);
  return choice("rule", say("filter.rule"), filters.rule ?? default_rule, options, (value) =>
    change({ rule: value === default_rule ? null : value }),
  );
}

/** A labelled list to choose one from. */
export function choice(
  name: string,
  title: string,
  value: string,
  options: [string, string][],
  chosen: (value: string) => void,
): HTMLElement {
  const select = h(
    "select",
    { id: `choice-${name}`, on: { change: () => chosen(select.value) } },
    options.map(([code, words]) => h("option", { value: code, selected: code === value }, words)),
  );
  return h("div", { class: "choice" }, h("label", { for: `choice-${name}` }, title), select);
}

function days(filters: Filters, change: (to: Partial<Filters>) => void): HTMLElement {
  const one = (name: "since" | "until"): Child => {
    const input = h("input", {
      type: "date",
      id: `day-${name}`,
      value: filters[name] ?? "",
      on: { change: () => change({ [name]: input.value || null }) },
    });
    return h("div", {}, h("label", { for: `day-${name}` }, say(`filter.${name}`)), input);
  };
  return h("div", { class: "days" }, one("since"), one("until"));
}

function facet(
  kind: Kind,
  filters: Filters,
  all: Facets,
  now: Facets,
  opened: Map<string | undefined, boolean>,
  change: (to: Partial<Filters>) => void,
): HTMLElement {
  const left = new Map(kind.counts(now).map((count) => [count.value, count.events]));
  const picked = filters[kind.name];
  const options = kind.counts(all).slice(0, 40);
  const box = h("details", { "data-name": kind.name, open: opened.get(kind.name) ?? (kind.open || picked.length > 0) });
  box.append(
    h(
      "summary",
      {},
      say(kind.title),
      picked.length ? h("span", { class: "picked number" }, number(picked.length)) : null,
    ),
    h(
      "div",
      { role: "group", "aria-label": say(kind.title), class: "options" },
      options.map((count, i) => {
        const id = `pick-${kind.name}-${i}`;
        const events = left.get(count.value) ?? 0;
        const input = h("input", {
          type: "checkbox",
          id,
          value: count.value,
          checked: picked.includes(count.value),
          on: { change: () => change({ [kind.name]: toggled(picked, count.value) }) },
        });
        return h(
          "label",
          { for: id, class: events ? "" : "none" },
          input,
          h("span", {}, bdi(named(kind.name, count, filters.codebook))),
          h("span", { class: "number quiet" }, number(events)),
        );
      }),
      options.length ? null : h("p", { class: "quiet small" }, say("filter.nothing")),
    ),
  );
  return box;
}

function named(kind: Many, count: Count, codebook: string | null): string {
  if (kind === "category") return categoryName(codebook, count.value);
  if (count.label) return inLanguage(count.label);
  return kind === "country" ? country(count.value) : count.value;
}

function clear(filters: Filters, change: (to: Partial<Filters>) => void): HTMLElement | null {
  const n = active(filters);
  if (!n) return null;
  const none: Partial<Filters> = { report: null, since: null, until: null, place: null, bbox: null, as_known_on: null };
  for (const kind of [TYPES, CATEGORIES, ...KINDS]) none[kind.name] = [];
  return h(
    "button",
    { class: "button clear", type: "button", id: "clear", on: { click: () => change(none) } },
    say("filter.clear", { n }),
  );
}
