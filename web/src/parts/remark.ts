/** What Marsad remarks on figures and claims, in the language of the page: names set apart, numbers and days as chosen. */

import { bdi, h, link, type Child } from "../dom";
import type { Mark, Remark } from "../records";
import { settings } from "../settings";
import { day, decimals, number } from "../words";

/** The remark as nodes; offsets of its marks are code points. */
export function remark(one: Remark): Child[] {
  const letters = Array.from(one[settings.lang]);
  const nodes: Child[] = [];
  let at = 0;
  for (const mark of one.marks[settings.lang]) {
    nodes.push(letters.slice(at, mark.start).join(""), given(mark, letters.slice(mark.start, mark.end).join("")));
    at = mark.end;
  }
  return [...nodes, letters.slice(at).join("")];
}

function given({ sort, value }: Mark, words: string): Child {
  if (sort === "report") return link(`/reports/${encodeURIComponent(words)}`, {}, bdi(words));
  if (sort === "day") return day(String(value));
  if (sort === "number") {
    const places = words.split(".")[1]?.length ?? 0;
    return h("bdi", {}, places ? decimals(Number(value), places) : number(Number(value)));
  }
  return bdi(words);
}
