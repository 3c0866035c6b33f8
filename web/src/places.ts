/** What places are called in the language chosen, as answers of the API told it beside the records. */

import type { Label, Place } from "./records";
import { settings } from "./settings";

const names = new Map<string, Label>();

/** Keeps the names that came with an answer. */
export function learnPlaces(of: Record<string, Label>): void {
  for (const [id, label] of Object.entries(of)) names.set(id, label);
}

/** The place's name: in Arabic as the report has it, else as the gazetteer has it where that knows the place. */
export function placeName(place: Place): string {
  const own = place.name ?? place.text;
  if (settings.lang === "ar" || !place.id) return own;
  return names.get(place.id)?.[settings.lang] ?? own;
}
