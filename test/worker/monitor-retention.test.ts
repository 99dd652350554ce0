import { describe, expect, it } from 'vitest';
import { RETENTION_SIZE } from '../../src/monitor/retention.ts';
import { saveSite } from '../../src/site/sites.ts';
import { bindings, connect, stubOf } from './client.ts';
import { evictMonitor, monitorStub, newSite, nothingLeftToDo } from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn, wasAsked } from './stand-in.ts';
import { letTimePass } from './time.ts';

const DAY_MS = 86_400_000;

/** Saves as the dashboard does, and tells the monitor. */
async function saves(site: string, retentionDays: number): Promise<void> {
  const settings = await saveSite(bindings.DB, site, { retentionDays });
  if (!settings) throw new Error('no such website');
  await monitorStub(site).applySettings(settings);
}

async function indexed(site: string, { id }: StandIn, at: number): Promise<void> {
  await bindings.DB.prepare(
    `INSERT INTO conversation_index
     (conversation, site, phase, started_at, last_at, messages, asked, first_line, last_line)
     VALUES (?1, ?2, 'ended', ?3, ?3, 1, 1, 'Hi', 'Hi')`,
  )
    .bind(id, site, at)
    .run();
}

describe('another retention', () => {
  it('reaches chats that are over, whatever hibernates: one that has been kept too long goes', async () => {
    const site = await newSite();
    const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
    const { conversation } = await client.hello();
    client.say('How long do you keep this?');
    client.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
    const known = () =>
      bindings.DB.prepare('SELECT 1 FROM conversation_index WHERE conversation = ?')
        .bind(conversation)
        .first();
    await eventually(async () => (await known()) ?? undefined);
    await letTimePass(conversation, 10 * DAY_MS);
    await evictMonitor(site);
    await saves(site, 30);
    await nothingLeftToDo(site);
    expect(await stubOf(conversation).siteOf()).toBe(site);
    await saves(site, 7);
    await eventually(async () => (await stubOf(conversation).siteOf()) === null || undefined);
    await eventually(async () => (await known()) === null || undefined);
  });

  it('is told to all of them, also where some are out of reach, and to no other website’s', async () => {
    const [site, elsewhere] = [await newSite(), await newSite()];
    const own = Array.from({ length: RETENTION_SIZE + 3 }, () => new StandIn());
    const other = new StandIn();
    // Some of the same moment.
    for (const [at, one] of own.entries()) await indexed(site, one, Math.floor(at / 2));
    await indexed(elsewhere, other, 1);
    own[0]?.fail(1);
    await saves(site, 30);
    const last = own.at(-1);
    if (last) await wasAsked(last, 'settings 2');
    await nothingLeftToDo(site);
    for (const one of own.slice(1)) expect(one.asked).toEqual(['settings 2']);
    expect(other.asked).toEqual([]);
  });

  it('is tried again while nobody can be told', async () => {
    const site = await newSite();
    const one = new StandIn();
    await indexed(site, one, 1);
    one.fail(1);
    await saves(site, 30);
    await wasAsked(one, 'settings 2: out of reach');
    await evictMonitor(site);
    await wasAsked(one, 'settings 2');
    await nothingLeftToDo(site);
    expect(one.asked).toHaveLength(2);
  });

  it('is not told where it stays the same', async () => {
    const site = await newSite();
    await saves(site, 30);
    await nothingLeftToDo(site);
    const one = new StandIn();
    await indexed(site, one, 1);
    const settings = await saveSite(bindings.DB, site, { name: 'Another name' });
    if (settings) await monitorStub(site).applySettings(settings);
    await nothingLeftToDo(site);
    expect(one.asked).toEqual([]);
  });
});
