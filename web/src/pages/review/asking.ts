/** What the review pages ask and send, always under the coder's name. */

import { ask, segment, type Params } from "../../api";
import { coder } from "../../coder";
import type { Claim, Page, Report, ReportPage } from "../../records";
import { send } from "../../sending";
import type { Judgement, Judging } from "./shapes";

/** A report, and the claims of events in it that Marsad read: what a figure may be told of. */
export interface Source {
  report: Report;
  events: Claim[];
}

const sources = new Map<string, Promise<Source>>();

/** The report of this id, asked for once. What coders made of it is left out: a blind coder is not to see it. */
export async function source(id: string): Promise<Source> {
  let asked = sources.get(id);
  if (!asked) {
    asked = ask<ReportPage>(`reports/${segment(id)}`).then(({ report, claims }) => ({
      report,
      events: claims.filter((one) => one.kind === "event" && !one.proposed_by?.startsWith("coder:")),
    }));
    sources.set(id, asked);
    asked.catch(() => sources.delete(id));
  }
  return asked;
}

export async function judge(made: Judging): Promise<Judgement> {
  return send<Judgement>("review/judgements", { ...made, by: coder() });
}

export async function withdraw(number: number): Promise<Judgement> {
  return send<Judgement>(`review/judgements/${number}/withdraw`, { by: coder() });
}

/** All judgements that the coder may see. */
export async function judgements(params: Params, signal: AbortSignal): Promise<Judgement[]> {
  const found: Judgement[] = [];
  let cursor: string | null = null;
  do {
    const asked: Params = { ...params, coder: coder(), limit: 200, cursor };
    const page: Page<Judgement> = await ask<Page<Judgement>>("review/judgements", asked, signal);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return found;
}
