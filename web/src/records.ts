/** The shapes of the API that the pages read; docs/schema.json and the OpenAPI document say more of each. */

export type ClaimKind = "event" | "figure" | "relation" | "assessment";
export type Certainty = "asserted" | "reported" | "alleged" | "hedged" | "denied";

export interface Span {
  start: number;
  end: number;
  text: string;
}
export interface DateRange {
  earliest: string | null;
  latest: string | null;
  precision: string;
  inferred: boolean;
  text: string | null;
}
export interface Place extends Span {
  id: string | null;
  name: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  radius_km: number | null;
  precision: string | null;
}
export interface Entity extends Span {
  name: string | null;
  entity: string | null;
  country: string | null;
}
export interface Role extends Entity {
  role: string;
  type: string | null;
}
export interface Speaker extends Entity {
  role: "speaker" | "via";
  verb: string | null;
  direct: boolean;
}
export interface Bounds {
  low: number | null;
  best: number | null;
  high: number | null;
}
export interface Event {
  id: string;
  type: string;
  status: string;
  claims: string[];
  reports: string[];
  rule: string;
  date: DateRange | null;
  place: Place | null;
  roles: Role[];
  figures: Record<string, Bounds>;
}
export interface Claim extends Span {
  id: string;
  report: string;
  kind: ClaimKind;
  voice: Speaker[];
  certainty: Certainty;
  date: DateRange | null;
  place: Place | null;
  probability: number | null;
  proposed_by?: string | null;
  event: { type: string; mode: string | null; status: string; trigger: Span; roles: Role[] } | null;
  figure: {
    measure: string;
    low: number | null;
    high: number | null;
    unit: string;
    of: string | null;
    event: string | null;
  } | null;
  relation: { predicate: string; subject: Entity | null; object: Entity | null; ended: boolean } | null;
  assessment: { type: string; about: Entity[]; direction: string | null; horizon: DateRange | null } | null;
}
export interface ReportHead {
  id: string;
  source: string;
  sha256: string;
  outlet: string | null;
  author: string | null;
  title: string | null;
  published: string | null;
  language: string | null;
}
export interface Report extends ReportHead {
  text: string;
  furniture: [number, number][];
}
export interface ReportPage {
  report: Report;
  claims: Claim[];
  events: Record<string, string>;
  left_out: string[];
  original: string;
  place_names: Record<string, Label>;
}
export type Step =
  | { step: "report"; report: Report; sentences: [number, number][]; stored: boolean }
  | { step: "read"; report: string; sentences: number }
  | { step: "sentence"; report: string; sentence: number; claims: Claim[]; place_names: Record<string, Label> }
  | { step: "done"; report: string; claims: number }
  | { step: "refused"; source: string; code: string; detail: string; remedy: string | null }
  | { step: "end"; reports: number; refused: number };
export interface ReadAnswer {
  reports: { report: Report; claims: Claim[]; stored: boolean }[];
  refused: { source: string; code: string; detail: string }[];
}
export interface CodebookRow {
  codebook: string;
  name: string;
  included: boolean;
  category: string | null;
  cells: Record<string, string | number | boolean | null>;
  because: Remark | null;
  citation: string | null;
}
export interface EventItem {
  event: Event;
  text: string;
  outlets: string[];
  certainties: Certainty[];
  place_name: Label | null;
  row: CodebookRow | null;
}
export interface LedgerEntry extends Span {
  claim: string;
  report: string;
  outlet: string | null;
  source_name: string;
  official: boolean;
  voice: Speaker[];
  measure: string;
  unit: string;
  low: number | null;
  high: number | null;
  of: string | null;
  certainty: Certainty;
  reported: string | null;
  standing: string;
  reason: Remark;
  sentence: Span;
}
export interface Ledger {
  rule: string;
  entries: LedgerEntry[];
  bounds: Record<string, Bounds>;
  under: Record<string, Record<string, Bounds>>;
}
export interface Contradiction {
  kind: string;
  severity: string;
  weight: number;
  what: Remark;
  sides: {
    claim: Claim;
    report: string;
    outlet: string | null;
    title: string | null;
    published: string | null;
    sentence: string;
  }[];
  events: string[];
}
export interface Reason {
  name: string;
  value: string | null;
  points: number;
}
export interface Decision {
  number: number;
  decided: string;
  by: string;
  kind: "joined" | "unjoined" | "same" | "apart" | "excluded" | "withdrawn";
  one: string;
  other: string | null;
  claims: string[];
  score: number | null;
  reasons: Reason[];
  because: string | null;
  withdraws: number | null;
}
export interface EventPage {
  event: Event;
  decisions: Decision[];
  place_names: Record<string, Label>;
  tellings: { report: ReportHead; events: Claim[]; figures: Claim[]; denials: Claim[] }[];
  ledger: Ledger;
  contradictions: Contradiction[];
  codebooks: CodebookRow[];
  differences: {
    aspect: string;
    values: Record<string, string>;
    because: Record<string, Remark>;
    citations: Record<string, string>;
  }[];
  similar: { event: Event; score: number; reasons: Reason[] }[];
}
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number | null;
}
/** Figures added up over events: `told` have one, of `open` nobody says how many at most. */
export interface TollSum {
  low: number;
  best: number;
  high: number;
  told: number;
  open: number;
}
export interface Weeks {
  weeks: { week: string; events: number; killed: TollSum }[];
  undated: number;
}
export interface Cell {
  latitude: number;
  longitude: number;
  radius_km: number | null;
  events: number;
  killed: TollSum;
  types: Record<string, number>;
  event: string | null;
  name: string | null;
  place_name: Label | null;
}
export interface Cells {
  size: number;
  cells: Cell[];
  unplaced: number;
}
export interface Label {
  ar: string;
  en: string;
}
/** What Marsad remarks, with where names, numbers, days and reports' ids stand in it, in code points. */
export interface Remark extends Label {
  code: string;
  marks: Record<"ar" | "en", Mark[]>;
}
export interface Mark {
  start: number;
  end: number;
  sort: "name" | "report" | "number" | "day";
  value: number | string | null;
}
export interface Count {
  value: string;
  events: number;
  label: Label | null;
}
export interface Facets {
  total: number;
  figures: Record<string, Bounds>;
  types: Count[];
  statuses: Count[];
  countries: Count[];
  certainties: Count[];
  outlets: Count[];
  actors: Count[];
  categories?: Count[];
}
export interface Code {
  code: string;
  label: Label;
  definition: string;
  modes: Code[];
  group: string | null;
  forms: Record<string, Record<string, string>> | null;
}
export interface Codebook {
  types: Code[];
  roles: Code[];
  statuses: Code[];
  sectors: Code[];
  measures: Code[];
  relations: Code[];
  assessments: Code[];
  certainties: Code[];
  codebooks: { code: string; name: string; categories: { code: string; name: string | null }[] }[];
  rules: { name: string; definition: string; source: string | null }[];
  default_rule: string;
}
export interface SearchAnswer {
  hits: {
    report: ReportHead;
    text: string;
    start: number | null;
    end: number | null;
    claims: string[];
    score: number;
  }[];
  unindexed: number;
}
export interface ActorHead {
  id: string;
  type: string;
  sector: string | null;
  countries: string[];
  names: Record<string, string>;
  parent: string | null;
  since: string | null;
  until: string | null;
  claims: number;
}
export interface Candidate {
  source: string;
  id: string;
  name: string;
  score: number;
  listed_as: string | null;
  listed_on: string | null;
  link: "candidate" | "confirmed" | "rejected" | null;
  decided: { decided: string; by: string; decision: string; because: string; name: string } | null;
  parts: { name: string; query: string | null; candidate: string | null; score: number }[];
}
export interface RelationSource {
  claim: string;
  report: ReportHead;
  text: string;
  sentence: string;
  date: DateRange | null;
  certainty: Certainty;
  ended: boolean;
}
export interface Standing {
  predicate: string;
  says: Label;
  outgoing: boolean;
  other: ActorHead | null;
  name: string | null;
  since: string | null;
  until: string | null;
  stated_by: string | null;
  claims: RelationSource[];
}
export interface ChannelPoint {
  claim: Claim;
  report: ReportHead;
  measure: string;
  low: number | null;
  high: number | null;
  of: string | null;
  when: DateRange | null;
  sentence: string;
  actors: string[];
  about: { id: string; type: string; name: Label }[];
}
export interface ActorPage {
  actor: ActorHead;
  names: { name: string; language: string; since: string | null; until: string | null }[];
  relations: Standing[];
  same_as: Record<string, string[]>;
  weeks: Weeks["weeks"];
  events: number;
  recent: Event[];
  place_names: Record<string, Label>;
  candidates: Candidate[];
}
export interface Forecast {
  claim: string;
  report: string;
  outlet: string | null;
  author: string | null;
  published: string | null;
  sentence: string;
  direction: string | null;
  horizon_earliest: string | null;
  horizon_latest: string | null;
  hedge: string | null;
  hedge_low: number;
  hedge_high: number;
  state: string;
  unscorable: string | null;
  before: number | null;
  after: number | null;
  came_true: boolean | null;
}
