/** Who is signed in, and what they may do. The server decides; pages only leave out what it would refuse. */

import { ask, refusal } from "./api";

export type Role = "reader" | "coder" | "admin";
/** Without accounts, `team` is false and everyone may do everything. */
export interface Me {
  account: string;
  role: Role;
  team: boolean;
}
export type Need = "code" | "administer";

export const ROLES: Role[] = ["reader", "coder", "admin"];
const NEEDED: Record<Need, Role> = { code: "coder", administer: "admin" };
const SIGN_IN = "/sign-in";

let known: Me | null = null;

/** Asks who is signed in, once for all pages; throws Refused where nobody is. */
export async function whoAmI(): Promise<Me> {
  known ??= await ask<Me>("me");
  return known;
}

/** Who is signed in, as far as it was asked. */
export function me(): Me | null {
  return known;
}

/** Whether to show controls that need this. */
export function may(need: Need): boolean {
  return known !== null && ROLES.indexOf(known.role) >= ROLES.indexOf(NEEDED[need]);
}

/** Where one signs in, with the way back to the page that is open. */
export function signInAddress(): string {
  const here = new URLSearchParams(location.search);
  const to = new URLSearchParams({ next: location.pathname + location.search });
  for (const name of ["lang", "digits", "theme"]) if (here.has(name)) to.set(name, here.get(name) ?? "");
  return `${SIGN_IN}?${to.toString()}`;
}

/** Whether this is the page to sign in on, which everyone may see. */
export function isSignIn(path: string): boolean {
  return path === SIGN_IN;
}

/** The way back, within these pages alone whatever the address says. */
export function wayBack(): string {
  const next = new URL(new URLSearchParams(location.search).get("next") ?? "/", location.origin);
  return next.origin === location.origin && !isSignIn(next.pathname) ? next.pathname + next.search : "/";
}

/** Begins a session; throws Refused. Pages are loaded anew after it, so that nothing is left of another account. */
export async function signIn(name: string, password: string): Promise<void> {
  await change("POST", "session", { name, password });
}

/** Ends the session at the server. */
export async function signOut(): Promise<void> {
  await change("DELETE", "session");
  location.assign(SIGN_IN);
}

/** Changes something about accounts and sessions; throws Refused with the server's own words. */
export async function change(method: "POST" | "PATCH" | "DELETE", path: string, body?: object): Promise<void> {
  const answer = await fetch(`/api/v1/${path}`, {
    method,
    headers: { "x-marsad": "1", "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw await refusal(answer);
}
