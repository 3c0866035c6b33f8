/** What each report tells of an event, in its words; claims can be chosen to be split off, or left out. */

import { may } from "../account";
import { segment } from "../api";
import { bdi, h, link } from "../dom";
import type { Claim, EventPage } from "../records";
import { day, say } from "../words";
import { certainty, titled, voice } from "../wording";
import { claimsOf, leaveOut, splitOff, type Redo } from "./decisions";

export function tellings(page: EventPage, redo: Redo): HTMLElement {
  const claims = claimsOf(page);
  const chosen = new Set<Claim>();
  const split = h(
    "button",
    {
      class: "button",
      type: "button",
      id: "split-off",
      disabled: true,
      on: {
        click: () =>
          splitOff(
            page,
            claims.filter((claim) => chosen.has(claim)),
            redo,
          ),
      },
    },
    say("decide.split"),
  );
  const choose = (claim: Claim, on: boolean): void => {
    if (on) chosen.add(claim);
    else chosen.delete(claim);
    split.disabled = !chosen.size;
  };
  return h(
    "section",
    { class: "sheet", id: "tellings" },
    h("h2", {}, say("tellings.title")),
    h(
      "ul",
      { class: "plain" },
      page.tellings.map(({ report, events }) =>
        h(
          "li",
          { class: "telling" },
          h(
            "p",
            { class: "facts small" },
            link(`/reports/${segment(report.id)}`, {}, bdi(titled(report))),
            report.outlet ? h("span", {}, bdi(report.outlet)) : null,
            report.published ? h("span", {}, day(report.published)) : null,
          ),
          events.map((claim) => told(claim, report.id, claims.length > 1 && may("code") ? choose : null, redo)),
        ),
      ),
    ),
    claims.length > 1 && may("code")
      ? h("p", { class: "acts" }, split, h("span", { class: "small quiet" }, say("decide.choose")))
      : null,
  );
}

function told(
  claim: Claim,
  report: string,
  choose: ((claim: Claim, on: boolean) => void) | null,
  redo: Redo,
): HTMLElement {
  const box = h("input", { type: "checkbox", value: claim.id, on: { change: () => choose?.(claim, box.checked) } });
  return h(
    "blockquote",
    { class: "told", "data-claim": claim.id },
    link(`/reports/${segment(report)}?claim=${segment(claim.id)}`, { class: "quotation", dir: "auto" }, claim.text),
    h(
      "p",
      { class: "small quiet facts" },
      h("span", {}, `${say("voice.by")} `, voice(claim.voice)),
      certainty(claim.certainty),
      choose ? h("label", { class: "choose no-print" }, box, say("decide.pick")) : null,
      may("code")
        ? h(
            "button",
            { class: "plain-button no-print", type: "button", on: { click: () => leaveOut(claim, redo) } },
            say("decide.exclude"),
          )
        : null,
    ),
  );
}
