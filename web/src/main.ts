/** The pages by their addresses, and going from one to another without loading anew. */

import "./styles/fonts.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/overview.css";
import "./styles/event.css";
import "./styles/reader.css";
import "./styles/deciding.css";
import "./styles/add.css";
import "./styles/boards.css";
import "./styles/ties.css";
import "./styles/team.css";
import { isSignIn, signInAddress, whoAmI } from "./account";
import { Refused } from "./api";
import { codebook } from "./codes";
import { h } from "./dom";
import { account } from "./pages/account";
import { actorPage, actors } from "./pages/actors";
import { add } from "./pages/add";
import { channels } from "./pages/channels";
import { contradictions } from "./pages/contradictions";
import { eventPage } from "./pages/event";
import { failed } from "./pages/failed";
import { forecasts } from "./pages/forecasts";
import { overview } from "./pages/overview";
import { reader } from "./pages/reader";
import { reports } from "./pages/reports";
import { search } from "./pages/search";
import { signInPage } from "./pages/sign-in";
import { team } from "./pages/team";
import { head } from "./parts/shell";
import { apply } from "./settings";
import { say } from "./words";

type Page = (into: HTMLElement, signal: AbortSignal, id: string) => Promise<void>;

const ROUTES: [RegExp, Page][] = [
  [/^\/$/, overview],
  [/^\/events\/([^/]+)$/, eventPage],
  [/^\/reports$/, reports],
  [/^\/reports\/(.+)$/, reader],
  [/^\/contradictions$/, contradictions],
  [/^\/actors$/, actors],
  [/^\/actors\/([^/]+)$/, actorPage],
  [/^\/forecasts$/, forecasts],
  [/^\/channels$/, channels],
  [/^\/add$/, add],
  [/^\/review(?:\/([a-z]+))?$/, review],
  [/^\/search$/, search],
  [/^\/sign-in$/, signInPage],
  [/^\/account$/, account],
  [/^\/team$/, team],
];

/** Review comes when it is asked for: those who only read need not load it. */
async function review(into: HTMLElement, signal: AbortSignal, part: string): Promise<void> {
  const { reviewPage } = await import("./pages/review/page");
  await reviewPage(into, signal, part);
}

let leaving = new AbortController();
let shown = "";

async function show(): Promise<void> {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  shown = location.pathname;
  const app = document.getElementById("app") as HTMLElement;
  const main = h("main", { id: "main", tabindex: -1 }, h("p", { class: "quiet" }, say("loading")));
  document.title = say("name");
  const known = isSignIn(shown) ? null : Promise.all([whoAmI(), codebook()]);
  await known?.catch(() => null); // what is wrong is told below
  if (signal.aborted) return;
  app.replaceChildren(
    head(shown, () => void show()),
    main,
  );
  try {
    await known;
    const route = ROUTES.map(([pattern, page]) => ({ page, match: pattern.exec(shown) })).find((one) => one.match);
    if (!route) throw new Error(say("failed.address", { address: shown }));
    await route.page(main, signal, decodeURIComponent(route.match?.[1] ?? ""));
    main.dataset["ready"] = "";
  } catch (error) {
    if (error instanceof Refused && error.code === "signed-out") return;
    if (!signal.aborted) main.replaceChildren(failed(error));
  }
}

/** Follows a link within the pages; others, downloads and new tabs are the browser's. */
function follow(event: MouseEvent): void {
  const anchor = (event.target as Element | null)?.closest("a");
  if (!anchor || event.defaultPrevented || event.button !== 0) return;
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey ||
    anchor.target ||
    anchor.hasAttribute("download")
  )
    return;
  const url = new URL(anchor.href);
  if (
    url.origin !== location.origin ||
    url.pathname.startsWith("/api/") ||
    (url.hash && url.pathname === location.pathname)
  )
    return;
  event.preventDefault();
  history.pushState(null, "", url);
  void show().then(() => begin(!url.search));
  scrollTo(0, 0);
}

/** Puts the focus where the page begins, unless the page has put it somewhere itself, as the reader does on a claim. */
function begin(preventScroll: boolean): void {
  const main = document.getElementById("main");
  if (!main?.contains(document.activeElement)) main?.focus({ preventScroll });
}

apply();
addEventListener("click", follow);
addEventListener("pageshow", (event) => event.persisted && location.reload()); // what "back" brings may be another's
addEventListener("signed-out", () => isSignIn(location.pathname) || location.assign(signInAddress()));
addEventListener("popstate", () => location.pathname !== shown && void show());
void show();
