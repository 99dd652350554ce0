import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/conversation/record.ts';
import { HANDOFF_MS, Summaries } from '../../src/conversation/summaries.ts';
import { Transcript } from '../../src/conversation/transcript.ts';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import { HAPPY_TEXT, PROVIDER_WORDS, sceneMark, type SceneName } from '../models/script.ts';
import { bindings, type Client, escalate, evict, followLink, newVisitor } from './client.ts';
import { saveSite } from '../../src/site/sites.ts';
import { callsAbout, PROVIDERS } from './providers.ts';
import { answerBy, answerByStage, eventually } from './stage.ts';

/** The small model's name at the OpenAI-compatible endpoint. */
const SMALL = 'acme-small';

const isAnswer =
  (from: number) => (entry: { seq: number; kind: string; author?: { role: string } }) =>
    entry.seq > from && entry.kind === 'message' && entry.author?.role === 'assistant';

/** Has the visitor ask something, and waits for the answer. What they say last decides the model's scene. */
async function ask(client: Client, words: string): Promise<void> {
  const from = client.log().at(-1)?.seq ?? 0;
  client.say(words);
  await client.entry(isAnswer(from));
}

async function mailAbout(conversation: string): Promise<string> {
  const mails = await readMailbox(bindings.DB);
  const mail = mails.find(({ text }) => text.includes(conversation));
  if (!mail) throw new Error('no mail about that conversation');
  return mail.text;
}

describe('the summary for whoever takes over', () => {
  beforeEach(() => answerBy(PROVIDERS['Workers AI']));
  afterEach(answerByStage);

  it('is the small model’s, in the mail and on the takeover page, also after an eviction', async () => {
    const { client, conversation } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('plain')}`);
    const link = await escalate(client, conversation);
    expect(await mailAbout(conversation)).toContain(
      'Parcels leave our house on the day you order.',
    );
    await evict(conversation);
    const agent = await followLink(conversation, link, 'alex');
    const { about } = await agent.hello();
    expect(about?.summary).toBe(HAPPY_TEXT);
  });

  it('is never shown to the visitor', async () => {
    const { client, conversation } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('plain')}`);
    await escalate(client, conversation);
    expect(JSON.stringify(await client.hello())).not.toContain('summary');
  });

  const failing: SceneName[] = ['failing', 'busy', 'empty', 'cut', 'page'];
  it.each(failing)('is made by rule when the model fails (%s)', async (scene) => {
    const { client, conversation } = await newVisitor();
    await ask(client, `When does my parcel come (${scene})? ${sceneMark(scene)}`);
    const link = await escalate(client, conversation);
    expect(await mailAbout(conversation)).toContain('When does my parcel come');
    const agent = await followLink(conversation, link, 'alex');
    const { about } = await agent.hello();
    expect(about?.summary).toContain('When does my parcel come');
    expect(JSON.stringify(agent.frames)).not.toContain(PROVIDER_WORDS);
  });

  it('tells what was said last, also after one was made for an offer that was declined', async () => {
    answerBy(PROVIDERS['an OpenAI-compatible endpoint']);
    const { client } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('plain')}`);
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    await eventually(async () => {
      const calls = await callsAbout('When does my parcel come?');
      return calls.some(({ model, state }) => model === SMALL && state === 'finished') || undefined;
    });
    client.send({ type: 'answer_offer', ref: 'no', accept: false });
    await client.event('escalation.declined');
    const more = `Can I talk to a person? My order 98765 arrived broken. ${sceneMark('plain')}`;
    const from = client.frames.length;
    client.say(more);
    await client.event('escalation.offered', from);
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent', from);
    const asked = await callsAbout('My order 98765 arrived broken.');
    expect(asked.filter(({ model }) => model === SMALL)).toHaveLength(1);
  });

  it('is not asked of the model without end', async () => {
    answerBy(PROVIDERS['an OpenAI-compatible endpoint']);
    const { client } = await newVisitor();
    await ask(client, `The first of my many questions. ${sceneMark('plain')}`);
    const ofSmall = async () =>
      (await callsAbout('The first of my many questions.')).filter(({ model }) => model === SMALL);
    for (let round = 1; round <= 7; round++) {
      const from = client.frames.length;
      client.say(`Can I talk to a person? It is parcel number ${round}. ${sceneMark('plain')}`);
      await client.event('escalation.offered', from);
      const most = Math.min(round, 5);
      await eventually(async () => ((await ofSmall()).length >= most ? true : undefined));
      client.send({ type: 'answer_offer', ref: `no${round}`, accept: false });
      await client.event('escalation.declined', from);
    }
    expect(await ofSmall()).toHaveLength(5);
  });

  it('goes to the address that holds when it leaves, and that is what is recorded', async () => {
    const { client, conversation, stub } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('plain')}`);
    const words = `I want to talk to a person about it. ${sceneMark('mute')}`;
    client.say(words);
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('escalation.requested');
    const change = { escalation: { address: 'new@acme.example' } };
    const saved = await saveSite(bindings.DB, 'demo', change);
    if (!saved) throw new Error('no demo site');
    await stub.applySettings(saved);
    await client.event('notification.sent');
    const mails = await readMailbox(bindings.DB);
    expect(mails.find(({ text }) => text.includes(conversation))?.to).toBe('new@acme.example');
    const row = await eventually(() =>
      bindings.DB.prepare('SELECT address FROM team_mail WHERE conversation = ?')
        .bind(conversation)
        .first<{ address: string }>()
        .then((found) => found ?? undefined),
    );
    expect(row.address).toBe('new@acme.example');
  });

  it('keeps the mail waiting no longer than it may take, whatever the model does', async () => {
    answerBy(PROVIDERS['Workers AI'], { firstWordMs: 20, stallMs: 20, retryMs: 1 });
    const { client, conversation } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('mute')}`);
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    const sent = await client.event('notification.sent');
    const asked = await client.event('escalation.offered');
    expect(sent.at - asked.at).toBeLessThan(HANDOFF_MS + 1_500);
    expect(await mailAbout(conversation)).toContain('When does my parcel come');
  });

  it('is nothing once the conversation has erased itself, also one that waited for its turn', async () => {
    const { client, stub } = await newVisitor();
    await ask(client, `When does my parcel come? ${sceneMark('plain')}`);
    await runInDurableObject(stub, async (_, { storage }) => {
      const { sql } = storage;
      let record = loadRecord(sql);
      const { promise: reply, resolve } = Promise.withResolvers<string | null>();
      const asked: unknown[] = [];
      const summaries = new Summaries(
        { sql, transcript: new Transcript(sql), record: () => record },
        {
          name: 'slow',
          tellable: String,
          askSmall: async (prompt) => (asked.push(prompt), reply),
          judge: async () => null,
        },
      );
      const prepared = [summaries.prepareHandoff(), summaries.prepareHandoff()];
      await expect.poll(() => asked.length).toBe(1);
      record = undefined;
      await storage.deleteAll();
      resolve('They ask for their parcel.');
      await Promise.all(prepared);
      expect(await summaries.handoff()).toBe('');
      expect(asked).toHaveLength(1);
    });
  });
});

describe('what the assistant no longer reads', () => {
  beforeEach(() => answerBy(PROVIDERS['an OpenAI-compatible endpoint']));
  afterEach(answerByStage);

  it('is told to it in short, once enough has fallen out of what it reads', async () => {
    const { client } = await newVisitor();
    // Nothing that was said before: whoever comes back to the same thing is offered a person.
    const long = (story: number) =>
      Array.from({ length: 300 }, (_, at) => `w${story}${at}`).join(' ');
    for (let at = 1; at <= 9; at++)
      await ask(client, `Story ${at} of mine: ${long(at)} ${sceneMark('plain')}`);
    const told = await eventually(async () => {
      const calls = await callsAbout('Story 1 of mine');
      return calls.find(({ model }) => model === 'acme-small');
    });
    expect(told.messages.some(({ content }) => content.includes('Story 3 of mine'))).toBe(true);
    await ask(
      client,
      `Which of them all mentioned waterproof zippers beside yellow canvas pockets? ${sceneMark('plain')}`,
    );
    const [last] = await callsAbout(
      'Which of them all mentioned waterproof zippers beside yellow canvas pockets?',
    );
    const read = JSON.stringify(last?.messages);
    expect(read).toContain(HAPPY_TEXT);
    expect(
      last?.messages.filter(({ content }) => content.includes('Story 1 of mine')),
    ).toHaveLength(0);
  });
});
