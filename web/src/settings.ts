/** What a person chose for reading: language, digits, colours. The address wins over what was kept. */

export type Lang = "ar" | "en";
export type Digits = "arab" | "latn";
export type Theme = "auto" | "light" | "dark";

export interface Settings {
  lang: Lang;
  digits: Digits;
  theme: Theme;
}

const CHOICES = { lang: ["ar", "en"], digits: ["arab", "latn"], theme: ["auto", "light", "dark"] } as const;

function choice<K extends keyof typeof CHOICES>(name: K): (typeof CHOICES)[K][number] | null {
  const said = new URLSearchParams(location.search).get(name) ?? kept(name);
  return (CHOICES[name] as readonly string[]).includes(said ?? "") ? (said as (typeof CHOICES)[K][number]) : null;
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(`marsad.${name}`);
  } catch {
    return null; // storage may be forbidden; the address still carries the choice
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`marsad.${name}`, value);
  } catch {
    /* as above */
  }
}

function read(): Settings {
  const lang = choice("lang") ?? "ar";
  return { lang, digits: choice("digits") ?? (lang === "ar" ? "arab" : "latn"), theme: choice("theme") ?? "auto" };
}

export const settings: Settings = read();

/** Takes a choice over, keeps it, and takes it out of the address so that it does not win over a later one. */
export function choose<K extends keyof Settings>(name: K, value: Settings[K]): void {
  settings[name] = value;
  keep(name, value);
  const url = new URL(location.href);
  url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
  apply();
}

/** Sets language, direction and colours of the page. */
export function apply(): void {
  const root = document.documentElement;
  root.lang = settings.lang;
  root.dir = settings.lang === "ar" ? "rtl" : "ltr";
  if (settings.theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = settings.theme;
}
