/** Signing in, and back to where one was. */

import { signIn, wayBack } from "../account";
import { Refused } from "../api";
import { h } from "../dom";
import { field, submits, wrongWords } from "../parts/fields";
import { say } from "../words";

export function signInPage(into: HTMLElement): Promise<void> {
  document.title = `${say("sign_in.title")} · ${say("name")}`;
  const name = field("username", say("account.name"), {
    type: "text",
    autocomplete: "username",
    autocapitalize: "none",
  });
  const password = field("password", say("account.password"), { type: "password", autocomplete: "current-password" });
  const wrong = h("div", { role: "alert", id: "wrong" });
  const form = submits(say("sign_in.act"), [name.row, password.row, wrong], async () => {
    wrong.replaceChildren();
    try {
      await signIn(name.input.value, password.input.value);
      location.replace(wayBack());
    } catch (error) {
      const mistaken = error instanceof Refused && error.code === "sign-in";
      wrong.replaceChildren(h("p", { class: "wrong" }, mistaken ? say("sign_in.wrong") : wrongWords(error)));
      password.input.value = "";
      password.input.focus();
    }
  });
  into.replaceChildren(
    h(
      "section",
      { class: "sheet sign-in" },
      h("h1", {}, say("sign_in.title")),
      h("p", { class: "quiet small" }, say("sign_in.how")),
      form,
    ),
  );
  name.input.focus();
  return Promise.resolve();
}
