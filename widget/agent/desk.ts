/**
 * One conversation as a team member sees it: the log, and whether it is theirs to answer. Pure, so
 * that the takeover page and the live view can be told the same frames and agree.
 */
import { assertNever } from '../../src/protocol/assert-never.ts';
import type { Entry, Millis } from '../../src/protocol/entry.ts';
import type { AgentFrame, Refusal, Role, ServerFrame } from '../../src/protocol/frames.ts';
import type { StateView } from '../../src/protocol/state.ts';
import { applyFrame, EMPTY_LOG } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import type { Outbox } from '../shared/outbox.ts';
import type { SocketStatus } from '../shared/socket-client.ts';

/** What a team member does, as opposed to being there. */
export type AgentAction = Extract<AgentFrame, { ref: string }>;

/** The latest thing about the seat that this person should be told, in so many words. */
export type Notice =
  | { is: 'none' }
  /** A colleague pressed first. */
  | { is: 'beaten'; by: string }
  /** A colleague took over from this person. */
  | { is: 'taken'; by: string }
  | { is: 'handed_back' }
  /** Away for longer than the lease: the assistant answers again. */
  | { is: 'lost' }
  | { is: 'refused'; message: string };

/** Why there is nothing to see here. */
export type Closed = 'link_closed' | 'gone' | 'dismissed' | 'unsupported_protocol';

export interface Desk {
  readonly log: Log;
  readonly status: SocketStatus;
  /** What this person said or did and the server has not confirmed. */
  readonly pending: Outbox<AgentAction>;
  readonly isMine: boolean;
  readonly notice: Notice;
  readonly closed: Closed | null;
}

export const EMPTY_DESK: Desk = {
  log: EMPTY_LOG,
  status: { is: 'connecting', failures: 0 },
  pending: [],
  isMine: false,
  notice: { is: 'none' },
  closed: null,
};

/** What a desk learns of: frames, and what becomes of the connection that brings them. */
export type DeskInput =
  | { type: 'frame'; frame: ServerFrame }
  | { type: 'status'; status: SocketStatus }
  | { type: 'pending'; pending: Outbox<AgentAction> }
  /** The log is another one than before. */
  | { type: 'reset' }
  /** It was looked up why nobody is let in. */
  | { type: 'closed'; why: Closed };

/**
 * The desk after an input.
 *
 * @param now this client's own clock
 * @param isOurs whether a `ref` was made by this page
 */
export function stepDesk(
  desk: Desk,
  input: DeskInput,
  now: Millis,
  isOurs: (ref: string) => boolean,
): Desk {
  switch (input.type) {
    case 'frame':
      return seated({ ...desk, log: applyFrame(desk.log, input.frame, now) }, input.frame, isOurs);
    case 'status':
      return { ...desk, status: input.status, closed: desk.closed ?? closedBy(input.status) };
    case 'pending':
      return { ...desk, pending: input.pending };
    case 'reset':
      return { ...EMPTY_DESK, status: desk.status, pending: desk.pending };
    case 'closed':
      return { ...desk, closed: input.why };
    default:
      return assertNever(input);
  }
}

/** Who else has the conversation, if anybody. */
export function colleague(desk: Desk): { name: string; away: boolean } | null {
  const { state } = desk.log;
  return desk.isMine || state?.phase !== 'human' ? null : (state.agent ?? null);
}

/** Whether a press of this person's is on its way to the server. */
export function isUnderWay(desk: Desk, type: AgentAction['type']): boolean {
  return desk.pending.some((item) => item.frame.type === type && item.failure === undefined);
}

function seated(desk: Desk, frame: ServerFrame, isOurs: (ref: string) => boolean): Desk {
  switch (frame.type) {
    case 'welcome':
      return withRole(settled(desk, frame.state), frame.role, frame.state);
    case 'entry':
      return afterEntry(desk, frame.entry, isOurs);
    case 'refused':
      return afterRefusal(desk, frame);
    case 'state':
      return withRole(settled(desk, frame.state), frame.role, frame.state);
    case 'draft':
    case 'typing':
      return desk;
    case 'about': {
      const summary = desk.log.about?.summary;
      const about = { ...frame.about, ...(summary !== undefined && { summary }) };
      return { ...desk, log: { ...desk.log, about } };
    }
    default:
      return assertNever(frame);
  }
}

/** That a colleague has it is no news once nobody has it. */
function settled(desk: Desk, { phase }: StateView): Desk {
  const isOver = phase !== 'human' && (desk.notice.is === 'taken' || desk.notice.is === 'beaten');
  return isOver ? { ...desk, notice: { is: 'none' } } : desk;
}

function withRole(desk: Desk, role: Role | undefined, state: StateView): Desk {
  if (role === undefined) return desk;
  if (role === 'agent')
    return desk.isMine ? desk : { ...desk, isMine: true, notice: { is: 'none' } };
  if (!desk.isMine) return desk;
  const given = { ...desk, isMine: false };
  if (state.phase === 'ended') return given;
  const by = state.phase === 'human' ? state.agent?.name : undefined;
  // Unless an entry tells better: a hand back of one's own is followed by its `takeover.ended`.
  return { ...given, notice: by === undefined ? { is: 'lost' } : { is: 'taken', by } };
}

function afterEntry(desk: Desk, entry: Entry, isOurs: (ref: string) => boolean): Desk {
  if (entry.kind === 'message') return desk;
  const isOwn = entry.ref !== undefined && isOurs(entry.ref);
  switch (entry.event) {
    case 'takeover.started':
      if (isOwn) return { ...desk, isMine: true, notice: { is: 'none' } };
      return desk.isMine
        ? { ...desk, isMine: false, notice: { is: 'taken', by: entry.name } }
        : desk;
    case 'takeover.ended':
      return desk.isMine || isOwn
        ? { ...desk, isMine: false, notice: { is: 'handed_back' } }
        : desk;
    case 'takeover.lost':
      return desk.isMine ? { ...desk, isMine: false, notice: { is: 'lost' } } : desk;
    case 'conversation.ended':
      return { ...desk, isMine: false, notice: { is: 'none' } };
    default:
      return desk;
  }
}

function afterRefusal(desk: Desk, { code, message, agent, ref }: Refusal): Desk {
  switch (code) {
    case 'already_taken':
      return { ...desk, notice: { is: 'beaten', by: agent ?? colleague(desk)?.name ?? '' } };
    case 'expired':
      return { ...desk, closed: 'link_closed' };
    case 'unsupported_protocol':
      return { ...desk, closed: 'unsupported_protocol' };
    case 'too_fast':
    case 'ended':
      return desk;
    case 'bad_frame':
    case 'too_long':
    case 'not_allowed':
    case 'escalation_off':
    case 'budget_spent':
    case 'internal': {
      // Words that were refused say so themselves, beside the words.
      const isSaid = desk.pending.some(({ frame }) => frame.ref === ref && frame.type === 'say');
      return isSaid ? desk : { ...desk, notice: { is: 'refused', message } };
    }
    default:
      return assertNever(code);
  }
}

function closedBy(status: SocketStatus): Closed | null {
  return status.is === 'stopped' && status.reason !== 'closed' ? status.reason : null;
}
