/** The audit log: who did what, when and from where, the newest first. */

import { ask } from "../api";
import { bdi, h } from "../dom";
import type { Page } from "../records";
import { locale, say, sayCode } from "../words";
import { more } from "./events";

interface Entry {
  at: string;
  account: string | null;
  action: string;
  address: string | null;
  what: string | null;
  outcome: string;
  remote: string | null;
}

/** The list, and how to read it anew from its head. */
export function audit(signal: AbortSignal): { list: HTMLElement; again: () => Promise<void> } {
  const rows = h("ol", { class: "plain audit" });
  const rest = h("div", {});
  const follow = async (cursor: string | null): Promise<void> => {
    const found = await ask<Page<Entry>>("audit", { cursor, limit: 50 }, signal);
    rows.append(...found.items.map(row));
    rest.replaceChildren(...(found.next ? [more(null, () => void follow(found.next))] : []));
  };
  const again = async (): Promise<void> => {
    rows.replaceChildren();
    await follow(null);
  };
  return { list: h("div", {}, rows, rest), again };
}

function row(one: Entry): HTMLElement {
  const time = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  return h(
    "li",
    { class: "facts small" },
    h("time", { datetime: one.at, class: "number quiet" }, time.format(new Date(one.at))),
    h("span", {}, one.account ? bdi(one.account) : say("unknown")),
    h("span", {}, sayCode("audit", one.action)),
    one.outcome === "ok" ? null : h("span", { class: "chip" }, sayCode("outcome", one.outcome)),
    one.what ? h("span", {}, bdi(one.what)) : null,
    h("span", { class: "quiet", lang: "en" }, bdi([one.address, one.remote].filter(Boolean).join(" ← "))),
  );
}
