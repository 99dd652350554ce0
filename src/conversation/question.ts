import type { Question, Summary, TeamStanding } from '../assistant/answerer.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { MessageEntry } from '../protocol/entry.ts';
import type { Escalation } from './escalation-state.ts';
import type { ConversationRecord } from './record.ts';

/** How many of the last messages an answer is made from. */
export const QUESTION_LINES = 40;

/** What an answer is made from, beside the record of the conversation. */
interface Said {
  /** The last messages, oldest first. */
  messages: readonly MessageEntry[];
  /**
   * Those of the visitor's that want an answer, oldest first: what they said to a person is not the
   * assistant's to answer.
   */
  open: readonly MessageEntry[];
  /** What was said up to entry number `through`, in short. */
  earlier?: { text: string; through: number } | undefined;
  /** Answers that the assistant has given so far. */
  answers: number;
}

/** What the assistant is asked. Pure. */
export function questionFrom(record: ConversationRecord, said: Said): Question {
  const { settings, state, about, network } = record;
  const { messages, open, answers } = said;
  const summary = summaryOf(said);
  return {
    settings,
    lines: inOrderOfTalk(messages, open).map(({ author, text }) => ({ role: author.role, text })),
    ...(summary && { summary }),
    asked: open.map(({ text }) => text),
    team: standingOf(state),
    ...(state.note !== null && { note: state.note }),
    ...(about.locale !== undefined && { locale: about.locale }),
    ...(about.language !== undefined && { tongue: about.language }),
    ...(network !== undefined && { caller: { network, answers } }),
  };
}

/** What was asked while an answer was under way comes after that answer: it is what is talked of next. */
function inOrderOfTalk(
  messages: readonly MessageEntry[],
  open: readonly MessageEntry[],
): MessageEntry[] {
  const asked = new Set(open.map(({ seq }) => seq));
  return [...messages.filter(({ seq }) => !asked.has(seq)), ...open];
}

function summaryOf({ earlier, messages }: Said): Summary | undefined {
  if (!earlier) return undefined;
  const covers = messages.filter(({ seq }) => seq <= earlier.through).length;
  return { text: earlier.text, covers };
}

/** What is true about a person coming. */
export function standingOf(state: Escalation): TeamStanding {
  switch (state.phase) {
    case 'offered':
      return 'offered';
    case 'waiting':
      return WAITING[state.notified];
    case 'assistant':
    case 'human':
    case 'ended':
      return state.enabled ? 'available' : 'off';
    default:
      return assertNever(state);
  }
}

const WAITING = { pending: 'calling', sent: 'called', failed: 'unreachable' } as const;
