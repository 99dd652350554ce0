import { describe, expect, it } from 'vitest';
import { deliveryOf, endOfMail } from '../../../src/conversation/mail-rest.ts';
import type { MailJob } from '../../../src/conversation/team-mail-job.ts';
import type { Refusal } from '../../../src/mail/refusals.ts';

const [ANNA, BEN, CARA] = ['anna@acme.example', 'ben@acme.example', 'cara@acme.example'];
const TEAM = [ANNA, BEN, CARA];
const ALL = TEAM.join(', ');
const CALL: MailJob = { kind: 'takeover_mail', escalation: 1 };

const later = (address: string): Refusal => ({ address, reason: 'try later', isFinal: false });
const never = (address: string): Refusal => ({ address, reason: 'no such mailbox', isFinal: true });

/** The same job, for those who have yet to get the mail. */
const restFor = (left: string[], refused = ''): MailJob => ({
  ...CALL,
  rest: { left, of: ALL, refused },
});

describe('a mail to several', () => {
  it('that everybody has is done', () => {
    const mailed = { taken: TEAM, refusals: [] };
    expect(deliveryOf(CALL, TEAM, mailed)).toEqual({ is: 'accepted', to: ALL });
  });

  it('that nobody has is tried again for everybody', () => {
    const mailed = { taken: [], refusals: [later(ANNA), never(BEN), later(CARA)] };
    expect(deliveryOf(CALL, TEAM, mailed)).toEqual({
      is: 'failed',
      reason: `${ANNA}: try later; ${BEN}: no such mailbox; ${CARA}: try later`,
      to: ALL,
    });
  });

  it('that one has counts, and is tried again for those alone who may get it yet', () => {
    const mailed = { taken: [ANNA], refusals: [never(BEN), later(CARA)] };
    expect(deliveryOf(CALL, TEAM, mailed)).toEqual({
      is: 'accepted',
      to: ALL,
      remark: `${BEN}: no such mailbox; ${CARA}: try later`,
      rest: restFor([CARA], `${BEN}: no such mailbox`),
    });
  });

  it('is not tried again for those who will never get it', () => {
    const mailed = { taken: [ANNA, CARA], refusals: [never(BEN)] };
    expect(deliveryOf(CALL, TEAM, mailed)).toEqual({
      is: 'accepted',
      to: ALL,
      remark: `${BEN}: no such mailbox`,
    });
  });
});

describe('the rest of a mail', () => {
  it('becomes less, and remembers who was refused before', () => {
    const rest = restFor([BEN, CARA], `${ANNA}: gone`);
    const mailed = { taken: [BEN], refusals: [later(CARA)] };
    expect(deliveryOf(rest, [BEN, CARA], mailed)).toEqual({
      is: 'accepted',
      to: ALL,
      remark: `${ANNA}: gone; ${CARA}: try later`,
      rest: restFor([CARA], `${ANNA}: gone`),
    });
  });

  it('is done with the last who gets it', () => {
    const mailed = { taken: [CARA], refusals: [] };
    expect(deliveryOf(restFor([CARA]), [CARA], mailed)).toEqual({ is: 'accepted', to: ALL });
  });

  it('that is refused for good is over', () => {
    const mailed = { taken: [], refusals: [never(CARA)] };
    expect(deliveryOf(restFor([CARA]), [CARA], mailed)).toEqual({
      is: 'accepted',
      to: ALL,
      remark: `${CARA}: no such mailbox`,
    });
  });

  it('that fails again is tried again', () => {
    const mailed = { taken: [], refusals: [later(CARA)] };
    expect(deliveryOf(restFor([CARA]), [CARA], mailed)).toEqual({
      is: 'failed',
      reason: `${CARA}: try later`,
      to: ALL,
    });
  });

  it('that is given up leaves the mail sent, and says who did not get it', () => {
    const end = { accepted: false, reason: `${CARA}: try later`, to: ALL } as const;
    expect(endOfMail(restFor([CARA], `${BEN}: gone`), end)).toEqual({
      accepted: true,
      to: ALL,
      remark: `${BEN}: gone; ${CARA}: try later`,
    });
    expect(endOfMail(CALL, end)).toBe(end);
  });
});
