/** A field that is filled by typing: a label in either language, or the code itself. */

import { h } from "../../dom";
import type { Code, Label } from "../../records";
import { settings } from "../../settings";
import { say } from "../../words";

export interface Option {
  code: string;
  label: Label;
}

let count = 0;

/** A field with its label; `chosen` gets the code, or null where it was emptied and need not be filled. */
export function typeahead(
  name: string,
  title: string,
  options: Option[],
  value: string | null,
  chosen: (code: string | null) => void,
  required = false,
): HTMLElement {
  const id = `type-${name}-${++count}`;
  const words = (code: string | null): string => options.find((one) => one.code === code)?.label[settings.lang] ?? "";
  const input = h("input", {
    type: "text",
    id,
    list: `${id}-list`,
    value: words(value),
    required,
    autocomplete: "off",
  });
  input.dataset["name"] = name;
  input.addEventListener("change", () => {
    const found = input.value.trim() ? match(options, input.value) : null;
    input.setCustomValidity(found === undefined || (required && !found) ? say("review.pick_one") : "");
    input.reportValidity();
    if (found === undefined || (required && !found)) return;
    input.value = words(found);
    chosen(found);
  });
  const list = h(
    "datalist",
    { id: `${id}-list` },
    options.map((one) => h("option", { value: one.label[settings.lang], label: other(one.label) })),
  );
  return h("div", { class: "choice" }, h("label", { for: id }, title), input, list);
}

export function optionsOf(codes: Code[]): Option[] {
  return codes.map(({ code, label }) => ({ code, label }));
}

/** The code whose label, in either language, is or alone begins with what was typed; undefined where that is not one. */
function match(options: Option[], typed: string): string | undefined {
  const words = typed.trim().toLocaleLowerCase();
  const names = (one: Option): string[] =>
    [one.code, one.label.ar, one.label.en].map((name) => name.toLocaleLowerCase());
  const exact = options.find((one) => names(one).includes(words));
  if (exact) return exact.code;
  const beginning = options.filter((one) => names(one).some((name) => name.startsWith(words)));
  return beginning.length === 1 ? beginning[0]?.code : undefined;
}

function other(label: Label): string {
  return label[settings.lang === "ar" ? "en" : "ar"];
}
