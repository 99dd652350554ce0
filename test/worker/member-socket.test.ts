import { describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { connect, escalate, evict, newVisitor, stubOf, upgrade } from './client.ts';
import { newMember, newSignedIn, signIn, type SignedIn } from './members.ts';
import { bindings } from './client.ts';

const join = (conversation: string, who: SignedIn) =>
  connect(`/v1/conversations/${conversation}/socket`, ['baton.v1'], { Cookie: who.cookie });

const knock = (conversation: string, headers: Record<string, string>) =>
  upgrade(`/v1/conversations/${conversation}/socket`, ['baton.v1'], headers);

describe('a signed-in member', () => {
  it('watches any conversation of their website, and the visitor learns nothing of it', async () => {
    const { client, conversation } = await newVisitor();
    const robin = await join(conversation, await newSignedIn({ name: 'Robin' }));
    const before = client.frames.length;
    expect(await robin.hello()).toMatchObject({ role: 'watcher', state: { phase: 'assistant' } });
    client.say('Where is my parcel?');
    await robin.event('intent.decided');
    await client.settled();
    const heard = client.frames.slice(before).map((frame) => JSON.stringify(frame));
    expect(heard.filter((text) => /Robin|watcher/.test(text))).toEqual([]);
  });

  it('takes over without a link, by the name that the team knows, also across an eviction', async () => {
    const { client, conversation } = await newVisitor();
    const who = await newSignedIn({ name: 'Robin' });
    const robin = await join(conversation, who);
    await robin.hello();
    await evict(conversation);
    robin.send({ type: 'take_over', ref: 'mine', name: 'Somebody else' });
    expect(await client.event('takeover.started')).toMatchObject({ name: 'Robin' });
    await evict(conversation);
    robin.say('Hello from Robin');
    expect(await client.message('Hello from Robin')).toMatchObject({
      author: { role: 'agent', name: 'Robin' },
    });
    const secondTab = await join(conversation, who);
    expect(await secondTab.hello()).toMatchObject({ role: 'agent' });
  });

  it('who is beaten to it reads who has the conversation', async () => {
    const { conversation } = await newVisitor();
    const robin = await join(conversation, await newSignedIn({ name: 'Robin' }));
    const kim = await join(conversation, await newSignedIn({ name: 'Kim' }));
    await Promise.all([robin.hello(), kim.hello()]);
    robin.send({ type: 'take_over', ref: 'r', name: 'Robin' });
    await robin.event('takeover.started');
    kim.send({ type: 'take_over', ref: 'k', name: 'Kim' });
    expect(await kim.refusal()).toMatchObject({ code: 'already_taken', agent: 'Robin' });
  });

  it('of another website, of none, or not signed in is kept out', async () => {
    const { conversation } = await newVisitor();
    const stranger = await newSignedIn({ sites: {} });
    expect((await knock(conversation, { Cookie: stranger.cookie })).status).toBe(403);
    expect((await knock(conversation, {})).status).toBe(401);
    expect((await knock(conversation, { Cookie: '__Host-baton=forged' })).status).toBe(401);
    const foreign = { Cookie: stranger.cookie, Origin: 'https://evil.example' };
    expect((await knock(conversation, foreign)).status).toBe(403);
    const member = await newSignedIn();
    expect((await knock('not-an-id', { Cookie: member.cookie })).status).toBe(404);
  });

  it('who is let go loses their sockets at once, and only theirs', async () => {
    const { client, conversation } = await newVisitor();
    const [robin, kim] = [await newMember({ name: 'Robin' }), await newMember({ name: 'Kim' })];
    const robins = await join(conversation, await signIn(robin));
    const kims = await join(conversation, await signIn(kim));
    await Promise.all([robins.hello(), kims.hello()]);
    robins.send({ type: 'take_over', ref: 'r', name: 'Robin' });
    await client.event('takeover.started');
    await evict(conversation);
    await stubOf(conversation).dismiss({ member: robin.id, isRemoved: true, at: Date.now() });
    expect(await robins.closed).toMatchObject({ code: CLOSE.dismissed });
    await client.event('takeover.ended');
    client.say('Anybody there?');
    await client.message('You said: Anybody there?');
    kims.send({ type: 'take_over', ref: 'k', name: 'Kim' });
    expect(await kims.event('takeover.started')).toMatchObject({ name: 'Robin' });
    expect(
      await kims.entry(
        (entry) =>
          entry.kind === 'event' && entry.event === 'takeover.started' && entry.name === 'Kim',
      ),
    ).toMatchObject({ ref: 'k' });
  });

  it('who signs out in one place keeps the conversation in another', async () => {
    const { client, conversation } = await newVisitor();
    const robin = await newMember({ name: 'Robin' });
    const [here, there] = [await signIn(robin), await signIn(robin)];
    const sockets = [await join(conversation, here), await join(conversation, there)] as const;
    for (const socket of sockets) await socket.hello();
    sockets[0].send({ type: 'take_over', ref: 'r', name: 'Robin' });
    await client.event('takeover.started');
    const { results } = await bindings.DB.prepare(
      'SELECT hash FROM session WHERE member = ? ORDER BY created_at, hash',
    )
      .bind(robin.id)
      .all<{ hash: string }>();
    expect(results).toHaveLength(2);
    const session = await sessionOf(here);
    const who = { member: robin.id, session, isRemoved: false, at: Date.now() };
    await stubOf(conversation).dismiss(who);
    expect(await sockets[0].closed).toMatchObject({ code: CLOSE.dismissed });
    sockets[1].say('Still here');
    await client.message('Still here');
  });
});

describe('a link that was mailed', () => {
  it('is closed by what the website has switched off since, whoever tells it first', async () => {
    const { client, conversation } = await newVisitor();
    const token = await escalate(client, conversation);
    await bindings.DB.prepare(
      "UPDATE site SET escalation_enabled = 0, version = version + 1 WHERE id = 'demo'",
    ).run();
    const agent = await connect(`/v1/conversations/${conversation}/socket`, [
      'baton.v1',
      `takeover.${token}`,
    ]);
    agent.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect(await agent.refusal()).toMatchObject({ code: 'expired' });
    expect(await agent.closed).toMatchObject({ code: CLOSE.linkClosed });
    expect(await client.event('escalation.cancelled')).toMatchObject({ by: 'disabled' });
  });
});

async function sessionOf(who: SignedIn): Promise<string> {
  const { visitOf } = await import('../../src/team/sessions.ts');
  const request = new Request('https://baton.test', { headers: { Cookie: who.cookie } });
  const visit = await visitOf(bindings, request, Date.now());
  if (!visit) throw new Error('not signed in');
  return visit.session;
}
