/** Which events of the columns answer the filters, as the server chooses them (storing/events/selecting.py). */

import { NO_DAY, type Columns, type Facet, type Several } from "./columns";
import type { Filters } from "./filters";

/** An event that meets the filters other than days and area, the days, the area: a bit each. */
export const OTHERS = 1;
export const DAYS = 2;
export const AREA = 4;
export const ALL = OTHERS | DAYS | AREA;

/** Takes bits from the events that do not meet a filter. */
type Sieve = (bits: Uint8Array) => void;

/** Bits by event; null where the columns do not hold what is asked, or it is not well said, which the server tells best. */
export function chosen(columns: Columns, filters: Filters): Uint8Array | null {
  const { codebook, category, rule, as_known_on, report, place } = filters;
  if ((codebook && codebook !== "plover") || category.length || rule || as_known_on || report || place) return null;
  // What is the id of no actor is words of names, which the columns do not hold.
  const known = new Set(columns.dictionaries.actor);
  const actors = filters.actor.map((one) => [one, one.toLowerCase()].filter((id) => known.has(id)));
  if (actors.some((ids) => !ids.length)) return null;
  const days = within(columns, filters.since, filters.until);
  const area = inside(columns, filters.bbox);
  if (!days || !area) return null;
  const sieves = [
    coded(columns, "type", upper(filters.type)),
    coded(columns, "country", upper(filters.country)),
    coded(columns, "status", filters.status),
    several(columns, "certainty", filters.certainty),
    several(columns, "outlet", filters.outlet),
    several(columns, "actor", actors.flat()),
    days,
    area,
  ];
  const bits = new Uint8Array(columns.events).fill(ALL);
  for (const sieve of sieves) sieve(bits);
  return bits;
}

const nothing: Sieve = () => undefined;

function upper(codes: string[]): string[] {
  return codes.map((code) => code.toUpperCase());
}

function wanted(columns: Columns, facet: Facet, values: string[]): Uint8Array {
  const dictionary = columns.dictionaries[facet];
  return Uint8Array.from([0, ...dictionary.map((value) => Number(values.includes(value)))]);
}

function coded(columns: Columns, facet: "type" | "country" | "status", values: string[]): Sieve {
  if (!values.length) return nothing;
  const want = wanted(columns, facet, values);
  const codes = columns.coded[facet];
  return (bits) => {
    for (let row = 0; row < bits.length; row++) if (!want[codes[row] as number]) take(bits, row, OTHERS);
  };
}

function several(columns: Columns, facet: Several, values: string[]): Sieve {
  if (!values.length) return nothing;
  const want = wanted(columns, facet, values);
  const { codes, from } = columns.several[facet];
  return (bits) => {
    for (let row = 0, at = 0; row < bits.length; row++) {
      let any = 0;
      for (const end = from[row + 1] as number; at < end; at++) any |= want[codes[at] as number] as number;
      if (!any) take(bits, row, OTHERS);
    }
  };
}

/** Events whose stretch of days touches the one asked for; one without any day does not. */
function within(columns: Columns, since: string | null, until: string | null): Sieve | null {
  if (!since && !until) return nothing;
  const first = since ? dayOf(since, false) : -Infinity;
  const last = until ? dayOf(until, true) : Infinity;
  if (first === null || last === null) return null;
  const { earliest, latest } = columns;
  return (bits) => {
    for (let row = 0; row < bits.length; row++) {
      const from = earliest[row] as number;
      const to = latest[row] as number;
      const dated = from !== NO_DAY || to !== NO_DAY;
      if (!dated || (to !== NO_DAY && to < first) || (from !== NO_DAY && from > last)) take(bits, row, DAYS);
    }
  };
}

function take(bits: Uint8Array, row: number, bit: number): void {
  bits[row] = (bits[row] as number) & ~bit;
}

/** The first day, or the last, of a day, month or year written in ISO 8601, in days since 1970-01-01; null where it is none. */
export function dayOf(written: string, last: boolean): number | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part ? Number(part) : null)) as [number, number?, number?];
  const date = new Date(0);
  // Day 0 of a month is the last of the one before.
  if (day) date.setUTCFullYear(year, (month ?? 1) - 1, day);
  else if (last) date.setUTCFullYear(year, month ?? 12, 0);
  else date.setUTCFullYear(year, (month ?? 1) - 1, 1);
  const real = date.toISOString().startsWith(written) && year > 0;
  return real ? date.getTime() / 86_400_000 : null;
}

/** Events with coordinates in a box; one whose west is greater than its east crosses the date line. */
function inside(columns: Columns, bbox: string | null): Sieve | null {
  if (!bbox) return nothing;
  const sides = bbox.split(",").map((part) => (part.trim() ? Number(part) : NaN));
  const [west, south, east, north] = sides as [number, number, number, number];
  const real = sides.length === 4 && Math.max(Math.abs(west), Math.abs(east)) <= 180 && -90 <= south;
  if (!(real && south <= north && north <= 90)) return null;
  const { latitude, longitude } = columns.places;
  const within = Uint8Array.from({ length: latitude.length + 1 }, (_, code) => {
    const [y, x] = [latitude[code - 1] as number, longitude[code - 1] as number];
    return Number(
      code > 0 && south <= y && y <= north && (west <= east ? west <= x && x <= east : x >= west || x <= east),
    );
  });
  const { place } = columns;
  return (bits) => {
    for (let row = 0; row < bits.length; row++) if (!within[place[row] as number]) take(bits, row, AREA);
  };
}
