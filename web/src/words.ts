/** The texts of the pages, in the language chosen; numbers, days and plural forms by Intl. */

import { type Child } from "./dom";
import { settings } from "./settings";
import ar from "./texts/ar.json";
import en from "./texts/en.json";

export type Key = keyof typeof ar;
type Params = Record<string, string | number>;
type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;

const TEXTS = { ar, en } as Record<string, Record<string, string | Forms>>;

/** The text; `{n}` and other names in braces are filled in, `n` also chooses the plural form. */
export function say(key: Key, params: Params = {}): string {
  return template(key, params).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** The text as nodes, with elements in the place of names in braces. */
export function sayNodes(key: Key, params: Record<string, Child>): Child[] {
  return template(key, params)
    .split(/(\{\w+\})/)
    .map((piece) => (piece.startsWith("{") ? params[piece.slice(1, -1)] : piece));
}

/** The text where there is one, else the word itself: for codes, of which new ones may come. */
export function sayCode(prefix: string, code: string | null | undefined): string {
  if (!code) return "";
  const found = TEXTS[settings.lang]?.[`${prefix}.${code}`];
  return typeof found === "string" ? found : code;
}

function template(key: Key, params: Record<string, unknown>): string {
  const found = TEXTS[settings.lang]?.[key];
  if (typeof found === "string" || found === undefined) return found ?? key;
  const n = typeof params["n"] === "number" ? params["n"] : 0;
  return found[plurals(n)] ?? found.other ?? key;
}

// Making one of Intl's formats takes far longer than using it.
const made = new Map<string, unknown>();

function once<T>(name: string, make: () => T): T {
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as T;
}

/** The plural form of a number in the language chosen. */
export function plurals(n: number): Intl.LDMLPluralRule {
  return once(`plural ${settings.lang}`, () => new Intl.PluralRules(settings.lang)).select(n);
}

/** Language and digits for Intl. */
export function locale(): string {
  return `${settings.lang === "ar" ? "ar" : "en-GB"}-u-nu-${settings.digits}-ca-gregory`;
}

export function number(value: number): string {
  const format = (): Intl.NumberFormat => new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  return once(`number ${locale()}`, format).format(value);
}

/** A coefficient, with as many decimals as such are given with. */
export function decimals(value: number, n = 3, signDisplay: "auto" | "exceptZero" = "auto"): string {
  const fixed = { minimumFractionDigits: n, maximumFractionDigits: n, signDisplay };
  return new Intl.NumberFormat(locale(), fixed).format(value);
}

const STYLES = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
} as const;

/** A day in words; what is no day comes back as it is. */
export function day(iso: string, style: keyof typeof STYLES = "long"): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const format = (): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale(), { ...STYLES[style], timeZone: "UTC" });
  return once(`day ${style} ${locale()}`, format).format(date);
}

/** A country by its ISO 3166 code. */
export function country(code: string | null | undefined): string {
  return code ? called(code, "region") : "";
}

/** A language by its ISO 639 code. */
export function language(code: string): string {
  return called(code, "language");
}

function called(code: string, type: "region" | "language"): string {
  try {
    const names = once(`${type} ${settings.lang}`, () => new Intl.DisplayNames([settings.lang], { type }));
    return names.of(code) ?? code;
  } catch {
    return code; // what is no well-formed code is shown as it is
  }
}

/** A moment, of which the day and the minute are told. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(date);
}
