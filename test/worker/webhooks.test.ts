import { runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../src/conversation/outbox.ts';
import { purgeSome } from '../../src/monitor/purge.ts';
import { indexStatements } from '../../src/site/conversation-index.ts';
import { createSite, deleteSite } from '../../src/site/own-sites.ts';
import { recordDelivery } from '../../src/site/webhook-deliveries.ts';
import { removeWebhook, rotateSecret } from '../../src/site/webhooks.ts';
import { signatureOf } from '../../src/webhook/sign.ts';
import { bindings, connect, escalate, evict, newVisitor, stubOf } from './client.ts';
import { hookUp, handOut, Inbox, isLogged, logged, read, unhookAll } from './inbox.ts';
import { indexEntry } from './index-entry.ts';
import { newMember } from './members.ts';
import { eventually } from './stage.ts';
import { passTime } from './time.ts';

const { DB } = bindings;
const HOUR_MS = 3_600_000;

afterEach(unhookAll);

/** The outbox's rows for webhooks. */
function jobsOf(conversation: string) {
  return runInDurableObject(stubOf(conversation), (_, { storage }) =>
    storage.sql
      .exec<{ key: string; job: string; attempts: number }>(
        "SELECT key, job, attempts FROM outbox WHERE kind = 'webhook' ORDER BY id",
      )
      .toArray(),
  );
}

/** Waits until no webhook is left to be told. */
const isDone = (conversation: string) =>
  eventually(async () => ((await jobsOf(conversation)).length === 0 ? true : undefined));

/** A new visitor who has asked for a person. */
async function offered() {
  const visitor = await newVisitor();
  visitor.client.send({ type: 'ask_human', ref: 'ask' });
  const entry = await visitor.client.event('escalation.offered');
  return { ...visitor, entry };
}

describe('a webhook', () => {
  it('is told of the events it chose, once each, signed, and of nothing that was said', async () => {
    const inbox = new Inbox();
    const webhook = await hookUp(inbox, ['escalation.requested', 'notification.sent']);
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    const posts = await inbox.arrived(2);
    await isLogged(webhook, { event: 'notification.sent', status: 'delivered' });
    await isDone(conversation);
    expect(await inbox.posts()).toHaveLength(2);
    expect(posts.map((post) => read(post).type)).toEqual([
      'escalation.requested',
      'notification.sent',
    ]);
    for (const post of posts) {
      const { headers, body } = post;
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'user-agent': 'Baton',
        'baton-event': read(post).type,
        'baton-delivery': read(post).id,
      });
      const seconds = Number(/^t=(\d+),/.exec(headers['baton-signature'] ?? '')?.[1]);
      expect(Math.abs(Date.now() / 1_000 - seconds)).toBeLessThan(60);
      const expected = await signatureOf(webhook.secret, body, seconds * 1_000);
      expect(headers['baton-signature']).toBe(expected);
      expect(body).not.toContain('talk to a person');
    }
    const requested = client
      .log()
      .find((entry) => entry.kind === 'event' && entry.event === 'escalation.requested');
    expect(read(posts[0])).toEqual({
      id: posts[0]?.headers['baton-delivery'],
      type: 'escalation.requested',
      createdAt: new Date(requested?.at ?? 0).toISOString(),
      site: { id: 'demo', name: 'Acme Outdoor' },
      conversation: {
        id: conversation,
        url: `https://baton.test/app/sites/demo/history/${conversation}`,
      },
      event: requested,
    });
  });

  it('is told that a conversation began, if it wants to know', async () => {
    const inbox = new Inbox();
    await hookUp(inbox, ['conversation.started']);
    const { conversation } = await newVisitor();
    const [post] = await inbox.arrived(1);
    expect(read(post)).toMatchObject({ conversation: { id: conversation }, event: { seq: 1 } });
  });

  it('reads one plain sentence in the form for Slack', async () => {
    const inbox = new Inbox();
    await hookUp(inbox, ['escalation.offered'], { format: 'slack' });
    const { conversation } = await offered();
    const [post] = await inbox.arrived(1);
    expect(JSON.parse(post?.body ?? '')).toEqual({
      text: `A visitor of Acme Outdoor pressed “Talk to a person” and was asked to confirm. <https://baton.test/app/sites/demo/live?open=${conversation}|Open it in Live>`,
    });
  });

  it('is written down with the event itself', async () => {
    const inbox = new Inbox();
    await inbox.answers(503);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation, entry } = await offered();
    const jobs = await jobsOf(conversation);
    expect(jobs.map(({ key }) => key)).toEqual([`webhook:${webhook.id}:${entry.seq}`]);
  });

  it('of one website is never told of another’s conversations', async () => {
    const owner = await newMember();
    const site = await createSite(DB, { name: 'Tea', domains: ['tea.example'], owner }, Date.now());
    const [theirs, ours] = [new Inbox(), new Inbox()];
    const foreign = await hookUp(theirs, ['conversation.started'], { site });
    await hookUp(ours, ['conversation.started']);
    const { conversation } = await newVisitor();
    await ours.arrived(1);
    // Not even if a conversation should hold its id.
    await stubOf(conversation).deliverAgain({ hook: foreign.id, seq: 1, id: crypto.randomUUID() });
    await passTime(conversation, 0);
    await isDone(conversation);
    expect(await theirs.posts()).toEqual([]);
    await connect(`/v1/sites/${site}/socket`, ['baton.v1'], { Origin: 'https://tea.example' });
    expect(read((await theirs.arrived(1))[0]).site.id).toBe(site);
    expect(await ours.posts()).toHaveLength(1);
  });

  it('added, changed and removed takes effect in open conversations at once', async () => {
    const { client, conversation } = await newVisitor();
    const inbox = new Inbox();
    const webhook = await hookUp(inbox, ['escalation.offered']);
    client.send({ type: 'ask_human', ref: 'one' });
    await client.event('escalation.offered');
    await inbox.arrived(1);
    await removeWebhook(DB, 'demo', webhook.id);
    await handOut('demo');
    const from = client.frames.length;
    client.send({ type: 'answer_offer', ref: 'no', accept: false });
    client.send({ type: 'ask_human', ref: 'two' });
    await client.event('escalation.offered', from);
    expect(await jobsOf(conversation)).toEqual([]);
    expect(await inbox.posts()).toHaveLength(1);
  });
});

describe('a message that a receiver does not take', () => {
  it('is sent again under the same id, also by a conversation that was put to sleep', async () => {
    const inbox = new Inbox();
    await inbox.answers(500, 'break', 200);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation } = await offered();
    expect(await isLogged(webhook, { status: 'retrying', attempts: 1 })).toMatchObject({
      code: 500,
      reason: '<b>No</b>, thanks',
      event: 'escalation.offered',
    });
    await evict(conversation);
    await passTime(conversation, HOUR_MS);
    expect(await isLogged(webhook, { attempts: 2 })).toMatchObject({
      status: 'retrying',
      code: null,
      reason: 'unreachable',
    });
    await passTime(conversation, HOUR_MS);
    await isLogged(webhook, { status: 'delivered', attempts: 3, code: 200, reason: null });
    const posts = await inbox.posts();
    expect(posts).toHaveLength(3);
    expect(new Set(posts.map(({ headers }) => headers['baton-delivery'])).size).toBe(1);
    expect(new Set(posts.map(({ body }) => body)).size).toBe(1);
    expect(await logged(webhook)).toHaveLength(1);
    await isDone(conversation);
  });

  it('is not sent again where it is gone for good', async () => {
    const inbox = new Inbox();
    await inbox.answers(410);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation } = await offered();
    await isLogged(webhook, { status: 'failed', code: 410, attempts: 1 });
    await isDone(conversation);
    expect(await inbox.posts()).toHaveLength(1);
  });

  it('is not taken elsewhere by a redirect', async () => {
    const inbox = new Inbox();
    await inbox.answers(302);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    await offered();
    await isLogged(webhook, { status: 'retrying', code: 302 });
    expect(await (await fetch(`${inbox.url}-elsewhere`)).json()).toEqual([]);
  });

  it('is given up after the last attempt, and goes out under the same id when asked for', async () => {
    const inbox = new Inbox();
    await inbox.answers(500, 500);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation, entry } = await offered();
    const first = await isLogged(webhook, { status: 'retrying' });
    await runInDurableObject(stubOf(conversation), (_, { storage }) => {
      const before = PATIENCE.webhook.attempts - 1;
      storage.sql.exec("UPDATE outbox SET attempts = ? WHERE kind = 'webhook'", before);
    });
    await passTime(conversation, HOUR_MS);
    await isLogged(webhook, { status: 'failed', attempts: 2 });
    await isDone(conversation);
    const again = { hook: webhook.id, seq: entry.seq, id: first.id };
    expect(await stubOf(conversation).deliverAgain(again)).toBe('again');
    await isLogged(webhook, { status: 'delivered', attempts: 3 });
    const ids = (await inbox.posts()).map(({ headers }) => headers['baton-delivery']);
    expect(ids).toEqual([first.id, first.id, first.id]);
  });

  it('is signed with the secret of the moment', async () => {
    const inbox = new Inbox();
    await inbox.answers(401);
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation } = await offered();
    await isLogged(webhook, { status: 'retrying' });
    await rotateSecret(DB, 'demo', webhook.id);
    await passTime(conversation, HOUR_MS);
    const [, second] = await inbox.arrived(2);
    const row = DB.prepare('SELECT secret FROM webhook WHERE id = ?').bind(webhook.id);
    const secret = await row.first<string>('secret');
    expect(secret).not.toBe(webhook.secret);
    const header = second?.headers['baton-signature'] ?? '';
    const at = Number(/^t=(\d+)/.exec(header)?.[1]) * 1_000;
    expect(header).toBe(await signatureOf(secret ?? '', second?.body ?? '', at));
  });

  it('keeps neither the visitor nor other receivers waiting', async () => {
    const [inbox, other] = [new Inbox(), new Inbox()];
    await inbox.answers('silence');
    await hookUp(inbox, ['escalation.requested']);
    await hookUp(other, ['escalation.requested']);
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    client.say('Still there?');
    await client.message('You said: Still there?');
    expect(await other.arrived(1)).toHaveLength(1);
    expect(await inbox.arrived(1)).toHaveLength(1);
  });
});

describe('the delivery log', () => {
  it('forgets a conversation that is erased', async () => {
    const inbox = new Inbox();
    const webhook = await hookUp(inbox, ['escalation.offered']);
    const { conversation } = await offered();
    await isLogged(webhook, { conversation });
    expect(await stubOf(conversation).erase()).toEqual({ isDone: true });
    expect(await logged(webhook)).toEqual([]);
    const again = { hook: webhook.id, seq: 4, id: crypto.randomUUID() };
    expect(await stubOf(conversation).deliverAgain(again)).toBe('gone');
  });

  it('keeps the last 200 of each webhook', async () => {
    const webhook = await hookUp(new Inbox(), ['escalation.offered']);
    const posted = { is: 'delivered', code: 200 } as const;
    for (let at = 1; at <= 203; at++) {
      const key = { conversation: null, seq: null, event: 'ping' } as const;
      await recordDelivery(
        DB,
        { id: `d${at}`, webhook: webhook.id, site: 'demo', ...key },
        posted,
        'delivered',
        at,
      );
    }
    const rows = await logged(webhook);
    expect(rows).toHaveLength(200);
    expect(rows[0]?.id).toBe('d4');
  });

  it('is purged with the conversations of a deleted website, indexed or not', async () => {
    const owner = await newMember();
    const site = await createSite(DB, { name: 'Oak', domains: ['oak.example'], owner }, Date.now());
    const webhook = await hookUp(new Inbox(), ['escalation.offered'], { site });
    const known = 'c'.repeat(64);
    await DB.batch(indexStatements(DB, indexEntry({ conversation: known, site }), 'Hello'));
    for (const conversation of [known, 'd'.repeat(64)]) {
      const key = { id: conversation, webhook: webhook.id, site, conversation, seq: 4 };
      const event = 'escalation.offered';
      const posted = { is: 'delivered', code: 200 } as const;
      await recordDelivery(DB, { ...key, event }, posted, 'delivered', Date.now());
    }
    await DB.prepare('DELETE FROM site WHERE id = ?').bind(site).run();
    const erased: string[] = [];
    const erase = async (conversation: string) => erased.push(conversation);
    expect(await purgeSome(DB, site, 10, erase)).toBe('more');
    expect((await logged(webhook)).map(({ id }) => id)).toEqual(['d'.repeat(64)]);
    expect(await purgeSome(DB, site, 10, erase)).toBe('done');
    expect(await logged(webhook)).toEqual([]);
    expect(erased).toEqual([known]);
  });

  it('goes with the website, and notes nothing of a webhook that is no more', async () => {
    const owner = await newMember();
    const site = await createSite(DB, { name: 'Ink', domains: ['ink.example'], owner }, Date.now());
    const webhook = await hookUp(new Inbox(), ['escalation.offered'], { site });
    const key = {
      webhook: webhook.id,
      site,
      conversation: null,
      seq: null,
      event: 'ping',
    } as const;
    const note = (id: string) =>
      recordDelivery(DB, { id, ...key }, { is: 'delivered', code: 200 }, 'delivered', Date.now());
    await note('before');
    expect(await logged(webhook)).toHaveLength(1);
    await deleteSite(DB, site);
    await note('after');
    expect(await logged(webhook)).toEqual([]);
  });
});
