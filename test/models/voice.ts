/** How a provider puts what a scene holds into bytes. */
import type { Ending, Refusal } from './script.ts';

/** An answer to a request, but for how it is sent. */
export interface Page {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Endings that the provider itself puts into words. */
export type SaidEnding = Extract<Ending, 'complete' | 'length' | 'filtered'>;

/** The format of one kind of model. Streams are server-sent events; each string is the data of one. */
export interface Voice {
  /** Before the first word. */
  opening(): readonly string[];
  word(text: string): string;
  thought(text: string): string;
  complaint(): string;
  closing(ending: SaidEnding): readonly string[];
  /** All of it at once, for who does not want a stream. */
  whole(text: string, ending: SaidEnding): Page;
  /** All of it, for who asked for JSON. */
  json(value: unknown): Page;
  refusal(reason: Refusal, key: string): Page;
}

export function jsonPage(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Page {
  // Exactly this type, without a charset: Workers AI's binding takes anything else for a stream.
  const type = { 'content-type': 'application/json' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

/** What both formats say they have used. */
export const USAGE = { prompt_tokens: 412, completion_tokens: 18, total_tokens: 430 } as const;
