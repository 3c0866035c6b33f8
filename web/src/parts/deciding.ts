/** Asking a person for a decision and its reason: a dialog that tells what will be done, and stays where it is refused. */

import { h, type Child } from "../dom";
import { say } from "../words";
import { problem } from "./problem";

export interface Asked {
  title: string;
  /** What the decision means, and what it is about. */
  about: Child;
  /** The words on the button that decides. */
  act: string;
  /** Another control whose value is needed beside the reason. */
  field?: HTMLElement;
  send: (because: string) => Promise<unknown>;
  /** What follows once it is decided. */
  done: () => Promise<unknown> | void;
}

let count = 0;

/** Opens the dialog; the focus comes back to where it was when a person gives up. */
export function decide(asked: Asked): void {
  const id = `decide-${++count}`;
  const because = h("textarea", { id: `${id}-because`, rows: 3, maxlength: 2000, required: true });
  const wrong = h("div", { role: "alert" });
  const act = h("button", { class: "button strong", type: "submit" }, asked.act);
  const cancel = h("button", { class: "button", type: "button", on: { click: () => dialog.close() } }, say("cancel"));
  const form = h(
    "form",
    { on: { submit: (event) => void submit(event) } },
    h("h2", { id: `${id}-title` }, asked.title),
    h("div", { class: "about" }, asked.about),
    asked.field,
    h("label", { for: `${id}-because` }, say("decide.because")),
    because,
    wrong,
    h("p", { class: "acts" }, act, cancel),
  );
  const dialog = h(
    "dialog",
    { class: "decide sheet", "aria-labelledby": `${id}-title`, on: { close: () => dialog.remove() } },
    form,
  );

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!because.value.trim()) {
      because.value = "";
      because.reportValidity();
      return;
    }
    act.disabled = true;
    wrong.replaceChildren();
    try {
      await asked.send(because.value.trim());
    } catch (error) {
      wrong.replaceChildren(problem(error));
      act.disabled = false;
      return;
    }
    dialog.close();
    await asked.done();
  }

  document.body.append(dialog);
  dialog.showModal();
  (asked.field?.querySelector<HTMLElement>("input") ?? because).focus();
}
