import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { LEAVE_MS } from '../../src/conversation/deadlines.ts';
import { MAX_CONTACTS } from '../../src/conversation/escalation.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import type { EventName } from '../../src/protocol/entry.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { saveSite } from '../../src/site/sites.ts';
import { findTeamMail } from '../../src/site/team-mails.ts';
import { bindings, type Client, connect, escalate, evict, newVisitor, stubOf } from './client.ts';
import { handEscalation } from './handed.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { mailsAbout, mailsTo } from './mailbox.ts';
import { forgetMails, monitorStub, newSite, settingsOf } from './monitor-client.ts';
import { eventually } from './stage.ts';
import { longestRests, passTime } from './time.ts';

const EMAIL = 'eva@visitor.example';
const RESTS = longestRests('contact_mail');

beforeEach(async () => {
  refuseMails(0);
  await forgetMails('demo');
});

function happened(client: Client, name: EventName): number {
  return client.log().filter((entry) => entry.kind === 'event' && entry.event === name).length;
}

function leave(client: Client, email = EMAIL): string {
  const ref = client.ref();
  client.send({ type: 'leave_contact', ref, email });
  return ref;
}

/** What the owner reads of the mail that brings the team an address. */
const noted = (conversation: string, number: number) =>
  findTeamMail(bindings.DB, 'demo', { conversation, kind: 'contact', number });

const cardOf = async (conversation: string) =>
  (await stubOf(conversation).watch(false, Date.now()))?.card;

/** Has every attempt at the mail under way refused, up to the last one. */
async function refuseThroughout(conversation: string): Promise<void> {
  for (const [tried, rest] of RESTS.entries()) {
    await eventually(() => mailAttempts() > tried || undefined);
    await passTime(conversation, rest);
  }
}

describe('an address that a visitor leaves', () => {
  it('is kept, shown, and mailed to the team, whose answer goes to the visitor', async () => {
    const { client, conversation } = await newVisitor();
    client.say('My tent has a hole');
    const ref = leave(client);
    expect(await client.event('contact.captured')).toMatchObject({ email: EMAIL, ref });
    await evict(conversation);
    await runDurableObjectAlarm(stubOf(conversation));
    await client.event('contact.passed_on');
    expect((await cardOf(conversation))?.contact).toBe(EMAIL);
    const [mail, ...more] = await mailsAbout(conversation);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'team@acme.example' });
    expect(mail?.raw).toMatch(/^Reply-To: <eva@visitor\.example>\r?$/m);
    expect(mail?.text).toContain(EMAIL);
    expect(mail?.text).toContain('My tent has a hole');
    expect(mail?.text).toContain(`/app/sites/demo/history/${conversation}`);
    const row = await eventually(async () => (await noted(conversation, 1)) ?? undefined);
    expect(row).toMatchObject({ status: 'sent', address: 'team@acme.example' });
  });

  it('is where the answer to every later mail goes, too', async () => {
    const { client, conversation } = await newVisitor();
    leave(client);
    await client.event('contact.passed_on');
    await evict(conversation);
    await escalate(client, conversation);
    const [call] = await mailsAbout(conversation);
    expect(call?.text).toContain('/join/');
    expect(call?.raw).toMatch(/^Reply-To: <eva@visitor\.example>\r?$/m);
  });

  it.each([
    '',
    'nonsense',
    'eva@visitor',
    'eva@visitor.example, all@acme.example',
    'eva@visitor.example\r\nBcc: all@acme.example',
    'Eva <eva@visitor.example>',
    `${'e'.repeat(250)}@visitor.example`,
  ])('is refused when it is none: %j', async (email) => {
    const { client, conversation } = await newVisitor();
    const ref = leave(client, email);
    expect(await client.refusal()).toMatchObject({ code: 'bad_frame', ref });
    await evict(conversation);
    await client.settled();
    expect(happened(client, 'contact.captured')).toBe(0);
    expect(await mailsAbout(conversation)).toEqual([]);
  });

  it('may be corrected, and the last one counts, but not without end', async () => {
    const { client, conversation } = await newVisitor();
    for (let number = 1; number <= MAX_CONTACTS; number++) {
      const from = client.frames.length;
      leave(client, `eva${number}@visitor.example`);
      await client.event('contact.passed_on', from);
      await evict(conversation);
    }
    const ref = leave(client, 'one-more@visitor.example');
    expect(await client.refusal()).toMatchObject({ code: 'budget_spent', ref });
    expect(await mailsAbout(conversation)).toHaveLength(MAX_CONTACTS);
    expect((await cardOf(conversation))?.contact).toBe(`eva${MAX_CONTACTS}@visitor.example`);
  });

  it('is left once, however often the same frame comes', async () => {
    const { client, conversation } = await newVisitor();
    const ref = leave(client);
    await client.event('contact.passed_on');
    await evict(conversation);
    const from = client.frames.length;
    client.send({ type: 'leave_contact', ref, email: EMAIL });
    await client.event('contact.captured', from);
    await client.settled();
    expect(new Set(client.log().map(({ seq }) => seq)).size).toBe(client.log().length - 1);
    expect(await mailsAbout(conversation)).toHaveLength(1);
  });

  it('is refused where nobody can be called and nobody asked for it', async () => {
    const { client, conversation } = await newVisitor();
    await handEscalation(conversation, { enabled: false });
    await evict(conversation);
    const ref = leave(client);
    expect(await client.refusal()).toMatchObject({ code: 'escalation_off', ref });
  });
});

describe('that the team has it', () => {
  it('is on record also where the visitor ended the chat right after', async () => {
    const { client, conversation, stub } = await newVisitor();
    refuseMails(1);
    leave(client);
    await eventually(() => mailAttempts() === 1 || undefined);
    client.send({ type: 'end', ref: client.ref() });
    await client.event('conversation.ended');
    await passTime(conversation, RESTS[0] ?? 0);
    await client.event('contact.passed_on');
    expect(await mailsAbout(conversation)).toHaveLength(1);
    await evict(conversation);
    expect(await stub.mailAgain({ kind: 'contact', number: 1 }, await settingsOf('demo', {}))).toBe(
      'not_wanted',
    );
  });

  it('is said once the provider has accepted the mail, and not before', async () => {
    const { client, conversation } = await newVisitor();
    refuseMails(1);
    leave(client);
    await client.event('contact.captured');
    await eventually(() => mailAttempts() === 1 || undefined);
    await client.settled();
    expect(happened(client, 'contact.passed_on')).toBe(0);
    await passTime(conversation, RESTS[0] ?? 0);
    await client.event('contact.passed_on');
    await passTime(conversation, 0);
    await client.settled();
    expect(happened(client, 'contact.passed_on')).toBe(1);
    expect(await mailsAbout(conversation)).toHaveLength(1);
  });

  it('is not said when no provider takes it; the owner reads why, and may have it tried again', async () => {
    const { client, conversation, stub } = await newVisitor();
    refuseMails(RESTS.length + 1);
    leave(client);
    await client.event('contact.captured');
    await refuseThroughout(conversation);
    await client.event('contact.failed');
    expect(mailAttempts()).toBe(RESTS.length + 1);
    expect(happened(client, 'contact.passed_on')).toBe(0);
    const failed = await eventually(async () => (await noted(conversation, 1)) ?? undefined);
    expect(failed.status).toBe('failed');
    expect(failed.reason).toContain('not a verified address');
    await evict(conversation);
    const again = async (number: number) =>
      stub.mailAgain({ kind: 'contact', number }, await settingsOf('demo', {}));
    expect(await again(2)).toBe('not_wanted');
    expect(await again(1)).toBe('again');
    await client.event('contact.passed_on');
    expect(await again(1)).toBe('not_wanted');
    await eventually(async () => (await noted(conversation, 1))?.status === 'sent' || undefined);
    expect(await mailsAbout(conversation)).toHaveLength(1);
  });
});

describe('a mail that is tried again', () => {
  /** A visitor who has left an address and gone, and whose mail was refused so far. */
  async function leaverOf(site: string) {
    const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
    const { conversation } = await client.hello();
    refuseMails(2);
    leave(client);
    await eventually(() => mailAttempts() === 1 || undefined);
    await client.settled();
    client.close();
    await passTime(conversation, Math.max(LEAVE_MS, RESTS[0] ?? 0));
    await eventually(() => mailAttempts() === 2 || undefined);
    return { conversation, stub: stubOf(conversation) };
  }

  async function newShop() {
    const site = await newSite();
    const escalation = { enabled: true, address: `old-${site}@acme.example` };
    await saveSite(bindings.DB, site, { escalation });
    return site;
  }

  /** Saves as the dashboard does, and has the monitor tell whom it knows. */
  async function saves(site: string, escalation: Partial<SiteSettings['escalation']>) {
    const settings = await saveSite(bindings.DB, site, { escalation });
    if (settings) await monitorStub(site).applySettings(settings);
  }

  it('goes where the owner wants it by then, although nobody is there to be told', async () => {
    const site = await newShop();
    const { conversation } = await leaverOf(site);
    const address = `new-${site}@acme.example`;
    await saves(site, { address });
    await evict(conversation);
    await passTime(conversation, RESTS[1] ?? 0);
    await eventually(async () => (await mailsTo(address)).length > 0 || undefined);
    expect(await mailsTo(`old-${site}@acme.example`)).toEqual([]);
  });

  it('goes nowhere once escalation is switched off, and the visitor reads so', async () => {
    const site = await newShop();
    const { conversation, stub } = await leaverOf(site);
    await saves(site, { enabled: false });
    await passTime(conversation, RESTS[1] ?? 0);
    await eventually(async () => {
      const { entries = [] } = (await stub.transcript({ before: null })) ?? {};
      return (
        entries.some((one) => one.kind === 'event' && one.event === 'contact.failed') || undefined
      );
    });
    expect(await mailsTo(`old-${site}@acme.example`)).toEqual([]);
  });
});

describe('an address in a conversation that is erased', () => {
  it('is gone from the object, the index, the mailbox and the board', async () => {
    const { client, conversation, stub } = await newVisitor();
    client.say('Write to me');
    leave(client);
    await client.event('contact.passed_on');
    const row = () =>
      bindings.DB.prepare('SELECT contact FROM conversation_index WHERE conversation = ?')
        .bind(conversation)
        .first<{ contact: string | null }>();
    await eventually(async () => (await row())?.contact === EMAIL || undefined);
    await evict(conversation);
    expect(await stub.erase()).toEqual({ isDone: true });
    expect((await client.closed).code).toBe(CLOSE.gone);
    await evict(conversation);
    expect(await row()).toBeNull();
    expect(await mailsAbout(conversation)).toEqual([]);
    expect(await cardOf(conversation)).toBeUndefined();
    expect(await noted(conversation, 1)).toBeNull();
    expect(await stub.mailAgain({ kind: 'contact', number: 1 }, await settingsOf('demo', {}))).toBe(
      'gone',
    );
  });

  it('before its mail was taken is not mailed any more', async () => {
    const { client, conversation, stub } = await newVisitor();
    refuseMails(1);
    leave(client);
    await eventually(() => mailAttempts() === 1 || undefined);
    await evict(conversation);
    await stub.erase();
    expect((await client.closed).code).toBe(CLOSE.gone);
    await evict(conversation);
    await runDurableObjectAlarm(stubOf(conversation));
    expect(mailAttempts()).toBe(1);
    const left = await runInDurableObject(stubOf(conversation), (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'outbox'").toArray(),
    );
    expect(left).toEqual([]);
  });
});
