import { describe, expect, it } from 'vitest';
import type { EventEntry, MessageEntry } from '../../../src/protocol/entry.ts';
import type { RefusalCode, Role, ServerFrame } from '../../../src/protocol/frames.ts';
import type { Phase, StateView } from '../../../src/protocol/state.ts';
import { colleague, EMPTY_DESK, isUnderWay, stepDesk } from '../../../widget/agent/desk.ts';
import type { AgentAction, Desk, DeskInput } from '../../../widget/agent/desk.ts';

const NOW = 1_000;
const OURS = 'ours';

function state(phase: Phase, name?: string): StateView {
  const view: StateView = { phase, since: 0, escalationEnabled: true };
  return name === undefined ? view : { ...view, agent: { name, away: false } };
}

function welcome(role: Role, view: StateView): ServerFrame {
  return {
    type: 'welcome',
    protocol: 1,
    role,
    conversation: 'c',
    seq: 0,
    state: view,
    entries: [],
  };
}

function started(seq: number, name: string, ref?: string): ServerFrame {
  const entry: EventEntry = { seq, at: 0, kind: 'event', event: 'takeover.started', name };
  return { type: 'entry', entry: ref === undefined ? entry : { ...entry, ref } };
}

function ended(seq: number, ref?: string): ServerFrame {
  const entry: EventEntry = { seq, at: 0, kind: 'event', event: 'takeover.ended', name: 'Sam' };
  return { type: 'entry', entry: ref === undefined ? entry : { ...entry, ref } };
}

function refused(code: RefusalCode, more: { ref?: string; agent?: string } = {}): ServerFrame {
  return { type: 'refused', code, message: 'No.', ...more };
}

function after(desk: Desk, ...inputs: (ServerFrame | DeskInput)[]): Desk {
  return inputs.reduce<Desk>((desk, input) => {
    const step: DeskInput = isInput(input) ? input : { type: 'frame', frame: input };
    return stepDesk(desk, step, NOW, (ref) => ref === OURS);
  }, desk);
}

const INPUTS: ReadonlySet<string> = new Set(['status', 'pending', 'reset', 'closed']);

function isInput(input: ServerFrame | DeskInput): input is DeskInput {
  return INPUTS.has(input.type);
}

const watching = after(EMPTY_DESK, welcome('watcher', state('waiting')));
const mine = after(watching, started(1, 'Sam', OURS), {
  type: 'state',
  state: state('human', 'Sam'),
  role: 'agent',
});

describe('whose conversation it is', () => {
  it('is nobody’s here until a press of one’s own is in the log', () => {
    expect(watching.isMine).toBe(false);
    expect(after(watching, started(1, 'Sam', OURS)).isMine).toBe(true);
  });

  it('is not one’s own because a colleague of the same name took it', () => {
    const desk = after(watching, started(1, 'Sam', 'theirs'), {
      type: 'state',
      state: state('human', 'Sam'),
      role: 'watcher',
    });
    expect(desk.isMine).toBe(false);
    expect(colleague(desk)).toEqual({ name: 'Sam', away: false });
  });

  it('is one’s own in a second tab, which made no press itself', () => {
    const desk = after(watching, started(1, 'Sam', 'other tab'), {
      type: 'state',
      state: state('human', 'Sam'),
      role: 'agent',
    });
    expect(desk.isMine).toBe(true);
    expect(desk.notice).toEqual({ is: 'none' });
  });

  it('is one’s own again after a reconnect, and has no colleague in it', () => {
    const desk = after(EMPTY_DESK, welcome('agent', state('human', 'Sam')));
    expect(desk.isMine).toBe(true);
    expect(colleague(desk)).toBeNull();
  });

  it('stays one’s own while states without a role come in', () => {
    expect(after(mine, { type: 'state', state: state('human', 'Sam') }).isMine).toBe(true);
  });

  it.each([
    [
      'entry first',
      [started(2, 'Kim'), { type: 'state', state: state('human', 'Kim'), role: 'watcher' }],
    ],
    [
      'state first',
      [{ type: 'state', state: state('human', 'Kim'), role: 'watcher' }, started(2, 'Kim')],
    ],
  ] as const)('is lost to a colleague, who is named: %s', (_, frames) => {
    const desk = after(mine, ...frames);
    expect(desk.isMine).toBe(false);
    expect(desk.notice).toEqual({ is: 'taken', by: 'Kim' });
  });

  it.each([
    [
      'entry first',
      [ended(2, OURS), { type: 'state', state: state('assistant'), role: 'watcher' }],
    ],
    [
      'state first',
      [{ type: 'state', state: state('assistant'), role: 'watcher' }, ended(2, OURS)],
    ],
  ] as const)('is handed back, and that is what is told: %s', (_, frames) => {
    const desk = after(mine, ...frames);
    expect(desk.isMine).toBe(false);
    expect(desk.notice).toEqual({ is: 'handed_back' });
  });

  it('says nothing of a colleague’s hand back', () => {
    expect(after(watching, ended(1, 'theirs')).notice).toEqual({ is: 'none' });
  });

  it('no longer speaks of a colleague once the colleague has left', () => {
    const taken = after(mine, started(2, 'Kim'));
    const gone: ServerFrame = { type: 'state', state: state('assistant') };
    expect(after(taken, gone).notice).toEqual({ is: 'none' });
    expect(after(taken, welcome('watcher', state('waiting'))).notice).toEqual({ is: 'none' });
    expect(after(taken, { type: 'state', state: state('human', 'Kim') }).notice).toEqual({
      is: 'taken',
      by: 'Kim',
    });
  });

  it('is lost with the lease', () => {
    const entry: EventEntry = { seq: 2, at: 0, kind: 'event', event: 'takeover.lost', name: 'Sam' };
    const desk = after(mine, { type: 'entry', entry });
    expect(desk).toMatchObject({ isMine: false, notice: { is: 'lost' } });
  });

  it('tells at a reconnect what happened meanwhile', () => {
    const taken = after(mine, welcome('watcher', state('human', 'Kim')));
    expect(taken.notice).toEqual({ is: 'taken', by: 'Kim' });
    expect(after(mine, welcome('watcher', state('assistant'))).notice).toEqual({ is: 'lost' });
    expect(after(mine, welcome('watcher', state('ended'))).notice).toEqual({ is: 'none' });
  });

  it('is nobody’s once it has ended', () => {
    const entry: EventEntry = {
      seq: 2,
      at: 0,
      kind: 'event',
      event: 'conversation.ended',
      by: 'agent',
    };
    expect(after(mine, { type: 'entry', entry })).toMatchObject({
      isMine: false,
      notice: { is: 'none' },
    });
  });
});

describe('a refusal', () => {
  it('names the colleague who was quicker', () => {
    const desk = after(watching, refused('already_taken', { agent: 'Kim' }));
    expect(desk.notice).toEqual({ is: 'beaten', by: 'Kim' });
  });

  it('is forgotten once the press succeeds', () => {
    const desk = after(
      watching,
      refused('already_taken', { agent: 'Kim' }),
      started(1, 'Sam', OURS),
    );
    expect(desk.notice).toEqual({ is: 'none' });
  });

  it('is told beside the words it is about, and nowhere else', () => {
    const say: AgentAction = { type: 'say', ref: 'r', text: 'Hi' };
    const handBack: AgentAction = { type: 'hand_back', ref: 'r' };
    const pending = (frame: AgentAction): DeskInput => ({
      type: 'pending',
      pending: [{ frame, at: NOW, isSent: true }],
    });
    expect(after(mine, pending(say), refused('not_allowed', { ref: 'r' })).notice.is).toBe('none');
    expect(after(mine, pending(handBack), refused('not_allowed', { ref: 'r' })).notice).toEqual({
      is: 'refused',
      message: 'No.',
    });
  });

  it('closes the page when the link has expired', () => {
    expect(after(watching, refused('expired')).closed).toBe('link_closed');
  });
});

describe('the connection', () => {
  it('closes the page for good when it will not come back', () => {
    const stopped = (reason: 'link_closed' | 'gone' | 'dismissed' | 'closed'): DeskInput => ({
      type: 'status',
      status: { is: 'stopped', reason },
    });
    expect(after(watching, stopped('link_closed')).closed).toBe('link_closed');
    expect(after(watching, stopped('gone')).closed).toBe('gone');
    expect(after(watching, stopped('dismissed')).closed).toBe('dismissed');
    expect(after(watching, stopped('closed')).closed).toBeNull();
  });

  it('keeps the first reason for having closed', () => {
    const desk = after(
      watching,
      { type: 'closed', why: 'link_closed' },
      {
        type: 'status',
        status: { is: 'stopped', reason: 'gone' },
      },
    );
    expect(desk.closed).toBe('link_closed');
  });

  it('forgets the log but not the unsent words when the log is another one', () => {
    const pending: DeskInput = {
      type: 'pending',
      pending: [{ frame: { type: 'say', ref: 'r', text: 'Hi' }, at: NOW, isSent: false }],
    };
    const desk = after(mine, pending, { type: 'reset' });
    expect(desk.log.entries).toEqual([]);
    expect(desk.isMine).toBe(false);
    expect(desk.pending).toHaveLength(1);
  });

  it('knows which press is under way, and that a refused one is not', () => {
    const frame: AgentAction = { type: 'take_over', ref: 'r', name: 'Sam' };
    const pendingWith = (failure?: string): DeskInput => ({
      type: 'pending',
      pending: [{ frame, at: NOW, isSent: true, ...(failure === undefined ? {} : { failure }) }],
    });
    expect(isUnderWay(after(watching, pendingWith()), 'take_over')).toBe(true);
    expect(isUnderWay(after(watching, pendingWith()), 'end')).toBe(false);
    expect(isUnderWay(after(watching, pendingWith('No.')), 'take_over')).toBe(false);
  });
});

describe('the log at the desk', () => {
  it('does not change the seat for what is merely said', () => {
    const entry: MessageEntry = {
      seq: 2,
      at: 0,
      kind: 'message',
      author: { role: 'visitor' },
      text: 'Hi',
      ref: OURS,
    };
    const desk = after(mine, { type: 'entry', entry });
    expect(desk.isMine).toBe(true);
    expect(desk.log.entries.at(-1)).toEqual(entry);
  });
});

describe('what is known of the visitor', () => {
  const about = { site: 'demo', siteName: 'Acme', page: { url: '/a' } };

  it('follows what the server tells, and keeps what it is about', () => {
    const first: ServerFrame = {
      type: 'welcome',
      protocol: 1,
      role: 'watcher',
      conversation: 'c',
      seq: 0,
      state: state('assistant'),
      entries: [],
      about: { ...about, summary: 'Wants a tent' },
    };
    const next = { ...about, page: { url: '/b' }, identity: { name: 'Ada' } };
    const desk = after(EMPTY_DESK, first, { type: 'about', about: next });
    expect(desk.log.about).toEqual({ ...next, summary: 'Wants a tent' });
    expect(after(desk, { type: 'about', about }).log.about).not.toHaveProperty('identity');
  });
});
