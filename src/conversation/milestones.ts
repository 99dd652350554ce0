import type { Entry, EventName } from '../protocol/entry.ts';

/** Happenings that change nothing worth a row outside the conversation. */
const MINOR: ReadonlySet<EventName> = new Set([
  'conversation.started',
  'intent.decided',
  'note.left',
  'settings.changed',
]);

/** Whether an entry is worth telling the website's monitor and its history, even if nobody watches. */
export function isMilestone(entry: Entry): boolean {
  return entry.kind === 'event'
    ? !MINOR.has(entry.event)
    : entry.unanswered === true && !entry.fallback;
}
