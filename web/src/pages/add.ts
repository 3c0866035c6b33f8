/** Adding by hand: a text pasted or files dropped, read before one's eyes, and stored only where a person says so. */

import { ask } from "../api";
import { h } from "../dom";
import { Job } from "../parts/job";
import { say } from "../words";

const LONGEST = 500_000; // letters, as the API takes them
const KINDS = ".txt,.html,.htm,.pdf,.docx,.jsonl,.json"; // a hint for the dialog alone: content decides

export async function add(into: HTMLElement, signal: AbortSignal): Promise<void> {
  const { largest } = await ask<{ largest: number }>("about", {}, signal);
  const jobs = h("div", { class: "stack jobs", "aria-label": say("add.jobs"), role: "region" });
  let before = Promise.resolve();
  const begin = (job: Job): void => {
    jobs.prepend(job.element);
    before = before.then(() => job.read());
  };
  const take = (files: Iterable<File>): void => {
    for (const file of files) {
      const job = new Job(file, file.name, signal);
      if (file.size <= largest && file.size > 0) begin(job);
      else {
        jobs.prepend(job.element);
        job.refuse(file.size ? "too-large" : "empty");
      }
    }
  };
  document.title = `${say("nav.add")} · ${say("name")}`;
  into.replaceChildren(
    h(
      "div",
      { class: "add" },
      h("header", {}, h("h1", {}, say("nav.add")), h("p", { class: "quiet" }, say("add.how"))),
      h(
        "div",
        { class: "ways" },
        pasting((text, name) => begin(new Job(text, name, signal))),
        dropping(take, signal),
      ),
      jobs,
    ),
  );
}

function pasting(read: (text: object, name: string) => void): HTMLElement {
  const text = h("textarea", { id: "add-text", rows: 9, dir: "auto", required: true, maxlength: LONGEST });
  const title = h("input", { id: "add-title", dir: "auto", maxlength: 2000, autocomplete: "off" });
  const outlet = h("input", { id: "add-outlet", dir: "auto", maxlength: 500, autocomplete: "off" });
  const published = h("input", { id: "add-published", type: "date" });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!text.value.trim()) return;
    const sent = {
      text: text.value,
      title: title.value.trim() || null,
      outlet: outlet.value.trim() || null,
      published: published.value || null,
    };
    read(sent, sent.title ?? say("add.pasted"));
  };
  const field = (key: "add.title" | "add.outlet" | "add.published", input: HTMLElement): HTMLElement =>
    h("div", {}, h("label", { for: input.id }, say(key)), input);
  return h(
    "form",
    { class: "sheet pasting", on: { submit } },
    h("label", { for: "add-text" }, say("add.text")),
    text,
    h(
      "div",
      { class: "fields" },
      field("add.title", title),
      field("add.outlet", outlet),
      field("add.published", published),
    ),
    h("p", { class: "acts" }, h("button", { class: "button strong", type: "submit", id: "add-read" }, say("add.read"))),
  );
}

/** Files may be dropped anywhere on the page: elsewhere the browser would leave the page for the file. */
function dropping(take: (files: Iterable<File>) => void, signal: AbortSignal): HTMLElement {
  const input = h("input", {
    type: "file",
    id: "add-files",
    class: "visually-hidden",
    multiple: true,
    accept: KINDS,
    on: {
      change: () => {
        take([...(input.files ?? [])]);
        input.value = "";
      },
    },
  });
  const zone = h(
    "div",
    { class: "sheet dropping" },
    input,
    h("label", { class: "button", for: "add-files" }, say("add.choose")),
    h("p", {}, say("add.drop")),
    h("p", { class: "small quiet" }, say("add.kinds")),
  );
  const over = (event: Event): void => {
    event.preventDefault();
    zone.classList.add("over");
  };
  addEventListener("dragover", over, { signal });
  addEventListener("dragleave", () => zone.classList.remove("over"), { signal });
  addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      take([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  return zone;
}
