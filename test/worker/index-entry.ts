/** Conversations as their objects would have written them into D1. */
import { type IndexEntry, indexStatements } from '../../src/site/conversation-index.ts';
import { bindings } from './client.ts';

/** A fresh conversation's id. */
export const newId = () => bindings.CONVERSATION.newUniqueId().toString();

/** A conversation that the assistant dealt with alone, but for what is told. */
export function indexEntry(changes: Partial<IndexEntry> = {}): IndexEntry {
  return {
    conversation: newId(),
    site: 'demo',
    phase: 'assistant',
    startedAt: 1_000_000,
    lastAt: 1_060_000,
    endedAt: null,
    messages: 2,
    asked: 1,
    firstLine: 'Do you ship to Norway?',
    lastLine: 'We do, within five days.',
    country: 'NO',
    device: 'phone',
    pageUrl: 'https://acme.example/tents',
    pageTitle: 'Tents',
    contact: null,
    offeredAt: null,
    requestedAt: null,
    notifiedAt: null,
    takenAt: null,
    givenUpAt: null,
    takeoverMs: null,
    agent: null,
    ...changes,
  };
}

/** Writes it, and returns it as written. */
export async function writeIndex(
  changes: Partial<IndexEntry> = {},
  text = 'Do you ship to Norway? We do, within five days.',
): Promise<IndexEntry> {
  const entry = indexEntry(changes);
  await bindings.DB.batch(indexStatements(bindings.DB, entry, text));
  return entry;
}
