import type { EventEntry, Entry, MessageEntry } from '../../src/protocol/entry.ts';

export type Decision = Extract<EventEntry, { event: 'intent.decided' }>;
type Happening = Exclude<EventEntry, { event: 'intent.decided' }>;

/** What one line of the transcript shows. */
export type Item =
  | {
      is: 'message';
      entry: MessageEntry;
      /** What the detector made of it. */
      decision?: Decision;
      /** The first of several in a row by one author: says who and when. */
      isFirst: boolean;
    }
  | { is: 'event'; entry: Happening };

/** Within this long, one author's messages in a row stand together. */
const TOGETHER_MS = 5 * 60_000;

/** The log as the transcript shows it: decisions beside the message that they are about. */
export function transcriptItems(entries: readonly Entry[]): Item[] {
  const items: Item[] = [];
  for (const entry of entries) {
    if (entry.kind === 'message') {
      items.push({ is: 'message', entry, isFirst: !follows(entry, items.at(-1)) });
    } else if (entry.event === 'intent.decided') {
      const { of } = entry;
      const about = items.findLast(
        (item) =>
          item.is === 'message' &&
          isVisitors(item.entry) &&
          (of === undefined || item.entry.seq === of),
      );
      if (about?.is === 'message') about.decision = entry;
    } else {
      items.push({ is: 'event', entry });
    }
  }
  return items;
}

function isVisitors(entry: MessageEntry): boolean {
  return entry.author.role === 'visitor';
}

function follows(entry: MessageEntry, last: Item | undefined): boolean {
  if (last?.is !== 'message' || entry.at - last.entry.at > TOGETHER_MS) return false;
  return (
    authorName(last.entry) === authorName(entry) && last.entry.author.role === entry.author.role
  );
}

/** Whom a message is from, as the team reads it. */
export function authorName({ author }: MessageEntry): string {
  return author.role === 'visitor' ? 'Visitor' : (author.name ?? ASSISTANT);
}

/** What the assistant calls itself to this visitor. */
export function assistantName(entries: readonly Entry[]): string {
  for (const entry of entries) {
    if (entry.kind === 'message' && entry.author.role === 'assistant') return authorName(entry);
  }
  return ASSISTANT;
}

const ASSISTANT = 'Assistant';
