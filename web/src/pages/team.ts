/** The accounts of a team and its audit log, for admins. */

import { change, ROLES, type Role } from "../account";
import { ask, segment } from "../api";
import { bdi, h, type Child } from "../dom";
import { audit } from "../parts/audit";
import { field, submits, wrongWords } from "../parts/fields";
import { day, say } from "../words";

interface Account {
  name: string;
  role: Role;
  made: string;
  by: string;
  disabled: string | null;
  sessions: number;
}

export async function team(into: HTMLElement, signal: AbortSignal): Promise<void> {
  document.title = `${say("nav.team")} · ${say("name")}`;
  const rows = h("ul", { class: "plain accounts" });
  const told = h("div", { role: "alert" });
  const log = audit(signal);
  const again = async (): Promise<void> => {
    const found = await ask<Account[]>("accounts", {}, signal);
    rows.replaceChildren(...found.map((one) => row(one, act)));
    await log.again();
  };
  const act = async (doing: () => Promise<void>, done: string): Promise<void> => {
    told.replaceChildren();
    try {
      await doing();
      told.replaceChildren(h("p", {}, done));
    } catch (error) {
      told.replaceChildren(h("p", { class: "wrong" }, wrongWords(error)));
    }
    await again();
  };
  await again();
  into.replaceChildren(
    h(
      "section",
      { class: "narrow team" },
      h("h1", {}, say("nav.team")),
      told,
      rows,
      h("section", { class: "sheet" }, h("h2", {}, say("team.add")), adding(act)),
      h("section", { class: "sheet" }, h("h2", {}, say("audit.title")), log.list),
    ),
  );
}

type Act = (doing: () => Promise<void>, done: string) => Promise<void>;

function row(one: Account, act: Act): HTMLElement {
  const path = `accounts/${segment(one.name)}`;
  const changed = (to: object, done: string): void => void act(() => change("PATCH", path, to), done);
  const select = roles(`role-${one.name}`, one.role, (role) =>
    changed({ role }, say("team.changed", { name: one.name })),
  );
  const disable = (): void => changed({ disabled: !one.disabled }, say("team.changed", { name: one.name }));
  const end = (): void => void act(() => change("DELETE", `${path}/sessions`), say("team.ended", { name: one.name }));
  return h(
    "li",
    { class: "sheet", "data-account": one.name },
    h(
      "p",
      { class: "facts" },
      h("b", {}, bdi(one.name)),
      one.disabled ? h("span", { class: "chip" }, say("team.disabled")) : null,
      h("span", { class: "small quiet" }, say("team.sessions", { n: one.sessions })),
      h("span", { class: "small quiet" }, day(one.made.slice(0, 10), "short")),
    ),
    h(
      "div",
      { class: "facts" },
      h("label", { class: "visually-hidden", for: `role-${one.name}` }, say("team.role", { name: one.name })),
      select,
      button(say(one.disabled ? "team.enable" : "team.disable"), say("team.of", { name: one.name }), disable),
      one.sessions ? button(say("team.end"), say("team.of", { name: one.name }), end) : null,
    ),
    password(one, changed),
  );
}

function password(one: Account, changed: (to: object, done: string) => void): HTMLElement {
  const fresh = field(`new-${one.name}`, say("account.new"), {
    type: "password",
    autocomplete: "new-password",
    minlength: 12,
  });
  const send = (): Promise<void> => {
    changed({ password: fresh.input.value }, say("team.changed", { name: one.name }));
    return Promise.resolve();
  };
  return h(
    "details",
    { class: "small" },
    h("summary", {}, say("account.new")),
    submits(say("account.change"), [fresh.row], send),
  );
}

function adding(act: Act): HTMLElement {
  const name = field("name", say("account.name"), { type: "text", autocomplete: "off", maxlength: 64 });
  const secret = field("secret", say("account.password"), {
    type: "password",
    autocomplete: "new-password",
    minlength: 12,
  });
  let role: Role = "reader";
  const select = roles("role", role, (chosen) => (role = chosen));
  const chosen = h("div", { class: "field" }, h("label", { for: "role" }, say("account.role")), select);
  return submits(say("team.make"), [name.row, secret.row, chosen], () =>
    act(
      () => change("POST", "accounts", { name: name.input.value, password: secret.input.value, role }),
      say("team.made", { name: name.input.value }),
    ),
  );
}

function roles(id: string, role: Role, chosen: (role: Role) => void): HTMLSelectElement {
  const select = h(
    "select",
    { id, on: { change: () => chosen(select.value as Role) } },
    ROLES.map((one) => h("option", { value: one, selected: one === role }, say(`role.${one}`))),
  );
  return select;
}

function button(words: string, whose: string, act: () => void): Child {
  return h(
    "button",
    { class: "button", type: "button", on: { click: act } },
    words,
    h("span", { class: "visually-hidden" }, " ", whose),
  );
}
