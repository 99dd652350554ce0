import type { Question } from '../assistant/answerer.ts';
import type { MessageEntry } from '../protocol/entry.ts';
import type { ConversationRecord } from './record.ts';

/** How many of the last messages an answer is made from. */
export const QUESTION_LINES = 20;

/**
 * What the assistant is asked. `messages` are the last ones and `open` those of them that want an
 * answer, both oldest first: what the visitor said to a person is not the assistant's to answer. Pure.
 */
export function questionFrom(
  record: ConversationRecord,
  messages: readonly MessageEntry[],
  open: readonly MessageEntry[],
): Question {
  const { settings, state, about } = record;
  return {
    settings,
    lines: messages.map(({ author, text }) => ({ role: author.role, text })),
    asked: open.map(({ text }) => text),
    waiting: state.phase === 'waiting',
    ...(state.note !== null && { note: state.note }),
    ...(about.locale !== undefined && { locale: about.locale }),
  };
}
