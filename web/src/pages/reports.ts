/** The list of reports, the latest first as stored. */

import { ask, segment } from "../api";
import { bdi, h, link } from "../dom";
import { more } from "../parts/events";
import type { Page, ReportHead } from "../records";
import { titled } from "../wording";
import { day, say } from "../words";

export async function reports(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const rows = h("ul", { class: "plain reports" });
  const page = h("section", { class: "narrow" }, h("h1", {}, say("nav.reports")), rows);
  const follow = async (cursor: string | null): Promise<void> => {
    const found = await ask<Page<ReportHead>>("reports", { cursor, limit: 50 }, signal);
    page.querySelector("button")?.remove();
    rows.append(...found.items.map(row));
    if (!rows.children.length) rows.append(h("li", { class: "quiet" }, say("reports.none")));
    if (found.next) page.append(more(null, () => void follow(found.next)));
  };
  await follow(null);
  into.replaceChildren(page);
}

function row(report: ReportHead): HTMLElement {
  return h(
    "li",
    { class: "sheet" },
    h("p", { class: "quotation" }, link(`/reports/${segment(report.id)}`, {}, bdi(titled(report)))),
    h(
      "p",
      { class: "facts small quiet" },
      report.outlet ? h("span", {}, bdi(report.outlet)) : null,
      report.published ? h("time", { datetime: report.published }, day(report.published)) : null,
    ),
  );
}
