/** Counts of chosen events, in the shapes and by the rules of the server (storing/events/counting.py and facets.py). */

import { ALL, AREA, DAYS, OTHERS } from "./choosing";
import { idOf, NO_DAY, type Columns, type Facet, type Measure } from "./columns";
import type { Cell, Cells, Count, Facets, TollSum, Weeks } from "./records";

const SHOWN = 50;
const CORNER = 360;
const MEASURES: Measure[] = ["killed", "injured"];

/** How the events are spread over types, countries, actors and the like; at most 50 values a facet. */
export function facetsOf(columns: Columns, bits: Uint8Array): Facets {
  const rows = rowsOf(bits, ALL);
  const { coded, several } = columns;
  const single = (facet: "type" | "status" | "country"): Count[] => {
    const counts = new Uint32Array(columns.dictionaries[facet].length + 1);
    const codes = coded[facet];
    for (let i = 0; i < rows.length; i++) bump(counts, codes[rows[i] as number] as number);
    return most(columns, facet, counts);
  };
  const multiple = (facet: "certainty" | "outlet" | "actor"): Count[] => {
    const { codes, from } = several[facet];
    const counts = new Uint32Array(columns.dictionaries[facet].length + 1);
    for (let i = 0; i < rows.length; i++) {
      const end = from[(rows[i] as number) + 1] as number;
      for (let at = from[rows[i] as number] as number; at < end; at++) bump(counts, codes[at] as number);
    }
    return most(columns, facet, counts);
  };
  return {
    total: rows.length,
    figures: Object.fromEntries(MEASURES.map((measure) => [measure, sum(columns, measure, rows)])),
    types: single("type"),
    statuses: single("status"),
    countries: single("country"),
    certainties: multiple("certainty"),
    outlets: multiple("outlet"),
    actors: multiple("actor"),
    categories: [],
  };
}

/** Events by the Monday of the week in which they began, whenever that was. */
export function weeksOf(columns: Columns, bits: Uint8Array): Weeks {
  const weeks = new Map<number, { events: number; killed: TollSum }>();
  let undated = 0;
  for (const row of rowsOf(bits, OTHERS | AREA)) {
    const day = columns.earliest[row] as number;
    if (day === NO_DAY) {
      undated++;
      continue;
    }
    // The first day of 1970 was a Thursday.
    const monday = Math.floor((day + 3) / 7) * 7 - 3;
    let week = weeks.get(monday);
    if (!week) weeks.set(monday, (week = { events: 0, killed: none() }));
    week.events++;
    add(week.killed, columns, columns.tolls.killed[row] as number);
  }
  const sorted = [...weeks].sort(([a], [b]) => a - b);
  return { weeks: sorted.map(([monday, week]) => ({ week: iso(monday), ...week })), undated };
}

/** Events by cell of a grid of `size` degrees, wherever that is, most first. */
export function cellsOf(columns: Columns, bits: Uint8Array, size: number): Cells {
  const grid = gridOf(columns, size);
  const found = new Map<number, Spot>();
  let unplaced = 0;
  for (const row of rowsOf(bits, OTHERS | DAYS)) {
    const place = columns.place[row] as number;
    if (!place) {
      unplaced++;
      continue;
    }
    const key = grid[place] as number;
    let spot = found.get(key);
    if (!spot) found.set(key, (spot = begun(columns, row, place)));
    count(spot, columns, row, place);
  }
  const cells = [...found.values()].map((spot) => cell(columns, spot));
  cells.sort((a, b) => b.events - a.events || a.latitude - b.latitude || a.longitude - b.longitude);
  return { size, cells, unplaced };
}

/** The ids of at most `limit` events from the `from`th on, in the order of the list, the newest first. */
export function listed(columns: Columns, bits: Uint8Array, from: number, limit: number): string[] {
  const out: string[] = [];
  for (let row = 0, at = 0; row < bits.length && out.length < limit; row++)
    if (bits[row] === ALL && at++ >= from) out.push(idOf(columns, row));
  return out;
}

interface Spot {
  events: number;
  latitude: number;
  longitude: number;
  radius: number;
  name: number;
  first: number;
  types: Uint32Array;
  killed: TollSum;
}

function begun(columns: Columns, row: number, place: number): Spot {
  const types = new Uint32Array(columns.dictionaries.type.length + 1);
  const name = columns.places.name[place - 1] as number;
  return { events: 0, latitude: 0, longitude: 0, radius: -1, name, first: row, types, killed: none() };
}

function count(spot: Spot, columns: Columns, row: number, place: number): void {
  const { latitude, longitude, radius_km, name } = columns.places;
  spot.events++;
  spot.latitude += latitude[place - 1] as number;
  spot.longitude += longitude[place - 1] as number;
  spot.radius = Math.max(spot.radius, radius_km[place - 1] as number);
  if (spot.name !== name[place - 1]) spot.name = 0;
  bump(spot.types, columns.coded.type[row] as number);
  add(spot.killed, columns, columns.tolls.killed[row] as number);
}

function cell(columns: Columns, spot: Spot): Cell {
  const types = columns.dictionaries.type.map((type, at): [string, number] => [type, spot.types[at + 1] as number]);
  return {
    latitude: spot.latitude / spot.events,
    longitude: spot.longitude / spot.events,
    radius_km: spot.radius < 0 ? null : spot.radius,
    events: spot.events,
    killed: spot.killed,
    types: Object.fromEntries(types.filter(([, events]) => events)),
    event: spot.events === 1 ? idOf(columns, spot.first) : null,
    name: spot.name ? (columns.dictionaries.place_name[spot.name - 1] ?? null) : null,
    place_name: spot.name ? (columns.labels.place_name?.[spot.name - 1] ?? null) : null,
  };
}

const grids = new WeakMap<Columns, Map<number, Float64Array>>();

/** The cell of each place, by its code. */
function gridOf(columns: Columns, size: number): Float64Array {
  const known = grids.get(columns) ?? new Map<number, Float64Array>();
  grids.set(columns, known);
  const { latitude, longitude } = columns.places;
  const at = (degrees: number): number => Math.trunc((degrees + CORNER) / size);
  const across = at(2 * CORNER);
  const grid =
    known.get(size) ??
    Float64Array.from({ length: latitude.length + 1 }, (_, code) =>
      code ? at(latitude[code - 1] as number) * across + at(longitude[code - 1] as number) : -1,
    );
  known.set(size, grid);
  return grid;
}

function rowsOf(bits: Uint8Array, wanted: number): Uint32Array {
  const out = new Uint32Array(bits.length);
  let length = 0;
  for (let row = 0; row < bits.length; row++) if (((bits[row] as number) & wanted) === wanted) out[length++] = row;
  return out.subarray(0, length);
}

function bump(counts: Uint32Array, code: number): void {
  counts[code] = (counts[code] as number) + 1;
}

/** The most frequent values; of those told as often the first in the order of letters, as the dictionary has them. */
function most(columns: Columns, facet: Facet, counts: Uint32Array): Count[] {
  const labels = columns.labels[facet];
  return columns.dictionaries[facet]
    .map((value, at): Count => ({ value, events: counts[at + 1] as number, label: labels?.[at] ?? null }))
    .filter((one) => one.events)
    .sort((a, b) => b.events - a.events)
    .slice(0, SHOWN);
}

function sum(columns: Columns, measure: Measure, rows: Uint32Array): TollSum {
  const out = none();
  const codes = columns.tolls[measure];
  for (let i = 0; i < rows.length; i++) add(out, columns, codes[rows[i] as number] as number);
  return out;
}

function none(): TollSum {
  return { low: 0, best: 0, high: 0, told: 0, open: 0 };
}

function add(to: TollSum, columns: Columns, code: number): void {
  if (!code) return;
  const { low, best, high, open } = columns.toll;
  to.low += low[code - 1] as number;
  to.best += best[code - 1] as number;
  to.high += high[code - 1] as number;
  to.open += open[code - 1] as number;
  to.told++;
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
