/** One's own account: its role, and another password for it. */

import { change, me } from "../account";
import { Refused } from "../api";
import { bdi, h } from "../dom";
import { field, submits, wrongWords } from "../parts/fields";
import { say } from "../words";

export function account(into: HTMLElement): Promise<void> {
  const known = me();
  const named = bdi(known?.account);
  document.title = `${say("account.title")} · ${say("name")}`;
  into.replaceChildren(
    h(
      "section",
      { class: "sheet sign-in" },
      h("h1", {}, say("account.title")),
      h("p", { class: "facts" }, named, known ? h("span", { class: "chip" }, say(`role.${known.role}`)) : null),
      known?.team ? password() : h("p", { class: "quiet" }, say("account.none")),
    ),
  );
  return Promise.resolve();
}

function password(): HTMLElement[] {
  const old = field("old", say("account.old"), { type: "password", autocomplete: "current-password" });
  const fresh = field("new", say("account.new"), { type: "password", autocomplete: "new-password", minlength: 12 });
  const told = h("div", { role: "alert" });
  const form = submits(say("account.change"), [old.row, fresh.row, told], async () => {
    told.replaceChildren();
    try {
      await change("POST", "me/password", { old: old.input.value, new: fresh.input.value });
      told.replaceChildren(h("p", {}, say("account.changed")));
      old.input.value = fresh.input.value = "";
    } catch (error) {
      const mistaken = error instanceof Refused && error.code === "sign-in";
      told.replaceChildren(h("p", { class: "wrong" }, mistaken ? say("account.mistaken") : wrongWords(error)));
    }
  });
  return [h("h2", {}, say("account.new")), h("p", { class: "quiet small" }, say("account.how")), form];
}
