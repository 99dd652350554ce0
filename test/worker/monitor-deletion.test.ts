import { afterEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { admitWatcher } from '../../src/monitor/admission.ts';
import { DELETION_MS, SWEEP_EVERY_MS } from '../../src/monitor/errand.ts';
import { Monitor } from '../../src/monitor/monitor.ts';
import { CREATED_SLACK_MS, PURGE_SIZE } from '../../src/monitor/purge.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindings, connect, stubOf } from './client.ts';
import { newSignedIn } from './members.ts';
import {
  createSite,
  evictMonitor,
  LiveView,
  monitorStub,
  newSite,
  newTeam,
  newTeamWith,
  nothingLeftToDo,
  passMonitorTime,
  removeSite,
  rowsIn,
  settingsOf,
  watch,
} from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn } from './stand-in.ts';

afterEach(() => vi.restoreAllMocks());

describe('a website that was deleted', () => {
  it('takes its conversations with it: those known, those only D1 knows, and what they left there', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const [known] = conversations;
    const past = Array.from({ length: PURGE_SIZE + 1 }, () => new StandIn());
    past[0]?.fail(1);
    const other = new StandIn();
    const { site: otherSite } = await newTeam();
    for (const { id } of past) await indexed(site, id, Date.now());
    await indexed(otherSite, other.id, Date.now());
    const view = await watch(site, who);
    await removeSite(site);
    await monitor.retire();
    expect((await view.closed).code).toBe(CLOSE.gone);
    await nothingLeftToDo(site);
    expect([known, ...past].every((one) => one?.isErased)).toBe(true);
    expect(other.isErased).toBe(false);
    for (const table of ['conversation_index', 'team_mail', 'unanswered']) {
      expect(await countOf(table, site)).toBe(0);
      expect(await countOf(table, otherSite)).toBe(1);
    }
  });

  it('has every straggler erase itself, whatever hibernates, and takes no settings', async () => {
    const { site, monitor } = await newTeam();
    const saved = await settingsOf(site, { version: 7 });
    const straggler = new StandIn();
    await removeSite(site);
    await monitor.retire();
    await evictMonitor(site);
    expect(await monitor.report(straggler.report())).toMatchObject({
      watched: false,
      isRetired: true,
    });
    expect(await monitor.applySettings(saved)).toEqual({ applied: 0 });
    expect(await rowsIn(site, 'card')).toBe(0);
  });

  it('may be followed by another of the same id, whose conversations are let be', async () => {
    const { site, monitor } = await newTeam();
    await monitor.applySettings(await settingsOf(site, { version: 7 }));
    await removeSite(site);
    await monitor.retire();
    await createSite(site, Date.now() + 1_000);
    const fresh = new StandIn();
    await indexed(site, fresh.id, Date.now() + 2_000);
    expect(await monitor.report(fresh.report())).toMatchObject({ watched: false });
    await nothingLeftToDo(site);
    expect(fresh.isErased).toBe(false);
    expect(await countOf('conversation_index', site)).toBe(1);
    expect(await monitor.applySettings(await settingsOf(site, { version: 2 }))).toEqual({
      applied: 1,
    });
  });

  it('may be followed by another, even if the clocks of those who created it are slow', async () => {
    const { site, monitor } = await newTeam();
    const [old, fresh] = [new StandIn(), new StandIn()];
    const createdAt = Date.now() - 60_000;
    await indexed(site, old.id, createdAt - CREATED_SLACK_MS - 1);
    await indexed(site, fresh.id, createdAt - CREATED_SLACK_MS);
    old.fail(1);
    fresh.fail(1);
    await removeSite(site);
    await monitor.retire();
    await eventually(() => (old.asked.length > 0 && fresh.asked.length > 0) || undefined);
    await createSite(site, createdAt);
    expect(await monitor.report(fresh.report())).not.toHaveProperty('isRetired');
    await passMonitorTime(site, 600_000);
    await eventually(() => old.isErased || undefined);
    await nothingLeftToDo(site);
    expect(fresh.isErased).toBe(false);
    expect(await countOf('conversation_index', site)).toBe(1);
  });

  it('takes real conversations with it', async () => {
    const site = await newSite();
    const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
    const { conversation } = await client.hello();
    client.say('Hello');
    await client.message('You said: Hello');
    await eventually(async () => (await rowsIn(site, 'card')) > 0 || undefined);
    await removeSite(site);
    await monitorStub(site).retire();
    expect((await client.closed).code).toBe(CLOSE.gone);
    await nothingLeftToDo(site);
    expect(await stubOf(conversation).siteOf()).toBeNull();
  });

  it('lets nobody watch', async () => {
    const { site, who, monitor } = await newTeam();
    await removeSite(site);
    await monitor.retire();
    await evictMonitor(site);
    const admission = { member: who.member.id, session: 's', checkedAt: Date.now() };
    const { webSocket } = await monitor.fetch(admitWatcher(admission));
    if (!webSocket) throw new Error('no socket');
    expect((await new LiveView(webSocket).closed).code).toBe(CLOSE.gone);
  });
});

describe('the deletion of a website', () => {
  it('that is announced first erases nothing before it has happened, and everything then', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const view = await watch(site, who);
    await monitor.retire();
    await view.settled();
    expect(conversations[0]?.isErased).toBe(false);
    await removeSite(site);
    await monitor.retire();
    expect((await view.closed).code).toBe(CLOSE.gone);
    await nothingLeftToDo(site);
    expect(conversations[0]?.isErased).toBe(true);
  });

  it('is carried through even if everything crashes once D1 has let go of the website', async () => {
    const { site, monitor, conversations } = await newTeamWith(1);
    await monitor.retire();
    await removeSite(site);
    await passMonitorTime(site, 2_000);
    await eventually(() => conversations[0]?.isErased || undefined);
    await nothingLeftToDo(site);
    expect(await monitor.report(new StandIn().report())).toMatchObject({ isRetired: true });
  });

  it('that did not happen is forgotten after a minute, and nothing is erased', async () => {
    const { site, monitor, conversations } = await newTeamWith(1);
    await monitor.retire();
    await passMonitorTime(site, DELETION_MS + 1);
    await nothingLeftToDo(site);
    await removeSite(site);
    expect(await monitor.report(new StandIn().report())).not.toHaveProperty('isRetired');
    expect(conversations[0]?.isErased).toBe(false);
  });

  it('does not happen while the monitor cannot be told', async () => {
    const site = await newSite();
    const owner = await newSignedIn({ sites: { [site]: 'owner' } });
    vi.spyOn(Monitor.prototype, 'retire').mockRejectedValueOnce(new Error('it is being replaced'));
    const path = `/app/sites/${site}/website/delete`;
    expect((await owner.post(path, { confirm: 'A shop' })).headers.get('Location')).toBe(
      '/app/sites',
    );
    expect(await findSite(bindings.DB, site)).not.toBeNull();
    await owner.post(path, { confirm: 'A shop' });
    expect(await findSite(bindings.DB, site)).toBeNull();
  });

  it('of which nobody told the monitor is noticed by the next sweep', async () => {
    const { site, who, conversations } = await newTeamWith(1);
    const view = await watch(site, who);
    await removeSite(site);
    await passMonitorTime(site, SWEEP_EVERY_MS);
    expect((await view.closed).code).toBe(CLOSE.gone);
    await eventually(() => conversations[0]?.isErased || undefined);
  });

  it('of which nobody told the monitor is noticed by the next save', async () => {
    const { site, monitor, conversations } = await newTeamWith(1);
    const saved = await settingsOf(site, { version: 2 });
    await removeSite(site);
    expect(await monitor.applySettings(saved)).toEqual({ applied: 0 });
    await eventually(() => conversations[0]?.isErased || undefined);
    expect(conversations[0]?.asked).toEqual(['erase']);
  });
});

/** Puts a conversation into the index, with a mail to the team and an open question. */
async function indexed(site: string, conversation: string, at: number): Promise<void> {
  await bindings.DB.batch([
    bindings.DB.prepare(
      `INSERT INTO conversation_index
       (conversation, site, phase, started_at, last_at, messages, asked, first_line, last_line)
       VALUES (?1, ?2, 'ended', ?3, ?3, 1, 1, 'Hi', 'Hi')`,
    ).bind(conversation, site, at),
    bindings.DB.prepare(
      `INSERT INTO team_mail (conversation, kind, number, site, at, status, address)
       VALUES (?, 'call', 1, ?, ?, 'sent', 'team@acme.example')`,
    ).bind(conversation, site, at),
    bindings.DB.prepare(
      `INSERT INTO unanswered (conversation, seq, site, fold, question, at)
       VALUES (?, 1, ?, 'hi', 'Hi', ?)`,
    ).bind(conversation, site, at),
  ]);
}

async function countOf(table: string, site: string): Promise<number | null> {
  return bindings.DB.prepare(`SELECT count(*) AS count FROM ${table} WHERE site = ?`)
    .bind(site)
    .first<number>('count');
}
