import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../src/conversation/outbox.ts';
import type { MailKind } from '../../src/site/team-mails.ts';
import { findSite } from '../../src/site/sites.ts';
import { findTeamMail } from '../../src/site/team-mails.ts';
import { bindings, type Client, newVisitor, stubOf } from './client.ts';
import { hookUp, Inbox, isLogged, logged, unhookAll } from './inbox.ts';
import { mailAttempts, refuseMails, refuseMailsTo } from './mail-gate.ts';
import { mailsAbout } from './mailbox.ts';
import { forgetMails } from './monitor-client.ts';
import { eventually } from './stage.ts';
import { passTime } from './time.ts';

const { DB } = bindings;
const HOUR_MS = 3_600_000;

beforeEach(async () => {
  refuseMails(0);
  await forgetMails('demo');
});

afterEach(unhookAll);

/** The kinds of the jobs that are left, but for what is made known. */
function jobsOf(conversation: string): Promise<string[]> {
  return runInDurableObject(stubOf(conversation), (_, { storage }) => {
    const rows = storage.sql.exec<{ kind: string }>(
      "SELECT kind FROM outbox WHERE kind <> 'milestone' ORDER BY id",
    );
    return Array.from(rows, ({ kind }) => kind);
  });
}

/** Waits until these kinds of jobs are left. */
const areLeft = (conversation: string, ...kinds: string[]) =>
  eventually(async () => String(await jobsOf(conversation)) === String(kinds) || undefined);

/** Runs a statement on a conversation's own tables. */
const inside = (conversation: string, statement: string) =>
  runInDurableObject(stubOf(conversation), (_, { storage }) => {
    storage.sql.exec(statement);
  });

/** The visitor asks for a person and says yes. */
function askForPerson(client: Client): void {
  client.send({ type: 'ask_human', ref: 'ask' });
  client.send({ type: 'answer_offer', ref: 'yes', accept: true });
}

function times(client: Client, event: string): number {
  return client.log().filter((entry) => entry.kind === 'event' && entry.event === event).length;
}

describe('a receipt that cannot be written', () => {
  it('leaves the mail as it was, and is given with the next attempt, under the same Message-ID', async () => {
    const { client, conversation } = await newVisitor();
    await inside(
      conversation,
      `CREATE TRIGGER stop BEFORE INSERT ON entry WHEN NEW.body LIKE '%notification.sent%'
       BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    askForPerson(client);
    await client.event('escalation.requested');
    await eventually(() => mailAttempts() === 1 || undefined);
    await eventually(async () => (await mailsAbout(conversation)).length === 1 || undefined);
    await client.settled();
    // Neither the receipt nor the news for the owner, nor is the job gone.
    expect(await jobsOf(conversation)).toEqual(['takeover_mail']);
    expect(times(client, 'notification.sent')).toBe(0);
    await inside(conversation, 'DROP TRIGGER stop');
    await passTime(conversation, PATIENCE.takeover_mail.longestMs);
    await client.event('notification.sent');
    await areLeft(conversation);
    expect(times(client, 'notification.sent')).toBe(1);
    const mails = await mailsAbout(conversation);
    expect(mails).toHaveLength(2);
    const ids = mails.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]);
    expect(ids[0]).toBeTruthy();
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a mail to several of a team', () => {
  const [ANNA, BEN] = ['anna@acme.example', 'ben@acme.example'];
  const TEAM = `${ANNA}, ${BEN}`;

  const noted = (conversation: string, kind: MailKind) =>
    findTeamMail(DB, 'demo', { conversation, kind, number: 1 });

  /** A visitor of a website with a team of two. */
  async function visitorOfTwo() {
    const visitor = await newVisitor();
    const settings = await findSite(DB, 'demo');
    if (!settings) throw new Error('the demo site is missing');
    const escalation = { ...settings.escalation, address: TEAM };
    await stubOf(visitor.conversation).applySettings({
      ...settings,
      version: settings.version + 1,
      escalation,
    });
    return visitor;
  }

  /** Who got the mails about a conversation, in the order of the alphabet. */
  const readers = async (conversation: string) =>
    (await mailsAbout(conversation)).map(({ to }) => to).toSorted();

  it('counts with the first who has it, and is tried again for the other alone', async () => {
    const { client, conversation } = await visitorOfTwo();
    refuseMailsTo(BEN, 1, '451 try again later');
    askForPerson(client);
    await client.event('notification.sent');
    const first = await eventually(async () => (await noted(conversation, 'call')) ?? undefined);
    expect(first).toMatchObject({
      status: 'sent',
      address: TEAM,
      reason: `${BEN}: 451 try again later`,
    });
    expect(await readers(conversation)).toEqual([ANNA]);
    await passTime(conversation, PATIENCE.takeover_mail.longestMs);
    await areLeft(conversation);
    expect(await readers(conversation)).toEqual([ANNA, BEN]);
    const last = await noted(conversation, 'call');
    expect(last).toMatchObject({ status: 'sent', address: TEAM });
    expect(last).not.toHaveProperty('reason');
    expect(times(client, 'notification.sent')).toBe(1);
  });

  it('is not tried again for whoever will never get it, and the owner reads so', async () => {
    const { client, conversation } = await visitorOfTwo();
    refuseMailsTo(BEN, 9, '550 no such mailbox');
    askForPerson(client);
    await client.event('notification.sent');
    await areLeft(conversation);
    refuseMailsTo(BEN, 0, '');
    await passTime(conversation, HOUR_MS);
    expect(await readers(conversation)).toEqual([ANNA]);
    expect(await noted(conversation, 'call')).toMatchObject({
      status: 'sent',
      reason: `${BEN}: 550 no such mailbox`,
    });
  });

  it('that one of them never gets stays sent: neither visitor nor owner is told otherwise', async () => {
    const { client, conversation } = await visitorOfTwo();
    refuseMailsTo(BEN, 99, '451 try again later');
    client.send({ type: 'leave_contact', ref: 'mail', email: 'eva@visitor.example' });
    await client.event('contact.passed_on');
    for (let tried = 1; tried < PATIENCE.contact_mail.attempts; tried++) {
      await areLeft(conversation, 'contact_mail');
      await passTime(conversation, HOUR_MS * 2);
      await eventually(() => mailAttempts() > tried + 1 || undefined);
    }
    await areLeft(conversation);
    refuseMailsTo(BEN, 0, '');
    expect(mailAttempts()).toBe(1 + PATIENCE.contact_mail.attempts);
    expect(await readers(conversation)).toEqual([ANNA]);
    expect(await noted(conversation, 'contact')).toMatchObject({
      status: 'sent',
      reason: `${BEN}: 451 try again later`,
    });
    expect(times(client, 'contact.failed')).toBe(0);
    expect(times(client, 'contact.passed_on')).toBe(1);
  });
});

describe('a webhook that hangs', () => {
  it('keeps no mail waiting, nor what another is to be told of later', async () => {
    const [inbox, other] = [new Inbox(), new Inbox()];
    await inbox.answers('silence', 'silence', 'silence');
    const hanging = await hookUp(inbox, ['escalation.offered', 'escalation.requested']);
    await hookUp(other, ['escalation.requested', 'notification.sent']);
    const { client } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    await inbox.arrived(1);
    refuseMails(1);
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await other.arrived(1);
    await client.event('notification.sent');
    await other.arrived(2);
    // All the while it has not been given up on.
    expect(await logged(hanging)).toEqual([]);
    expect(await inbox.posts()).toHaveLength(1);
  });
});

describe('what became of a delivery', () => {
  afterEach(async () => {
    for (const table of ['webhook', 'webhook_delivery'])
      await DB.exec(`ALTER TABLE away_${table} RENAME TO ${table}`).catch(() => undefined);
  });

  /** D1 cannot tell of a table until the returned function is called. */
  async function away(table: string): Promise<() => Promise<unknown>> {
    await DB.exec(`ALTER TABLE ${table} RENAME TO away_${table}`);
    return () => DB.exec(`ALTER TABLE away_${table} RENAME TO ${table}`);
  }

  it.each([
    [200, 'delivered'],
    [410, 'failed'],
  ] as const)(
    'is told to D1 once it can be, and the message is not sent again: %i',
    async (code, status) => {
      const inbox = new Inbox();
      await inbox.answers(code);
      const webhook = await hookUp(inbox, ['escalation.offered']);
      const back = await away('webhook_delivery');
      const { client, conversation } = await newVisitor();
      client.send({ type: 'ask_human', ref: 'ask' });
      const [post] = await inbox.arrived(1);
      await areLeft(conversation, 'delivery');
      await back();
      await passTime(conversation, HOUR_MS);
      await isLogged(webhook, { status, code, id: post?.headers['baton-delivery'] ?? '' });
      await areLeft(conversation);
      expect(await inbox.posts()).toHaveLength(1);
      expect(await logged(webhook)).toHaveLength(1);
    },
  );

  it('is told to D1 also where it could not even be looked up', async () => {
    const inbox = new Inbox();
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { client, conversation } = await newVisitor();
    const back = await away('webhook');
    client.send({ type: 'ask_human', ref: 'ask' });
    await client.event('escalation.offered');
    await eventually(async () => {
      await inside(
        conversation,
        `UPDATE outbox SET attempts = ${PATIENCE.webhook.attempts - 1}
        WHERE kind = 'webhook' AND attempts > 0 AND attempts < ${PATIENCE.webhook.attempts - 1}`,
      );
      await passTime(conversation, HOUR_MS);
      return (await jobsOf(conversation)).includes('delivery') || undefined;
    });
    await back();
    await passTime(conversation, HOUR_MS);
    await isLogged(webhook, { status: 'failed', code: null, reason: 'not_looked_up' });
    await areLeft(conversation);
    expect(await inbox.posts()).toEqual([]);
  });
});
