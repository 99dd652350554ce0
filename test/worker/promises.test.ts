import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { SiteSettings } from '../../src/site/settings.ts';
import { findSite } from '../../src/site/sites.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { answerTo, eventually } from './stage.ts';
import { longestRests, passTime } from './time.ts';
import {
  bindings,
  escalate,
  evict,
  followLink,
  newVisitor,
  resumeVisitor,
  stubOf,
} from './client.ts';

const MAIL_DELAYS_MS = longestRests('takeover_mail');

/** What may be changed, the settings of escalation one by one. */
type Changed = Partial<Omit<SiteSettings, 'escalation'>> & {
  escalation?: Partial<SiteSettings['escalation']>;
};

async function demoSettings({ escalation, ...changed }: Changed = {}): Promise<SiteSettings> {
  const settings = await findSite(bindings.DB, 'demo');
  if (!settings) throw new Error('the demo site is missing');
  return { ...settings, ...changed, escalation: { ...settings.escalation, ...escalation } };
}

const off = async () =>
  demoSettings({ version: 2, escalation: { enabled: false, address: 'team@acme.example' } });

describe('the mail to the team', () => {
  it('is tried again when the provider refuses it, and the visitor learns it once it was accepted', async () => {
    const { client, conversation } = await newVisitor();
    refuseMails(1);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('escalation.requested');
    await client.event('notification.sent');
    expect(mailAttempts()).toBe(2);
    expect(
      client.log().filter((entry) => entry.kind === 'event' && entry.event === 'notification.sent'),
    ).toHaveLength(1);
    await evict(conversation);
  });

  it('that never gets through is owned up to, and an address can be left', async () => {
    const { client, conversation } = await newVisitor();
    refuseMails(MAIL_DELAYS_MS.length + 1);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('escalation.requested');
    for (const [retries, delay] of MAIL_DELAYS_MS.entries()) {
      await eventually(() => (mailAttempts() > retries ? true : undefined));
      await passTime(conversation, delay);
    }
    await client.event('notification.failed');
    expect(mailAttempts()).toBe(MAIL_DELAYS_MS.length + 1);
    client.say('Can I talk to a person?');
    await client.entry(
      (entry) => entry.kind === 'message' && entry.text.startsWith('I couldn’t reach the team'),
    );
    client.send({ type: 'leave_contact', ref: 'mail', email: 'visitor@example.com' });
    expect(await client.event('contact.captured')).toMatchObject({ email: 'visitor@example.com' });
    expect(
      client.log().some((entry) => entry.kind === 'event' && entry.event === 'notification.sent'),
    ).toBe(false);
  });

  it('that has nowhere to go is owned up to at once', async () => {
    const { client, conversation } = await newVisitor();
    const escalation = { enabled: true, address: ' , ' };
    await stubOf(conversation).applySettings(await demoSettings({ version: 2, escalation }));
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    expect(await client.event('notification.failed')).toMatchObject({ escalation: 1 });
  });

  it('is not sent any more once the wait it was for is over', async () => {
    const { client, conversation } = await newVisitor();
    refuseMails(1);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('escalation.requested');
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    await client.event('escalation.cancelled');
    await passTime(conversation, MAIL_DELAYS_MS[0] ?? 0);
    await client.settled();
    expect(mailAttempts()).toBeLessThanOrEqual(1);
    expect(
      client.log().some((entry) => entry.kind === 'event' && entry.event === 'notification.sent'),
    ).toBe(false);
  });

  it('is sent once though the alarm rings twice', async () => {
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    const from = client.frames.length;
    refuseMails(0);
    await passTime(conversation, 0);
    await passTime(conversation, 0);
    await client.settled();
    expect(mailAttempts()).toBe(0);
    expect(client.frames.slice(from).filter((frame) => frame.type === 'entry')).toEqual([]);
  });
});

describe('settings', () => {
  it('that switch escalation off withdraw an open offer at once', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    await evict(conversation);
    expect(await stubOf(conversation).applySettings(await off())).toEqual({ applied: true });
    await client.event('settings.changed');
    await client.until((frame) =>
      frame.type === 'state' && !frame.state.escalationEnabled && frame.state.phase === 'assistant'
        ? true
        : undefined,
    );
    client.say('Human please');
    await client.entry(
      (entry) => entry.kind === 'message' && entry.text.includes('help@acme.example'),
    );
  });

  it('that switch escalation off close a link that was already mailed', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const watching = await followLink(conversation, link, 'alex');
    await watching.hello();
    await stubOf(conversation).applySettings(await off());
    await client.event('escalation.cancelled');
    expect((await watching.closed).code).toBe(4010);
  });

  it('that switch escalation off leave the person who is there, and let nobody else in by their link', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const agent = await followLink(conversation, link, 'alex');
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    await agent.event('takeover.started');
    const onlooker = await followLink(conversation, link, 'onlooker');
    await onlooker.hello();
    await stubOf(conversation).applySettings(await off());
    expect((await onlooker.closed).code).toBe(4010);
    agent.close();
    await evict(conversation);
    const stranger = await followLink(conversation, link, 'stranger');
    stranger.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect(await stranger.refusal()).toMatchObject({ code: 'expired' });
    const back = await followLink(conversation, link, 'alex');
    expect((await back.hello()).role).toBe('agent');
  });

  it('that are older than those known change nothing', async () => {
    const { conversation } = await newVisitor();
    const older = await demoSettings({ version: 1, escalation: { enabled: false, address: '' } });
    expect(await stubOf(conversation).applySettings(older)).toEqual({ applied: false });
  });

  it('reach a conversation with its visitor’s next socket, too', async () => {
    const { token } = await newVisitor();
    await bindings.DB.prepare(
      "UPDATE site SET version = 2, escalation_enabled = 0 WHERE id = 'demo'",
    ).run();
    const again = await resumeVisitor(token);
    expect((await again.hello()).state.escalationEnabled).toBe(false);
    await bindings.DB.prepare(
      "UPDATE site SET version = 3, escalation_enabled = 1 WHERE id = 'demo'",
    ).run();
  });
});

describe('time', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;

  it('ends a conversation in which nothing was said for a day, and not before', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Hello');
    await client.message(answerTo('Hello'));
    await passTime(conversation, DAY_MS - 60_000);
    await client.settled();
    expect(
      client.log().some((entry) => entry.kind === 'event' && entry.event === 'conversation.ended'),
    ).toBe(false);
    await passTime(conversation, 60_000);
    expect(await client.event('conversation.ended')).toMatchObject({ by: 'idle' });
  });

  it('erases an ended conversation after the site’s retention, and its visitor begins a new one', async () => {
    const { client, conversation, token } = await newVisitor();
    client.say('My secret is 4711');
    await client.message(answerTo('My secret is 4711'));
    client.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
    await passTime(conversation, 90 * DAY_MS);
    expect((await client.closed).code).toBe(4004);
    await runInDurableObject(stubOf(conversation), (_, state) => {
      const sql =
        "SELECT name FROM sqlite_master WHERE name IN ('entry', 'conversation', 'turn', 'outbox')";
      const left = state.storage.sql
        .exec<{ name: string }>(sql)
        .toArray()
        .flatMap(({ name }) => state.storage.sql.exec(`SELECT * FROM ${name}`).toArray());
      expect(left).toEqual([]);
    });
    const back = await resumeVisitor(token);
    back.send({ type: 'hello', protocol: 1, lastSeq: 2 });
    expect((await back.closed).code).toBe(4004);
  });

  it('keeps a request for a person although nothing was typed', async () => {
    const { client, conversation } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent');
    await passTime(conversation, DAY_MS);
    await client.event('escalation.expired');
    await passTime(conversation, DAY_MS);
    expect(await client.event('conversation.ended')).toMatchObject({ by: 'idle' });
  });

  it('leaves no trace of a chat that was opened and never used', async () => {
    const { client, conversation } = await newVisitor();
    await passTime(conversation, DAY_MS);
    expect((await client.closed).code).toBe(4004);
  });
});
