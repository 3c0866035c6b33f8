/** The codebook's labels, in the language chosen, and the kind of event a type is. */

import { ask } from "./api";
import type { Code, Codebook, Label } from "./records";
import { settings } from "./settings";
import { number, plurals } from "./words";

type Table = "types" | "roles" | "statuses" | "sectors" | "measures" | "relations" | "assessments" | "certainties";

let book: Codebook | null = null;
let asked: Promise<Codebook> | null = null;

/** The codebook, asked for once. */
export async function codebook(): Promise<Codebook> {
  asked ??= ask<Codebook>("codebook");
  return (book = await asked);
}

/** The codebook when it is known to have come: every page waits for it before it draws. */
export function known(): Codebook {
  if (!book) throw new Error("the codebook was not asked for yet");
  return book;
}

export function label(table: Table, code: string | null | undefined): string {
  const found = code ? find(table, code) : undefined;
  return found ? inLanguage(found.label) : (code ?? "");
}

export function inLanguage(of: Label): string {
  return of[settings.lang];
}

/** What an event of this type and mode is called: the mode's name says more where there is one. */
export function typeLabel(type: string, mode?: string | null): string {
  const modes = find("types", type)?.modes ?? [];
  const found = mode ? modes.find((one) => one.code === mode) : undefined;
  return found ? `${label("types", type)}: ${inLanguage(found.label)}` : label("types", type);
}

/** material-conflict and its like: what colours stand for. */
export function quad(type: string): string {
  return find("types", type)?.group ?? "unknown";
}

/** "5 killed" in the right plural form; the bare number with the label where the codebook has no forms. */
export function counted(measure: string, n: number): string {
  const found = find("measures", measure);
  const forms = found?.forms?.[settings.lang];
  const form = forms?.[plurals(n)] ?? forms?.["other"];
  return form ? form.replace("{n}", number(n)) : `${number(n)} ${label("measures", measure)}`;
}

/** A category of another codebook by its name, where its code is not one already. */
export function categoryName(codebook: string | null | undefined, code: string): string {
  const categories = known().codebooks.find((one) => one.code === codebook)?.categories ?? [];
  return categories.find((one) => one.code === code)?.name ?? code;
}

function find(table: Table, code: string): Code | undefined {
  return known()[table].find((one) => one.code === code);
}
