/** Letters as keys: they act only while the desk has the focus, not in fields, and can be switched off. */

import { chooseLetterKeys, letterKeys } from "../../coder";
import { h } from "../../dom";
import { say, type Key } from "../../words";

/** Something that a letter does; a button with the same words does it too. */
export interface Act {
  key: string;
  says: Key;
  act: () => void;
  /** Only told of in the list of keys: another control does it. */
  quiet?: boolean;
}

const FIELDS = "input, textarea, select, dialog, [contenteditable]";
const PRESSED = "button, a, summary";
const SHOWN: Record<string, string> = { Comma: ",", Period: ".", Slash: "?", Escape: "Esc" };

/** Has the letters of `acts` act while the focus is within `desk`. */
export function listen(desk: HTMLElement, acts: () => Act[]): void {
  desk.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = keyOf(event);
    const target = event.target as Element;
    const field = target.closest(FIELDS);
    if (key === "Enter" && target.closest(PRESSED)) return;
    if (key === "Escape" ? field?.closest("dialog") : field || !letterKeys()) return;
    const found = acts().find((one) => one.key === key);
    if (!found) return;
    event.preventDefault();
    found.act();
  });
}

/**
 * The letter that the key has in Latin script: an Arabic layout gives ش where A is, and A is still meant. Layouts in Latin
 * script that put letters elsewhere keep their own. Shift tells the mark of letters at the start from that at the end.
 */
function keyOf(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  if (event.key === "?" || event.key === "؟") return "Slash";
  const shift = event.shiftKey && /^(Comma|Period)$/.test(event.code) ? "Shift+" : "";
  return shift + event.code.replace(/^Key/, "");
}

export function keyName(key: string): string {
  return key.startsWith("Shift+") ? `Shift ${keyName(key.slice(6))}` : (SHOWN[key] ?? key);
}

/** A button for an act, with its key. */
export function actButton({ key, says, act }: Act, strong = false): HTMLElement {
  return h(
    "button",
    {
      class: strong ? "button strong" : "button",
      type: "button",
      "data-key": key,
      "aria-keyshortcuts": letterKeys() ? key : null,
      on: { click: act },
    },
    say(says),
    letterKeys() ? h("kbd", { "aria-hidden": "true", dir: "ltr" }, keyName(key)) : null,
  );
}

/** Shows all keys, and the switch that takes the letters away; `changed` draws anew what tells of them. */
export function showKeys(acts: Act[], changed: () => void): void {
  const on = h("input", { type: "checkbox", id: "letter-keys", checked: letterKeys() });
  on.addEventListener("change", () => chooseLetterKeys(on.checked));
  const close = h(
    "button",
    { class: "button", type: "button", on: { click: () => dialog.close() } },
    say("review.close"),
  );
  const dialog = h(
    "dialog",
    { class: "sheet keys", "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, say("review.keys")),
    h("p", { class: "small quiet" }, say("review.keys.how")),
    h(
      "dl",
      {},
      acts.map((one) => [h("dt", {}, h("kbd", { dir: "ltr" }, keyName(one.key))), h("dd", {}, say(one.says))]),
      h("dt", {}, h("kbd", { dir: "ltr" }, "← →")),
      h("dd", {}, say("review.key.arrows")),
      h("dt", {}, h("kbd", { dir: "ltr" }, "Shift ← →")),
      h("dd", {}, say("review.key.extend")),
    ),
    h("label", { for: "letter-keys", class: "choose" }, on, say("review.keys.on")),
    h("p", { class: "acts" }, close),
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    changed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
