/** Who codes at this browser, and whether letters alone are keys. Both are kept, since people come back to them. */

import { me } from "./account";

const NAME = "marsad.coder";
const KEYS = "marsad.letter-keys";

/** Under whose name judgements are sent: the account's in a team, else the name chosen, empty until someone has said it. */
export function coder(): string {
  const known = me();
  return known?.team ? known.account : (read(NAME) ?? "");
}

/** Whether the name is for the coder to choose: in a team it is the account's. */
export function namesThemselves(): boolean {
  return !me()?.team;
}

/** Takes a name over for what is judged from now on. */
export function chooseCoder(name: string): void {
  write(NAME, name.trim());
}

/** Whether letters without another key act on the desk (WCAG 2.1.4 asks that they can be switched off). */
export function letterKeys(): boolean {
  return read(KEYS) !== "off";
}

export function chooseLetterKeys(on: boolean): void {
  write(KEYS, on ? "on" : "off");
}

const held = new Map<string, string>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? held.get(name) ?? null;
  } catch {
    return held.get(name) ?? null; // storage may be forbidden; then it lasts as long as the window
  }
}

function write(name: string, value: string): void {
  held.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    /* as above */
  }
}
