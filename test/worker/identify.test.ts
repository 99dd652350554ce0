import { runInDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { About } from '../../src/protocol/frames.ts';
import { identitySecret } from '../../src/site/identity.ts';
import { bindings, type Client, escalate, evict, followLink, HOST, newVisitor } from './client.ts';
import { connect, stubOf } from './client.ts';
import { mailsAbout } from './mailbox.ts';
import { newOwner, newSignedIn } from './members.ts';
import { watch } from './monitor-client.ts';
import { eventually } from './stage.ts';

/** As a website's server makes it, with the secret from the install page. */
async function hashOf(text: string, site = 'demo'): Promise<string> {
  const encoder = new TextEncoder();
  const secret = encoder.encode(await identitySecret(site, bindings.BATON_SECRET));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the team knows of the visitor, once `is` holds. */
async function known(conversation: string, is: (about: About) => boolean): Promise<About> {
  return eventually(async () => {
    const about = (await stubOf(conversation).transcript({ after: 0 }))?.about;
    return about && is(about) ? about : undefined;
  });
}

const identify = (client: Client, visitor: unknown, attributes?: unknown) =>
  client.send({ type: 'identify', visitor, ...(attributes !== undefined && { attributes }) });

/** A signed-in member looks at a conversation. */
async function lookAt(conversation: string): Promise<Client> {
  const { cookie } = await newSignedIn();
  const looker = await connect(`/v1/conversations/${conversation}/socket`, ['baton.v1'], {
    Cookie: cookie,
  });
  await looker.hello();
  return looker;
}

const aboutIn = (client: Client, is: (about: About) => boolean, from = 0) =>
  client.until(
    (frame) => (frame.type === 'about' && is(frame.about) ? frame.about : undefined),
    from,
  );

describe('who the visitor is', () => {
  it('is told to the team at once, verified where the website’s server vouches for it', async () => {
    const { client, conversation } = await newVisitor();
    const looker = await lookAt(conversation);
    const live = await watch('demo', await newSignedIn());
    const visitor = { id: '4711', name: 'Ada', email: 'ada@example.com' };
    identify(client, { ...visitor, hash: await hashOf('4711') }, { plan: 'pro' });
    const about = await aboutIn(looker, ({ identity }) => identity !== undefined);
    expect(about).toMatchObject({
      identity: { ...visitor, verified: 'id' },
      attributes: { plan: 'pro' },
    });
    expect(JSON.stringify(about)).not.toContain(await hashOf('4711'));
    const card = await live.until((frame) =>
      frame.type === 'card' && frame.card.conversation === conversation && frame.card.identity
        ? frame.card
        : undefined,
    );
    expect(card.identity).toEqual({ ...visitor, verified: 'id' });
    expect(client.frames.some((frame) => JSON.stringify(frame).includes('ada@example.com'))).toBe(
      false,
    );
  });

  it('outlives hibernation, and another page that says nothing of it', async () => {
    const { client, conversation, token } = await newVisitor();
    identify(client, { email: 'ada@example.com', hash: await hashOf('ada@example.com') });
    await known(conversation, ({ identity }) => identity?.verified === 'email');
    await evict(conversation);
    const again = await connect('/v1/sites/demo/socket', ['baton.v1', `token.${token}`]);
    await again.hello();
    const about = await known(conversation, () => true);
    expect(about.identity).toEqual({ email: 'ada@example.com', verified: 'email' });
  });

  it('is not verified with a forged hash, one of another website, or none', async () => {
    const { client, conversation } = await newVisitor();
    const hashes = ['0'.repeat(64), await hashOf('4711', 'other'), await hashOf('4712'), undefined];
    for (const [at, hash] of hashes.entries()) {
      const name = `Ada ${at}`;
      identify(client, { id: '4711', name, hash });
      const about = await known(conversation, ({ identity }) => identity?.name === name);
      expect(about.identity).toEqual({ id: '4711', name });
    }
  });

  it('is replaced by what is said later, and taken back by nobody', async () => {
    const { client, conversation } = await newVisitor();
    identify(client, { id: '4711', hash: await hashOf('4711') });
    await known(conversation, ({ identity }) => identity?.verified === 'id');
    identify(client, { id: '4712', hash: await hashOf('4711') });
    const about = await known(conversation, ({ identity }) => identity?.id === '4712');
    expect(about.identity).toEqual({ id: '4712' });
    identify(client, {});
    expect(await known(conversation, ({ identity }) => !identity)).not.toHaveProperty('identity');
  });

  it('is where the takeover mail is answered, if the address is verified and none was left', async () => {
    const { client, conversation } = await newVisitor();
    identify(client, { email: 'ada@example.com' });
    await known(conversation, ({ identity }) => identity !== undefined);
    await escalate(client, conversation);
    const [unsure] = await mailsAbout(conversation);
    expect(unsure?.raw).not.toContain('ada@example.com');

    const other = await newVisitor();
    identify(other.client, { email: 'ada@example.com', hash: await hashOf('ada@example.com') });
    await known(other.conversation, ({ identity }) => identity?.verified === 'email');
    await escalate(other.client, other.conversation);
    const [sure] = await mailsAbout(other.conversation);
    expect(sure?.text).toContain('Email address: ada@example.com');
    expect(sure?.raw).toMatch(/^Reply-To: .*ada@example\.com/m);
  });

  it('is known to whoever follows a takeover link', async () => {
    const { client, conversation } = await newVisitor();
    identify(client, { name: 'Ada' });
    await known(conversation, ({ identity }) => identity !== undefined);
    const agent = await followLink(conversation, await escalate(client, conversation));
    expect((await agent.hello()).about?.identity).toEqual({ name: 'Ada' });
  });

  it('goes with the conversation', async () => {
    const { client, conversation } = await newVisitor();
    identify(client, { name: 'Ada' }, { plan: 'pro' });
    await known(conversation, ({ identity }) => identity !== undefined);
    client.send({ type: 'erase', ref: client.ref() });
    await client.closed;
    expect(await stubOf(conversation).transcript({ after: 0 })).toBeNull();
  });
});

describe('what a page tells', () => {
  it('that means harm is cut to fit, and refuses nobody', async () => {
    const { client, conversation } = await newVisitor();
    const from = client.frames.length;
    identify(client, { id: ['x'], name: 'a\r\nBcc: b', email: 'a@b.co\n' }, 'nonsense');
    identify(client, undefined, { ['k'.repeat(99)]: 'v'.repeat(999), deep: { a: 1 } });
    const about = await known(conversation, ({ attributes }) => attributes !== undefined);
    expect(about.attributes).toEqual({ ['k'.repeat(40)]: 'v'.repeat(200) });
    expect((await known(conversation, ({ identity }) => !!identity)).identity).toEqual({
      name: 'a Bcc: b',
    });
    expect(client.frames.slice(from)).toEqual([]);
  });

  it('of where it is reaches the team without an entry, and without a write each time', async () => {
    const { client, conversation } = await newVisitor();
    const looker = await lookAt(conversation);
    const urls = Array.from({ length: 8 }, (_, at) => `https://shop.example/${at}`);
    for (const url of urls) client.send({ type: 'page', page: { url, title: url } });
    await aboutIn(looker, ({ page }) => page?.url === urls.at(-1));
    const rows = await runInDurableObject(stubOf(conversation), (_, { storage }) => ({
      entries: storage.sql.exec('SELECT seq FROM entry').toArray().length,
      about: String(storage.sql.exec('SELECT about FROM conversation').one()['about']),
    }));
    expect(rows.entries).toBe(1);
    // The first is in the row; the last is to follow once two seconds are over.
    expect(rows.about).toContain(`"${urls[0]}"`);
    expect(rows.about).not.toContain(`"${urls.at(-1)}"`);
    expect((await known(conversation, () => true)).page?.url).toBe(urls.at(-1));
    client.say('Hi');
    await client.entry((entry) => entry.kind === 'message');
  });

  it('is refused before a greeting', async () => {
    const client = await connect('/v1/sites/demo/socket', ['baton.v1']);
    client.send({ type: 'page', page: { url: 'https://shop.example/' } });
    expect(await client.refusal()).toMatchObject({ code: 'not_allowed' });
  });
});

describe('the secret to vouch with', () => {
  const path = '/app/sites/demo/install';

  it('is on the install page, for owners alone, and never cached', async () => {
    const secret = await identitySecret('demo', bindings.BATON_SECRET);
    const shown = await (await newOwner()).get(path);
    expect(shown.headers.get('Cache-Control')).toContain('no-store');
    expect(await shown.text()).toContain(secret);
    expect((await (await newSignedIn()).get(path)).status).toBe(403);
    const config = await exports.default.fetch(`${HOST}/v1/sites/demo/config`);
    expect(await config.text()).not.toContain(secret);
  });

  it('is another one for every website, and none of ours', async () => {
    const [demo, other] = await Promise.all(
      ['demo', 'other'].map((site) => identitySecret(site, bindings.BATON_SECRET)),
    );
    expect(demo).toMatch(/^[0-9a-f]{64}$/);
    expect(demo).not.toBe(other);
    expect(demo).not.toBe(bindings.BATON_SECRET);
  });
});

describe('what a page wishes', () => {
  const config = async (query: string) =>
    (await exports.default.fetch(`${HOST}/v1/sites/demo/config?${query}`)).json();

  it('takes the place of what the website has: colour, theme, words on the launcher', async () => {
    expect(await config('color=%23ffcc00&theme=dark&text=Ask+us')).toMatchObject({
      color: '#ffcc00',
      look: { '--b-accent': expect.stringContaining('light-dark(') },
      theme: 'dark',
      launcherText: 'Ask us',
    });
  });

  it('is shown in exactly the colour that it is, while a website’s own is moved to be seen', async () => {
    expect(await config('color=%23fffff0')).toMatchObject({
      look: { '--b-accent': 'light-dark(#fffff0,#fffff0)' },
    });
  });

  it('is left out where it is none', async () => {
    const plain = await config('');
    expect(await config('color=red&theme=pink&text=')).toEqual(plain);
    expect(await config(`text=${'x'.repeat(99)}`)).toMatchObject({ launcherText: 'x'.repeat(40) });
  });
});
