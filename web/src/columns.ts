/** All events as columns of numbers, as /api/v1/columns has them (docs/api.md): fetched whole, so that counting asks no one. */

import type { Label } from "./records";

const MARK = "MARSAD01";
/** Stands for a day that is not known; others are days since 1970-01-01. */
export const NO_DAY = -(2 ** 31);

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
type Coded = "type" | "status" | "country";
export type Several = "certainty" | "outlet" | "actor";
export type Facet = Coded | Several;
export type Measure = "killed" | "injured";

/** Codes are 0 for none, else one more than the place of what they stand for in its dictionary. */
export interface Columns {
  /** How many events there are; they stand in the order of their list, the newest first. */
  events: number;
  id: BigUint64Array;
  earliest: Int32Array;
  latest: Int32Array;
  place: Numbers;
  coded: Record<Coded, Numbers>;
  /** The codes of event i stand from `from[i]` to `from[i + 1]`. */
  several: Record<Several, { codes: Numbers; from: Uint32Array }>;
  tolls: Record<Measure, Numbers>;
  toll: { low: Numbers; best: Numbers; high: Numbers; open: Numbers };
  /** Degrees, km (negative where not known), and codes of names. */
  places: { latitude: Numbers; longitude: Numbers; radius_km: Numbers; name: Numbers };
  dictionaries: Record<Facet | "place_name", string[]>;
  labels: Partial<Record<Facet | "place_name", (Label | null)[]>>;
}

interface Head {
  arrays: Record<string, { type: keyof typeof TYPES; offset: number; length: number }>;
  dictionaries: Columns["dictionaries"];
  labels: Columns["labels"];
}

const TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  u64: BigUint64Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

let kept: { tag: string | null; columns: Columns } | null = null;

/** The columns as the store stands now; the same object for as long as it stays as it is. */
export async function columns(signal: AbortSignal): Promise<Columns> {
  const answer = await fetch("/api/v1/columns", { signal });
  if (!answer.ok) throw new Error(`no columns: ${answer.status}`);
  const tag = answer.headers.get("etag");
  if (kept && tag && tag === kept.tag) {
    void answer.body?.cancel();
    return kept.columns;
  }
  kept = { tag, columns: read(await answer.arrayBuffer()) };
  return kept.columns;
}

/** The columns of a file. Throws where it is of another form. */
export function read(file: ArrayBuffer): Columns {
  const mark = new TextDecoder().decode(file.slice(0, MARK.length));
  if (mark !== MARK) throw new Error(`columns of another form: ${mark}`);
  const length = new DataView(file).getUint32(MARK.length, true);
  const begin = MARK.length + 4 + length;
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(file, MARK.length + 4, length))) as Head;
  const array = <T = Numbers>(name: string): T => {
    const told = head.arrays[name];
    if (!told) throw new Error(`columns without ${name}`);
    return new TYPES[told.type](file, begin + told.offset, told.length) as T;
  };
  const several = (name: Several): { codes: Numbers; from: Uint32Array } => ({
    codes: array(name),
    from: starts(array(`${name}_count`)),
  });
  const id = array<BigUint64Array>("id");
  return {
    events: id.length,
    id,
    earliest: array("earliest"),
    latest: array("latest"),
    place: array("place"),
    coded: { type: array("type"), status: array("status"), country: array("country") },
    several: { certainty: several("certainty"), outlet: several("outlet"), actor: several("actor") },
    tolls: { killed: array("killed"), injured: array("injured") },
    toll: { low: array("toll_low"), best: array("toll_best"), high: array("toll_high"), open: array("toll_open") },
    places: {
      latitude: array("place_latitude"),
      longitude: array("place_longitude"),
      radius_km: array("place_radius_km"),
      name: array("place_name"),
    },
    dictionaries: head.dictionaries,
    labels: head.labels,
  };
}

/** The id of the event in a row. */
export function idOf(columns: Columns, row: number): string {
  return `e${(columns.id[row] as bigint).toString(16).padStart(16, "0")}`;
}

function starts(counts: Numbers): Uint32Array {
  const out = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) out[i + 1] = (out[i] as number) + (counts[i] as number);
  return out;
}
