import { describe, expect, it } from 'vitest';
import { pushSettings } from '../../src/monitor/monitor-of.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { saveSite, type SiteChange } from '../../src/site/sites.ts';
import { bindings, evict, newVisitor } from './client.ts';
import { DONE, holdNextAnswer, text } from './stage.ts';

/** Saves and pushes as the Escalation page does. */
async function save(escalation: SiteChange['escalation']): Promise<SiteSettings> {
  const saved = await saveSite(bindings.DB, 'demo', { ...(escalation && { escalation }) });
  if (!saved) throw new Error('no demo site');
  expect(await pushSettings(bindings, saved)).toBeGreaterThan(0);
  return saved;
}

/** A visitor whose question is being answered, as far as `said`. */
async function midAnswer(said: string) {
  const { client, conversation } = await newVisitor();
  const held = holdNextAnswer();
  client.say('How do I wash a down jacket?');
  await held.asked();
  held.push(text(said));
  await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
  return { client, conversation, held };
}

describe('settings saved while an answer is being given', () => {
  it('that switch escalation off let it be finished, and offer nobody after it', async () => {
    const { client, held } = await midAnswer('Cold, and ');
    await save({ enabled: false });
    await client.event('settings.changed');
    held.push(text('with care.'), DONE);
    await client.message('Cold, and with care.');
    client.say('Can I talk to a person?');
    await client.until((frame) =>
      frame.type === 'entry' &&
      frame.entry.kind === 'message' &&
      /can’t bring/.test(frame.entry.text)
        ? frame
        : undefined,
    );
    expect(client.log().findLast((entry) => entry.kind === 'event')).toMatchObject({
      event: 'settings.changed',
    });
    await save({ enabled: true });
  });

  it('that switch it off and on again leave an answer that an offer had cut to be given', async () => {
    const { client, conversation, held } = await midAnswer('Cold, ');
    client.send({ type: 'ask_human', ref: 'ask' });
    await client.event('escalation.offered');
    held.push(text('and with care.'), DONE);
    const next = holdNextAnswer();
    await save({ enabled: false });
    await next.asked();
    await save({ enabled: true });
    next.push(text('Cold, with care, and slowly.'), DONE);
    await client.message('Cold, with care, and slowly.');
    await evict(conversation);
    client.send({ type: 'ask_human', ref: 'again' });
    await client.event('escalation.offered', client.frames.length - 1);
    expect(client.log().filter((entry) => JSON.stringify(entry).includes('and with care'))).toEqual(
      [],
    );
  });

  it('that end a wait cut nothing that the assistant was saying', async () => {
    const { client } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent');
    const held = holdNextAnswer();
    client.say('Meanwhile: do you ship abroad?');
    await held.asked();
    held.push(text('We do, '));
    await client.until((frame) => (frame.type === 'draft' ? frame : undefined));
    await save({ enabled: false });
    await client.event('escalation.cancelled');
    held.push(text('everywhere.'), DONE);
    const answer = await client.message('We do, everywhere.');
    expect(answer).not.toHaveProperty('interrupted');
    await save({ enabled: true });
  });

  it('that change the address send the next call to the new one', async () => {
    const { client, held } = await midAnswer('Cold, ');
    await save({ address: 'night@acme.example' });
    held.push(DONE);
    client.send({ type: 'ask_human', ref: 'ask' });
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent');
    const { results } = await bindings.DB.prepare(
      'SELECT recipient FROM dev_mail ORDER BY id DESC LIMIT 1',
    ).all();
    expect(results).toEqual([{ recipient: 'night@acme.example' }]);
    await save({ address: 'team@acme.example' });
  });
});
