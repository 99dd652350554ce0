import { describe, expect, it } from 'vitest';
import { allow } from '../../src/limits/rate-limiter.ts';
import { WATCHES_PER_MINUTE } from '../../src/routes/monitor.ts';
import { HOST, bindings, newVisitor, upgrade } from './client.ts';
import { newSignedIn } from './members.ts';
import { WATCH_GRACE_MS } from '../../src/monitor/errand.ts';
import {
  evictMonitor,
  leftAlone,
  monitorPath,
  newTeam,
  nothingLeftToDo,
  openLive,
  passMonitorTime,
  rowsIn,
  watch,
} from './monitor-client.ts';
import { StandIn, wasAsked } from './stand-in.ts';

describe('the way to a live view', () => {
  it('is for upgrades only', async () => {
    const { site, who } = await newTeam();
    const response = await who.get(monitorPath(site));
    expect(response.status).toBe(426);
  });

  it('is for our subprotocol only', async () => {
    const { site, who } = await newTeam();
    const response = await upgrade(monitorPath(site), ['chat'], { Cookie: who.cookie });
    expect(response.status).toBe(400);
  });

  it('is closed without a session, and with one that has ended', async () => {
    const { site, who } = await newTeam();
    expect((await upgrade(monitorPath(site), ['baton.v1'])).status).toBe(401);
    await bindings.DB.prepare('DELETE FROM session WHERE member = ?').bind(who.member.id).run();
    const response = await upgrade(monitorPath(site), ['baton.v1'], { Cookie: who.cookie });
    expect(response.status).toBe(401);
  });

  it('is closed to other websites’ pages, and open to our own', async () => {
    const { site, who } = await newTeam();
    const from = (Origin: string) =>
      upgrade(monitorPath(site), ['baton.v1'], { Cookie: who.cookie, Origin });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from(HOST)).status).toBe(101);
  });

  it('says 403 to a member of another website and 404 where there is none', async () => {
    const { who } = await newTeam();
    const headers = { Cookie: who.cookie };
    expect((await upgrade(monitorPath('demo'), ['baton.v1'], headers)).status).toBe(403);
    expect((await upgrade(monitorPath('no-such'), ['baton.v1'], headers)).status).toBe(404);
  });

  it('is limited per address', async () => {
    const { site, who } = await newTeam();
    const limit = { key: 'watch:203.0.113.9', perWindow: WATCHES_PER_MINUTE, windowMs: 60_000 };
    for (let at = 0; at < WATCHES_PER_MINUTE; at++) {
      expect((await allow(bindings.RATE_LIMITER, limit, Date.now())).ok).toBe(true);
    }
    const headers = { Cookie: who.cookie, 'CF-Connecting-IP': '203.0.113.9' };
    const response = await upgrade(monitorPath(site), ['baton.v1'], headers);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  it('goes through the Worker’s introduction only', async () => {
    const { monitor } = await newTeam();
    const headers = { Upgrade: 'websocket', Cookie: 'baton_session=x' };
    expect((await monitor.fetch('https://monitor/socket', { headers })).status).toBe(400);
  });
});

describe('a live view', () => {
  it('begins with every card there is and goes on with each that changes', async () => {
    const { site, who, monitor } = await newTeam();
    const [one, two] = [new StandIn(), new StandIn()];
    expect(await monitor.report(one.report())).toMatchObject({ watched: false });
    const view = await openLive(site, who);
    expect(await view.hello()).toEqual([one.card]);
    expect(await monitor.report(two.report({ lastLine: 'Hello?' }))).toMatchObject({
      watched: true,
    });
    expect(await view.card(two.id, 'Hello?')).toEqual(two.card);
  });

  it('shows what a visitor and the assistant say, as they say it', async () => {
    const who = await newSignedIn();
    const view = await watch('demo', who);
    const { client, conversation } = await newVisitor();
    client.say('Do you sell tents?');
    expect(await view.card(conversation, 'You said: Do you sell tents?')).toMatchObject({
      phase: 'assistant',
      messages: 2,
      visitorOnline: true,
    });
  });

  it('hears nothing of a report that was overtaken, or that says nothing new', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    const old = one.report({ lastLine: 'first' });
    const recent = one.report({ lastLine: 'second' });
    const view = await watch(site, who);
    await monitor.report(recent);
    await monitor.report(old);
    await monitor.report({ ...recent, at: recent.at + 1 });
    await monitor.report({ ...old, at: recent.at });
    await view.settled();
    const lines = view.frames.flatMap((frame) =>
      frame.type === 'card' ? [frame.card.lastLine] : [],
    );
    expect(lines).toEqual(['second']);
  });

  it('loses a card that is no longer to be shown, and one whose conversation was erased', async () => {
    const { site, who, monitor } = await newTeam();
    const [left, kept, erased] = [new StandIn(), new StandIn(), new StandIn()];
    for (const one of [left, kept, erased]) await monitor.report(one.report());
    const view = await watch(site, who);
    left.isListed = false;
    left.isReachable = false;
    kept.isListed = false;
    await monitor.report(left.report());
    await monitor.report(kept.report());
    await monitor.gone(erased.id);
    await Promise.all([left, kept, erased].map(({ id }) => view.gone(id)));
    expect(await view.hello()).toEqual([]);
    expect(await rowsIn(site, 'card')).toBe(1);
  });

  it('is not disturbed by hibernation', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    const view = await watch(site, who);
    await evictMonitor(site);
    expect(await monitor.report(one.report({ lastLine: 'after' }))).toMatchObject({
      watched: true,
    });
    await view.card(one.id, 'after');
    await evictMonitor(site);
    expect(await view.hello()).toEqual([one.card]);
  });

  it.each([
    ['binary', new TextEncoder().encode('{"type":"hello"}').buffer, 'bad_frame'],
    ['of unknown type', '{"type":"dance"}', 'bad_frame'],
    ['an agent’s', '{"type":"take_over","ref":"r","name":"Eve"}', 'bad_frame'],
    ['too long', `{"type":"hello","protocol":1,"x":"${'x'.repeat(17_000)}"}`, 'too_long'],
    ['another protocol’s', '{"type":"hello","protocol":9}', 'unsupported_protocol'],
  ])('refuses a frame that is %s and goes on', async (_, raw, code) => {
    const { site, who, monitor } = await newTeam();
    const view = await openLive(site, who);
    view.raw(raw);
    expect(await view.refusal()).toBe(code);
    expect(await monitor.report(new StandIn().report())).toMatchObject({ watched: false });
    expect(await view.hello()).toHaveLength(1);
  });

  it('that asks for everything again and again is slowed down', async () => {
    const { site, who } = await newTeam();
    const view = await openLive(site, who);
    for (let at = 0; at < 30; at++) view.raw('{"type":"hello","protocol":1}');
    expect(await view.refusal()).toBe('too_fast');
  });
});

describe('conversations', () => {
  it('are asked how they stand when the first watcher comes, and told when the last one leaves', async () => {
    const { site, who, monitor } = await newTeam();
    const [listed, reachable] = [new StandIn(), new StandIn()];
    reachable.isListed = false;
    for (const one of [listed, reachable]) await monitor.report(one.report());
    listed.card = { ...listed.card, lastLine: 'said while nobody watched' };
    const first = await watch(site, who);
    await first.card(listed.id, 'said while nobody watched');
    await wasAsked(reachable, 'watch true');
    const second = await watch(site, who);
    first.close();
    await first.closed;
    await second.settled();
    expect(listed.asked).toEqual(['watch true']);
    second.close();
    await second.closed;
    await passMonitorTime(site, WATCH_GRACE_MS);
    await Promise.all([listed, reachable].map((one) => wasAsked(one, 'watch false')));
    expect(listed.asked).toEqual(['watch true', 'watch false']);
    expect(await monitor.report(listed.report())).toMatchObject({ watched: false });
    await nothingLeftToDo(site);
  });

  it('hear nothing of a page that is only loaded anew', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    await monitor.report(one.report());
    const before = await watch(site, who);
    await wasAsked(one, 'watch true');
    before.close();
    await leftAlone(site);
    expect(await monitor.report(one.report({ lastLine: 'meanwhile' }))).toMatchObject({
      watched: true,
    });
    await passMonitorTime(site, WATCH_GRACE_MS - 5_000);
    const after = await openLive(site, who);
    expect(await after.hello()).toEqual([one.card]);
    await passMonitorTime(site, WATCH_GRACE_MS);
    await after.settled();
    expect(one.asked).toEqual(['watch true']);
  });

  it('are told that nobody watches even if all memory is lost just after the last one left', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    await monitor.report(one.report());
    const view = await watch(site, who);
    await wasAsked(one, 'watch true');
    view.close();
    await leftAlone(site);
    await evictMonitor(site);
    expect(await monitor.report(one.report())).toMatchObject({ watched: true });
    await passMonitorTime(site, WATCH_GRACE_MS);
    await wasAsked(one, 'watch false');
    expect(await monitor.report(one.report())).toMatchObject({ watched: false });
    await nothingLeftToDo(site);
  });

  it('can tell which of the monitor’s words is the later one, even within a millisecond', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    const before = await monitor.report(one.report());
    await watch(site, who);
    await wasAsked(one, 'watch true');
    const after = await Promise.all([1, 2, 3].map(() => monitor.report(one.report())));
    const said = [before.asOf, ...one.toldAt, ...after.map(({ asOf }) => asOf)];
    expect(said).toEqual([...new Set(said)].toSorted((earlier, later) => earlier - later));
    expect(Math.abs(Date.now() - before.asOf)).toBeLessThan(60_000);
  });

  it('that are no more leave the view when they are asked', async () => {
    const { site, who, monitor } = await newTeam();
    const one = new StandIn();
    await monitor.report(one.report());
    one.isErased = true;
    const view = await openLive(site, who);
    expect(await view.hello()).toHaveLength(1);
    await view.gone(one.id);
    expect(await rowsIn(site, 'card')).toBe(0);
  });

  it('that were erased are not brought back by a report that was still on its way', async () => {
    const { site, monitor } = await newTeam();
    const one = new StandIn();
    const late = one.report();
    await monitor.gone(one.id);
    await monitor.report(late);
    expect(await rowsIn(site, 'card')).toBe(0);
  });

  it('that left are not brought back by a report made before', async () => {
    const { site, monitor } = await newTeam();
    const [known, unheard] = [new StandIn(), new StandIn()];
    await monitor.report(known.report());
    for (const one of [known, unheard]) {
      const late = one.report();
      one.isListed = false;
      one.isReachable = false;
      await monitor.report(one.report());
      await monitor.report(late);
    }
    expect(await rowsIn(site, 'card')).toBe(0);
    known.isListed = true;
    await monitor.report(known.report());
    expect(await rowsIn(site, 'card')).toBe(1);
  });

  it('from which nothing was heard for a while are asked again, and no others', async () => {
    const { site, who, monitor } = await newTeam();
    const [quiet, lively] = [new StandIn(), new StandIn()];
    await monitor.report(quiet.report());
    await watch(site, who);
    await wasAsked(quiet, 'watch true');
    await passMonitorTime(site, 110_000);
    expect(quiet.asked).toHaveLength(1);
    await monitor.report(lively.report());
    await passMonitorTime(site, 11_000);
    await wasAsked(quiet, 'watch true', 2);
    expect(lively.asked).toEqual([]);
  });
});
