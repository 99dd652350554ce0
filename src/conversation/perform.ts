/** Turns the effects of a step into entries and rows. Runs inside one write of the object's storage. */
import { assertNever } from '../protocol/assert-never.ts';
import type { ConversationEvent, Entry, Millis, Source } from '../protocol/entry.ts';
import type { Refusal } from '../protocol/frames.ts';
import type { Effect } from './escalation-state.ts';
import { wordsFor } from './lines.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Cause, Draft, Said, Transcript } from './transcript.ts';
import type { Turns } from './turn.ts';

/** What a step is about, beyond what the state machine needs to know. */
export interface Doing {
  /** What was just said; it comes before anything that follows from it. */
  said?: Draft;
  /** What the team should know about it, directly after. */
  noted?: ConversationEvent;
  /** The frame behind it all; the first entry carries its stamp. */
  cause?: Cause;
  /** The answer that `utter` may say. */
  answer?: { text: string; sources: Source[] };
}

export interface Parts {
  transcript: Transcript;
  turns: Turns;
  outbox: OutboxStore;
  assistantName: string;
  contact: string;
}

export interface Change {
  entries: Entry[];
  /** The number of the message that the assistant owes an answer. */
  owesAnswer: number | null;
  refusal?: Refusal;
}

/** Does what the effects say, in their order. A refusal stores nothing. */
export function perform(parts: Parts, effects: Effect[], doing: Doing, now: Millis): Change {
  const refused = effects.find((effect) => effect.type === 'refuse');
  if (refused) {
    const { code, message, agent } = refused;
    const ref = doing.cause?.ref;
    const refusal: Refusal = { type: 'refused', code, message };
    if (ref !== undefined) refusal.ref = ref;
    if (agent !== undefined) refusal.agent = agent;
    return { entries: [], owesAnswer: null, refusal };
  }
  const entries: Entry[] = [];
  let { cause } = doing;
  let owesAnswer: number | null = null;
  const append = (draft: Draft, said: Said, isCaused = true) => {
    entries.push(parts.transcript.append(draft, now, said, isCaused ? cause : undefined));
    if (isCaused) cause = undefined;
  };
  const author = { role: 'assistant', name: parts.assistantName } as const;
  if (doing.said) append(doing.said, standingOf(doing.said, effects));
  if (doing.noted) append({ kind: 'event', ...doing.noted }, 0);
  for (const effect of effects) {
    switch (effect.type) {
      case 'silence': {
        const text = parts.turns.silence().trim();
        if (text) append({ kind: 'message', author, text, interrupted: true }, 1, false);
        break;
      }
      case 'utter':
        if (doing.answer) append(answerEntry(author, doing.answer), 3);
        break;
      case 'record':
        append({ kind: 'event', ...effect.event }, 0);
        break;
      case 'say':
        append({ kind: 'message', author, text: wordsFor(effect.line, parts.contact) }, 1);
        break;
      case 'answer':
        // Together with what an offer cut short; while an answer is under way, on its own.
        owesAnswer = parts.turns.isRunning
          ? (entries[0]?.seq ?? null)
          : parts.transcript.unansweredFrom();
        break;
      case 'pick_up':
        if (!parts.turns.isRunning) owesAnswer = parts.transcript.unansweredFrom();
        break;
      case 'notify':
        parts.outbox.add({ kind: 'takeover_mail', escalation: effect.escalation }, now);
        break;
      case 'refuse':
        break;
      default:
        assertNever(effect);
    }
  }
  return { entries, owesAnswer };
}

/** Words that an offer, a wait or an end has dealt with want no answer; an agent's words are one. */
function standingOf(said: Draft, effects: readonly Effect[]): Said {
  if (said.kind === 'message' && said.author.role === 'agent') return 3;
  return effects.length === 0 || effects.some(({ type }) => type === 'answer') ? 2 : 1;
}

function answerEntry(
  author: { role: 'assistant'; name: string },
  answer: { text: string; sources: Source[] },
): Draft {
  const { text, sources } = answer;
  return { kind: 'message', author, text, ...(sources.length > 0 && { sources }) };
}
