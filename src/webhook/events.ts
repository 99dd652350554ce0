/** What a webhook may be told of: whatever happens in a conversation that is not for the team alone. Pure. */
import type { Entry, EventEntry, EventName } from '../protocol/entry.ts';

/** In the order in which they may happen. */
export const HOOK_EVENTS = [
  'conversation.started',
  'escalation.offered',
  'escalation.declined',
  'escalation.lapsed',
  'escalation.requested',
  'escalation.reminded',
  'escalation.cancelled',
  'escalation.expired',
  'notification.sent',
  'notification.failed',
  'contact.captured',
  'contact.passed_on',
  'contact.failed',
  'takeover.started',
  'takeover.lost',
  'takeover.ended',
  'settings.changed',
  'conversation.ended',
] as const satisfies readonly EventName[];
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** What a new webhook is told of unless its owner chooses otherwise: what somebody may want to act on. */
export const DEFAULT_EVENTS: readonly HookEvent[] = [
  'escalation.requested',
  'escalation.expired',
  'notification.failed',
  'contact.captured',
  'takeover.started',
];

/** An entry that a webhook may be told of. */
export type HookEntry = Extract<EventEntry, { event: HookEvent }>;

/** What a message is about: an event, or a test. */
export type HookMessageType = HookEvent | 'ping';

/** One of a website's webhooks, as its conversations know it. */
export interface WebhookChoice {
  id: string;
  events: readonly HookEvent[];
}

/** Whether webhooks may be told of that entry at all: never of what was said. */
export function isHookEntry(entry: Entry): entry is HookEntry {
  return entry.kind === 'event' && HOOK_EVENTS.some((known) => known === entry.event);
}

/** Reads names of events, in our order; what is none of them is left out. */
export function readEvents(names: readonly string[]): HookEvent[] {
  return HOOK_EVENTS.filter((event) => names.includes(event));
}
