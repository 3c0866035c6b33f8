/** Buttons that mark the picked words, each with its key, and those that give a letter more or less. */

import { h } from "../../dom";
import type { Coded } from "../../pages/review/shapes";
import { say, type Key } from "../../words";
import { letterKeys } from "../../coder";
import { fieldName, ROLES } from "./coded";
import type { Passage } from "./passage";

/** The keys that mark, by what they mark. */
export const MARKING: { key: string; says: Key; role: string }[] = [
  { key: "T", says: "review.key.mark_trigger", role: "trigger" },
  { key: "G", says: "review.key.mark_agent", role: "agent" },
  { key: "O", says: "review.key.mark_target", role: "target" },
  { key: "L", says: "review.key.mark_place", role: "place" },
];

/** A letter more or less at the start or the end of what is picked, by key. */
export const STRETCHING: { key: string; says: Key; side: "start" | "end"; by: 1 | -1 }[] = [
  { key: "Comma", says: "review.key.start_less", side: "start", by: -1 },
  { key: "Shift+Comma", says: "review.key.start_more", side: "start", by: 1 },
  { key: "Period", says: "review.key.end_less", side: "end", by: -1 },
  { key: "Shift+Period", says: "review.key.end_more", side: "end", by: 1 },
];

export function toolbar(kind: Coded["kind"], mark: (role: string) => void): HTMLElement {
  const names = kind === "figure" ? ["trigger"] : ["trigger", "agent", "target", "place", ...ROLES.slice(2)];
  return h(
    "div",
    { class: "marking", role: "group", "aria-label": say("review.mark_as") },
    h("span", { class: "small quiet" }, say("review.mark_as")),
    names.map((name) => {
      const key = MARKING.find((one) => one.role === name)?.key;
      const shown = kind === "figure" ? "figure" : name;
      return h(
        "button",
        {
          class: `button small as-${shown}`,
          type: "button",
          "data-mark": name,
          // A press would take the selection away from the words.
          on: { click: () => mark(name), pointerdown: (event) => event.preventDefault() },
        },
        fieldName(shown),
        key && letterKeys() ? h("kbd", { "aria-hidden": "true", dir: "ltr" }, key) : null,
      );
    }),
  );
}

export function stretching(passage: Passage): HTMLElement {
  return h(
    "span",
    { class: "stretching", role: "group", "aria-label": say("review.letters") },
    STRETCHING.map(({ says, side, by }) =>
      h(
        "button",
        {
          class: "button small",
          type: "button",
          "aria-label": say(says),
          title: say(says),
          on: { click: () => passage.stretch(side, by), pointerdown: (event) => event.preventDefault() },
        },
        `${say(side === "start" ? "review.at_start" : "review.at_end")} ${by > 0 ? "+" : "−"}`,
      ),
    ),
  );
}
