/** Asking the API; it is on the machine that serves the page, and nothing else is asked. */

export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly remedy: string | null,
    readonly code: string,
  ) {
    super(detail);
  }
}

export type Params = Record<string, string | number | readonly string[] | null | undefined>;

/** The answer at `path` below /api/v1; throws Refused with the server's own words. */
export async function ask<Answer>(path: string, params: Params = {}, signal?: AbortSignal): Promise<Answer> {
  const url = new URL(`/api/v1/${path}`, location.origin);
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined && one !== "") url.searchParams.append(name, String(one));
  }
  const answer = await fetch(url, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
  if (answer.ok) return (await answer.json()) as Answer;
  throw await refusal(answer);
}

/** What a server that refuses says of it; where it wants someone signed in, main.ts goes to where one does that. */
export async function refusal(answer: Response): Promise<Refused> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Record<"detail" | "remedy" | "code", string>>;
  if (problem.code === "signed-out") dispatchEvent(new Event("signed-out"));
  return new Refused(answer.status, problem.detail ?? answer.statusText, problem.remedy ?? null, problem.code ?? "");
}

/** One path segment, whatever the id is made of. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}
