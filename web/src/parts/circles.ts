/** Cells of counts as shapes: a bubble for how many, and a circle on the ground for how far off the place may be. */

import type { Feature, Point, Polygon } from "geojson";
import { quad } from "../codes";
import type { Cell } from "../records";
import { number } from "../words";

const EARTH_KM = 6371;
const CORNERS = 64;

export interface BubbleProperties {
  index: number;
  events: number;
  words: string;
  quad: string;
  vague: boolean;
}

/** One point a cell; `quad` is the kind of most of its events, `vague` says that the point is no place but a region's middle. */
export function bubbles(cells: Cell[]): Feature<Point, BubbleProperties>[] {
  return cells.map((cell, index) => ({
    type: "Feature",
    id: index,
    geometry: { type: "Point", coordinates: [cell.longitude, cell.latitude] },
    properties: {
      index,
      events: cell.events,
      words: number(cell.events),
      quad: quad(mostly(cell.types)),
      vague: (cell.radius_km ?? 0) > 25,
    },
  }));
}

/** The true area of uncertainty of each single place: a circle on the sphere, not on the screen. */
export function areas(cells: Cell[]): Feature<Polygon, { index: number; quad: string }>[] {
  return cells.flatMap((cell, index) =>
    cell.radius_km && (cell.name || cell.events === 1) ? [area(cell, index)] : [],
  );
}

function area(cell: Cell, index: number): Feature<Polygon, { index: number; quad: string }> {
  return {
    type: "Feature",
    id: index,
    geometry: { type: "Polygon", coordinates: [ring(cell.longitude, cell.latitude, cell.radius_km ?? 0)] },
    properties: { index, quad: quad(mostly(cell.types)) },
  };
}

/** Points at `km` from the middle, by the direct formula on the sphere. */
export function ring(longitude: number, latitude: number, km: number): [number, number][] {
  const arc = km / EARTH_KM;
  const phi = (latitude * Math.PI) / 180;
  const points = Array.from({ length: CORNERS }, (_, i): [number, number] => {
    const bearing = (2 * Math.PI * i) / CORNERS;
    const sin = Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(bearing);
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(arc) * Math.cos(phi), Math.cos(arc) - Math.sin(phi) * sin);
    return [longitude + (turn * 180) / Math.PI, (Math.asin(sin) * 180) / Math.PI];
  });
  return [...points, points[0] as [number, number]];
}

function mostly(types: Record<string, number>): string {
  return Object.entries(types).reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0])[0];
}
