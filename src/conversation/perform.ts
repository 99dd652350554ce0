/** Turns the effects of a step into entries and rows. Runs inside one write of the object's storage. */
import type { Tongue } from '../language/codes.ts';
import { saidIn } from '../language/speech.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { ConversationEvent, Entry, MessageEntry, Millis, Source } from '../protocol/entry.ts';
import type { Refusal } from '../protocol/frames.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Effect, FixedLine } from './escalation-state.ts';
import { wordsFor } from './lines.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Cause, Draft, ReplyNeed, Transcript } from './transcript.ts';
import type { Turns } from './turn.ts';
import { webhookJobs } from './webhook-jobs.ts';

/** What a step is about, beyond what the state machine needs to know. */
export interface StepContext {
  /** What was just said; it comes before anything that follows from it. */
  said?: Draft;
  /** What the team should know about it, directly after. */
  noted?: ConversationEvent;
  /** The number of the message that turned out to mean this. */
  understood?: number;
  /** The language it was said in, if that is certain. */
  writtenIn?: Tongue | null;
  /** The frame behind it all; the first entry carries its stamp. */
  cause?: Cause;
  /** The answer that `utter` may say. */
  answer?: UtterableAnswer;
  /** What is written first, in the same write as whatever follows from it. */
  alongside?: () => void;
}

/** An answer, and the number of the last of the visitor's messages that it answers. */
interface UtterableAnswer {
  text: string;
  /** Whether the assistant had it. */
  answered: boolean;
  /** Set if it is not the model's. */
  fallback?: MessageEntry['fallback'];
  sources: Source[];
  through: number;
}

/** What a step needs to be done with. */
interface Parts {
  transcript: Transcript;
  turns: Turns;
  outbox: OutboxStore;
  settings: SiteSettings;
  /** The language that the visitor is spoken to in. */
  tongue: Tongue;
  /** Whether entries must be made known outside for certain. */
  isOfNote(entries: readonly Entry[]): boolean;
}

interface Change {
  entries: Entry[];
  /** Whether it must be made known outside. */
  isOfNote: boolean;
  /** The number of the message that the assistant owes an answer. */
  owesAnswer: number | null;
  refusal?: Refusal;
}

/** Does what the effects say, in their order. A refusal stores nothing. */
export function perform(
  parts: Parts,
  effects: Effect[],
  context: StepContext,
  now: Millis,
): Change {
  const refused = effects.find((effect) => effect.type === 'refuse');
  if (refused) {
    const { code, message, agent } = refused;
    const ref = context.cause?.ref;
    const refusal: Refusal = { type: 'refused', code, message };
    if (ref !== undefined) refusal.ref = ref;
    if (agent !== undefined) refusal.agent = agent;
    return { entries: [], isOfNote: false, owesAnswer: null, refusal };
  }
  const entries: Entry[] = [];
  let { cause } = context;
  let owesAnswer: number | null = null;
  const append = (draft: Draft, need: ReplyNeed, isCaused = true) => {
    entries.push(parts.transcript.append(draft, now, need, isCaused ? cause : undefined));
    if (isCaused) cause = undefined;
  };
  const author = { role: 'assistant', name: parts.settings.assistantName } as const;
  if (context.said)
    append(context.said, replyNeedOf(context.said, effects, parts.transcript.last().seq));
  if (context.noted) append({ kind: 'event', ...context.noted }, 'event');
  for (const effect of effects) {
    switch (effect.type) {
      case 'silence': {
        const text = parts.turns.silence().trim();
        if (text) append({ kind: 'message', author, text, interrupted: true }, 'settled', false);
        break;
      }
      case 'utter':
        if (context.answer)
          append(answerEntry(author, context.answer), { answers: context.answer.through });
        break;
      case 'record':
        append({ kind: 'event', ...effect.event }, 'event');
        break;
      case 'say':
        append({ kind: 'message', author, text: spoken(effect.line, parts, now) }, 'settled');
        break;
      case 'settle':
        if (context.understood !== undefined) parts.transcript.settle(context.understood);
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
      case 'remind':
        parts.outbox.add({ kind: 'reminder_mail', escalation: effect.escalation }, now);
        break;
      case 'pass_on':
        parts.outbox.add({ kind: 'contact_mail', contact: effect.contact }, now);
        break;
      case 'refuse':
        break;
      default:
        assertNever(effect);
    }
  }
  const isOfNote = parts.isOfNote(entries);
  if (isOfNote) parts.outbox.add({ kind: 'milestone' }, now);
  const jobs = webhookJobs(entries, parts.settings.webhooks, () => crypto.randomUUID());
  for (const job of jobs) parts.outbox.add(job, now);
  return { entries, isOfNote: isOfNote || jobs.length > 0, owesAnswer };
}

function spoken(line: FixedLine, { settings, tongue }: Parts, now: Millis): string {
  return wordsFor(line, settings, tongue, saidIn(tongue), now);
}

/** A person's words answer all before them; a visitor's that an offer or a wait has dealt with want none. */
function replyNeedOf(said: Draft, effects: readonly Effect[], seq: number): ReplyNeed {
  if (said.kind === 'message' && said.author.role === 'agent') return { answers: seq };
  const isOpen = effects.length === 0 || effects.some(({ type }) => type === 'answer');
  return isOpen ? 'open' : 'settled';
}

function answerEntry(author: { role: 'assistant'; name: string }, answer: UtterableAnswer): Draft {
  const { text, sources, answered, fallback } = answer;
  return {
    kind: 'message',
    author,
    text,
    ...(sources.length > 0 && { sources }),
    ...(!answered && { unanswered: true }),
    ...(fallback && { fallback }),
  };
}
