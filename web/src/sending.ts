/** Sending the API what a person wants read, stored or decided; it goes to the machine that serves the page alone. */

import { refusal } from "./api";
import type { Step } from "./records";

/** A text with what is known of it, or a file as it is. */
export type Sent = object | File;

const OWN = { "x-marsad": "1" };

/** The answer to what is sent to `path` below /api/v1; throws Refused with the server's own words. */
export async function send<Answer>(path: string, sent: Sent, signal?: AbortSignal): Promise<Answer> {
  return (await (await post(path, sent, signal)).json()) as Answer;
}

/** The steps of the reading of what is sent, as they come. */
export async function* readAlong(sent: Sent, signal: AbortSignal): AsyncGenerator<Step> {
  const answer = await post(sent instanceof File ? "read/file/along" : "read/along", sent, signal);
  const parts = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!parts) return;
  let left = "";
  for (let part = await parts.read(); !part.done; part = await parts.read()) {
    const events = (left + part.value).split("\n\n");
    left = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.slice("data: ".length)) as Step;
  }
}

async function post(path: string, sent: Sent, signal?: AbortSignal): Promise<Response> {
  const file = sent instanceof File;
  const url = new URL(`/api/v1/${path}`, location.origin);
  if (file) url.searchParams.set("name", sent.name.slice(0, 300) || "file");
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...OWN, "content-type": file ? "application/octet-stream" : "application/json" },
    body: file ? sent : JSON.stringify(sent),
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok) throw await refusal(answer);
  return answer;
}
