/** The reader: a report as written, its claims marked, each mark and its card lighting up one another. */

import { ask, segment } from "../api";
import { apart, bdi, h } from "../dom";
import { claimCard } from "../parts/claim";
import { markedText } from "../parts/marked";
import { both, kinds } from "../parts/reading";
import { learnPlaces } from "../places";
import type { ReportPage } from "../records";
import { titled } from "../wording";
import { day, say } from "../words";

export async function reader(into: HTMLElement, signal: AbortSignal, id: string): Promise<void> {
  const page = await ask<ReportPage>(`reports/${segment(id)}`, {}, signal);
  const { report } = page;
  learnPlaces(page.place_names);
  const claims = [...page.claims].sort((a, b) => a.start - b.start || b.end - a.end);
  const leftOut = new Set(page.left_out);
  const marked = markedText(report, claims);
  const list = h(
    "ol",
    { class: "claims" },
    claims.map((claim) => claimCard(claim, page.events[claim.id], leftOut.has(claim.id))),
  );
  document.title = `${apart(titled(report))} · ${say("name")}`;
  const article = h("article", { class: "reader" });
  article.append(
    h(
      "header",
      {},
      h("h1", {}, bdi(titled(report))),
      h(
        "p",
        { class: "facts quiet" },
        report.outlet ? h("span", {}, bdi(report.outlet)) : null,
        report.author ? h("span", {}, bdi(report.author)) : null,
        report.published ? h("time", { datetime: report.published }, day(report.published)) : null,
        h("a", { class: "no-print", href: page.original, download: "" }, say("reader.original")),
      ),
      h("p", { class: "small quiet hash" }, "SHA-256 ", h("code", { dir: "ltr" }, report.sha256)),
    ),
    h(
      "div",
      { class: "reading" },
      h("section", { class: "sheet", "aria-label": say("reader.text") }, marked.element),
      h("aside", { class: "beside", "aria-label": say("reader.claims") }, kinds(article, claims), list),
    ),
  );
  into.replaceChildren(article);
  both(marked, list, claims, signal);
}
