/** What a changed codebook touches: judgements that rest on entries which say otherwise now, to be coded anew. */

import { ask } from "../../api";
import { coder } from "../../coder";
import { bdi, h } from "../../dom";
import { problem } from "../../parts/problem";
import { ClaimView } from "../../parts/review/claim-view";
import { day, say, sayCode } from "../../words";
import { judge } from "./asking";
import type { Coded, Judgement, Recoding } from "./shapes";

type Tell = (words: string) => void;

export async function recoding(into: HTMLElement, signal: AbortSignal, tell: Tell): Promise<void> {
  const found = await ask<Recoding[]>("review/recoding", { coder: coder() }, signal);
  const again = async (): Promise<void> => {
    await recoding(into, signal, tell);
    tell(say("review.said.recoded"));
  };
  const cards = await Promise.all(found.map((one) => card(one, signal, again)));
  into.replaceChildren(
    h("p", { class: "quiet" }, say("review.recoding.how")),
    h("p", {}, say("review.recoding.count", { n: found.length })),
    ...cards,
  );
}

async function card(one: Recoding, signal: AbortSignal, again: () => Promise<void>): Promise<HTMLElement> {
  const { judgement } = one;
  const { coded } = judgement;
  const around = coded?.kind === "event" ? coded.trigger : (coded ?? { start: 0, end: 0 });
  const view = await ClaimView.of({ report: judgement.report, around, coded, claim: null }, signal);
  const wrong = h("div", { role: "alert" });
  const save = async (said: Coded): Promise<void> => {
    try {
      await judge(anew(judgement, said));
      await again();
    } catch (error) {
      wrong.replaceChildren(problem(error));
    }
  };
  const buttons = h("p", { class: "acts" });
  const change = (): void => {
    buttons.hidden = true;
    view.fill(
      "correct",
      (said) => void save(said),
      () => {
        view.read();
        buttons.hidden = false;
      },
    );
  };
  const keep = (): void => void (coded && save(coded));
  buttons.append(
    h("button", { class: "button", type: "button", on: { click: keep } }, say("review.recoding.stands")),
    h("button", { class: "button", type: "button", on: { click: change } }, say("review.recoding.open")),
  );
  return h("article", { class: "sheet recoding" }, told(one), changed(one), view.element, buttons, wrong);
}

function told({ judgement, now }: Recoding): HTMLElement {
  return h(
    "p",
    { class: "facts small" },
    h("span", { class: `kind ${judgement.kind}` }, sayCode("kind", judgement.kind)),
    h("span", {}, bdi(judgement.by)),
    h("time", { datetime: judgement.judged }, day(judgement.judged.slice(0, 10))),
    h("span", {}, say("review.recoding.versions", { before: judgement.codebook, now })),
  );
}

/** Each entry as it was and as it is, as far as they differ; the codebook speaks English. */
function changed({ changes }: Recoding): HTMLElement {
  return h(
    "ul",
    { class: "plain changes" },
    changes.map(({ part, code, before, after }) => {
      const [kind = "", name] = part.split(" ");
      return h(
        "li",
        {},
        h("b", {}, sayCode("part", kind), " ", h("code", { dir: "ltr" }, [name, code].filter(Boolean).join(" "))),
        entry("del", before, after),
        entry("ins", after, before),
      );
    }),
  );
}

function entry(tag: "del" | "ins", said: string | null, other: string | null): HTMLElement {
  if (!said) return h("span", { class: "quiet" }, say("review.recoding.nothing"));
  const others = partsOf(other);
  const differing = Object.entries(partsOf(said)).filter(([name, words]) => others[name] !== words);
  const told = differing.map(([name, words]) => h("span", {}, name ? `${name}: ${words}` : words));
  return h(tag, { dir: "ltr", lang: "en" }, told.length ? told : said);
}

/** What an entry says by its parts; as a whole where it is not one record. */
function partsOf(said: string | null): Record<string, string> {
  try {
    const read = JSON.parse(said ?? "{}") as Record<string, unknown>;
    const words = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, words(value)]));
  } catch {
    return { "": said ?? "" };
  }
}

/** The same judgement under the codebook of now. */
function anew({ claim, adjudicates }: Judgement, coded: Coded): Parameters<typeof judge>[0] {
  if (!adjudicates) return { verdict: "correct", claim, coded };
  return { verdict: "correct", claim, coded, adjudicate: true, because: say("review.recoding.because") };
}
