/** What a webhook is told, in our own form. Pure. */
import type { Millis } from '../protocol/entry.ts';
import type { HookEntry } from './events.ts';

/** How a webhook wants to be told: in our own form, or as a line of text for a chat. */
export const FORMATS = ['json', 'slack'] as const;
export type HookFormat = (typeof FORMATS)[number];

/** What one message is made of. */
export interface HookMessage {
  /** The same with every attempt. */
  id: string;
  /** When it happened. */
  at: Millis;
  site: { id: string; name: string };
  /** Where this deployment is reached: `https://host`. */
  origin: string;
  /** What happened; null for a test. */
  about: { conversation: string; entry: HookEntry } | null;
}

/** The name of what happened. */
export function typeOf({ about }: HookMessage): HookEntry['event'] | 'ping' {
  return about?.entry.event ?? 'ping';
}

/** Where the team reads a conversation, its end included. */
export function historyUrl({ origin, site }: HookMessage, conversation: string): string {
  return `${origin}/app/sites/${site.id}/history/${conversation}`;
}

/** The message as JSON. */
export function jsonBody(message: HookMessage): string {
  const { id, at, site, about } = message;
  return JSON.stringify({
    id,
    type: typeOf(message),
    createdAt: new Date(at).toISOString(),
    site,
    ...(about && {
      conversation: {
        id: about.conversation,
        url: historyUrl(message, about.conversation),
      },
      event: about.entry,
    }),
  });
}
