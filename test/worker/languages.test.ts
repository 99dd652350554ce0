/** Which language a visitor and a team are spoken to in. */
import { exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import * as de from '../../src/language/tongues/de.ts';
import * as fr from '../../src/language/tongues/fr.ts';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import type { StateView } from '../../src/protocol/state.ts';
import { saveSite } from '../../src/site/sites.ts';
import {
  bindings,
  type Client,
  evict,
  HOST,
  linkToken,
  newVisitor,
  resumeVisitor,
} from './client.ts';

const stateOf = (client: Client, matches: (state: StateView) => boolean) =>
  client.until((frame) =>
    frame.type === 'state' && matches(frame.state) ? frame.state : undefined,
  );

/** The part of a sentence before what is filled in. */
const beginning = (sentence: string) => sentence.split('{')[0] ?? '';

afterEach(async () => {
  await saveSite(bindings.DB, 'demo', { language: '' });
});

async function chatIn(languages: string): Promise<unknown> {
  const response = await exports.default.fetch(
    `${HOST}/v1/sites/demo/config?languages=${encodeURIComponent(languages)}`,
  );
  const { language }: { language: unknown } = await response.json();
  return language;
}

describe('a chat', () => {
  it('is in the page’s language, or else in the browser’s, or else in English', async () => {
    expect(await chatIn(',de-AT,en-US,fr')).toBe('de');
    expect(await chatIn(',,eo,fr-CA,en')).toBe('fr');
    expect(await chatIn(',zh-Hant-TW')).toBe('zh-hant');
    expect(await chatIn('')).toBe('en');
    expect(await chatIn(`,${'x,'.repeat(5_000)}de`)).toBe('en');
  });

  it('is in the website’s language where it has chosen one, unless a page says otherwise', async () => {
    await saveSite(bindings.DB, 'demo', { language: 'fr' });
    expect(await chatIn(',de,en')).toBe('fr');
    expect(await chatIn('it,de,en')).toBe('it');
  });
});

describe('a visitor', () => {
  it('is told what happens in the language they write in, whatever the page is in', async () => {
    const { client, conversation, token } = await newVisitor();
    client.say('Ich möchte bitte mit einem Menschen sprechen');
    expect(await stateOf(client, ({ phase }) => phase === 'offered')).toMatchObject({
      language: 'de',
    });
    await evict(conversation);
    client.say('Ja, bitte verbinden Sie mich mit jemandem');
    await client.event('notification.sent');
    await evict(conversation);
    client.say('Ich möchte bitte mit einem Menschen sprechen');
    const told = await client.entry(
      (entry) => entry.kind === 'message' && entry.author.role === 'assistant',
    );
    expect(told).toMatchObject({ text: expect.stringContaining(beginning(de.said.told)) });
    const { state } = await (await resumeVisitor(token)).hello();
    expect(state.language).toBe('de');
  });

  it('is followed when they change it, and not for a word that could be of any', async () => {
    const { client } = await newVisitor();
    client.say('Ich möchte bitte mit einem Menschen sprechen');
    await stateOf(client, ({ language }) => language === 'de');
    client.say('ok');
    await client.settled();
    client.say('Could you please tell me in English when the shop is open?');
    expect(await stateOf(client, ({ language }) => language !== 'de')).toMatchObject({
      language: 'en',
    });
  });
});

describe('the team', () => {
  it('is mailed in the website’s language, whatever the visitor writes in', async () => {
    await saveSite(bindings.DB, 'demo', { language: 'fr' });
    const { client, conversation } = await newVisitor();
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent');
    const link = await linkToken(conversation);
    const mail = (await readMailbox(bindings.DB)).find(({ text }) => text.includes(link));
    expect(mail?.subject).toBe(fr.mail.callSubject.replace('{site}', 'Acme Outdoor'));
    expect(mail?.text).toContain(`${fr.mail.takeOver}: `);
    expect(mail?.html).toContain('<html lang="fr"');
    expect(mail?.text).not.toContain('Their last message');
  });
});
