/** Codings of one unit side by side, the fields in which they differ set off. */

import { bdi, h, type Child } from "../../dom";
import { EVENT_FIELDS, fieldName, fieldsOf, FIGURE_FIELDS, ROLES, type Field } from "../../parts/review/coded";
import { say } from "../../words";
import type { Source } from "./asking";
import type { Disagreement, Judgement } from "./shapes";

interface Column {
  head: Child;
  fields: Map<string, Field>;
  judgement: Judgement | null;
}

const ORDER: string[] = ["stands", ...EVENT_FIELDS.slice(0, 5), ...ROLES, ...EVENT_FIELDS.slice(5), ...FIGURE_FIELDS];

/** A table with a column for Marsad's reading and for each coder; `side` is called with the judgement that is sided with. */
export function sideBySide(one: Disagreement, from: Source, side: (judgement: Judgement) => void): HTMLElement {
  const read: Column[] = one.coded
    ? [{ head: say("review.as_read"), fields: byName(fieldsOf(one.coded, from)), judgement: null }]
    : [];
  const columns = [...read, ...one.judgements.map((judgement) => column(judgement, from))];
  const names = [...new Set(ORDER)].filter((name) => columns.some(({ fields }) => fields.has(name)));
  const told = (name: string): string => (one.kind === "pair" ? say("review.pair.question") : fieldName(name));
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "group", "aria-label": say("review.side_by_side") },
    h(
      "table",
      { class: "side-by-side" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          columns.map(({ head }) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        names.map((name) => row(name, told(name), columns)),
      ),
      h(
        "tfoot",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          columns.map(({ judgement }) => h("td", {}, judgement && choose(judgement, side))),
        ),
      ),
    ),
  );
}

function row(name: string, title: string, columns: Column[]): HTMLElement {
  const said = columns.filter(({ judgement }) => judgement && judgement.verdict !== "reject");
  const values = new Set(
    (name === "stands" ? columns.filter((one) => one.judgement) : said).map((one) => one.fields.get(name)?.same ?? ""),
  );
  const differs = values.size > 1;
  return h(
    "tr",
    { class: differs ? "differs" : "", "data-field": name, "data-differs": differs ? "" : null },
    h(
      "th",
      { scope: "row" },
      title,
      differs ? h("span", { class: "visually-hidden" }, ` (${say("review.differs")})`) : null,
    ),
    columns.map(({ fields }) => h("td", {}, fields.get(name)?.says ?? h("span", { class: "quiet" }, "—"))),
  );
}

function column(judgement: Judgement, from: Source): Column {
  const rejects = judgement.verdict === "reject";
  const stands: Field = {
    name: "stands",
    says: [say(rejects ? "no" : "yes"), judgement.because ? [say("colon"), bdi(judgement.because)] : null],
    same: String(!rejects),
  };
  const fields = judgement.coded && !rejects ? fieldsOf(judgement.coded, from) : [];
  return { head: bdi(judgement.by), fields: byName([stands, ...fields]), judgement };
}

function byName(fields: Field[]): Map<string, Field> {
  return new Map(fields.map((one) => [one.name, one]));
}

function choose(judgement: Judgement, side: (judgement: Judgement) => void): HTMLElement {
  return h(
    "button",
    { class: "button", type: "button", on: { click: () => side(judgement) } },
    say("review.rule.side", { name: judgement.by }),
  );
}
