/** What can be done at the desk, each with its key. */

import type { ClaimView } from "../../parts/review/claim-view";
import type { Act } from "../../parts/review/keys";
import { MARKING, STRETCHING } from "../../parts/review/toolbar";
import type { QueueItem } from "./shapes";

/** What the desk does when it is told to. */
export interface Doing {
  accept: () => void;
  reject: () => void;
  correct: () => void;
  unsure: () => void;
  missed: () => void;
  step: (by: 1 | -1) => void;
  undo: () => void;
  help: () => void;
  leave: () => void;
}

/** What can be said of an item. */
export function decidingActs(item: QueueItem, doing: Doing): Act[] {
  const pair = item.kind === "pair";
  const found: Act[] = [
    { key: "A", says: pair ? "review.key.same" : "review.key.accept", act: doing.accept },
    { key: "R", says: pair ? "review.key.apart" : "review.key.reject", act: doing.reject },
    { key: "U", says: "review.key.unsure", act: doing.unsure },
  ];
  if (item.coded) found.splice(2, 0, { key: "C", says: "review.key.correct", act: doing.correct });
  if (item.report) found.push({ key: "M", says: "review.key.missed", act: doing.missed });
  return [...found, ...movingActs(doing), { key: "Escape", says: "review.key.leave", act: doing.leave, quiet: true }];
}

export function movingActs(doing: Doing): Act[] {
  return [
    { key: "N", says: "review.key.next", act: () => doing.step(1) },
    { key: "P", says: "review.key.previous", act: () => doing.step(-1) },
    { key: "Z", says: "review.key.undo", act: doing.undo },
    { key: "Slash", says: "review.key.help", act: doing.help },
  ];
}

/** What can be done while a form is filled. */
export function markingActs(view: ClaimView, doing: Doing): Act[] {
  return [
    ...MARKING.map((one): Act => ({ ...one, act: () => view.mark(one.role), quiet: true })),
    ...STRETCHING.map((one): Act => ({ ...one, act: () => view.passage.stretch(one.side, one.by), quiet: true })),
    { key: "Enter", says: "review.key.save", act: () => view.form?.element.requestSubmit() },
    { key: "Escape", says: "review.key.leave", act: doing.leave },
    { key: "Slash", says: "review.key.help", act: doing.help },
  ];
}
