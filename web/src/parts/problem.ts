/** What went wrong, in the reader's language where the code is known, with the server's own words beside it. */

import { Refused } from "../api";
import { h } from "../dom";
import { say, sayCode } from "../words";

/** The words for an error at the control that it came from. */
export function problem(error: unknown): HTMLElement {
  const code = error instanceof Refused ? error.code : "";
  const known = code ? sayCode("problem", code) : "";
  const words = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Refused ? error.remedy : null;
  return h(
    "div",
    { class: "problem" },
    h("p", {}, known && known !== code ? known : say("problem.other")),
    h("p", { class: "small", dir: "ltr", lang: "en" }, [words, remedy].filter(Boolean).join(" — ")),
  );
}
