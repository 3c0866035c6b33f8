/** The map of events: bubbles by cell, true circles of uncertainty, and an area drawn to pick from. */

import {
  LngLatBounds,
  Map as GlobeMap,
  NavigationControl,
  Popup,
  setWorkerUrl,
  type ExpressionSpecification,
  type FilterSpecification,
  type GeoJSONSource,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Cell, Cells } from "../records";
import { say } from "../words";
import { colours, countries, style, type Colours } from "./basemap";
import { areas, bubbles } from "./circles";

setWorkerUrl(worker);
// From this zoom on the coarse outlines of countries show their corners.
const NEAR = 3.2;
// Asked for while the page is drawn; the map needs them first of all.
const land = countries();
land.catch(() => undefined);

export interface EventMap {
  show(cells: Cells, bbox: string | null): void;
  size(): number;
  view(): string;
  draw(): void;
}

export interface Handlers {
  /** The grid should be asked for anew: the map was zoomed to another size of cells. */
  resized(): void;
  /** A box was drawn: west,south,east,north. */
  drawn(bbox: string): void;
  /** What to show of a cell that was chosen. */
  card(cell: Cell): HTMLElement;
}

/** A map in `into`; it goes when `signal` says so, loaded or not: a browser keeps no more than sixteen that draw. */
export async function eventMap(into: HTMLElement, handlers: Handlers, signal: AbortSignal): Promise<EventMap> {
  const paint = colours();
  const outlines = await land;
  signal.throwIfAborted();
  const map = new GlobeMap({
    container: into,
    style: style(outlines, paint),
    center: [42, 24],
    zoom: 2,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    boxZoom: false,
    fadeDuration: 0,
    locale: {
      "Map.Title": say("map.label"),
      "NavigationControl.ZoomIn": say("map.in"),
      "NavigationControl.ZoomOut": say("map.out"),
      "Popup.Close": say("map.close"),
    },
  });
  signal.addEventListener("abort", () => map.remove());
  map.touchZoomRotate.disableRotation();
  map.addControl(
    new NavigationControl({ showCompass: false }),
    document.documentElement.dir === "rtl" ? "top-left" : "top-right",
  );
  await map.once("load");
  layers(map, paint);

  let cells: Cell[] = [];
  let fitted = false;
  let boxed: string | null = null;
  let size = sizeAt(map.getZoom());
  const popup = new Popup({ maxWidth: "18rem", focusAfterOpen: true });
  map.on("click", "bubbles", (event) => {
    const cell = cells[event.features?.[0]?.properties["index"] as number];
    if (!cell) return;
    if (!cell.name && cell.events > 1 && map.getZoom() < 9)
      map.easeTo({ center: [cell.longitude, cell.latitude], zoom: map.getZoom() + 2 });
    else popup.setLngLat([cell.longitude, cell.latitude]).setDOMContent(handlers.card(cell)).addTo(map);
  });
  map.on("mouseenter", "bubbles", () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", "bubbles", () => (map.getCanvas().style.cursor = ""));
  let near = false;
  map.on("zoomend", () => {
    if (!near && map.getZoom() >= NEAR) {
      near = true;
      // Where they cannot be had the coarse ones stay.
      void countries(true).then(
        (exact) => source(map, "land").setData(exact),
        () => undefined,
      );
    }
    if (sizeAt(map.getZoom()) === size) return;
    size = sizeAt(map.getZoom());
    handlers.resized();
  });

  return {
    show(found, bbox) {
      cells = found.cells;
      // All in one: the map is painted anew for each source that changes.
      source(map, "cells").setData({ type: "FeatureCollection", features: [...areas(cells), ...bubbles(cells)] });
      if (boxed || bbox) source(map, "box").setData(box(bbox));
      boxed = bbox;
      into.dataset["cells"] = String(cells.length);
      delete into.dataset["drawn"];
      void map.once("idle").then(() => (into.dataset["drawn"] = ""));
      if (!fitted && cells.length) fit(map, cells);
      fitted ||= cells.length > 0;
    },
    size: () => size,
    view: () => boxOf(map.getBounds()),
    draw: () => drawBox(map, handlers.drawn),
  };
}

/** The side of a cell in degrees, about forty pixels on the screen. */
function sizeAt(zoom: number): number {
  return Math.min(30, Math.max(0.01, 28 / 2 ** Math.floor(zoom)));
}

function layers(map: GlobeMap, paint: Colours): void {
  const none = { type: "FeatureCollection", features: [] } as const;
  for (const id of ["cells", "box"]) map.addSource(id, { type: "geojson", data: none as never });
  const kinds = Object.keys(paint).filter((name) => name.startsWith("quad-") && name !== "quad-unknown");
  const colour = [
    "match",
    ["get", "quad"],
    ...kinds.flatMap((name) => [name.slice(5), paint[name]]),
    paint["quad-unknown"],
  ] as unknown as ExpressionSpecification;
  const radius: ExpressionSpecification = [
    "interpolate",
    ["linear"],
    ["sqrt", ["get", "events"]],
    1,
    10,
    10,
    24,
    60,
    46,
  ];
  const shape = (type: "Polygon" | "Point"): FilterSpecification => ["==", ["geometry-type"], type];
  map.addLayer({
    id: "areas",
    type: "fill",
    source: "cells",
    filter: shape("Polygon"),
    paint: { "fill-color": colour, "fill-opacity": 0.12, "fill-antialias": false },
  });
  map.addLayer({
    id: "area-edges",
    type: "line",
    source: "cells",
    filter: shape("Polygon"),
    paint: { "line-color": colour, "line-width": 1.2, "line-dasharray": [3, 2], "line-opacity": 0.8 },
  });
  map.addLayer({
    id: "bubbles",
    type: "circle",
    source: "cells",
    filter: shape("Point"),
    paint: {
      "circle-radius": radius,
      "circle-color": ["case", ["get", "vague"], paint["sheet"] as string, colour],
      "circle-opacity": 0.92,
      "circle-stroke-color": ["case", ["get", "vague"], colour, paint["sheet"] as string],
      "circle-stroke-width": ["case", ["get", "vague"], 2, 1.5],
    },
  });
  map.addLayer({
    id: "counts",
    type: "symbol",
    source: "cells",
    filter: shape("Point"),
    layout: {
      "text-field": ["get", "words"],
      "text-size": 13,
      "text-allow-overlap": true,
      "text-font": ["IBM Plex Sans Arabic"],
    },
    paint: { "text-color": ["case", ["get", "vague"], paint["ink"] as string, paint["sheet"] as string] },
  });
  map.addLayer({
    id: "box",
    type: "line",
    source: "box",
    paint: { "line-color": paint["focus"] as string, "line-width": 2 },
  });
}

function source(map: GlobeMap, id: string): GeoJSONSource {
  return map.getSource(id) as GeoJSONSource;
}

function fit(map: GlobeMap, cells: Cell[]): void {
  const bounds = new LngLatBounds();
  for (const cell of cells) bounds.extend([cell.longitude, cell.latitude]);
  map.fitBounds(bounds, { padding: 48, maxZoom: 6, animate: false });
}

function box(bbox: string | null): GeoJSON.FeatureCollection {
  const [west, south, east, north] = (bbox ?? "").split(",").map(Number);
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return { type: "FeatureCollection", features: [] };
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: corners } }],
  };
}

function boxOf(bounds: LngLatBounds): string {
  const [west, east] = [Math.max(-180, bounds.getWest()), Math.min(180, bounds.getEast())];
  return [west, bounds.getSouth(), east, bounds.getNorth()].map((n) => n.toFixed(2)).join(",");
}

/** The next drag over the map draws a box instead of moving it; Escape gives up. */
function drawBox(map: GlobeMap, drawn: (bbox: string) => void): void {
  const canvas = map.getCanvasContainer();
  const at = (event: PointerEvent): [number, number] => {
    const area = canvas.getBoundingClientRect();
    return [event.clientX - area.x, event.clientY - area.y];
  };
  const watch = new AbortController();
  const stop = (): void => {
    watch.abort();
    map.dragPan.enable();
    canvas.classList.remove("drawing");
  };
  const { signal } = watch;
  let from: LngLatBounds | null = null;
  map.dragPan.disable();
  canvas.classList.add("drawing");
  const upTo = (event: PointerEvent): LngLatBounds =>
    new LngLatBounds(from?.toArray()[0], from?.toArray()[0]).extend(map.unproject(at(event)));
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      const point = map.unproject(at(event));
      from = new LngLatBounds(point, point);
      canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (from) source(map, "box").setData(box(boxOf(upTo(event))));
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerup",
    (event) => {
      if (!from) return;
      const bbox = boxOf(upTo(event));
      stop();
      drawn(bbox);
    },
    { signal },
  );
  addEventListener("keydown", (event) => event.key === "Escape" && stop(), { signal });
}
