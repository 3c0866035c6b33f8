/** The units behind a number of agreement: what each coder said in a field, or which words each marked. */

import { bdi, h, link, type Child } from "../../dom";
import { fieldsOf } from "../../parts/review/coded";
import { say } from "../../words";
import { source, type Source } from "./asking";
import type { Compared, Judgement } from "./shapes";

/** The judgements that whoever looks may see, by their numbers. */
export type Log = Map<number, Judgement>;

/** Each unit with its coders' words on it and the way to its report; those that may not be seen yet are left out. */
export async function unitList(units: Compared[], field: string, log: Log): Promise<HTMLElement> {
  const open = units.filter((unit) => unit.judgements.every((number) => log.has(number)));
  if (!open.length) return h("p", { class: "small quiet" }, say("review.units.hidden"));
  const lines = await Promise.all(open.map((unit) => line(unit, field, log)));
  return h("ol", { class: "plain units small" }, lines);
}

async function line(unit: Compared, field: string, log: Log): Promise<HTMLElement> {
  const judgements = unit.judgements.map((number) => log.get(number) as Judgement);
  const first = judgements[0] as Judgement;
  const from = await source(first.report);
  return h(
    "li",
    { class: unit.differ ? "differs" : "" },
    judgements.map((one) => h("span", {}, bdi(one.by), say("colon"), inField(one, field, from) ?? "—")),
    link(
      `/reports/${encodeURIComponent(first.report)}?claim=${encodeURIComponent(first.claim)}`,
      {},
      say("review.reader"),
    ),
  );
}

function inField(one: Judgement, field: string, from: Source): Child {
  const stands = one.verdict !== "reject";
  if (field === "stands") return say(stands ? "yes" : "no");
  return stands && one.coded ? fieldsOf(one.coded, from).find((found) => found.name === field)?.says : null;
}
