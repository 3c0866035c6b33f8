/** The shapes of the API's answers on review. */

import type { Certainty, Claim, Event, ReportHead, Span } from "../../records";

export type Unit = "event" | "figure" | "relation" | "assessment" | "pair";
export type Verdict = "accept" | "reject" | "correct" | "missed" | "unsure";

/** Where words stand in the report, in code points, end exclusive. */
export interface Words {
  start: number;
  end: number;
}
export interface CodedRole extends Words {
  role: string;
  entity: string | null;
  type: string | null;
}
export interface CodedPlace extends Words {
  id: string | null;
}
export interface CodedDays {
  earliest: string | null;
  latest: string | null;
}
export interface CodedEvent {
  kind: "event";
  type: string;
  trigger: Words;
  mode: string | null;
  status: string;
  certainty: Certainty;
  date: CodedDays | null;
  place: CodedPlace | null;
  roles: CodedRole[];
}
export interface CodedFigure extends Words {
  kind: "figure";
  measure: string;
  low: number | null;
  high: number | null;
  approximate: boolean;
  of: string | null;
  certainty: Certainty;
  event: string | null;
}
export type Coded = CodedEvent | CodedFigure;

export interface Reason {
  name: string;
  value: string | null;
  points: number;
}
export interface Pair {
  one: Event;
  other: Event;
  sentences: string[];
  reports: ReportHead[];
  likeness: number | null;
  reasons: Reason[];
}
export interface QueueItem {
  kind: Unit;
  claim: Claim | null;
  other: string | null;
  id: string;
  report: ReportHead | null;
  event: string | null;
  sentence: Span | null;
  coded: Coded | null;
  pair: Pair | null;
  blind: boolean;
  assignment: number | null;
  score: number;
  reasons: Reason[];
}
/** What is sent: a verdict on a claim or a pair, or on words of a report in which something was missed. */
export interface Judging {
  verdict: Verdict;
  claim?: string;
  other?: string;
  report?: string;
  coded?: Coded;
  because?: string;
  adjudicate?: boolean;
}
export interface Judgement {
  number: number;
  judged: string;
  by: string;
  kind: Unit;
  claim: string;
  other: string | null;
  report: string;
  verdict: Verdict | "withdraw";
  coded: Coded | null;
  because: string | null;
  codebook: string;
  blind: boolean;
  assignment: number | null;
  adjudicates: boolean;
  withdraws: number | null;
  effect: "taken" | "waiting" | "overruled" | "withdrawn" | "none";
  became: string | null;
}
export interface Assignment {
  number: number;
  by: string;
  coder: string;
  country: string | null;
  since: string;
  until: string;
  blind: boolean;
  withdrawn: boolean;
  claims: number;
  judged: number;
}
/** The judgements on one unit, by their numbers, that a figure of agreement rests on. */
export interface Compared {
  judgements: number[];
  differ: boolean;
}
export interface Alpha {
  field: string;
  kind: Unit;
  level: string;
  alpha: number | null;
  units: number;
  values: number;
  coders: string[];
  because: string | null;
  behind: Compared[];
}
export interface SpanScore {
  role: string;
  one: string;
  other: string | null;
  exact: number | null;
  overlap: number | null;
  units: number;
  spans: [number, number];
  because: string | null;
  behind: Compared[];
}
export interface Agreement {
  alphas: Alpha[];
  spans: SpanScore[];
}
export interface Disagreement {
  kind: Unit;
  claim: string;
  other: string | null;
  report: ReportHead;
  sentence: Span;
  coded: Coded | null;
  judgements: Judgement[];
  fields: string[];
}
export interface Recoding {
  judgement: Judgement;
  now: string;
  changes: { part: string; code: string; before: string | null; after: string | null }[];
}
