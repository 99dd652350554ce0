import { describe, expect, it } from 'vitest';
import { mailLink } from '../../src/pages/links.tsx';
import { ASKS_PER_NETWORK, MAILS_PER_ADDRESS } from '../../src/routes/dashboard/sign-in-limits.ts';
import { hashOf } from '../../src/team/secret-hash.ts';
import {
  lookAtSignIn,
  OPEN_LINKS,
  openSignIn,
  SIGN_IN_LIFE_MS,
  takeSignIn,
} from '../../src/team/sign-in-links.ts';
import { bindings, HOST } from './client.ts';
import { knock, send } from './knock.ts';
import { mailsTo } from './mailbox.ts';
import { newMember, newSignedIn } from './members.ts';

const { DB } = bindings;

/** A network of its own for each question, so that only the tests about limits meet one. */
let networks = 0;
const fromAnywhere = () => {
  networks += 1;
  return { 'CF-Connecting-IP': `2001:db8:${networks.toString(16)}::1` };
};

const ask = (email: string, fields: Record<string, string> = {}, headers = fromAnywhere()) =>
  send('/app/sign-in', { email, ...fields }, headers);

/** The link in the newest mail to somebody. */
async function linkOf(email: string): Promise<string> {
  const link = mailLink((await mailsTo(email))[0]?.text ?? '');
  if (link?.is !== 'sign-in') throw new Error(`no sign-in link was mailed to ${email}`);
  return link.url;
}

/** A link without a mail. */
async function newLink(now = Date.now()): Promise<string> {
  const { id } = await newMember();
  return `/app/sign-in/${await openSignIn(DB, id, now)}`;
}

const countOf = async (table: 'session' | 'sign_in', member: string) =>
  DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE member = ?`).bind(member).first<number>('n');

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('asking for a sign-in link', () => {
  it('answers a stranger exactly as it answers a member, and mails the member alone', async () => {
    const { email } = await newMember({ email: 'known@acme.example' });
    const [known, unknown] = [await ask(email), await ask('nobody@acme.example')];
    expect([known.status, unknown.status]).toEqual([303, 303]);
    const pageOf = async (response: Response, address: string) => {
      const page = await knock(response.headers.get('Location') ?? '');
      const text = await page.text();
      return text.replaceAll(address, 'X').replaceAll(encodeURIComponent(address), 'X');
    };
    expect(await pageOf(unknown, 'nobody@acme.example')).toBe(await pageOf(known, email));
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await mailsTo('nobody@acme.example')).toEqual([]);
  });

  it('finds a member however they spell their address', async () => {
    const { email } = await newMember();
    await ask(`  ${email.toUpperCase()} `);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('says what is wrong with something that is no address, and keeps it', async () => {
    for (const typed of [
      '',
      'me',
      'me@',
      '"><script>@acme.example',
      'a@b.example\r\nBcc: c@d.example',
    ]) {
      const response = await ask(typed, { next: '/app/account' });
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain('aria-invalid="true"');
      expect(text).toContain('value="/app/account"');
      expect(text).not.toContain('<script>@');
    }
    expect(await (await ask('me@')).text()).toContain('value="me@"');
  });

  it('names the host and how long the link works in the mail', async () => {
    const { email } = await newMember({ name: 'Ada <b>' });
    await ask(email);
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toContain('baton.test');
    expect(mail?.text).toContain('15 minutes');
    expect(mail?.text).toContain(`${HOST}/app/sign-in/`);
    expect(mail?.html).toContain('Ada &lt;b>');
  });

  it('leads to the configured address whatever host was asked', async () => {
    const { email } = await newMember();
    const body = new URLSearchParams({ email });
    const headers = fromAnywhere();
    const changed = { PUBLIC_URL: 'https://chat.acme.example' };
    await knock('/app/sign-in', { method: 'POST', body, headers }, changed);
    expect(await linkOf(email)).toMatch(/^https:\/\/chat\.acme\.example\/app\/sign-in\//);
  });

  it('lets the first owner in who is known by nothing but the configuration', async () => {
    expect(
      await DB.prepare('SELECT 1 FROM member WHERE email = ?').bind(bindings.OWNER_EMAIL).first(),
    ).toBe(null);
    await ask(bindings.OWNER_EMAIL);
    const pressed = await send(await linkOf(bindings.OWNER_EMAIL));
    const home = await knock('/app', { headers: { Cookie: cookieOf(pressed) } });
    expect(home.headers.get('Location')).toBe('/app/sites/new');
  });

  it('mails one address so often and no oftener, with the same answer', async () => {
    const { email } = await newMember();
    const answers = new Set<string>();
    for (let at = 0; at <= MAILS_PER_ADDRESS; at++) {
      const { status, headers } = await ask(email);
      answers.add(`${status} ${headers.get('Location')}`);
    }
    expect(answers.size).toBe(1);
    expect(await mailsTo(email)).toHaveLength(MAILS_PER_ADDRESS);
  });

  it('is slowed down for a network that asks and asks, and no other', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.20' };
    for (let at = 0; at < ASKS_PER_NETWORK; at++) {
      expect((await ask(`nobody-${at}@acme.example`, {}, headers)).status).toBe(303);
    }
    const refused = await ask('nobody@acme.example', {}, headers);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Content-Type')).toContain('text/html');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await ask('nobody@acme.example')).status).toBe(303);
  });

  it('is not needed by somebody who is signed in', async () => {
    const member = await newSignedIn();
    const answer = await member.get('/app/sign-in?next=/app/account');
    expect(answer.headers.get('Location')).toBe('/app/account');
    expect((await member.get('/app/sign-in')).headers.get('Location')).toBe('/app');
  });

  it('is refused to another website’s form', async () => {
    const { email } = await newMember();
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
      expect((await send('/app/sign-in', { email }, headers)).status).toBe(403);
    }
    const old = {
      method: 'POST',
      body: new URLSearchParams({ email }),
      headers: { Origin: 'https://evil.example' },
    };
    expect((await knock('/app/sign-in', old)).status).toBe(403);
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe('a sign-in link', () => {
  it('is stored as a hash and nowhere else', async () => {
    const { id, email } = await newMember();
    await ask(email);
    const token = new URL(await linkOf(email)).pathname.split('/').at(-1) ?? '';
    const { results } = await DB.prepare('SELECT * FROM sign_in WHERE member = ?').bind(id).all();
    expect(JSON.stringify(results)).not.toContain(token);
    expect(results).toMatchObject([{ hash: await hashOf(token) }]);
  });

  it('is not used up by whoever merely follows it', async () => {
    const link = await newLink();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await knock(link, { method });
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect((await send(link)).status).toBe(303);
  });

  it('shows one button and who is signing in', async () => {
    const { email, id } = await newMember();
    const page = await knock(`/app/sign-in/${await openSignIn(DB, id, Date.now())}`);
    const text = await page.text();
    expect(text).toContain(email);
    expect(text.match(/<button/g)).toHaveLength(1);
  });

  it('signs in once, even when it is pressed twice at once', async () => {
    const link = await newLink();
    const pressed = await Promise.all([send(link), send(link), send(link)]);
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect((await knock(link)).status).toBe(410);
  });

  it('leads on whoever has just signed in and presses once more, without another session', async () => {
    const { id } = await newMember();
    const link = `/app/sign-in/${await openSignIn(DB, id, Date.now())}`;
    const Cookie = cookieOf(await send(link));
    const again = await send(`${link}?next=%2Fapp%2Faccount`, {}, { Cookie });
    expect(again.status).toBe(303);
    expect(again.headers.get('Location')).toBe('/app/account');
    expect(again.headers.getSetCookie()).toEqual([]);
    expect(await countOf('session', id)).toBe(1);
  });

  it('works until its last millisecond, and no longer', async () => {
    const { id } = await newMember();
    const now = Date.now();
    const [early, late] = [await openSignIn(DB, id, now), await openSignIn(DB, id, now)];
    const end = now + SIGN_IN_LIFE_MS;
    expect(await lookAtSignIn(DB, early, end - 1)).toMatchObject({ id });
    expect(await takeSignIn(DB, early, end - 1)).toBe(id);
    expect(await lookAtSignIn(DB, late, end)).toBe(null);
    expect(await takeSignIn(DB, late, end)).toBe(null);
  });

  it('that has expired says so, and offers a new one', async () => {
    const link = await newLink(Date.now() - SIGN_IN_LIFE_MS);
    for (const answer of [await knock(link), await send(link)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('href="/app/sign-in"');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it.each(['A'.repeat(43), 'x', '..%2f..', "'%20OR%201=1"])(
    'that is made up (%s) opens nothing',
    async (token) => {
      expect((await knock(`/app/sign-in/${token}`)).status).toBe(410);
      expect((await send(`/app/sign-in/${token}`)).status).toBe(410);
    },
  );

  it('is not pressed by another website, and stays good', async () => {
    const link = await newLink();
    const foreign = await send(
      link,
      {},
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect(foreign.headers.getSetCookie()).toEqual([]);
    expect((await send(link)).status).toBe(303);
  });

  it('leads where its owner wanted to go, and to no other host', async () => {
    const { email } = await newMember();
    await ask(email, { next: '/app/sites/demo/history?page=2' });
    const pressed = await send(await linkOf(email));
    expect(pressed.headers.get('Location')).toBe('/app/sites/demo/history?page=2');
    const away = await send(`${await newLink()}?next=https://evil.example/app/`);
    expect(away.headers.get('Location')).toBe('/app');
  });

  it('is one of a few: a further one voids the oldest', async () => {
    const { id } = await newMember();
    const now = Date.now();
    const tokens: string[] = [];
    for (let at = 0; at <= OPEN_LINKS; at++) tokens.push(await openSignIn(DB, id, now + at));
    expect(await countOf('sign_in', id)).toBe(OPEN_LINKS);
    const [oldest, next] = tokens;
    expect((await send(`/app/sign-in/${oldest}`)).status).toBe(410);
    expect((await send(`/app/sign-in/${next}`)).status).toBe(303);
  });

  it('takes the rows of expired ones along', async () => {
    const { id } = await newMember();
    await openSignIn(DB, id, Date.now() - SIGN_IN_LIFE_MS);
    await newLink();
    expect(await countOf('sign_in', id)).toBe(0);
  });
});

describe('the session cookie', () => {
  it('is bound to the host and to https', async () => {
    const [cookie] = (await send(await newLink())).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-baton=[\w-]{43};/);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
      expect(cookie?.split('; ')).toContain(part);
    }
    expect(cookie).not.toContain('Domain');
  });

  it('does without on a laptop’s plain http, and neither name stands for the other', async () => {
    const origin = 'http://localhost:8787';
    const response = await send(origin + (await newLink()));
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^baton_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).not.toContain('Secure');
    const headers = { Cookie: cookieOf(response) };
    expect((await knock(`${origin}/app/account`, { headers })).status).toBe(200);
    expect((await knock('/app/account', { headers })).status).toBe(303);
  });

  it('is a new one at every sign-in, and the one before is void', async () => {
    const before = await newSignedIn();
    const pressed = await send(await newLink(), {}, { Cookie: before.cookie });
    expect(cookieOf(pressed)).not.toBe(before.cookie);
    expect((await before.get('/app/account')).status).toBe(303);
    expect(await countOf('session', before.member.id)).toBe(0);
  });
});

describe('the link for the asking', () => {
  it('is there while developing, for members', async () => {
    const { email } = await newMember();
    const path = `/dev/sign-in?email=${encodeURIComponent(email)}`;
    const { url } = await (await knock(path, { method: 'POST' })).json<{ url: string }>();
    expect((await send(url)).status).toBe(303);
    expect((await knock('/dev/sign-in?email=no@acme.example', { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('is not there in production, nor by GET', async () => {
    const production = { BATON_ENV: 'production' };
    expect((await knock('/dev/sign-in', { method: 'POST' }, production)).status).toBe(404);
    expect((await knock('/dev/sign-in')).status).toBe(404);
  });
});
