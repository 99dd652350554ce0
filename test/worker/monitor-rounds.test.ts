import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { admitWatcher } from '../../src/monitor/admission.ts';
import { ROUND_PAUSES_MS, ROUND_SIZE, SWEEP_EVERY_MS } from '../../src/monitor/errand.ts';
import { PURGE_SIZE } from '../../src/monitor/purge.ts';
import { type Attachment, MAX_WATCHERS, SILENT_AFTER_MS } from '../../src/monitor/watchers.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { hashOf } from '../../src/team/secret-hash.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindings, newVisitor } from './client.ts';
import { newSignedIn, signIn } from './members.ts';
import {
  createSite,
  evictMonitor,
  LiveView,
  monitorStub,
  newTeam,
  nothingLeftToDo,
  openLive,
  passMonitorTime,
  rowsIn,
  watch,
} from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn, wasAsked } from './stand-in.ts';

async function settingsOf(site: string, change: Partial<SiteSettings>): Promise<SiteSettings> {
  const settings = await findSite(bindings.DB, site);
  if (!settings) throw new Error('no such website');
  return { ...settings, ...change };
}

/** A website with so many conversations that have reported once. */
async function newTeamWith(count: number) {
  const team = await newTeam();
  const conversations = Array.from({ length: count }, () => new StandIn());
  for (const one of conversations) await team.monitor.report(one.report());
  return { ...team, conversations };
}

describe('saved settings', () => {
  it('reach every conversation once, and those shown that took them up are counted', async () => {
    const { site, monitor } = await newTeam();
    const [shown, hidden, ahead] = [new StandIn(), new StandIn(), new StandIn()];
    hidden.isListed = false;
    for (const one of [shown, hidden, ahead]) await monitor.report(one.report());
    ahead.settingsVersion = 2;
    const saved = await settingsOf(site, { version: 2 });
    expect(await monitor.applySettings(saved)).toEqual({ applied: 1 });
    expect(await monitor.applySettings(saved)).toEqual({ applied: 0 });
    for (const one of [shown, hidden, ahead]) expect(one.asked).toEqual(['settings 2']);
    expect(await rowsIn(site, 'errand')).toBe(0);
  });

  it('reach a real conversation at once', async () => {
    const { client } = await newVisitor();
    client.say('Hello');
    await client.message('You said: Hello');
    const escalation = { enabled: false, address: 'team@acme.example' };
    const saved = await settingsOf('demo', { version: 2, escalation });
    const from = client.frames.length;
    expect((await monitorStub('demo').applySettings(saved)).applied).toBeGreaterThan(0);
    await client.event('settings.changed', from);
  });

  it('reach those that were out of reach later, even if the monitor hibernates meanwhile', async () => {
    const { site, monitor, conversations } = await newTeamWith(3);
    const [lost] = conversations;
    lost?.fail(2);
    const saved = await settingsOf(site, { version: 2 });
    expect(await monitor.applySettings(saved)).toEqual({ applied: 2 });
    for (const pause of ROUND_PAUSES_MS.slice(0, 2)) await passMonitorTime(site, pause);
    await nothingLeftToDo(site);
    expect(conversations.map(({ settingsVersion }) => settingsVersion)).toEqual([2, 2, 2]);
    expect(conversations[1]?.asked).toEqual(['settings 2']);
  });

  it('are given up on after a while, and learned from the next report', async () => {
    const { site, monitor, conversations } = await newTeamWith(1);
    const [lost] = conversations;
    lost?.fail(Infinity);
    const saved = await settingsOf(site, { version: 2 });
    await monitor.applySettings(saved);
    for (const pause of ROUND_PAUSES_MS) {
      await passMonitorTime(site, pause);
      const tries = ROUND_PAUSES_MS.indexOf(pause) + 2;
      await eventually(() => (lost?.asked.length === tries ? true : undefined));
    }
    await nothingLeftToDo(site);
    await evictMonitor(site);
    const late = new StandIn();
    expect(await monitor.report(late.report())).toEqual({ watched: false, settings: saved });
    late.settingsVersion = 2;
    expect(await monitor.report(late.report())).toEqual({ watched: false });
  });

  it('that are overtaken by newer ones on their way leave everybody with the newer ones', async () => {
    const { site, monitor, conversations } = await newTeamWith(60);
    const [busy, ...others] = conversations;
    if (!busy) throw new Error('no conversation');
    for (const one of conversations.slice(0, 40)) one.isBusy = true;
    const first = monitor.applySettings(await settingsOf(site, { version: 2 }));
    await wasAsked(busy, 'settings 2');
    const second = monitor.applySettings(await settingsOf(site, { version: 3 }));
    await wasHeard(site, 3);
    for (const one of conversations) one.isBusy = false;
    await Promise.all([first, second]);
    await nothingLeftToDo(site);
    expect(others.every(({ settingsVersion }) => settingsVersion === 3)).toBe(true);
    expect(busy.settingsVersion).toBe(3);
  });

  it('that are older than those known are nobody’s news', async () => {
    const { site, monitor, conversations } = await newTeamWith(1);
    await monitor.applySettings(await settingsOf(site, { version: 3 }));
    expect(await monitor.applySettings(await settingsOf(site, { version: 2 }))).toEqual({
      applied: 0,
    });
    expect(conversations[0]?.asked).toEqual(['settings 3']);
  });

  it('reach more conversations than one go allows', async () => {
    const { site, monitor, conversations } = await newTeamWith(ROUND_SIZE + 1);
    const saved = await settingsOf(site, { version: 2 });
    expect(await monitor.applySettings(saved)).toEqual({ applied: ROUND_SIZE });
    await nothingLeftToDo(site);
    expect(conversations.filter(({ settingsVersion }) => settingsVersion === 2)).toHaveLength(
      ROUND_SIZE + 1,
    );
  });
});

describe('a dismissal', () => {
  it('closes the sockets of that member at once and nobody else’s, and reaches every conversation', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const colleague = await newSignedIn({ sites: { [site]: 'agent' } });
    const elsewhere = await signIn(who.member);
    const [mine, mineToo, theirs] = [
      await watch(site, who),
      await watch(site, elsewhere),
      await watch(site, colleague),
    ];
    await evictMonitor(site);
    await monitor.dismiss({ member: who.member.id, isRemoved: true });
    expect((await mine.closed).code).toBe(CLOSE.dismissed);
    expect((await mineToo.closed).code).toBe(CLOSE.dismissed);
    await theirs.settled();
    expect(conversations[0]?.asked).toContain(`dismiss ${who.member.id}`);
  });

  it('of one session leaves the member’s others alone', async () => {
    const { site, who, monitor } = await newTeam();
    const elsewhere = await signIn(who.member);
    const [here, there] = [await watch(site, who), await watch(site, elsewhere)];
    const session = await hashOf(who.cookie.slice(who.cookie.indexOf('=') + 1));
    await monitor.dismiss({ member: who.member.id, session, isRemoved: false });
    expect((await here.closed).code).toBe(CLOSE.dismissed);
    await there.settled();
  });

  it('also meets a socket whose session was looked at just before and is introduced just after', async () => {
    const { who, monitor } = await newTeam();
    const introduce = async (checkedAt: number) => {
      const admission = admitWatcher({ member: who.member.id, session: 'mine', checkedAt });
      const { webSocket } = await monitor.fetch(admission);
      if (!webSocket) throw new Error('no socket');
      return new LiveView(webSocket);
    };
    await monitor.dismiss({ member: who.member.id, isRemoved: false });
    expect((await (await introduce(Date.now() - 50)).closed).code).toBe(CLOSE.dismissed);
    expect(await (await introduce(Date.now() + 50)).hello()).toEqual([]);
  });

  it('of the last watcher tells the conversations that nobody watches', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const [one] = conversations;
    if (!one) throw new Error('no conversation');
    await watch(site, who);
    await wasAsked(one, 'watch true');
    await monitor.dismiss({ member: who.member.id, isRemoved: false });
    await wasAsked(one, 'watch false');
    expect(await monitor.report(one.report())).toEqual({ watched: false });
  });
});

describe('sockets', () => {
  it('that died without a word are let go of, and with the last of them the watching ends', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const [one] = conversations;
    if (!one) throw new Error('no conversation');
    const [dead, alive] = [await watch(site, who), await watch(site, who)];
    await wasAsked(one, 'watch true');
    await ageSockets(site, SILENT_AFTER_MS + 1_000);
    await alive.settled();
    await passMonitorTime(site, SWEEP_EVERY_MS);
    await dead.closed;
    expect(await monitor.report(one.report())).toEqual({ watched: true });
    await ageSockets(site, SILENT_AFTER_MS + 1_000);
    await passMonitorTime(site, SWEEP_EVERY_MS);
    await alive.closed;
    await wasAsked(one, 'watch false');
    await nothingLeftToDo(site);
  });

  it('that only ping are alive', async () => {
    const { site, who, monitor } = await newTeam();
    const view = await watch(site, who);
    await ageSockets(site, SILENT_AFTER_MS + 1_000);
    view.raw('ping');
    await view.pong();
    await passMonitorTime(site, SWEEP_EVERY_MS);
    expect(await monitor.report(new StandIn().report())).toEqual({ watched: true });
  });

  it('of which there are too many make room: the one longest silent goes', async () => {
    const { site, who, monitor } = await newTeam();
    const first = await openLive(site, who);
    await ageSockets(site, 1_000);
    const admission = { member: who.member.id, session: 'another', checkedAt: Date.now() };
    for (let at = 0; at < MAX_WATCHERS; at++) {
      const { webSocket } = await monitor.fetch(admitWatcher(admission));
      webSocket?.accept();
    }
    expect((await first.closed).code).toBe(CLOSE.crowded);
    const open = await runInDurableObject(
      monitor,
      (_, state) =>
        state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN).length,
    );
    expect(open).toBe(MAX_WATCHERS);
  });
});

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
    await bindings.DB.prepare('DELETE FROM site WHERE id = ?').bind(site).run();
    await monitor.retire();
    expect((await view.closed).code).toBe(CLOSE.gone);
    await nothingLeftToDo(site);
    expect([known, ...past].every((one) => one?.isErased)).toBe(true);
    expect(other.isErased).toBe(false);
    for (const table of ['conversation_index', 'notification', 'unanswered']) {
      expect(await countOf(table, site)).toBe(0);
      expect(await countOf(table, otherSite)).toBe(1);
    }
  });

  it('has every straggler erase itself, whatever hibernates, and takes no settings', async () => {
    const { site, monitor } = await newTeam();
    const saved = await settingsOf(site, { version: 7 });
    const straggler = new StandIn();
    await bindings.DB.prepare('DELETE FROM site WHERE id = ?').bind(site).run();
    await monitor.retire();
    await evictMonitor(site);
    expect(await monitor.report(straggler.report())).toEqual({ watched: false, isRetired: true });
    expect(await monitor.applySettings(saved)).toEqual({ applied: 0 });
    expect(await rowsIn(site, 'card')).toBe(0);
  });

  it('may be followed by another of the same id, whose conversations are let be', async () => {
    const { site, monitor } = await newTeam();
    await monitor.applySettings(await settingsOf(site, { version: 7 }));
    await bindings.DB.prepare('DELETE FROM site WHERE id = ?').bind(site).run();
    await monitor.retire();
    await createSite(site, Date.now() + 1_000);
    const fresh = new StandIn();
    await indexed(site, fresh.id, Date.now() + 2_000);
    expect(await monitor.report(fresh.report())).toEqual({ watched: false });
    await nothingLeftToDo(site);
    expect(fresh.isErased).toBe(false);
    expect(await countOf('conversation_index', site)).toBe(1);
    expect(await monitor.applySettings(await settingsOf(site, { version: 2 }))).toEqual({
      applied: 1,
    });
  });

  it('takes real conversations with it', async () => {
    const { client, conversation, stub } = await newVisitor();
    client.say('Hello');
    await client.message('You said: Hello');
    const monitor = monitorStub('demo');
    await runInDurableObject(monitor, async (_, { storage }) => {
      const find = () =>
        storage.sql.exec('SELECT 1 FROM card WHERE conversation = ?', conversation).toArray()[0];
      while (!find()) await scheduler.wait(1);
    });
    await monitor.retire();
    expect((await client.closed).code).toBe(CLOSE.gone);
    await nothingLeftToDo('demo');
    expect(await stub.transcript()).toBeNull();
  });
});

/** Waits until the monitor knows of settings. */
async function wasHeard(site: string, version: number): Promise<void> {
  await runInDurableObject(monitorStub(site), async (_, { storage }) => {
    const find = () =>
      storage.sql.exec("SELECT 1 FROM site WHERE settings ->> 'version' = ?", version).toArray()[0];
    while (!find()) await scheduler.wait(1);
  });
}

/** Makes every socket look as if it had last been heard of that much earlier. */
async function ageSockets(site: string, ms: number): Promise<void> {
  await runInDurableObject(monitorStub(site), (_, state) => {
    for (const socket of state.getWebSockets()) {
      const attachment: Attachment = socket.deserializeAttachment();
      attachment.bucket.at -= ms;
      socket.serializeAttachment(attachment);
    }
  });
}

/** Puts a conversation into the index, with a notification and an open question. */
async function indexed(site: string, conversation: string, at: number): Promise<void> {
  await bindings.DB.batch([
    bindings.DB.prepare(
      `INSERT INTO conversation_index
       (conversation, site, phase, started_at, last_at, messages, asked, first_line, last_line)
       VALUES (?1, ?2, 'ended', ?3, ?3, 1, 1, 'Hi', 'Hi')`,
    ).bind(conversation, site, at),
    bindings.DB.prepare(
      `INSERT INTO notification (conversation, escalation, site, at, status, address)
       VALUES (?, 1, ?, ?, 'sent', 'team@acme.example')`,
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
