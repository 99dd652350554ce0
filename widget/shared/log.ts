/**
 * A conversation as one client sees it, folded from the server's frames. Pure, and shared by the
 * visitor's chat and the agent's page. A frame that comes twice or late changes nothing.
 */
import type { Entry, EventEntry, EventName, Millis } from '../../src/protocol/entry.ts';
import type { About, Role, ServerFrame } from '../../src/protocol/frames.ts';
import { TYPING_EVERY_MS } from '../../src/protocol/limits.ts';
import type { StateView } from '../../src/protocol/state.ts';
import type { Outbox, RefFrame } from './outbox.ts';

/** Dots stand for an answer at most this long; after that, silence is the truth. */
export const ANSWER_DUE_MS = 20_000;

/** An answer being written: its whole text so far. */
interface Draft {
  readonly turn: number;
  readonly text: string;
}

interface Typing {
  readonly role: 'visitor' | 'agent';
  readonly name?: string;
  /** When to stop believing it. */
  readonly until: Millis;
}

export interface Log {
  readonly conversation: string | null;
  readonly role: Role | null;
  /** For agents, from the welcome. */
  readonly about: About | null;
  readonly state: StateView | null;
  /** In the order of `seq`; numbers may be missing, for some entries are the team's alone. */
  readonly entries: readonly Entry[];
  readonly draft: Draft | null;
  /** Drafts of this turn and of earlier ones are history, however late they come. */
  readonly settledTurn: number;
  readonly typing: Typing | null;
  /** Until when an answer to the visitor's last message is to be expected, by this client's clock. */
  readonly answerDueUntil: Millis;
}

export const EMPTY_LOG: Log = {
  conversation: null,
  role: null,
  about: null,
  state: null,
  entries: [],
  draft: null,
  settledTurn: 0,
  typing: null,
  answerDueUntil: 0,
};

/** What the log is after a frame. `now` is the client's own clock. */
export function applyFrame(log: Log, frame: ServerFrame, now: Millis): Log {
  switch (frame.type) {
    case 'welcome': {
      const known = log.conversation === frame.conversation ? log : EMPTY_LOG;
      let { entries } = known;
      // Not `reduce`, which pages of Prototype's age have another idea of.
      for (const entry of frame.entries) entries = insert(entries, entry);
      const resumed: Log = {
        ...known,
        conversation: frame.conversation,
        role: frame.role,
        about: frame.about ?? known.about,
        entries,
        // An answer under way sends its whole text again; one that died with its server does not.
        draft: null,
        typing: null,
        answerDueUntil: 0,
      };
      return withState(resumed, frame.state);
    }
    case 'entry':
      return withEntry(log, frame.entry, now);
    case 'draft':
      return withDraft(log, frame);
    case 'state':
      return withState(log, frame.state);
    case 'typing':
      return { ...log, typing: { ...frame, until: now + 2 * TYPING_EVERY_MS } };
    case 'about':
    case 'refused':
      return log;
  }
}

function withEntry(log: Log, entry: Entry, now: Millis): Log {
  const entries = insert(log.entries, entry);
  if (entries === log.entries) return log;
  if (isEvent(entry, 'intent.decided')) return { ...log, entries };
  const role = entry.kind === 'message' && entry.author.role;
  const isAsking = role === 'visitor' && isAssistants(log.state);
  const next: Log = {
    ...log,
    entries,
    // Whatever happens, whoever was typing may be another one, or gone.
    typing: !role || log.typing?.role === role ? null : log.typing,
    answerDueUntil: isAsking ? now + ANSWER_DUE_MS : 0,
  };
  // Besides its own end, these cut short an answer that is being written.
  const isCut = isEvent(entry, 'takeover.started') || isEvent(entry, 'escalation.offered');
  return role === 'assistant' || isCut ? settleDraft(next) : next;
}

function withDraft(log: Log, { turn, text }: Draft): Log {
  if (turn <= log.settledTurn || turn < (log.draft?.turn ?? 0)) return log;
  return isAssistants(log.state) ? { ...log, draft: { turn, text }, answerDueUntil: 0 } : log;
}

function withState(log: Log, state: StateView): Log {
  const next = { ...log, state };
  return isAssistants(state) ? next : { ...settleDraft(next), answerDueUntil: 0 };
}

/** Whatever draft is up will not be continued. */
function settleDraft(log: Log): Log {
  if (log.draft === null) return log;
  return { ...log, draft: null, settledTurn: log.draft.turn };
}

/** Whether the assistant is the one who answers. */
function isAssistants(state: StateView | null): boolean {
  return state !== null && state.phase !== 'human' && state.phase !== 'ended';
}

function insert(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  let at = entries.length;
  while (at > 0 && (entries[at - 1]?.seq ?? 0) > entry.seq) at -= 1;
  return entries[at - 1]?.seq === entry.seq ? entries : entries.toSpliced(at, 0, entry);
}

/** Who is typing at the moment `now`, if anyone. */
export function typingAt(log: Log, now: Millis): Typing | null {
  return (log.typing?.until ?? 0) > now ? log.typing : null;
}

/** Whether the assistant is about to answer: asked, and not yet writing. */
export function isAnswerDueAt(log: Log, now: Millis): boolean {
  return log.answerDueUntil > now;
}

/** The next moment at which {@link typingAt} or {@link isAnswerDueAt} change by themselves. */
export function nextExpiry(log: Log, now: Millis): Millis | null {
  const moments = [log.typing?.until ?? 0, log.answerDueUntil].filter((at) => at > now);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** What we said and the log does not show yet. */
export function unconfirmed<F extends RefFrame>(log: Log, outbox: Outbox<F>): Outbox<F> {
  if (outbox.length === 0) return outbox;
  const refs = new Set(log.entries.map((entry) => entry.ref));
  return outbox.filter((item) => !refs.has(item.frame.ref));
}

/** The number of the offer that can still be answered, or null. */
export function openOffer(log: Log): number | null {
  if (log.state?.phase !== 'offered') return null;
  return log.entries.findLast((entry) => isEvent(entry, 'escalation.offered'))?.seq ?? null;
}

/** Whether an entry is the named event. */
export function isEvent<N extends EventName>(
  entry: Entry,
  name: N,
): entry is Extract<EventEntry, { event: N }> {
  return entry.kind === 'event' && entry.event === name;
}
