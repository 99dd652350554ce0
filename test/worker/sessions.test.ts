import { afterEach, describe, expect, it, vi } from 'vitest';
import { Monitor } from '../../src/monitor/monitor.ts';
import { openSignIn } from '../../src/team/sign-in-links.ts';
import {
  SESSION_IDLE_MS,
  SESSION_LIFE_MS,
  sessionCookie,
  startSession,
  visitOf,
} from '../../src/team/sessions.ts';
import { bindings, HOST } from './client.ts';
import { knock, send } from './knock.ts';
import { newMember, newOwner, newSignedIn, signIn } from './members.ts';

const { DB } = bindings;

afterEach(() => vi.restoreAllMocks());

const spyOnDismissals = () => vi.spyOn(Monitor.prototype, 'dismiss').mockResolvedValue();

/** Asks who visits, at a moment of one's choosing. */
const visit = (secret: string, now: number) =>
  visitOf(
    bindings,
    new Request(HOST, { headers: { Cookie: `${sessionCookie(true)}=${secret}` } }),
    now,
  );

describe('a session', () => {
  it('ends when it was not used for two weeks', async () => {
    const now = Date.now();
    const { id } = await newMember();
    const [used, unused] = [await startSession(DB, id, now), await startSession(DB, id, now)];
    expect(await visit(used, now + SESSION_IDLE_MS - 1)).not.toBe(null);
    expect(await visit(unused, now + SESSION_IDLE_MS)).toBe(null);
    expect(await visit(used, now + SESSION_IDLE_MS)).not.toBe(null);
  });

  it('ends after its whole life however much it was used', async () => {
    const now = Date.now();
    const secret = await startSession(DB, (await newMember()).id, now);
    for (let at = now; at < now + SESSION_LIFE_MS; at += SESSION_IDLE_MS / 2) {
      expect(await visit(secret, at)).not.toBe(null);
    }
    expect(await visit(secret, now + SESSION_LIFE_MS - 1)).not.toBe(null);
    expect(await visit(secret, now + SESSION_LIFE_MS)).toBe(null);
  });

  it('is stored as a hash, and the hash is no cookie', async () => {
    const { id } = await newMember();
    const secret = await startSession(DB, id, Date.now());
    const found = await visit(secret, Date.now());
    const { results } = await DB.prepare('SELECT * FROM session WHERE member = ?').bind(id).all();
    expect(JSON.stringify(results)).not.toContain(secret);
    expect(await visit(found?.session ?? '', Date.now())).toBe(null);
  });

  it('sends whoever has none to sign in, and back to where they were going', async () => {
    const answer = await knock('/app/sites/demo/team?a=b');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(
      '/app/sign-in?next=%2Fapp%2Fsites%2Fdemo%2Fteam%3Fa%3Db',
    );
  });
});

describe('signing out', () => {
  it('ends the session on the server, clears the cookie and lets its sockets go', async () => {
    const dismiss = spyOnDismissals();
    const here = await newSignedIn();
    const there = await signIn(here.member);
    const answer = await here.post('/app/sign-out');
    expect(answer.headers.get('Location')).toBe('/app/sign-in');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-baton=; Max-Age=0; Path=\/; Secure/);
    expect((await here.get('/app/account')).status).toBe(303);
    expect((await there.get('/app/account')).status).toBe(200);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith({
      member: here.member.id,
      session: expect.any(String),
      isRemoved: false,
    });
  });

  it('everywhere ends every session and link of that member, and nobody else’s', async () => {
    const dismiss = spyOnDismissals();
    const here = await newSignedIn();
    const there = await signIn(here.member);
    const other = await newSignedIn();
    const link = `/app/sign-in/${await openSignIn(DB, here.member.id, Date.now())}`;
    expect((await here.post('/app/sign-out-everywhere')).status).toBe(303);
    for (const gone of [here, there]) expect((await gone.get('/app/account')).status).toBe(303);
    expect((await send(link)).status).toBe(410);
    expect((await other.get('/app/account')).status).toBe(200);
    expect(dismiss).toHaveBeenCalledExactlyOnceWith({ member: here.member.id, isRemoved: false });
  });

  it('happens by signing in as somebody else, too', async () => {
    const dismiss = spyOnDismissals();
    const before = await newSignedIn();
    const token = await openSignIn(DB, (await newMember()).id, Date.now());
    await send(`/app/sign-in/${token}`, {}, { Cookie: before.cookie });
    expect((await before.get('/app/account')).status).toBe(303);
    expect(dismiss.mock.calls).toMatchObject([[{ member: before.member.id, isRemoved: false }]]);
  });

  it('works even when the sockets’ keeper does not answer', async () => {
    vi.spyOn(Monitor.prototype, 'dismiss').mockRejectedValue(new Error('it is being replaced'));
    for (const how of ['/app/sign-out', '/app/sign-out-everywhere']) {
      const here = await newSignedIn();
      const answer = await here.post(how);
      expect(answer.status).toBe(303);
      expect((await here.get('/app/account')).status).toBe(303);
      const next = await (await knock(answer.headers.get('Location') ?? '')).text();
      expect(next).toContain('Chats you have open elsewhere couldn’t be closed just now.');
    }
    expect(await (await knock('/app/sign-in')).text()).not.toContain('couldn’t be closed');
  });

  it('tries again when the sockets’ keeper is away for a moment, and has nothing to tell then', async () => {
    const away = () => Promise.reject(new Error('it is being replaced'));
    const dismiss = spyOnDismissals().mockImplementationOnce(away).mockImplementationOnce(away);
    const here = await newSignedIn();
    const answer = await here.post('/app/sign-out');
    expect(answer.headers.get('Location')).toBe('/app/sign-in');
    expect(dismiss).toHaveBeenCalledTimes(3);
  });

  it('is refused to another website, and to a form of another session', async () => {
    const [here, other] = [await newSignedIn(), await newSignedIn()];
    const token = await here.formToken();
    const foreign = [
      { headers: { 'Sec-Fetch-Site': 'cross-site' }, form_token: token },
      { headers: { Origin: 'https://evil.example' }, form_token: token },
      { headers: { 'Sec-Fetch-Site': 'same-origin' }, form_token: await other.formToken() },
      { headers: { 'Sec-Fetch-Site': 'same-origin' }, form_token: '' },
    ];
    for (const { headers, form_token } of foreign) {
      const body = new URLSearchParams({ form_token });
      const answer = await here.fetch('/app/sign-out', { method: 'POST', headers, body });
      expect(answer.status).toBe(403);
    }
    expect((await here.get('/app/account')).status).toBe(200);
  });
});

describe('the account page', () => {
  it('changes the name a member goes by', async () => {
    const here = await newSignedIn({ name: 'Ada' });
    const saved = await here.post('/app/account', { name: '  Ada\u202E \n Okafor ' });
    expect(saved.status).toBe(303);
    expect(await here.page('/app/account')).toContain('value="Ada Okafor"');
  });

  it('takes a name of sixty characters, and not one of none or of sixty-one', async () => {
    const here = await newSignedIn();
    expect((await here.post('/app/account', { name: '👩🏽'.repeat(30) })).status).toBe(303);
    for (const name of ['', ' \t ', '\u200B', 'a'.repeat(61)]) {
      const refused = await here.post('/app/account', { name });
      expect(refused.status).toBe(200);
      expect(await refused.text()).toContain('1 to 60 characters');
    }
  });

  it('shows a name as text, whatever it is', async () => {
    const here = await newSignedIn();
    await here.post('/app/account', { name: '"><script>alert(1)</script>' });
    expect(await here.page('/app/account')).not.toContain('<script>alert');
  });

  it('lists this browser and the others', async () => {
    const here = await newSignedIn();
    await signIn(here.member);
    const text = await here.page('/app/account');
    expect(text.match(/This browser/g)).toHaveLength(1);
    expect(text.match(/Another browser/g)).toHaveLength(1);
  });
});

describe('coming in', () => {
  it('leads to the first website', async () => {
    const owner = await newOwner();
    expect((await owner.get('/app')).headers.get('Location')).toBe('/app/sites/demo/live');
  });

  it('of a member of no website is told what to do, and may sign out', async () => {
    const nobody = await newSignedIn({ sites: {} });
    const answer = await nobody.get('/app');
    expect(answer.status).toBe(403);
    const text = await answer.text();
    expect(text).toContain(nobody.member.email);
    expect(text).toContain('action="/app/sign-out"');
    expect((await nobody.get('/app/sites/demo/team')).status).toBe(403);
  });
});
