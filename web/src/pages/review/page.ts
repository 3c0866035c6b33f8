/** Review: the parts of it, under whose name one codes, and what was decided last, said aloud. */

import "../../styles/deciding.css";
import "../../styles/review.css";
import "../../styles/coding.css";
import { chooseCoder, coder, namesThemselves } from "../../coder";
import { h, link } from "../../dom";
import { say, type Key } from "../../words";
import { agreement } from "./agreement";
import { assignments } from "./assignments";
import { disagreements } from "./disagreements";
import { queue } from "./queue";
import { recoding } from "./recoding";

type Tell = (words: string) => void;
type Part = (into: HTMLElement, signal: AbortSignal, tell: Tell) => Promise<void>;

const PARTS: Record<string, Part> = {
  "": (into, signal, tell) => queue(into, signal, tell, false),
  pairs: (into, signal, tell) => queue(into, signal, tell, true),
  disagreements,
  agreement,
  recoding,
  assignments,
};
const TITLES: Record<string, Key> = {
  "": "review.queue",
  pairs: "review.pairs",
  disagreements: "review.disagreements",
  agreement: "review.agreement",
  recoding: "review.recoding",
  assignments: "review.assignments",
};

export async function reviewPage(into: HTMLElement, signal: AbortSignal, part: string): Promise<void> {
  const draw = PARTS[part];
  const title = TITLES[part];
  if (!draw || !title) throw new Error(say("failed.address", { address: location.pathname }));
  document.title = `${say(title)} · ${say("name")}`;
  const said = h("p", { role: "status", class: "said" });
  const tell: Tell = (words) => said.replaceChildren(words);
  const body = h("div", { class: "review-part" });
  into.replaceChildren(
    h(
      "div",
      { class: "review" },
      h("h1", { class: "visually-hidden" }, say("nav.review")),
      h(
        "div",
        { class: "review-head" },
        parts(part),
        namesThemselves() ? codingAs(() => void reviewPage(into, signal, part)) : null,
      ),
      said,
      body,
    ),
  );
  if (coder()) await draw(body, signal, tell);
  else body.replaceChildren(h("p", { class: "sheet" }, say("review.who_first")));
}

function parts(now: string): HTMLElement {
  return h(
    "nav",
    { class: "parts", "aria-label": say("review.parts") },
    h(
      "ul",
      {},
      Object.entries(TITLES).map(([part, title]) =>
        h(
          "li",
          {},
          link(part ? `/review/${part}` : "/review", { "aria-current": part === now ? "page" : null }, say(title)),
        ),
      ),
    ),
  );
}

/** The name under which one codes, and another in its place. */
function codingAs(changed: () => void): HTMLElement {
  const input = h("input", {
    type: "text",
    id: "coder",
    value: coder(),
    maxlength: 100,
    autocomplete: "off",
    dir: "auto",
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    chooseCoder(input.value);
    changed();
  };
  return h(
    "form",
    { class: "coding-as", on: { submit } },
    h("label", { for: "coder" }, say("review.coding_as")),
    input,
    h("button", { class: "button", type: "submit" }, say("review.take_name")),
  );
}
