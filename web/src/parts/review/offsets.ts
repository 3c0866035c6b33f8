/** Words and paragraphs of a text by code points, as the API counts them. */

import type { Words } from "../../pages/review/shapes";

const LETTER = /[\p{L}\p{M}\p{N}\u0640]/u;

export function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && LETTER.test(letter);
}

/** The words between two places of a text given letter by letter. */
export function wordsIn(letters: string[], start: number, end: number): Words[] {
  const found: Words[] = [];
  let from: number | null = null;
  for (let at = start; at <= end; at++) {
    const inside = at < end && isLetter(letters[at]);
    if (inside && from === null) from = at;
    if (!inside && from !== null) {
      found.push({ start: from, end: at });
      from = null;
    }
  }
  return found;
}

/** The paragraph, or paragraphs, in which words stand. */
export function paragraphAround(letters: string[], words: Words): Words {
  let { start, end } = words;
  while (start > 0 && letters[start - 1] !== "\n") start--;
  while (end < letters.length && letters[end] !== "\n") end++;
  return { start, end };
}

/** The same words without space around them; null where nothing else is left. */
export function trimmed(letters: string[], words: Words): Words | null {
  let { start, end } = words;
  while (start < end && /\s/u.test(letters[start] ?? "")) start++;
  while (end > start && /\s/u.test(letters[end - 1] ?? "")) end--;
  return start < end ? { start, end } : null;
}

export function overlap(one: Words, other: Words): boolean {
  return one.start < other.end && other.start < one.end;
}
