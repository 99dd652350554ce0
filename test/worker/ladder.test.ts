import { runDurableObjectAlarm } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventName } from '../../src/protocol/entry.ts';
import type { StateView } from '../../src/protocol/state.ts';
import type { Hours } from '../../src/site/hours.ts';
import { LADDER } from '../../src/site/settings.ts';
import {
  type Client,
  escalate,
  evict,
  followLink,
  linkToken,
  newVisitor,
  stubOf,
} from './client.ts';
import { handEscalation } from './handed.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { mailsAbout } from './mailbox.ts';
import { forgetMails } from './monitor-client.ts';
import { answerTo, eventually } from './stage.ts';
import { takeOver, waiting } from './taken-over.ts';
import { longestRests, passTime } from './time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const REMIND_MS = LADDER.remind * MINUTE_MS;
const ASK_MS = LADDER.ask * MINUTE_MS;
const CLOSE_MS = LADDER.close * MINUTE_MS;

/** Short of it by so much, a rung is not reached however slow the test is. */
const SHORT_MS = MINUTE_MS;

beforeEach(async () => {
  refuseMails(0);
  await forgetMails('demo');
});

function happened(client: Client, name: EventName): number {
  return client.log().filter((entry) => entry.kind === 'event' && entry.event === name).length;
}

const said = (client: Client, words: string, from = 0) =>
  client.entry((entry) => entry.kind === 'message' && entry.text.startsWith(words), from);

const state = (client: Client, matches: (state: StateView) => boolean, from = 0) =>
  client.until(
    (frame) => (frame.type === 'state' && matches(frame.state) ? frame.state : undefined),
    from,
  );

describe('a wait that nobody ends', () => {
  it('has the team mailed once more, which is said once the provider has accepted that mail', async () => {
    const { client, conversation, link } = await waiting();
    await passTime(conversation, REMIND_MS - SHORT_MS);
    expect(await mailsAbout(conversation)).toHaveLength(1);
    refuseMails(1);
    await passTime(conversation, SHORT_MS);
    await eventually(() => mailAttempts() === 1 || undefined);
    await client.settled();
    expect(happened(client, 'escalation.reminded')).toBe(0);
    await passTime(conversation, longestRests('reminder_mail')[0] ?? 0);
    expect(await client.event('escalation.reminded')).toMatchObject({ escalation: 1 });
    const mails = await mailsAbout(conversation);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toMatchObject({ to: 'team@acme.example' });
    expect(mails[0]?.subject).toContain('still waiting');
    const agent = await followLink(conversation, await linkToken(conversation), 'alex');
    await agent.hello();
    await takeOver(agent, 'Alex', client);
    const early = await followLink(conversation, link, 'robin');
    expect((await early.hello()).state.agent).toMatchObject({ name: 'Alex' });
  });

  it('is not reminded of by a mail that no provider takes, and goes on all the same', async () => {
    const { client, conversation } = await waiting();
    const rests = longestRests('reminder_mail');
    refuseMails(rests.length + 1);
    await passTime(conversation, REMIND_MS);
    for (const [tried, rest] of rests.entries()) {
      await eventually(() => mailAttempts() > tried || undefined);
      await passTime(conversation, rest);
    }
    await eventually(() => mailAttempts() > rests.length || undefined);
    await passTime(conversation, ASK_MS - REMIND_MS);
    await said(client, 'The team was told');
    expect(happened(client, 'escalation.reminded')).toBe(0);
  });

  it('is owned up to, and the visitor asked for an address until they leave one', async () => {
    const { client, conversation } = await waiting();
    await passTime(conversation, REMIND_MS);
    await client.event('escalation.reminded');
    const from = client.frames.length;
    await passTime(conversation, ASK_MS - REMIND_MS);
    expect(await said(client, 'The team was told', from)).toMatchObject({
      author: { role: 'assistant' },
      text: `The team was told (${LADDER.ask} minutes ago), and nobody has been able to join yet. If you leave your email address below, I’ll pass it on to them. You can go on waiting, too.`,
    });
    await state(client, ({ phase, asksContact }) => phase === 'waiting' && asksContact === true);
    await evict(conversation);
    const asked = client.frames.length;
    client.send({ type: 'leave_contact', ref: 'mail', email: 'eva@visitor.example' });
    await state(client, ({ phase, asksContact }) => phase === 'waiting' && !asksContact, asked);
    await client.event('contact.passed_on');
  });

  it('asks nobody for an address who has left one', async () => {
    const { client, conversation } = await waiting();
    client.send({ type: 'leave_contact', ref: 'mail', email: 'eva@visitor.example' });
    await client.event('contact.passed_on');
    const from = client.frames.length;
    await passTime(conversation, ASK_MS);
    const line = await said(client, 'The team was told', from);
    expect(line).toMatchObject({ text: expect.stringContaining('the address you left') });
    await client.settled();
    expect(JSON.stringify(client.frames.slice(from))).not.toContain('asksContact');
  });

  it('is over in the end: the link is dead, its sockets are closed, the assistant goes on', async () => {
    const { client, conversation, link } = await waiting();
    const watching = await followLink(conversation, link, 'early');
    await watching.hello();
    await passTime(conversation, ASK_MS);
    await said(client, 'The team was told');
    await passTime(conversation, CLOSE_MS - ASK_MS);
    await client.event('escalation.expired');
    await state(client, ({ phase, asksContact }) => phase === 'assistant' && asksContact === true);
    expect(await watching.refusal()).toMatchObject({ code: 'expired' });
    expect((await watching.closed).code).toBe(4010);
    await evict(conversation);
    const late = await followLink(conversation, link, 'late');
    late.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect(await late.refusal()).toMatchObject({ code: 'expired' });
    expect((await late.closed).code).toBe(4010);
    client.say('Do you ship abroad?');
    await client.message(answerTo('Do you ship abroad?'));
  });

  it('can be begun anew, and is promised the same again', async () => {
    const { client, conversation, link } = await waiting();
    await passTime(conversation, CLOSE_MS);
    await client.event('escalation.expired');
    const again = await escalate(client, conversation);
    expect(again).not.toBe(link);
    const from = client.frames.length;
    await passTime(conversation, REMIND_MS);
    expect(await client.event('escalation.reminded', from)).toMatchObject({ escalation: 2 });
  });

  it('goes through with everything at once when the alarm rings late', async () => {
    const { client, conversation } = await waiting();
    await passTime(conversation, ASK_MS);
    await said(client, 'The team was told');
    await client.event('escalation.reminded');
    await passTime(conversation, DAY_MS);
    await client.event('escalation.expired');
    await client.settled();
    expect(happened(client, 'escalation.expired')).toBe(1);
  });

  it('calls a team anew that could not be reached', async () => {
    const { client, conversation } = await newVisitor();
    const rests = longestRests('takeover_mail');
    refuseMails(rests.length + 1);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    for (const [tried, rest] of rests.entries()) {
      await eventually(() => mailAttempts() > tried || undefined);
      await passTime(conversation, rest);
    }
    await client.event('notification.failed');
    await passTime(conversation, REMIND_MS);
    await client.event('notification.sent');
    expect(happened(client, 'escalation.reminded')).toBe(0);
    expect(await mailsAbout(conversation)).toHaveLength(1);
  });

  it('takes every rung once, however often the alarm rings', async () => {
    const { client, conversation } = await waiting();
    const ring = () => runDurableObjectAlarm(stubOf(conversation));
    await passTime(conversation, REMIND_MS);
    await Promise.all([ring(), ring()]);
    await client.event('escalation.reminded');
    await passTime(conversation, 0);
    await passTime(conversation, ASK_MS - REMIND_MS);
    await Promise.all([ring(), ring()]);
    await passTime(conversation, 0);
    await passTime(conversation, CLOSE_MS - ASK_MS);
    await Promise.all([ring(), ring()]);
    await client.event('escalation.expired');
    await client.settled();
    expect(await mailsAbout(conversation)).toHaveLength(2);
    expect(happened(client, 'escalation.reminded')).toBe(1);
    expect(happened(client, 'escalation.expired')).toBe(1);
    const lines = client
      .log()
      .filter((entry) => entry.kind === 'message' && entry.text.startsWith('The team was told'));
    expect(lines).toHaveLength(1);
  });
});

describe('a person who takes over', () => {
  it.each([
    ['before anybody is reminded', []],
    ['after the reminder', [REMIND_MS]],
    ['after the visitor was asked for an address', [REMIND_MS, ASK_MS - REMIND_MS]],
  ])('%s ends the wait, and nothing of it is left to happen', async (_, passed) => {
    const { client, conversation, link } = await waiting();
    for (const ms of passed) await passTime(conversation, ms);
    if (passed.length > 0) await client.event('escalation.reminded');
    if (passed.length > 1) await said(client, 'The team was told');
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    await takeOver(agent, 'Alex', client);
    const from = client.frames.length;
    const mails = await mailsAbout(conversation);
    await passTime(conversation, CLOSE_MS);
    agent.say('Here I am.');
    await client.message('Here I am.');
    expect(await mailsAbout(conversation)).toHaveLength(mails.length);
    const entries = client.frames.slice(from).filter((frame) => frame.type === 'entry');
    expect(entries).toMatchObject([{ entry: { text: 'Here I am.' } }]);
    expect(JSON.stringify(client.frames.slice(from))).not.toContain('asksContact');
  });

  it('while the reminder is refused is not reminded any more', async () => {
    const { client, conversation, link } = await waiting();
    refuseMails(1);
    await passTime(conversation, REMIND_MS);
    await eventually(() => mailAttempts() === 1 || undefined);
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    await takeOver(agent, 'Alex', client);
    await passTime(conversation, longestRests('reminder_mail')[0] ?? 0);
    await client.settled();
    expect(mailAttempts()).toBe(1);
    expect(happened(client, 'escalation.reminded')).toBe(0);
  });
});

describe('outside the team’s hours', () => {
  /** Nobody is there before the morning of the day after tomorrow, wherever the clock stands. */
  function away(): { hours: Hours; backAt: number } {
    const date = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
    const exceptions = [{ date, spans: [{ from: 9 * 60, to: 17 * 60 }] }];
    const week = Array.from({ length: 7 }, () => []);
    return {
      hours: { timeZone: 'UTC', week, exceptions },
      backAt: Date.parse(`${date}T09:00:00Z`),
    };
  }

  it('the visitor is told when it is back, and the wait counts from then', async () => {
    const { client, conversation } = await newVisitor();
    const { hours, backAt } = away();
    await handEscalation(conversation, { hours });
    client.send({ type: 'ask_human', ref: 'ask' });
    expect(await client.event('escalation.offered')).toMatchObject({ backAt });
    await evict(conversation);
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    expect(await client.event('escalation.requested')).toMatchObject({ backAt });
    await client.event('notification.sent');
    const shown = await state(client, ({ waiting: wait }) => wait?.notified === 'sent');
    expect(shown).toMatchObject({ asksContact: true, waiting: { backAt } });
    client.say('Can I talk to a person?');
    const line = await said(client, 'The team was told');
    expect(line).toMatchObject({
      text: expect.stringMatching(/They will be back: .* 9:00 AM UTC\.$/),
    });

    await passTime(conversation, CLOSE_MS);
    await client.settled();
    expect(await mailsAbout(conversation)).toHaveLength(1);
    expect(happened(client, 'escalation.expired')).toBe(0);

    const untilBack = backAt - CLOSE_MS - Date.now();
    await passTime(conversation, untilBack + REMIND_MS);
    await client.event('escalation.reminded');
    await passTime(conversation, CLOSE_MS - REMIND_MS);
    await client.event('escalation.expired');
  });
});

describe('a ladder that is changed while somebody waits', () => {
  it('holds from then on: what has become due happens at once', async () => {
    const { client, conversation } = await newVisitor();
    await handEscalation(conversation, { ladder: { remind: 60, ask: 120, close: 180 } });
    await escalate(client, conversation);
    await passTime(conversation, CLOSE_MS);
    await client.settled();
    expect(happened(client, 'escalation.reminded')).toBe(0);
    // Nobody rings the alarm here: it must have been set anew.
    await handEscalation(conversation, { ladder: { remind: 1, ask: 2, close: 60 } });
    await client.event('escalation.reminded');
    await said(client, 'The team was told');
    await evict(conversation);
    await handEscalation(conversation, { ladder: { remind: 1, ask: 2, close: 3 } });
    await client.event('escalation.expired');
  });

  it('to a longer one is not cut short by the one before', async () => {
    const { client, conversation } = await waiting();
    await passTime(conversation, ASK_MS);
    await said(client, 'The team was told');
    await handEscalation(conversation, { ladder: { ...LADDER, close: 2 * LADDER.close } });
    await passTime(conversation, CLOSE_MS - ASK_MS);
    await client.settled();
    expect(happened(client, 'escalation.expired')).toBe(0);
    await passTime(conversation, CLOSE_MS);
    await client.event('escalation.expired');
  });
});
