/** What a claim says, as a card beside the text. */

import { label, typeLabel } from "../codes";
import { bdi, h, joined, link, type Child } from "../dom";
import type { Claim, Entity } from "../records";
import { say, sayCode } from "../words";
import { certainty, figure, voice, when, where } from "../wording";

/** What `proposed_by` begins with where a person made the claim. */
export const CODER = "coder:";

/** The card of a claim with a way to its event; one that a person left out or corrected says so, and who coded one. */
export function claimCard(claim: Claim, event: string | undefined, leftOut = false): HTMLElement {
  return h(
    "li",
    {
      class: `claim ${claim.kind}${leftOut ? " left-out" : ""}`,
      "data-claim": claim.id,
      id: `claim-${claim.id}`,
      tabindex: 0,
    },
    h(
      "p",
      { class: "facts small" },
      h("span", { class: `kind ${claim.kind}` }, sayCode("kind", claim.kind)),
      certainty(claim.certainty),
    ),
    h("p", { class: "says" }, claimBody(claim)),
    h(
      "p",
      { class: "small quiet facts" },
      h("span", {}, `${say("voice.by")} `, voice(claim.voice)),
      claim.date ? h("span", {}, when(claim.date)) : null,
      claim.place ? h("span", {}, where(claim.place)) : null,
    ),
    leftOut ? h("p", { class: "small" }, say("claim.left-out")) : null,
    claim.proposed_by?.startsWith(CODER)
      ? h("p", { class: "small" }, say("claim.coded-by"), " ", bdi(claim.proposed_by.slice(CODER.length)))
      : null,
    event ? h("p", { class: "small" }, link(`/events/${encodeURIComponent(event)}`, {}, say("event.open"))) : null,
  );
}

/** What a claim says, by its kind. */
export function claimBody(claim: Claim): Child {
  const { event, figure: counted, relation, assessment } = claim;
  if (event)
    return [
      h("b", {}, typeLabel(event.type, event.mode)),
      event.status === "occurred" ? null : ` (${label("statuses", event.status)})`,
      roles(event.roles),
    ];
  if (counted)
    return [
      h("b", {}, label("measures", counted.measure)),
      " ",
      h("span", { class: "number" }, figure(counted.low, counted.high)),
      counted.of ? [" ", bdi(counted.of)] : null,
    ];
  if (relation)
    return [
      named(relation.subject),
      " ",
      h("b", {}, label("relations", relation.predicate)),
      " ",
      named(relation.object),
      relation.ended ? ` (${say("relation.ended")})` : null,
    ];
  if (assessment)
    return [
      h("b", {}, label("assessments", assessment.type)),
      assessment.direction ? ` ${sayCode("direction", assessment.direction)}` : null,
      assessment.about.length ? [say("colon"), joined(assessment.about.map(named), say("comma"))] : null,
    ];
  return bdi(claim.text);
}

function roles(of: (Entity & { role: string })[]): Child {
  return of.map((one) =>
    h("span", { class: "role" }, h("span", { class: "small quiet" }, `${label("roles", one.role)} `), named(one)),
  );
}

function named(entity: Entity | null): Child {
  return entity ? bdi(entity.name ?? entity.text) : h("span", { class: "quiet" }, say("unknown"));
}
