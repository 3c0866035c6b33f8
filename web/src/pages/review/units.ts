/** The units behind a number of agreement: what each coder said in a field, or which words each marked. */

import { bdi, h, link } from "../../dom";
import { fieldsOf, type Field } from "../../parts/review/coded";
import { say } from "../../words";
import { source, type Source } from "./asking";
import type { Alpha, Judgement, SpanScore } from "./shapes";

/** A unit with those judgements on it that are compared, and the field or role in which they are. */
export interface Compared {
  judgements: Judgement[];
  field: string;
  /** Whether it is the words that are compared, not who or where they stand for. */
  words: boolean;
}

/** What each coder said last of a unit for themselves, if not taken back, and what was decided of units. */
export interface Log {
  said: Judgement[];
  ruled: Judgement[];
}

export function comparable(log: Judgement[], blind: boolean): Log {
  const held = log.filter(
    (one) => one.verdict !== "withdraw" && one.effect !== "withdrawn" && one.verdict !== "unsure",
  );
  const last = new Map(held.filter((one) => !one.adjudicates).map((one) => [`${unitOf(one)} ${one.by}`, one]));
  return {
    said: [...last.values()].filter((one) => one.blind || !blind),
    ruled: held.filter((one) => one.adjudicates),
  };
}

export function alphaUnits({ field, kind, coders }: Alpha, { said }: Log): Compared[] {
  const told = said.filter((one) => one.kind === kind && coders.includes(one.by) && speaks(one, field));
  return byUnit(told)
    .filter((judgements) => judgements.length > 1)
    .map((judgements) => ({ judgements, field, words: false }));
}

export function spanUnits({ role, one, other }: SpanScore, { said, ruled }: Log): Compared[] {
  const kind = role === "figure" ? "figure" : "event";
  const beside = other === null ? ruled : said.filter((judgement) => judgement.by === other);
  const both = [...said.filter((judgement) => judgement.by === one), ...beside].filter((each) => each.kind === kind);
  return byUnit(both)
    .filter((judgements) => judgements.length > 1 || (other !== null && judgements[0]?.verdict === "missed"))
    .map((judgements) => ({ judgements, field: role, words: true }));
}

/** Whether a judgement says something in a field, as agreement counts it: a day or a bound that is open says nothing. */
function speaks({ verdict, coded }: Judgement, field: string): boolean {
  if (field === "stands") return true;
  if (verdict === "reject" || !coded) return false;
  if (coded.kind === "event") return !(field === "earliest" || field === "latest") || !!coded.date?.[field];
  return !(field === "low" || field === "high") || coded[field] !== null;
}

/** Each unit with its coders' words on it and the way to its report. */
export async function unitList(units: Compared[]): Promise<HTMLElement> {
  if (!units.length) return h("p", { class: "small quiet" }, say("review.units.hidden"));
  const lines = await Promise.all(units.map(line));
  return h("ol", { class: "plain units small" }, lines);
}

async function line({ judgements, field, words }: Compared): Promise<HTMLElement> {
  const first = judgements[0] as Judgement;
  const from = await source(first.report);
  const told = judgements.map((one) => ({ one, said: inField(one, field, from) }));
  const values = told.map(({ one, said }) => (words ? null : idsIn(one, field)) ?? said?.same ?? "");
  return h(
    "li",
    { class: new Set(values).size > 1 ? "differs" : "" },
    told.map(({ one, said }) => h("span", {}, bdi(one.by), say("colon"), said?.says ?? "—")),
    link(
      `/reports/${encodeURIComponent(first.report)}?claim=${encodeURIComponent(first.claim)}`,
      {},
      say("review.reader"),
    ),
  );
}

function inField(one: Judgement, field: string, from: Source): Field | undefined {
  const stands = one.verdict !== "reject";
  if (field === "stands") return { name: field, says: say(stands ? "yes" : "no"), same: String(stands) };
  return stands && one.coded ? fieldsOf(one.coded, from).find((found) => found.name === field) : undefined;
}

/** Of who and where the ids are compared, not the words; null in other fields. */
function idsIn({ coded }: Judgement, field: string): string | null {
  if (coded?.kind !== "event") return null;
  if (field === "place") return coded.place ? (coded.place.id ?? "?") : "";
  if (field !== "agent" && field !== "target") return null;
  const ids = coded.roles.filter((one) => one.role === field).map((one) => one.entity ?? "?");
  return [...new Set(ids)].sort().join(" ");
}

function byUnit(log: Judgement[]): Judgement[][] {
  const units = new Map<string, Judgement[]>();
  for (const one of log) units.set(unitOf(one), [...(units.get(unitOf(one)) ?? []), one]);
  return [...units.values()];
}

function unitOf({ claim, other }: Judgement): string {
  return `${claim} ${other ?? ""}`;
}
