import type { Question } from '../assistant/answerer.ts';
import type { MessageEntry } from '../protocol/entry.ts';
import type { ConversationRecord } from './record.ts';

/** How many of the last messages an answer is made from. */
export const QUESTION_LINES = 20;

/**
 * What the assistant is asked. `messages` are the last ones, oldest first; the visitor's from number
 * `askedFrom` on want an answer: what they said to a person before is not the assistant's to answer. Pure.
 */
export function questionFrom(
  record: ConversationRecord,
  messages: readonly MessageEntry[],
  askedFrom: number,
): Question {
  const { settings, state, about } = record;
  const asked = messages.filter(({ author, seq }) => author.role === 'visitor' && seq >= askedFrom);
  return {
    settings,
    lines: messages.map(({ author, text }) => ({ role: author.role, text })),
    asked: asked.map(({ text }) => text),
    waiting: state.phase === 'waiting',
    ...(state.note !== null && { note: state.note }),
    ...(about.locale !== undefined && { locale: about.locale }),
  };
}
