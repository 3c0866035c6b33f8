/** What a page says when it could not be shown. */

import { Refused } from "../api";
import { h } from "../dom";
import { say } from "../words";

export function failed(error: unknown): HTMLElement {
  const words = error instanceof Error ? error.message : String(error);
  const gone = error instanceof Refused && error.status === 404;
  return h(
    "div",
    { class: "sheet failure", role: "alert" },
    h("h1", {}, say(gone ? "failed.gone" : "failed.title")),
    h("p", { dir: "ltr", lang: "en" }, words),
    error instanceof Refused && error.remedy ? h("p", { class: "quiet", dir: "ltr", lang: "en" }, error.remedy) : null,
  );
}
