import { listDurableObjectIds } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { CLAIMS_PER_MINUTE } from '../../src/routes/socket.ts';
import { sign } from '../../src/takeover/token.ts';
import { bindings, escalate, HOST, newVisitor, upgrade } from './client.ts';
import { newOwner, newSignedIn } from './members.ts';

const get = (path: string, init?: RequestInit) => exports.default.fetch(`${HOST}${path}`, init);
const socketOf = (conversation: string) => `/v1/conversations/${conversation}/socket`;
const liveObjects = async () => (await listDurableObjectIds(bindings.CONVERSATION)).length;

const elsewhere = { site: 'demo', conversation: 'f'.repeat(64), expiresAt: Date.now() + 60_000 };

describe('the HTTP side', () => {
  it('says that it is well, and of which version', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ ok: true, version: expect.any(String) });
  });

  it('tells anybody the public settings of a site, and nothing more', async () => {
    const response = await get('/v1/sites/demo/config');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toEqual({
      site: 'demo',
      name: 'Acme Outdoor',
      assistantName: expect.any(String),
      greeting: expect.any(String),
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
      escalation: { enabled: true },
      look: expect.any(Object),
      language: 'en',
      theme: 'auto',
      launcherText: '',
      bubble: false,
    });
  });

  it('tells a page on which the chat does not run why, and no other', async () => {
    const askedFrom = async (origin: string) => {
      const response = await get('/v1/sites/demo/config', { headers: { Origin: origin } });
      // What is said of one page is kept for no other.
      expect(response.headers.get('Vary')).toBe('Origin');
      const { refused }: { refused?: string } = await response.json();
      return refused;
    };
    expect(await askedFrom('https://elsewhere.example')).toContain('https://elsewhere.example');
    expect(await askedFrom('null')).toContain('sandboxed frame');
    expect(await askedFrom('http://localhost:8080')).toBeUndefined();
    expect(await askedFrom(HOST)).toBeUndefined();
  });

  it.each(['/v1/sites/nowhere/config', "/v1/sites/'%20OR%201=1/config"])(
    'knows no site at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'unknown_site' } });
    },
  );

  it('answers a lost visitor with a page, and a lost program with JSON', async () => {
    expect((await get('/nowhere')).headers.get('Content-Type')).toContain('text/html');
    expect(await (await get('/v1/nowhere')).json()).toMatchObject({ error: { code: 'not_found' } });
  });

  it.each([
    ['/healthz/', '/healthz'],
    ['/demo/?a=b', '/demo?a=b'],
    ['/demo//', '/demo'],
    ['/app/', '/app'],
    ['/app/sites/demo/live/', '/app/sites/demo/live'],
    ['//evil.example/', '//evil.example'],
    ['/\\evil.example/', '//evil.example'],
  ])('leads from %s to the one address of the page, and never elsewhere', async (path, meant) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await get(path, { method, redirect: 'manual' });
      expect(response.status).toBe(308);
      expect(response.headers.get('Location')).toBe(`${HOST}${meant}`);
    }
    expect((await get(path, { method: 'PUT', redirect: 'manual' })).status).not.toBe(308);
  });

  it.each(['/', '/demo', '/v1/nowhere/', '/nowhere'])(
    'leads from %s to no other slash',
    async (path) => {
      expect((await get(path, { redirect: 'manual' })).status).not.toBe(308);
    },
  );

  it('leads from a website of the dashboard to its live conversations, and its team only', async () => {
    const agent = await newSignedIn();
    const answer = await agent.get('/app/sites/demo');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/app/sites/demo/live');
    expect((await agent.get('/app/sites/nowhere')).status).toBe(404);
    const stranger = await newSignedIn({ sites: {} });
    expect((await stranger.get('/app/sites/demo')).status).toBe(403);
    const owner = await newOwner();
    expect(await owner.page('/app/sites/new')).toContain('New website');
  });

  it.each([
    ['config', 'GET'],
    ['resumable', 'POST'],
  ])('tells a browser that asks first that any page may ask for %s', async (what, method) => {
    const response = await get(`/v1/sites/demo/${what}`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://shop.example',
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe(method);
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type');
    expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  it.each(['/healthz', '/dev/mailbox.json', '/v1/sites/demo/config', '/v1/nowhere', '/demo'])(
    'has nothing else read into %s than it says it is',
    async (path) => {
      expect((await get(path)).headers.get('X-Content-Type-Options')).toBe('nosniff');
    },
  );

  it('keeps the mailbox to development', async () => {
    expect((await get('/dev/mailbox')).status).toBe(200);
    expect(await (await get('/dev/mailbox.json')).json()).toEqual(expect.any(Array));
  });
});

describe('an upgrade', () => {
  it('answers with our subprotocol', async () => {
    const response = await upgrade('/v1/sites/demo/socket', ['baton.v1']);
    expect(response.status).toBe(101);
    expect(response.headers.get('Sec-WebSocket-Protocol')).toBe('baton.v1');
    response.webSocket?.accept();
    response.webSocket?.close();
  });

  it.each([
    ['of an unknown site', '/v1/sites/nowhere/socket', ['baton.v1'], {}, 404],
    [
      'from a foreign page',
      '/v1/sites/demo/socket',
      ['baton.v1'],
      { Origin: 'https://evil.example' },
      403,
    ],
    ['without our subprotocol', '/v1/sites/demo/socket', ['chat'], {}, 400],
    [
      'with a made-up token',
      '/v1/sites/demo/socket',
      ['baton.v1', 'token.demo.abc.zzz.AAAA'],
      {},
      401,
    ],
    ['to a conversation without a link', socketOf('f'.repeat(64)), ['baton.v1'], {}, 401],
    [
      'with a made-up link',
      socketOf('f'.repeat(64)),
      ['baton.v1', 'takeover.demo.abc.1.zzz.AAAA'],
      {},
      401,
    ],
    [
      'of an agent on a foreign page',
      socketOf('f'.repeat(64)),
      ['baton.v1'],
      { Origin: 'https://evil.example' },
      403,
    ],
  ])('%s is refused, and wakes nothing', async (_, path, protocols, headers, status) => {
    const before = await liveObjects();
    const response = await upgrade(path, protocols, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String) } });
    expect(await liveObjects()).toBe(before);
  });

  it('is refused with a visitor’s token of another site, or one that has expired', async () => {
    const secrets = [bindings.BATON_SECRET] as const;
    const foreign = await sign({ purpose: 'visit', ...elsewhere, site: 'other' }, secrets);
    const old = await sign({ purpose: 'visit', ...elsewhere, expiresAt: Date.now() - 1 }, secrets);
    for (const token of [foreign, old]) {
      expect((await upgrade('/v1/sites/demo/socket', ['baton.v1', `token.${token}`])).status).toBe(
        401,
      );
    }
  });

  it('is refused with a link to another conversation, one that has expired, or a visitor’s token', async () => {
    const secrets = [bindings.BATON_SECRET] as const;
    const { conversation, token } = await newVisitor();
    const other = await sign({ purpose: 'takeover', escalation: 1, ...elsewhere }, secrets);
    const old = await sign(
      { purpose: 'takeover', escalation: 1, site: 'demo', conversation, expiresAt: Date.now() - 1 },
      secrets,
    );
    for (const link of [other, old, token]) {
      expect((await upgrade(socketOf(conversation), ['baton.v1', `takeover.${link}`])).status).toBe(
        401,
      );
    }
  });

  it('without an upgrade header is told what this address is for', async () => {
    expect((await get('/v1/sites/demo/socket')).status).toBe(426);
  });

  it('that follows takeover links faster than any team is slowed down', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const protocols = ['baton.v1', `takeover.${link}`];
    const headers = { 'CF-Connecting-IP': '203.0.113.9' };
    for (let at = 0; at < CLAIMS_PER_MINUTE; at++) {
      const response = await upgrade(socketOf(conversation), protocols, headers);
      expect(response.status).toBe(101);
      response.webSocket?.accept();
      response.webSocket?.close();
    }
    expect((await upgrade(socketOf(conversation), protocols, headers)).status).toBe(429);
  });

  it('that opens one conversation after another is slowed down, and told for how long', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.7' };
    const limit = Number(bindings.OPENS_PER_MINUTE);
    for (let at = 0; at < limit; at++) {
      const response = await upgrade('/v1/sites/demo/socket', ['baton.v1'], headers);
      expect(response.status).toBe(101);
      response.webSocket?.accept();
      response.webSocket?.close();
    }
    const refused = await upgrade('/v1/sites/demo/socket', ['baton.v1'], headers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    // What a page of another website needs to be told so, too.
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
    expect(refused.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(refused.headers.get('Cache-Control')).toBe('no-store');
    expect(await refused.json()).toMatchObject({ error: { code: 'too_many' } });
    const neighbour = await upgrade('/v1/sites/demo/socket', ['baton.v1'], {
      'CF-Connecting-IP': '203.0.113.8',
    });
    expect(neighbour.status).toBe(101);
    neighbour.webSocket?.accept();
    neighbour.webSocket?.close();
  });
});

describe('a takeover link', () => {
  it('changes nothing when it is only followed, however it is', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const before = client.frames.length;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await get(`/join/${link}`, { method });
      expect(response.status).toBe(200);
      expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    }
    await client.settled();
    expect(client.frames).toHaveLength(before + 1);
  });

  it('that is altered opens a page that says so', async () => {
    const { client, conversation } = await newVisitor();
    const link = await escalate(client, conversation);
    const response = await get(`/join/${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('This link isn’t valid');
  });

  it('begins with the address the visitor used', async () => {
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    const mails = await (await get('/dev/mailbox.json')).text();
    expect(mails).toContain(`${HOST}/join/demo.${conversation}`);
  });
});
