/** The ledger of an event: best, low and high under the rule in use and the others, and every figure with its sentence. */

import { known, label } from "../codes";
import { bdi, h, link } from "../dom";
import type { Ledger, LedgerEntry, Span } from "../records";
import { day, say, sayCode, type Key } from "../words";
import { certainty, figure, toll } from "../wording";
import { choice } from "./facets";
import { remark } from "./remark";
import { rise } from "./rise";

/** The whole section; `under` asks for another rule. */
export function ledgerSection(ledger: Ledger, under: (rule: string) => void): HTMLElement {
  const measures = [...new Set(ledger.entries.map((entry) => entry.measure))];
  const rules = known().rules;
  const rule = rules.find((one) => one.name === ledger.rule);
  return h(
    "section",
    { class: "sheet ledger", id: "ledger" },
    h("h2", {}, say("ledger.title")),
    h("p", { class: "small quiet" }, say("ledger.how")),
    choice(
      "rule",
      say("filter.rule"),
      ledger.rule,
      rules.map((one) => [one.name, say(`rule.${one.name}` as Key)]),
      under,
    ),
    h(
      "p",
      { class: "small quiet" },
      say(`rule.${ledger.rule}.says` as Key),
      rule?.source ? [" (", h("bdi", { lang: "en" }, rule.source), ")"] : null,
    ),
    measures.length ? bounds(ledger, measures) : h("p", {}, say("ledger.none")),
    measures.map((measure) => [
      h("h3", {}, label("measures", measure)),
      rise(ledger.entries, measure, label("measures", measure)),
      h("ol", { class: "entries" }, ledger.entries.filter((entry) => entry.measure === measure).map(entryRow)),
    ]),
  );
}

/** Best, low and high by rule: a row a rule, a column a measure. */
function bounds(ledger: Ledger, measures: string[]): HTMLElement {
  const under = { ...ledger.under, [ledger.rule]: ledger.bounds };
  const counted = measures.filter((measure) => Object.values(under).some((one) => one[measure]));
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": say("ledger.rules") },
    h(
      "table",
      { class: "bounds" },
      h("caption", { class: "visually-hidden" }, say("ledger.rules")),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, say("filter.rule")),
          counted.map((m) => h("th", { scope: "col" }, label("measures", m))),
        ),
      ),
      h(
        "tbody",
        {},
        known().rules.map(({ name }) =>
          h(
            "tr",
            { class: name === ledger.rule ? "in-use" : "" },
            h(
              "th",
              { scope: "row" },
              say(`rule.${name}` as Key),
              name === ledger.rule ? ` — ${say("ledger.in_use")}` : null,
            ),
            counted.map((m) => {
              const found = under[name]?.[m];
              return h("td", { class: "number" }, found ? toll(found) : say("toll.unknown"));
            }),
          ),
        ),
      ),
    ),
  );
}

function entryRow(entry: LedgerEntry): HTMLElement {
  const said = [...entry.voice.map((one) => one.name ?? one.text)];
  const source = entry.source_name || said[0] || "";
  return h(
    "li",
    { class: `entry standing-${entry.standing}`, "data-claim": entry.claim },
    h(
      "p",
      { class: "entry-figure number" },
      figure(entry.low, entry.high),
      entry.of ? h("span", { class: "small quiet" }, " ", bdi(entry.of)) : null,
    ),
    h(
      "div",
      {},
      h(
        "p",
        { class: "facts small" },
        h("b", {}, bdi(source)),
        entry.official ? h("span", { class: "chip" }, say("ledger.official")) : null,
        entry.outlet && entry.outlet !== source ? h("span", {}, `${say("voice.via")} `, bdi(entry.outlet)) : null,
        entry.reported ? h("time", { datetime: entry.reported }, day(entry.reported)) : null,
        certainty(entry.certainty),
        h("span", { class: "chip" }, sayCode("standing", entry.standing)),
      ),
      h(
        "blockquote",
        { class: "quotation", dir: "auto" },
        link(
          `/reports/${encodeURIComponent(entry.report)}?claim=${encodeURIComponent(entry.claim)}`,
          {},
          ...within(entry.sentence, entry),
        ),
      ),
      h("details", { class: "small quiet" }, h("summary", {}, say("ledger.why")), h("p", {}, remark(entry.reason))),
    ),
  );
}

/** A sentence with the figure's own words marked; offsets are code points. */
export function within(sentence: Span, part: Span): (string | HTMLElement)[] {
  const letters = Array.from(sentence.text);
  const [from, to] = [part.start - sentence.start, part.end - sentence.start];
  if (from < 0 || to > letters.length || from >= to) return [sentence.text];
  return [letters.slice(0, from).join(""), h("mark", {}, letters.slice(from, to).join("")), letters.slice(to).join("")];
}
