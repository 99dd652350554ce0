import { describe, expect, it } from 'vitest';
import {
  isMailWanted,
  jobOf,
  mailOf,
  settledInput,
} from '../../../src/conversation/team-mail-job.ts';
import { MAIL_KINDS } from '../../../src/site/team-mails.ts';
import type { Input } from '../../../src/conversation/escalation-state.ts';
import { after, alex, asks, cancels, play, switchesOff, takesOver, yes } from './play.ts';

const leaves: Input = { type: 'contact_left', email: 'eva@visitor.example' };
const ends: Input = { type: 'visitor_ended' };

describe('a mail to the team', () => {
  it.each(MAIL_KINDS)('is known by its job, and its job by it: %s', (kind) => {
    expect(mailOf(jobOf({ kind, number: 2 }))).toEqual({ kind, number: 2 });
  });

  it('is no other job', () => {
    expect(mailOf({ kind: 'milestone' })).toBeNull();
  });
});

describe('a call and its reminder', () => {
  const waiting = after(asks, yes);

  it.each(['call', 'reminder'] as const)('are for somebody who waits: %s', (kind) => {
    const mail = { kind, number: 1 };
    expect(isMailWanted(waiting, mail)).toBe(true);
    for (const inputs of [
      [cancels],
      [cancels, asks, yes],
      [takesOver(alex)],
      [switchesOff],
      [{ type: 'visitor_ended' } as const],
    ]) {
      expect(isMailWanted(play(waiting, inputs).state, mail)).toBe(false);
    }
  });
});

describe('an address', () => {
  it('is mailed whoever has the chat, also after its end, but not while escalation is off', () => {
    const mail = { kind: 'contact', number: 1 } as const;
    for (const before of [[], [asks, yes]]) {
      expect(isMailWanted(after(...before, leaves), mail)).toBe(true);
      expect(isMailWanted(after(...before, leaves, ends), mail)).toBe(true);
    }
    expect(isMailWanted(after(leaves, switchesOff), mail)).toBe(false);
  });

  it('is mailed once, and only if it was left', () => {
    const settled: Input = { type: 'contact_settled', contact: 1, accepted: true };
    expect(isMailWanted(after(leaves, settled), { kind: 'contact', number: 1 })).toBe(false);
    expect(isMailWanted(after(leaves), { kind: 'contact', number: 2 })).toBe(false);
  });
});

describe('the rest of a mail that some have', () => {
  const settled: Input = { type: 'contact_settled', contact: 1, accepted: true };

  it('is wanted as long as there is no newer address, also once it was passed on', () => {
    const mail = { kind: 'contact', number: 1 } as const;
    expect(isMailWanted(after(leaves, settled), mail, true)).toBe(true);
    expect(isMailWanted(after(leaves, settled, ends), mail, true)).toBe(true);
    const another: Input = { type: 'contact_left', email: 'other@visitor.example' };
    expect(isMailWanted(after(leaves, settled, another), mail, true)).toBe(false);
    expect(isMailWanted(after(leaves, settled, switchesOff), mail, true)).toBe(false);
  });

  it('of a call is for somebody who still waits', () => {
    const waiting = after(asks, yes);
    expect(isMailWanted(waiting, { kind: 'call', number: 1 }, true)).toBe(true);
    const taken = play(waiting, [takesOver(alex)]).state;
    expect(isMailWanted(taken, { kind: 'call', number: 1 }, true)).toBe(false);
  });
});

describe('how a mail ended', () => {
  it('is told of calls and addresses, and of reminders only where they left', () => {
    expect(settledInput({ kind: 'call', number: 1 }, false)).toEqual({
      type: 'mail_settled',
      escalation: 1,
      accepted: false,
    });
    expect(settledInput({ kind: 'contact', number: 2 }, false)).toEqual({
      type: 'contact_settled',
      contact: 2,
      accepted: false,
    });
    expect(settledInput({ kind: 'reminder', number: 1 }, true)).toEqual({
      type: 'reminded',
      escalation: 1,
    });
    expect(settledInput({ kind: 'reminder', number: 1 }, false)).toBeNull();
  });
});
