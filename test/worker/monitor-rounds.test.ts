import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { attach, attached } from '../../src/objects/attachments.ts';
import { admitWatcher } from '../../src/monitor/admission.ts';
import { CALLS_PER_GO, ROUND_PAUSES_MS, SWEEP_EVERY_MS } from '../../src/monitor/errand.ts';
import { type Attachment, MAX_WATCHERS, SILENT_AFTER_MS } from '../../src/monitor/watchers.ts';
import { newVisitor } from './client.ts';
import {
  evictMonitor,
  monitorStub,
  newTeam,
  newTeamWith,
  nothingLeftToDo,
  openLive,
  passMonitorTime,
  settingsOf,
  watch,
} from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn, wasAsked } from './stand-in.ts';

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
    await nothingLeftToDo(site);
    expect(shown.asked).toEqual(['settings 2']);
  });

  it('reach a real conversation at once', async () => {
    const { client } = await newVisitor();
    client.say('Hello');
    await client.message('You said: Hello');
    const { escalation } = await settingsOf('demo', {});
    const off = { ...escalation, enabled: false };
    const saved = await settingsOf('demo', { version: 2, escalation: off });
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
    expect(await monitor.report(late.report())).toMatchObject({ watched: false, settings: saved });
    late.settingsVersion = 2;
    expect(await monitor.report(late.report())).toMatchObject({ watched: false });
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
    const { site, monitor, conversations } = await newTeamWith(CALLS_PER_GO + 1);
    const saved = await settingsOf(site, { version: 2 });
    expect(await monitor.applySettings(saved)).toEqual({ applied: CALLS_PER_GO });
    await nothingLeftToDo(site);
    expect(conversations.filter(({ settingsVersion }) => settingsVersion === 2)).toHaveLength(
      CALLS_PER_GO + 1,
    );
  });
});

describe('what is done in one go', () => {
  it('is shared by all that is due: nobody is asked more often than the platform allows', async () => {
    const { site, monitor } = await newTeam();
    const half = CALLS_PER_GO / 2;
    const conversations = Array.from({ length: half + 1 }, () => new StandIn());
    for (const one of conversations) await monitor.report(one.report());
    await runInDurableObject(monitor, (_, { storage }) => {
      const left = conversations.map(({ id }) => id);
      for (const member of ['a', 'b']) {
        const who = { member, isRemoved: false, at: 0 };
        const body = JSON.stringify({ type: 'dismiss', who, left, failed: [], rounds: 0 });
        storage.sql.exec(
          "INSERT INTO errand (type, body, due) VALUES ('dismiss', ?, ?)",
          body,
          Date.now() + 3_600_000,
        );
      }
    });
    const calls = () => conversations.flatMap(({ asked }) => asked).length;
    await runInDurableObject(monitor, async (instance, { storage }) => {
      storage.sql.exec('UPDATE errand SET due = 0');
      await instance.alarm();
      while (calls() < CALLS_PER_GO) await scheduler.wait(1);
      const left = storage.sql.exec(
        "SELECT sum(json_array_length(body, '$.left')) AS n FROM errand",
      );
      expect(calls()).toBe(CALLS_PER_GO);
      while (Number(left.one()['n']) !== 2) await scheduler.wait(1);
    });
    await nothingLeftToDo(site);
    expect(calls()).toBe(CALLS_PER_GO + 2);
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
    expect(await monitor.report(one.report())).toMatchObject({ watched: true });
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
    expect(await monitor.report(new StandIn().report())).toMatchObject({ watched: true });
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
      const attachment: Attachment = attached(socket);
      attachment.bucket.at -= ms;
      attach(socket, attachment);
    }
  });
}
