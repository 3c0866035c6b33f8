/** The board of channels: whose channels, followers and languages reports tell of, over time, each figure in its sentence. */

import { ask, segment } from "../api";
import { inLanguage, label } from "../codes";
import { bdi, h, joined, link, type Child } from "../dom";
import { choice } from "../parts/facets";
import { series } from "../parts/series";
import type { ChannelPoint, Page } from "../records";
import { day, number, say } from "../words";
import { certainty, figure, titled, voice, when } from "../wording";

const MEASURES = ["channels", "followers", "languages"];

/** What is told of one group or medium, or of none that is named. */
interface Subject {
  key: string;
  about: ChannelPoint["about"];
  points: ChannelPoint[];
}

export async function channels(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const subjects = grouped(await every(signal));
  const chosen = new URLSearchParams(location.search).get("about") ?? "";
  const board = h("div", { class: "stack" });
  const draw = (key: string): void => {
    const some = subjects.filter((one) => !key || one.key === key);
    board.replaceChildren(...(some.length ? some.map(section) : [h("p", { class: "quiet" }, say("channels.none"))]));
  };
  const picked = (key: string): void => {
    const url = new URL(location.href);
    if (key) url.searchParams.set("about", key);
    else url.searchParams.delete("about");
    history.replaceState(null, "", url);
    draw(key);
  };
  const options = subjects.map((one): [string, string] => [one.key, name(one)]);
  draw(chosen);
  document.title = `${say("nav.channels")} · ${say("name")}`;
  into.replaceChildren(
    h(
      "section",
      { class: "narrow wide-cards" },
      h("h1", {}, say("nav.channels")),
      h("p", { class: "quiet" }, say("channels.how")),
      subjects.length > 1
        ? choice("about", say("channels.about"), chosen, [["", say("forecasts.all")], ...options], picked)
        : null,
      board,
    ),
  );
}

async function every(signal: AbortSignal): Promise<ChannelPoint[]> {
  const found: ChannelPoint[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<ChannelPoint> = await ask("channels", { cursor, limit: 200 }, signal);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return found;
}

/** By those named in the sentence that are no platforms, those of most figures first and the unnamed last. */
function grouped(points: ChannelPoint[]): Subject[] {
  const found = new Map<string, Subject>();
  for (const point of points) {
    const about = point.about.filter((one) => one.type !== "platform");
    const key = about.map((one) => one.id).join("+") || "-";
    const subject = found.get(key) ?? { key, about, points: [] };
    subject.points.push(point);
    found.set(key, subject);
  }
  const rank = (one: Subject): number => (one.key === "-" ? -1 : one.points.length);
  return [...found.values()].sort((a, b) => rank(b) - rank(a));
}

function name(subject: Subject): string {
  return subject.about.map((one) => inLanguage(one.name)).join(say("comma")) || say("channels.unnamed");
}

function section(subject: Subject): HTMLElement {
  const measures = MEASURES.filter((measure) => subject.points.some((one) => one.measure === measure));
  const of = (measure: string): ChannelPoint[] => subject.points.filter((one) => one.measure === measure);
  return h(
    "section",
    { class: "sheet channel-subject", "data-about": subject.key },
    h(
      "h2",
      {},
      subject.about.length
        ? joined(
            subject.about.map((one) => link(`/actors/${segment(one.id)}`, {}, bdi(inLanguage(one.name)))),
            say("comma"),
          )
        : say("channels.unnamed"),
    ),
    table(measures, of),
    measures.map((measure) => series(of(measure), label("measures", measure))),
    h("h3", {}, say("channels.sentences")),
    h("ol", { class: "plain figures" }, subject.points.map(told)),
  );
}

/** First and last reported, a row a measure; each figure leads to its sentence. */
function table(measures: string[], of: (measure: string) => ChannelPoint[]): HTMLElement {
  const heads = ["channels.measure", "channels.first", "channels.last", "channels.count"] as const;
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": say("channels.table") },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((key) => h("th", { scope: "col" }, say(key))),
        ),
      ),
      h(
        "tbody",
        {},
        measures.map((measure) => {
          const dated = of(measure).filter((one) => one.when?.earliest ?? one.when?.latest);
          return h(
            "tr",
            {},
            h("th", { scope: "row" }, label("measures", measure)),
            h("td", {}, cell(dated.filter((one) => sameTime(one, dated[0])))),
            h("td", {}, cell(dated.filter((one) => sameTime(one, dated.at(-1))))),
            h("td", { class: "number" }, number(of(measure).length)),
          );
        }),
      ),
    ),
  );
}

function sameTime(one: ChannelPoint, other: ChannelPoint | undefined): boolean {
  return one.when?.earliest === other?.when?.earliest && one.when?.latest === other?.when?.latest;
}

/** The figures of one time, each a link to its sentence. */
function cell(points: ChannelPoint[]): Child {
  const first = points[0];
  if (!first) return h("span", { class: "quiet" }, say("date.unknown"));
  const figures = points.map((one) => link(address(one), { class: "number" }, figure(one.low, one.high)));
  return [joined(figures, say("comma")), h("span", { class: "small quiet block" }, when(first.when))];
}

function told(point: ChannelPoint): HTMLElement {
  const platforms = point.about.filter((one) => one.type === "platform");
  return h(
    "li",
    { class: "entry", "data-claim": point.claim.id },
    h(
      "p",
      { class: "entry-figure number" },
      figure(point.low, point.high),
      h("span", { class: "small quiet" }, label("measures", point.measure)),
    ),
    h(
      "div",
      {},
      h(
        "p",
        { class: "facts small" },
        h("b", {}, when(point.when)),
        platforms.map((one) => h("span", { class: "chip" }, bdi(inLanguage(one.name)))),
        h("span", {}, `${say("voice.by")} `, voice(point.claim.voice)),
        certainty(point.claim.certainty),
      ),
      h("blockquote", { class: "quotation", dir: "auto" }, link(address(point), {}, point.sentence)),
      h(
        "p",
        { class: "facts small quiet" },
        bdi(point.report.outlet ?? titled(point.report)),
        point.report.published ? h("time", { datetime: point.report.published }, day(point.report.published)) : null,
      ),
    ),
  );
}

function address(point: ChannelPoint): string {
  return `/reports/${segment(point.report.id)}?claim=${segment(point.claim.id)}`;
}
