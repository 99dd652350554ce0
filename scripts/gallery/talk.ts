/** The conversations of the gallery, as the server would tell of them. Pure. */
import type { ConversationEvent, Entry, Millis, Source } from '../../src/protocol/entry.ts';
import type { StateView } from '../../src/protocol/state.ts';
import type { Texts } from './texts.ts';

/** The hour in every picture, so that a picture that is made again looks the same. */
export const NOW: Millis = Date.UTC(2026, 4, 12, 9, 41);

const MINUTE_MS = 60_000;

/** A conversation as somebody who opens the chat finds it. */
export interface Talk {
  readonly state: StateView;
  readonly entries: readonly Entry[];
}

type Said =
  | {
      kind: 'message';
      by: 'visitor' | 'assistant' | 'agent';
      text: string;
      sources?: Source[];
      interrupted?: true;
    }
  | ({ kind: 'event' } & ConversationEvent);

/** What was said and what happened, each a minute after the other, the last a minute ago. */
export function talkOf(
  state: Omit<StateView, 'since' | 'escalationEnabled'>,
  texts: Texts,
  said: readonly Said[],
): Talk {
  const begin: Said = { kind: 'event', event: 'conversation.started' };
  const all = [begin, ...said];
  const entries = Array.from(all, (each, index): Entry => {
    const stamp = { seq: index + 1, at: NOW - (all.length - index) * MINUTE_MS };
    if (each.kind === 'event') return { ...stamp, ...each };
    const { by, ...message } = each;
    if (by === 'visitor')
      return { ...stamp, ...message, ref: `ref-${index}`, author: { role: by } };
    if (by === 'agent') return { ...stamp, ...message, author: { role: by, name: texts.agent } };
    return { ...stamp, ...message, author: { role: by } };
  });
  return { state: { ...state, since: NOW, escalationEnabled: true }, entries };
}

export const says = (
  by: 'visitor' | 'assistant' | 'agent',
  text: string,
  more: { sources?: Source[]; interrupted?: true } = {},
): Said => ({
  kind: 'message',
  by,
  text,
  ...more,
});

export const happens = (event: ConversationEvent): Said => ({ kind: 'event', ...event });
