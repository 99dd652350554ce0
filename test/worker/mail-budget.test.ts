import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TeamMailJob } from '../../src/conversation/team-mail-job.ts';
import {
  digestPause,
  LEASE_MS,
  MAX_DIGEST_FAILURES,
  receiptPause,
} from '../../src/monitor/errand.ts';
import {
  DIGEST_AFTER_MS,
  DIGEST_EVERY_MS,
  DIGEST_SIZE,
  MAILS_PER_HOUR,
} from '../../src/monitor/post.ts';
import type { EventName } from '../../src/protocol/entry.ts';
import { saveSite } from '../../src/site/sites.ts';
import { bindings, type Client, connect, evict, HOST, stubOf } from './client.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { mailsTo } from './mailbox.ts';
import {
  evictMonitor,
  monitorStub,
  newSite,
  nothingLeftToDo,
  passMonitorTime,
  removeSite,
  rowsIn,
  settingsOf,
  spendMails,
} from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn, wasAsked } from './stand-in.ts';

const HOUR_MS = 3_600_000;
const CALL: TeamMailJob = { kind: 'call', number: 1 };

beforeEach(() => refuseMails(0));

/** A website of its own with an address of its own. */
async function newShop(): Promise<{ site: string; address: string }> {
  const site = await newSite();
  const address = `${site}@acme.example`;
  await saveSite(bindings.DB, site, { escalation: { enabled: true, address } });
  return { site, address };
}

/** The same, already mailed as often as is allowed within an hour. */
async function newBusyShop() {
  const shop = await newShop();
  const monitor = monitorStub(shop.site);
  for (let number = 1; number <= MAILS_PER_HOUR; number++) {
    const { id } = new StandIn();
    const answer = await monitor.holdsMail({ conversation: id, ...CALL }, HOST, 1);
    expect(answer.isHeld).toBe(false);
  }
  const hold = async (one: StandIn, mail = CALL) =>
    (await monitor.holdsMail({ conversation: one.id, ...mail }, HOST, 1)).isHeld;
  return { ...shop, monitor, hold };
}

interface Caller {
  client: Client;
  conversation: string;
}

/** A visitor who wants a person. */
async function call(site: string): Promise<Caller> {
  const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
  const { conversation } = await client.hello();
  client.send({ type: 'ask_human', ref: 'ask' });
  client.send({ type: 'answer_offer', ref: 'yes', accept: true });
  await client.event('escalation.requested');
  return { client, conversation };
}

/** So many visitors of a busy shop whose mails are held back. */
async function callHeld(site: string, count: number): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (let called = 1; called <= count; called++) callers.push(await call(site));
  await eventually(async () => (await rowsIn(site, 'held_mail')) >= count || undefined);
  return callers;
}

function happened(client: Client, name: EventName): number {
  return client.log().filter((entry) => entry.kind === 'event' && entry.event === name).length;
}

/** Waits until an errand has counted so far. */
async function counted(
  site: string,
  type: 'digest' | 'receipts',
  field: 'failures' | 'misses',
  times: number,
): Promise<void> {
  await eventually(() =>
    runInDurableObject(monitorStub(site), (_, { storage }) => {
      const { count } = storage.sql
        .exec<{ count: number }>(
          'SELECT body ->> ? AS count FROM errand WHERE type = ?',
          field,
          type,
        )
        .one();
      return count === times || undefined;
    }),
  );
}

/** Waits until the digest has failed so often in a row. */
const failedOften = (site: string, times: number) => counted(site, 'digest', 'failures', times);

/** Waits until somebody was out of reach of their receipt so often again. */
const missedOften = (site: string, times: number) => counted(site, 'receipts', 'misses', times);

/** Has the digest that is planned refused until it is given up, with the monitor asleep between attempts. */
async function refuseDigest(site: string): Promise<void> {
  refuseMails(MAX_DIGEST_FAILURES);
  await passMonitorTime(site, DIGEST_AFTER_MS);
  for (let failures = 1; failures < MAX_DIGEST_FAILURES; failures++) {
    await failedOften(site, failures);
    await passMonitorTime(site, digestPause(failures));
  }
}

describe('a website that is called more often than its team is mailed', () => {
  it('mails so many times an hour, then once for all the others, who are told then and not before', async () => {
    const { site, address } = await newShop();
    for (let called = 1; called <= MAILS_PER_HOUR; called++) {
      const { client } = await call(site);
      await client.event('notification.sent');
    }
    const rest = await callHeld(site, 5);
    await evictMonitor(site);
    for (const { client } of rest) {
      await client.settled();
      expect(happened(client, 'notification.sent')).toBe(0);
    }
    expect(await mailsTo(address)).toHaveLength(MAILS_PER_HOUR);
    await Promise.all(rest.map(({ conversation }) => evict(conversation)));

    await passMonitorTime(site, DIGEST_AFTER_MS);
    for (const { client } of rest) {
      await client.event('notification.sent');
      await client.until((frame) =>
        frame.type === 'state' && frame.state.waiting?.notified === 'sent' ? true : undefined,
      );
    }
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(MAILS_PER_HOUR + 1);
    expect(mails[0]?.subject).toBe('A shop: 5 visitors asked for you');
    for (const { conversation } of rest)
      expect(mails[0]?.text).toContain(`/app/sites/${site}/live?open=${conversation}`);
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await nothingLeftToDo(site);
    for (const { client } of rest) expect(happened(client, 'notification.sent')).toBe(1);
    expect(await mailsTo(address)).toHaveLength(MAILS_PER_HOUR + 1);
  });

  it('tells all of them when the provider refuses that mail to the end', async () => {
    const { site, address } = await newBusyShop();
    const callers = await callHeld(site, 3);
    await refuseDigest(site);
    for (const { client } of callers) {
      await client.event('notification.failed');
      expect(happened(client, 'notification.sent')).toBe(0);
    }
    expect(mailAttempts()).toBe(MAX_DIGEST_FAILURES);
    expect(await mailsTo(address)).toEqual([]);
  });

  it('has a mail that failed with the others tried again, in the next digest', async () => {
    const { site, address } = await newBusyShop();
    const [caller] = await callHeld(site, 1);
    if (!caller) throw new Error('nobody called');
    await refuseDigest(site);
    await caller.client.event('notification.failed');
    await eventually(async () => (await rowsIn(site, 'held_mail')) === 0 || undefined);
    await spendMails(site);
    await evictMonitor(site);
    expect(await stubOf(caller.conversation).mailAgain(CALL, await settingsOf(site, {}))).toBe(
      'again',
    );
    await eventually(async () => (await rowsIn(site, 'held_mail')) === 1 || undefined);
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await caller.client.event('notification.sent');
    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('is told by the same mail when it is sent again, and by another once it names somebody else', async () => {
    const { site, address, hold } = await newBusyShop();
    const run = (statement: string) =>
      runInDurableObject(monitorStub(site), (_, { storage }) => void storage.sql.exec(statement));
    await hold(new StandIn());
    await hold(new StandIn());
    // The mail leaves, and that it did cannot be written down.
    await run(
      "CREATE TRIGGER stop BEFORE UPDATE ON held_mail BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    const sent = (count: number) =>
      eventually(async () => {
        const mails = await mailsTo(address);
        return mails.length === count ? mails : undefined;
      });
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await sent(1);
    await passMonitorTime(site, LEASE_MS);
    await sent(2);
    await hold(new StandIn());
    await passMonitorTime(site, LEASE_MS);
    const ids = (await sent(3)).map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]);
    expect(ids[2]).toBeTruthy();
    expect(ids[1]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
    await run('DROP TRIGGER stop');
  });

  it('names nobody who was erased meanwhile', async () => {
    const { site, address } = await newBusyShop();
    const [gone, kept] = await callHeld(site, 2);
    if (!gone || !kept) throw new Error('nobody called');
    await stubOf(gone.conversation).erase();
    await gone.client.closed;
    expect(await rowsIn(site, 'held_mail')).toBe(1);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await kept.client.event('notification.sent');
    const [mail] = await mailsTo(address);
    expect(mail?.subject).toBe('A shop: 1 visitor asked for you');
    expect(mail?.text).toContain(kept.conversation);
    expect(mail?.text).not.toContain(gone.conversation);
  });

  it('sends nothing when all of them were erased', async () => {
    const { site, address, monitor, hold } = await newBusyShop();
    const one = new StandIn();
    await hold(one);
    await evictMonitor(site);
    await monitor.gone(one.id);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await nothingLeftToDo(site);
    expect(await mailsTo(address)).toEqual([]);
    expect(one.asked).toEqual([]);
  });
});

describe('mails that are held back', () => {
  it('are not lost behind however many for which nobody waits any more', async () => {
    const { site, address, hold } = await newBusyShop();
    const gone = Array.from({ length: DIGEST_SIZE + 5 }, () => new StandIn());
    for (const one of gone) {
      one.unwanted.push('call 1');
      await hold(one);
    }
    const kept = new StandIn();
    await hold(kept);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(kept, 'call 1 sent');
    expect(gone.flatMap(({ asked }) => asked)).toEqual([]);
    const [mail] = await mailsTo(address);
    expect(mail?.subject).toBe('A shop: 1 visitor asked for you');
    expect(await rowsIn(site, 'held_mail')).toBe(0);
  });

  it('name the address that was left, also of a chat that has ended', async () => {
    const { site, address, hold } = await newBusyShop();
    const one = new StandIn();
    one.card = { ...one.card, phase: 'ended', contact: 'rosa@acme.example' };
    await hold(one, { kind: 'contact', number: 1 });
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(one, 'contact 1 sent');
    const [mail] = await mailsTo(address);
    expect(mail?.text).toContain('rosa@acme.example');
  });

  it('wait for a conversation that is out of reach, and keep no other waiting', async () => {
    const { site, hold } = await newBusyShop();
    const [lost, other] = [new StandIn(), new StandIn()];
    lost.isHidden = true;
    await hold(lost);
    await hold(other);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(other, 'call 1 sent');
    expect(lost.asked).toEqual([]);
    lost.isHidden = false;
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await wasAsked(lost, 'call 1 sent');
  });

  it('are held once, however often they are asked for', async () => {
    const { site, address, hold } = await newBusyShop();
    const one = new StandIn();
    expect(await hold(one)).toBe(true);
    await evictMonitor(site);
    expect(await hold(one)).toBe(true);
    expect(await rowsIn(site, 'held_mail')).toBe(1);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(one, 'call 1 sent');
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await nothingLeftToDo(site);
    expect(one.asked).toEqual(['call 1 sent']);
    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('get a receipt each, of whatever kind they are', async () => {
    const { site, hold } = await newBusyShop();
    const [one, other] = [new StandIn(), new StandIn()];
    await hold(one, { kind: 'reminder', number: 2 });
    await hold(one, { kind: 'contact', number: 1 });
    await hold(other);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(other, 'call 1 sent');
    await wasAsked(one, 'reminder 2 sent');
    await wasAsked(one, 'contact 1 sent');
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await nothingLeftToDo(site);
    expect(await rowsIn(site, 'held_mail')).toBe(0);
  });

  it('wait for each other, and after a digest so much longer', async () => {
    const { site, address, hold } = await newBusyShop();
    const [first, second] = [new StandIn(), new StandIn()];
    await hold(first);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(first, 'call 1 sent');
    await hold(second);
    await passMonitorTime(site, DIGEST_EVERY_MS - DIGEST_AFTER_MS);
    expect(await rowsIn(site, 'held_mail')).toBe(1);
    expect(await mailsTo(address)).toHaveLength(1);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(second, 'call 1 sent');
    expect(await mailsTo(address)).toHaveLength(2);
  });

  it('are none any more an hour later', async () => {
    const { site, hold } = await newBusyShop();
    expect(await hold(new StandIn())).toBe(true);
    await passMonitorTime(site, HOUR_MS);
    for (let number = 1; number <= MAILS_PER_HOUR; number++)
      expect(await hold(new StandIn())).toBe(false);
    expect(await hold(new StandIn())).toBe(true);
  });

  it('get their receipt later when their conversation is out of reach, and keep no other waiting', async () => {
    const { site, address, hold } = await newBusyShop();
    const [lost, other] = [new StandIn(), new StandIn()];
    await hold(lost);
    await hold(other);
    lost.fail(2);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(other, 'call 1 sent');
    await wasAsked(lost, 'call 1 sent: out of reach');
    await passMonitorTime(site, receiptPause(0));
    await missedOften(site, 1);
    await passMonitorTime(site, receiptPause(1));
    await wasAsked(lost, 'call 1 sent');
    expect(lost.asked).toHaveLength(3);
    expect(await rowsIn(site, 'held_mail')).toBe(0);
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await nothingLeftToDo(site);
    expect(other.asked).toEqual(['call 1 sent']);
    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('do not leave sooner because another one’s receipt is handed out again', async () => {
    const { site, address, hold } = await newBusyShop();
    const [lost, next] = [new StandIn(), new StandIn()];
    await hold(lost);
    lost.fail(1);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await wasAsked(lost, 'call 1 sent: out of reach');
    await hold(next);
    await passMonitorTime(site, receiptPause(0));
    await wasAsked(lost, 'call 1 sent');
    expect(await rowsIn(site, 'held_mail')).toBe(1);
    expect(await mailsTo(address)).toHaveLength(1);
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await wasAsked(next, 'call 1 sent');
    expect(await mailsTo(address)).toHaveLength(2);
  });

  it('are told in the end although the monitor dies while it tells them', async () => {
    const { site, address, hold } = await newBusyShop();
    const one = new StandIn();
    await hold(one);
    refuseMails(1);
    await runInDurableObject(monitorStub(site), (_, { storage }) => {
      storage.sql.exec('UPDATE errand SET due = due - ?', DIGEST_AFTER_MS);
    });
    await runDurableObjectAlarm(monitorStub(site));
    await eventually(() => mailAttempts() === 1 || undefined);
    await passMonitorTime(site, LEASE_MS);
    await wasAsked(one, 'call 1 sent');
    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('are forgotten with the website', async () => {
    const { site, address, monitor, hold } = await newBusyShop();
    const one = new StandIn();
    await monitor.report(one.report());
    await hold(one);
    await removeSite(site);
    await monitor.retire();
    await evictMonitor(site);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    await nothingLeftToDo(site);
    expect(await rowsIn(site, 'held_mail')).toBe(0);
    expect(one.asked).toEqual(['erase']);
    expect(await mailsTo(address)).toEqual([]);
  });

  it('come to an end also where the website is gone and nobody has said so', async () => {
    const { site, address, hold } = await newBusyShop();
    const one = new StandIn();
    await hold(one);
    await removeSite(site);
    await passMonitorTime(site, DIGEST_AFTER_MS);
    for (let failures = 1; failures < MAX_DIGEST_FAILURES; failures++) {
      await failedOften(site, failures);
      await passMonitorTime(site, digestPause(failures));
    }
    await wasAsked(one, 'call 1 failed');
    expect(await mailsTo(address)).toEqual([]);
    await passMonitorTime(site, DIGEST_EVERY_MS);
    await nothingLeftToDo(site);
  });
});
