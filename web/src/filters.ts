/** What is shown of the store: the filters, by the names the API has for them, kept in the address of the page. */

import type { Params } from "./api";

export const MANY = ["type", "category", "certainty", "status", "outlet", "actor", "country"] as const;
export const ONE = ["report", "codebook", "rule", "since", "until", "place", "bbox", "as_known_on", "order"] as const;
export type Many = (typeof MANY)[number];
export type One = (typeof ONE)[number];
export type Filters = { [K in Many]: string[] } & { [K in One]: string | null };

export function fromAddress(search: string): Filters {
  const params = new URLSearchParams(search);
  const many = MANY.map((name) => [name, params.getAll(name)]);
  const one = ONE.map((name) => [name, params.get(name)]);
  return Object.fromEntries([...many, ...one]) as Filters;
}

/** The filters as the API takes them, without those named. */
export function asParams(filters: Filters, ...without: (Many | One)[]): Params {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !without.includes(name as Many | One)));
}

/** The address of the overview with these filters; parts that are no filter (language, digits) stay. */
export function address(filters: Filters, search: string): string {
  const params = new URLSearchParams(search);
  for (const name of [...MANY, ...ONE]) params.delete(name);
  for (const name of MANY) for (const value of filters[name]) params.append(name, value);
  for (const name of ONE) if (filters[name]) params.set(name, filters[name]);
  const query = params.toString();
  return query ? `/?${query}` : "/";
}

export function toggled(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** How many filters hold something back. */
export function active(filters: Filters): number {
  const many = MANY.reduce((sum, name) => sum + filters[name].length, 0);
  const dates = filters.since || filters.until ? 1 : 0;
  return many + dates + (["report", "place", "bbox", "as_known_on"] as const).filter((name) => filters[name]).length;
}
