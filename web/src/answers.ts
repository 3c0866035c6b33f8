/** Where the overview has its counts and its list from: the columns where they hold what is asked, else the server. */

import { ask } from "./api";
import { chosen } from "./choosing";
import type { Columns } from "./columns";
import { cellsOf, facetsOf, listed, weeksOf } from "./counting";
import { asParams, fromAddress, type Filters } from "./filters";
import type { Cells, EventItem, Facets, Page, Weeks } from "./records";

export interface Answers {
  facets(): Promise<Facets>;
  weeks(): Promise<Weeks>;
  cells(size: number): Promise<Cells>;
  list(limit: number): Promise<Part>;
}

/** A part of the list of events; `left` is how many follow, where that is known, and `more` gives the next of them. */
export interface Part {
  items: EventItem[];
  left: number | null;
  more: (() => Promise<Part>) | null;
}

/** The answers of the server, which knows of all that can be asked. */
export function fromServer(filters: Filters, signal: AbortSignal): Answers {
  const part = async (limit: number, total: number | null, before: number, cursor: string | null): Promise<Part> => {
    const page = await ask<Page<EventItem>>("events", { ...asParams(filters), limit, cursor }, signal);
    const every = page.total ?? total;
    const had = before + page.items.length;
    const { next } = page;
    return {
      items: page.items,
      left: every === null ? null : every - had,
      more: next ? () => part(limit, every, had, next) : null,
    };
  };
  return {
    facets: () => ask<Facets>("counts/facets", asParams(filters, "order"), signal),
    weeks: () => ask<Weeks>("counts/weeks", asParams(filters, "since", "until", "order"), signal),
    cells: (size) => ask<Cells>("counts/cells", { ...asParams(filters, "bbox", "order"), size }, signal),
    list: (limit) => part(limit, null, 0, null),
  };
}

/** The answers that the columns give; null where they do not hold what the filters ask for. Only the rows shown are asked for. */
export function fromColumns(columns: Columns, filters: Filters, signal: AbortSignal): Answers | null {
  const bits = chosen(columns, filters);
  if (!bits) return null;
  const facets = facetsOf(columns, bits);
  const part = async (limit: number, from: number): Promise<Part> => {
    const id = listed(columns, bits, from, limit);
    const page = id.length ? await ask<Page<EventItem>>("events", { id, limit }, signal) : { items: [] };
    const left = Math.max(0, facets.total - from - limit);
    return { items: page.items, left, more: left ? () => part(limit, from + limit) : null };
  };
  return {
    facets: () => Promise.resolve(facets),
    weeks: () => Promise.resolve(weeksOf(columns, bits)),
    cells: (size) => Promise.resolve(cellsOf(columns, bits, size)),
    list: (limit) => (filters.order === "oldest" ? fromServer(filters, signal).list(limit) : part(limit, 0)),
  };
}

const wholes = new WeakMap<Columns, Facets>();

/** What there is to pick at all. */
export function wholeOf(columns: Columns): Facets {
  const bits = chosen(columns, fromAddress(""));
  const found = wholes.get(columns) ?? facetsOf(columns, bits ?? new Uint8Array(columns.events));
  wholes.set(columns, found);
  return found;
}
