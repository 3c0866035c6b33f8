/** The head of every page: where one is, and language, digits and colours by choice. */

import { isSignIn, may, me, signOut, type Need } from "../account";
import { bdi, h, link } from "../dom";
import { choose, settings, type Settings } from "../settings";
import { say, type Key } from "../words";

const PAGES: [string, Key, Need?][] = [
  ["/", "nav.overview"],
  ["/actors", "nav.actors"],
  ["/reports", "nav.reports"],
  ["/contradictions", "nav.contradictions"],
  ["/forecasts", "nav.forecasts"],
  ["/channels", "nav.channels"],
  ["/review", "nav.review", "code"],
  ["/search", "nav.search"],
  ["/add", "nav.add", "code"],
];

/** The head; `again` draws the page anew after a choice. */
export function head(path: string, again: () => void): HTMLElement {
  return h(
    "header",
    { class: "head no-print" },
    h("a", { class: "skip", href: "#main" }, say("skip")),
    link("/", { class: "brand" }, h("img", { src: "/icon.svg", alt: "" }), say("name")),
    isSignIn(path) ? null : pages(path),
    preferences(again),
    isSignIn(path) ? null : account(path),
  );
}

function pages(path: string): HTMLElement {
  return h(
    "nav",
    { "aria-label": say("nav.label") },
    h(
      "ul",
      {},
      PAGES.filter(([, , need]) => !need || may(need)).map(([href, key]) => page(href, path, say(key))),
      me()?.team && may("administer") ? page("/team", path, say("nav.team")) : null,
    ),
  );
}

function page(href: string, path: string, words: string): HTMLElement {
  return h("li", {}, link(href, { "aria-current": href === path || inside(path, href) ? "page" : null }, words));
}

/** Whose session it is, and its end; nothing where no accounts are asked for. */
function account(path: string): HTMLElement | null {
  const known = me();
  if (!known?.team) return null;
  return h(
    "div",
    { class: "account" },
    link(
      "/account",
      { "aria-current": path === "/account" ? "page" : null, title: say(`role.${known.role}`) },
      bdi(known.account),
    ),
    button(say("sign_out"), { "data-sign-out": "" }, () => void signOut()),
  );
}

/** Whether a page is a part of the one at `href`: review has its parts below it. */
function inside(path: string, href: string): boolean {
  return href === "/review" && path.startsWith("/review/");
}

function preferences(again: () => void): HTMLElement {
  const other = settings.lang === "ar" ? "en" : "ar";
  const digits = settings.digits === "arab" ? "latn" : "arab";
  const themes: Settings["theme"][] = ["auto", "light", "dark"];
  const next = themes[(themes.indexOf(settings.theme) + 1) % themes.length] ?? "auto";
  return h(
    "div",
    { class: "preferences", role: "group", "aria-label": say("preferences") },
    button(say(other === "ar" ? "to.arabic" : "to.english"), { lang: other, "data-choose": "lang" }, () => {
      choose("lang", other);
      choose("digits", other === "ar" ? "arab" : "latn");
      again();
    }),
    button(
      digits === "arab" ? "٠١٢٣" : "0123",
      { "aria-label": say(`digits.${digits}`), "data-choose": "digits" },
      () => {
        choose("digits", digits);
        again();
      },
    ),
    button(
      say(`theme.${settings.theme}`),
      { "data-choose": "theme", "aria-label": say("theme.change", { now: say(`theme.${settings.theme}`) }) },
      () => {
        choose("theme", next);
        again();
      },
    ),
  );
}

function button(words: string, props: Record<string, string>, act: () => void): HTMLElement {
  return h("button", { class: "button", type: "button", ...props, on: { click: act } }, words);
}
