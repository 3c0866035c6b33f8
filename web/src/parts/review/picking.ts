/** Picking words one after the other: from where one is, forward or back, alone or with those picked already. */

import type { Words } from "../../pages/review/shapes";

/** What is picked, and at which end it grows. */
export interface Picked extends Words {
  forward: boolean;
}

/**
 * What is picked after a step of one word; `extending` keeps the other end where it is. Where nothing is picked yet it is the
 * first word of `around`. Null at the ends of the text.
 */
export function moved(
  words: Words[],
  now: Picked | null,
  step: number,
  extending: boolean,
  around: Words,
): Picked | null {
  if (!now) {
    const first = words.find((one) => one.end > around.start);
    return first ? { ...first, forward: true } : null;
  }
  const head = now.forward ? last(words, now) : first(words, now);
  const to = words[head + step];
  if (!extending) {
    const alone = words[(step > 0 ? last(words, now) : first(words, now)) + step];
    return alone ? { ...alone, forward: true } : null;
  }
  if (!to) return null;
  const tail = now.forward ? now.start : now.end;
  if (now.forward) {
    if (step > 0) return { start: now.start, end: to.end, forward: true };
    return to.end > tail ? { start: now.start, end: to.end, forward: true } : { ...to, end: now.end, forward: false };
  }
  if (step < 0) return { start: to.start, end: now.end, forward: false };
  return to.start < tail
    ? { start: to.start, end: now.end, forward: false }
    : { ...to, start: now.start, forward: true };
}

function first(words: Words[], now: Words): number {
  return words.findIndex((one) => one.end > now.start);
}

function last(words: Words[], now: Words): number {
  const after = words.findIndex((one) => one.start >= now.end);
  return (after < 0 ? words.length : after) - 1;
}
