/** The units behind a number of agreement: what each coder said in a field, or which words each marked. */

import { bdi, h, link } from "../../dom";
import { fieldsOf, type Field } from "../../parts/review/coded";
import { say } from "../../words";
import { source } from "./asking";
import type { Alpha, Judgement, SpanScore, Words } from "./shapes";

/** A unit with those judgements on it that are compared, and the field of them that is. */
export interface Compared {
  judgements: Judgement[];
  field: string;
}

/** The judgements that count for agreement: what each coder said last of a unit for themselves, if not taken back. */
export function comparable(log: Judgement[], blind: boolean): Judgement[] {
  const own = log.filter(
    (one) => !one.adjudicates && one.verdict !== "withdraw" && one.effect !== "withdrawn" && one.verdict !== "unsure",
  );
  const last = new Map(own.map((one) => [`${unitOf(one)} ${one.by}`, one]));
  return [...last.values()].filter((one) => one.blind || !blind);
}

export function alphaUnits({ field, kind }: Alpha, log: Judgement[]): Compared[] {
  const said = log.filter((one) => one.kind === kind && (field === "stands" || one.verdict !== "reject"));
  return byUnit(said)
    .filter((judgements) => judgements.length > 1)
    .map((judgements) => ({ judgements, field }));
}

export function spanUnits({ role, one, other }: SpanScore, log: Judgement[]): Compared[] {
  const kind = role === "figure" ? "figure" : "event";
  const said = log.filter((judgement) => judgement.kind === kind && [one, other].includes(judgement.by));
  return byUnit(said)
    .filter((judgements) => other === null || judgements.length > 1 || judgements[0]?.verdict === "missed")
    .map((judgements) => ({ judgements, field: role }));
}

/** Each unit with its coders' words on it and the way to its report. */
export async function unitList(units: Compared[]): Promise<HTMLElement> {
  if (!units.length) return h("p", { class: "small quiet" }, say("review.units.hidden"));
  const lines = await Promise.all(units.map(line));
  return h("ol", { class: "plain units small" }, lines);
}

async function line({ judgements, field }: Compared): Promise<HTMLElement> {
  const first = judgements[0] as Judgement;
  const letters = Array.from((await source(first.report)).report.text);
  const words = ({ start, end }: Words): string => letters.slice(start, end).join("");
  const told = judgements.map((one) => ({ one, said: inField(one, field, words) }));
  const differs = new Set(told.map(({ said }) => said?.same ?? "")).size > 1;
  return h(
    "li",
    { class: differs ? "differs" : "" },
    told.map(({ one, said }) => h("span", {}, bdi(one.by), say("colon"), said?.says ?? "—")),
    link(
      `/reports/${encodeURIComponent(first.report)}?claim=${encodeURIComponent(first.claim)}`,
      {},
      say("review.reader"),
    ),
  );
}

function inField(one: Judgement, field: string, words: (at: Words) => string): Field | undefined {
  const stands = one.verdict !== "reject";
  if (field === "stands") return { name: field, says: say(stands ? "yes" : "no"), same: String(stands) };
  return stands && one.coded ? fieldsOf(one.coded, words).find((found) => found.name === field) : undefined;
}

function byUnit(log: Judgement[]): Judgement[][] {
  const units = new Map<string, Judgement[]>();
  for (const one of log) units.set(unitOf(one), [...(units.get(unitOf(one)) ?? []), one]);
  return [...units.values()];
}

function unitOf({ claim, other }: Judgement): string {
  return `${claim} ${other ?? ""}`;
}
