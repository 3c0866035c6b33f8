/** What the review pages ask and send, always under the coder's name. */

import { ask, segment, type Params } from "../../api";
import { inLanguage } from "../../codes";
import { coder } from "../../coder";
import { CODER } from "../../parts/claim";
import type { Claim, Label, Page, Report, ReportPage } from "../../records";
import { send } from "../../sending";
import type { Judgement, Judging, Words } from "./shapes";

/** A report, with what Marsad read in it: the claims of events, of which a figure may be told, and names by id. */
export class Source {
  private readonly letters: string[];
  private readonly names: Map<string, string>;
  readonly events: Claim[];

  constructor(
    readonly report: Report,
    claims: Claim[],
    places: Record<string, Label> = {},
  ) {
    this.letters = Array.from(report.text);
    this.events = claims.filter((one) => one.kind === "event");
    const named = claims.flatMap((one) => [
      one.place,
      ...(one.event?.roles.map((of) => ({ ...of, id: of.entity })) ?? []),
    ]);
    this.names = new Map(named.flatMap((one) => (one?.id && one.name ? [[one.id, one.name]] : [])));
    for (const [id, name] of Object.entries(places)) this.names.set(id, inLanguage(name));
  }

  /** What stands at offsets of the report. */
  words({ start, end }: Words): string {
    return this.letters.slice(start, end).join("");
  }

  /** What an id of the catalogue or the gazetteer is called, where the report was read to name it. */
  named(id: string): string {
    return this.names.get(id) ?? id;
  }
}

const sources = new Map<string, Promise<Source>>();

/** The report of this id, asked for once. What coders made of it is left out: a blind coder is not to see it. */
export async function source(id: string): Promise<Source> {
  let asked = sources.get(id);
  if (!asked) {
    const read = (one: Claim): boolean => !one.proposed_by?.startsWith(CODER);
    asked = ask<ReportPage>(`reports/${segment(id)}`).then(
      ({ report, claims, place_names }) => new Source(report, claims.filter(read), place_names),
    );
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
