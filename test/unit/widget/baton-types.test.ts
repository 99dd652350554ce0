import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { EventEntry, EventName, MessageEntry } from '../../../src/protocol/entry.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

/** Looked at by the compiler alone. */
export function pageCalls(baton: Baton.Function): void {
  baton('open');
  baton('send', 'Hi');
  baton('identify', { id: 4711, email: 'ada@example.com', hash: 'f00' });
  baton('identify', null);
  baton('attributes', { plan: 'pro', seats: 3, isTrial: false, old: null });
  baton('on', 'unread', (count) => expectTypeOf(count).toEqualTypeOf<number>());
  baton('on', 'takeover.started', ({ name }) => expectTypeOf(name).toEqualTypeOf<string>());
  baton('off', 'message');
  (baton.q ??= []).push(['open']);
  // @ts-expect-error: there is no such command
  baton('dance');
  // @ts-expect-error: nor such an event
  baton('on', 'dance', () => {});
  // @ts-expect-error: a message is a text
  baton('send', 7);
  // @ts-expect-error: an attribute is no list
  baton('attributes', { plans: ['pro'] });
}

describe('the types for pages', () => {
  it('know every event that a visitor may see, as the log has it', () => {
    type Told = Exclude<EventName, 'intent.decided' | 'note.left' | 'conversation.started'>;
    type Own = 'ready' | 'open' | 'close' | 'unread' | 'message';
    expectTypeOf<keyof Baton.Events>().toEqualTypeOf<Told | Own>();
    expectTypeOf<MessageEntry>().toExtend<Baton.Message>();
    expectTypeOf<Extract<EventEntry, { event: 'takeover.started' }>>().toExtend<
      Baton.Events['takeover.started']
    >();
    expectTypeOf<Extract<EventEntry, { event: 'escalation.offered' }>>().toExtend<
      Baton.Events['escalation.offered']
    >();
    expectTypeOf<Extract<EventEntry, { event: 'conversation.ended' }>>().toExtend<
      Baton.Events['conversation.ended']
    >();
  });

  it('stand in the documentation to the letter', () => {
    expect(read('docs/embed.md')).toContain(`\`\`\`ts\n${read('widget/baton.d.ts')}\`\`\``);
  });
});
