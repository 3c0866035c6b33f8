/** The map under the events: countries out of world-atlas, drawn in the page's colours; no request leaves the machine. */

import type { FeatureCollection, Position } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";

// Nothing happens there that Marsad reads of, and its ring runs along the edge of the map.
const ANTARCTICA = "010";

export interface Colours {
  [name: string]: string;
}

/** The page's colours, which change with light and dark. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const quads = ["material-conflict", "verbal-conflict", "material-cooperation", "verbal-cooperation", "unknown"];
  return Object.fromEntries(
    ["sea", "land", "border", "ink", "sheet", "accent", "focus", ...quads.map((q) => `quad-${q}`)].map((n) => [
      n,
      read(n),
    ]),
  );
}

/** The countries' outlines: for the map of the world, or, `near`, as exact as they are to be had. */
export async function countries(near = false): Promise<FeatureCollection> {
  const topology = (await (await fetch(near ? fine : coarse)).json()) as Topology<{ countries: GeometryCollection }>;
  const found = feature(topology, topology.objects.countries);
  found.features = found.features.filter(({ id }) => id !== ANTARCTICA);
  for (const { geometry } of found.features) {
    const polygons =
      geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : geometry.type === "Polygon"
          ? [geometry.coordinates]
          : [];
    for (const polygon of polygons) for (const ring of polygon) unwrap(ring);
  }
  return found;
}

/** A ring that crosses the date line goes on beyond 180 degrees instead of all around the earth. */
function unwrap(ring: Position[]): void {
  let turns = 0;
  for (let i = 1, before = ring[0]?.[0] ?? 0; i < ring.length; i++) {
    const point = ring[i] as Position;
    const here = point[0] as number;
    if (Math.abs(here - before) > 180) turns += here < before ? 360 : -360;
    before = here;
    point[0] = here + turns;
  }
}

export function style(land: FeatureCollection, paint: Colours): StyleSpecification {
  return {
    version: 8,
    sources: { land: { type: "geojson", data: land, tolerance: 0.2 } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": paint["sea"] as string } },
      {
        id: "land",
        type: "fill",
        source: "land",
        // The borders cover its edges.
        paint: { "fill-color": paint["land"] as string, "fill-antialias": false },
      },
      {
        id: "border",
        type: "line",
        source: "land",
        paint: { "line-color": paint["border"] as string, "line-width": 0.8 },
      },
    ],
  };
}
