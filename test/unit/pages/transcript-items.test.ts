import { describe, expect, it } from 'vitest';
import type { Author, Entry, EventEntry, MessageEntry } from '../../../src/protocol/entry.ts';
import { assistantName, transcriptItems } from '../../../widget/agent/transcript-items.ts';

const VISITOR: Author = { role: 'visitor' };
const MINUTE_MS = 60_000;

function said(seq: number, author: Author, at = 0): MessageEntry {
  return { seq, at, kind: 'message', author, text: `#${seq}` };
}

function decided(seq: number, of?: number): EventEntry {
  return {
    seq,
    at: 0,
    kind: 'event',
    event: 'intent.decided',
    label: 'other',
    score: 1,
    tier: 'rules',
    evidence: '',
    ms: 0,
    ...(of !== undefined && { of }),
  };
}

function firsts(...entries: Entry[]): boolean[] {
  return transcriptItems(entries).map((item) => item.is === 'message' && item.isFirst);
}

describe('the transcript', () => {
  it('puts a decision beside the message that it is about', () => {
    const decision = decided(2);
    expect(transcriptItems([said(1, VISITOR), decision])).toEqual([
      { is: 'message', entry: said(1, VISITOR), isFirst: true, decision },
    ]);
  });

  it('finds that message even when the assistant was quicker', () => {
    const items = transcriptItems([said(1, VISITOR), said(2, { role: 'assistant' }), decided(3)]);
    expect(items.map((item) => item.is === 'message' && item.decision?.seq)).toEqual([
      3,
      undefined,
    ]);
  });

  it('finds the message that a decision names, whatever the visitor said since', () => {
    const entries = [said(1, VISITOR), said(2, VISITOR), decided(3), decided(4, 1)];
    const items = transcriptItems(entries);
    expect(items.map((item) => item.is === 'message' && item.decision?.seq)).toEqual([4, 3]);
  });

  it('shows no decision that is about nothing', () => {
    expect(transcriptItems([decided(1)])).toEqual([]);
  });

  it('shows no decision beside a message that it is not about', () => {
    const entries = [
      said(2, VISITOR),
      said(3, { role: 'assistant' }),
      decided(4, 1),
      decided(5, 3),
    ];
    const items = transcriptItems(entries);
    expect(items.map((item) => item.is === 'message' && item.decision)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('names an author once for several messages in a row, whatever was decided between them', () => {
    expect(firsts(said(1, VISITOR), decided(2), said(3, VISITOR))).toEqual([true, false]);
  });

  it('names the author again after five minutes', () => {
    expect(firsts(said(1, VISITOR, 0), said(2, VISITOR, 5 * MINUTE_MS))).toEqual([true, false]);
    expect(firsts(said(1, VISITOR, 0), said(2, VISITOR, 5 * MINUTE_MS + 1))).toEqual([true, true]);
  });

  it('tells two agents apart, and an agent who is called like the assistant', () => {
    const sam: Author = { role: 'agent', name: 'Sam' };
    expect(firsts(said(1, sam), said(2, { role: 'agent', name: 'Kim' }))).toEqual([true, true]);
    expect(firsts(said(1, { role: 'assistant', name: 'Sam' }), said(2, sam))).toEqual([true, true]);
  });

  it('names the author again after something happened', () => {
    const event: EventEntry = { seq: 2, at: 0, kind: 'event', event: 'escalation.declined' };
    expect(firsts(said(1, VISITOR), event, said(3, VISITOR))).toEqual([true, false, true]);
  });

  it('calls the assistant what it calls itself', () => {
    expect(assistantName([said(1, { role: 'assistant', name: 'Aria' })])).toBe('Aria');
    expect(assistantName([said(1, VISITOR)])).toBe('Assistant');
  });
});
