/** How tolls, days, places and voices are put into words. */

import { bdi, h, joined, type Child } from "./dom";
import { label } from "./codes";
import { placeName } from "./places";
import type { Bounds, DateRange, Event, Place, ReportHead, Speaker } from "./records";
import { country, day, number, say, sayCode } from "./words";

/** "5", "5 (4–7)", "at least 4", "not known". */
export function toll({ low, best, high }: Bounds): string {
  if (best === null) {
    if (low === null && high === null) return say("toll.unknown");
    if (low !== null && high !== null) return low === high ? number(low) : say("toll.range", { low, high });
    return low !== null ? say("toll.least", { n: low }) : say("toll.most", { n: high ?? 0 });
  }
  if (low === best && high === best) return number(best);
  if (low !== null && high !== null) return say("toll.best_range", { n: best, low, high });
  if (low !== null) return say("toll.best_least", { n: best, low });
  return high !== null ? say("toll.best_most", { n: best, high }) : number(best);
}

/** A figure as a source gives it. */
export function figure(low: number | null, high: number | null): string {
  return low === null && high === null ? say("toll.open") : toll({ low, best: null, high });
}

export function when(date: DateRange | null): string {
  if (!date || (!date.earliest && !date.latest)) return say("date.unknown");
  const { earliest, latest } = date;
  if (!latest) return say("date.since", { day: day(earliest ?? "") });
  if (!earliest) return say("date.until", { day: day(latest) });
  if (earliest === latest) return day(earliest);
  if (date.precision === "month") return day(earliest, "month");
  if (date.precision === "year") return day(earliest, "year");
  return say("date.between", { first: day(earliest), last: day(latest) });
}

/** The place's name and its country, each kept in its own direction. */
export function where(place: Place | null): Child {
  if (!place) return h("span", { class: "quiet" }, say("place.unknown"));
  const name = placeName(place);
  const land = country(place.country);
  return land && land !== name ? [bdi(name), say("comma"), land] : bdi(name);
}

/** Those who take these parts in an event, by name where they have one. */
export function parties(event: Event, ...roles: string[]): Child {
  const found = event.roles.filter((one) => roles.includes(one.role));
  const names = [...new Set(found.map((one) => one.name ?? one.text))];
  return names.length ? joined(names.map(bdi), say("comma")) : null;
}

/** Who says it and through whom; the report itself where no one is named. */
export function voice(speakers: Speaker[]): Child {
  if (!speakers.length) return say("voice.report");
  return joined(
    speakers.map((one) => [one.role === "via" ? `${say("voice.via")} ` : "", bdi(one.name ?? one.text)]),
    say("comma"),
  );
}

/** The toll of an event by measure: "killed 5 (4–7)". */
export function tolls(figures: Record<string, Bounds>): Child[] {
  return Object.entries(figures).map(([measure, bounds]) =>
    h("span", { class: "toll" }, `${label("measures", measure)} `, h("b", { class: "number" }, toll(bounds))),
  );
}

export function certainty(code: string): HTMLElement {
  return h("span", { class: "certainty", "data-certainty": code }, label("certainties", code));
}

export function precision(place: Place): string {
  const kind = sayCode("precision", place.precision);
  return place.radius_km ? say("place.radius", { kind, n: place.radius_km }) : kind;
}

/** What a report is called: its title, else the name of its file or the last part of its address. */
export function titled(report: ReportHead): string {
  return report.title ?? report.source.split(/[\\/]/).filter(Boolean).at(-1) ?? report.id;
}
