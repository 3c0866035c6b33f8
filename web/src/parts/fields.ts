/** Fields and forms for what a person types about accounts, and words for what the server refuses. */

import { Refused } from "../api";
import { h, type Child, type Props } from "../dom";
import { say, sayCode } from "../words";

/** A labelled field of a form. */
export function field(name: string, label: string, props: Props): { input: HTMLInputElement; row: HTMLElement } {
  const id = `field-${name}`;
  const input = h("input", { id, name, required: true, dir: "auto", spellcheck: "false", ...props });
  return { input, row: h("div", { class: "field" }, h("label", { for: id }, label), input) };
}

/** A form whose button waits until what was sent is answered. */
export function submits(words: string, inside: Child[], act: () => Promise<void>): HTMLFormElement {
  const button = h("button", { class: "button strong", type: "submit" }, words);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    button.disabled = true;
    try {
      await act();
    } finally {
      button.disabled = false;
    }
  };
  return h("form", { class: "fields", on: { submit: (event) => void submit(event) } }, inside, button);
}

/** What went wrong, in the language of the page where the server's code is known. */
export function wrongWords(error: unknown): string {
  const code = error instanceof Refused ? error.code : "";
  const known = sayCode("wrong", code);
  if (known !== code) return known;
  const words = error instanceof Error ? error.message : String(error);
  return `${say("wrong.other")}${say("colon")}${words}`;
}
