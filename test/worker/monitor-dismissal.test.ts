import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { admitWatcher } from '../../src/monitor/admission.ts';
import { CLOCK_SLACK_MS, DISMISSED_FOR_MS } from '../../src/monitor/dismissals.ts';
import { SWEEP_EVERY_MS, WATCH_GRACE_MS } from '../../src/monitor/errand.ts';
import type { Dismissal } from '../../src/monitor/report.ts';
import { hashOf } from '../../src/team/secret-hash.ts';
import { bindings } from './client.ts';
import { newSignedIn, signIn, type SignedIn } from './members.ts';
import {
  evictMonitor,
  LiveView,
  newTeam,
  newTeamWith,
  passMonitorTime,
  rowsIn,
  watch,
} from './monitor-client.ts';
import { eventually } from './stage.ts';
import { StandIn, wasAsked } from './stand-in.ts';

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
    const session = await sessionOf(who);
    await monitor.dismiss({ member: who.member.id, session, isRemoved: false });
    expect((await here.closed).code).toBe(CLOSE.dismissed);
    await there.settled();
  });

  it('also meets a socket whose session was looked at just before and is introduced just after', async () => {
    const { site, who, monitor } = await newTeam();
    const introduce = async (checkedAt: number) => {
      const admission = admitWatcher({ member: who.member.id, session: 'mine', checkedAt });
      const { webSocket } = await monitor.fetch(admission);
      if (!webSocket) throw new Error('no socket');
      return new LiveView(webSocket);
    };
    await monitor.dismiss({ member: who.member.id, isRemoved: false });
    await evictMonitor(site);
    expect((await (await introduce(Date.now() - 50)).closed).code).toBe(CLOSE.dismissed);
    expect(await (await introduce(Date.now() + 2 * CLOCK_SLACK_MS)).hello()).toEqual([]);
  });

  it('of the last watcher tells the conversations that nobody watches', async () => {
    const { site, who, monitor, conversations } = await newTeamWith(1);
    const [one] = conversations;
    if (!one) throw new Error('no conversation');
    await watch(site, who);
    await wasAsked(one, 'watch true');
    await monitor.dismiss({ member: who.member.id, isRemoved: false });
    await passMonitorTime(site, WATCH_GRACE_MS);
    await wasAsked(one, 'watch false');
    expect(await monitor.report(one.report())).toMatchObject({ watched: false });
  });

  it('is named to every conversation that reports within five minutes, whatever hibernates', async () => {
    const { site, monitor } = await newTeam();
    const one = new StandIn();
    expect(await monitor.report(one.report())).not.toHaveProperty('dismissed');
    const before = Date.now();
    await monitor.dismiss({ member: 'm1', session: 's1', isRemoved: false });
    await monitor.dismiss({ member: 'm2', isRemoved: true });
    await evictMonitor(site);
    const { dismissed } = await monitor.report(one.report());
    expect(dismissed).toEqual([
      { member: 'm1', session: 's1', isRemoved: false, at: expect.any(Number) },
      { member: 'm2', isRemoved: true, at: expect.any(Number) },
    ]);
    expect(dismissed?.every(({ at }) => at >= before && at <= Date.now())).toBe(true);
    expect(one.dismissed).toEqual(dismissed);
    await passMonitorTime(site, DISMISSED_FOR_MS - 30_000);
    expect(await monitor.report(one.report())).toHaveProperty('dismissed');
    await passMonitorTime(site, 30_000);
    expect(await monitor.report(one.report())).not.toHaveProperty('dismissed');
    await monitor.dismiss({ member: 'm3', isRemoved: true });
    expect(await rowsIn(site, 'dismissal')).toBe(1);
  });
});

describe('a dismissal said twice', () => {
  it('is one dismissal, and lets nobody go who was not', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    const dismissal = { member: who.member.id, isRemoved: false };
    for (let time = 0; time < 3; time++) await monitor.dismiss(dismissal);
    expect(await rowsIn(site, 'dismissal')).toBe(1);
    await evictMonitor(site);
    await monitor.dismiss(dismissal);
    await monitor.dismiss({ ...dismissal, isRemoved: true });
    expect(await rowsIn(site, 'dismissal')).toBe(2);
    const { dismissed } = await monitor.report(one.report());
    expect(dismissed).toEqual([
      { ...dismissal, at: expect.any(Number) },
      { ...dismissal, isRemoved: true, at: expect.any(Number) },
    ]);
  });
});

describe('somebody who watches', () => {
  it('is let go of, here and everywhere, when their session has ended without a word', async () => {
    const { site, who, conversations } = await newTeamWith(1);
    const elsewhere = await signIn(who.member);
    const [ended, stays] = [await watch(site, who), await watch(site, elsewhere)];
    const session = await sessionOf(who);
    await bindings.DB.prepare('DELETE FROM session WHERE hash = ?').bind(session).run();
    await passMonitorTime(site, SWEEP_EVERY_MS);
    expect((await ended.closed).code).toBe(CLOSE.dismissed);
    await stays.settled();
    await wasDismissed(conversations[0], { member: who.member.id, session, isRemoved: false });
  });

  it('is let go of when their session has expired', async () => {
    const { site, who } = await newTeam();
    const view = await watch(site, who);
    await bindings.DB.prepare('UPDATE session SET expires_at = ? WHERE hash = ?')
      .bind(Date.now(), await sessionOf(who))
      .run();
    await passMonitorTime(site, SWEEP_EVERY_MS);
    expect((await view.closed).code).toBe(CLOSE.dismissed);
  });

  it('is let go of, and what they had taken over too, when they are no longer of the team', async () => {
    const { site, who, conversations } = await newTeamWith(1);
    const view = await watch(site, who);
    await bindings.DB.prepare('DELETE FROM membership WHERE site = ? AND member = ?')
      .bind(site, who.member.id)
      .run();
    await passMonitorTime(site, SWEEP_EVERY_MS);
    expect((await view.closed).code).toBe(CLOSE.dismissed);
    await wasDismissed(conversations[0], { member: who.member.id, isRemoved: true });
  });
});

async function sessionOf({ cookie }: SignedIn): Promise<string> {
  return hashOf(cookie.slice(cookie.indexOf('=') + 1));
}

/** Waits until a conversation was told whom to let go of. */
async function wasDismissed(one: StandIn | undefined, who: Dismissal): Promise<void> {
  const told = await eventually(() => one?.dismissed[0]);
  expect(told).toEqual({ ...who, at: expect.any(Number) });
}
