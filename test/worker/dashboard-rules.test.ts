/** What holds for every page and every form of the dashboard, those to come included. */
import { describe, expect, it } from 'vitest';
import { dashboard } from '../../src/routes/dashboard/index.ts';
import { bindings, HOST } from './client.ts';
import { knock } from './knock.ts';
import { mailsTo } from './mailbox.ts';
import { newMember, newOwner } from './members.ts';

const PARAMS: Readonly<Record<string, string>> = {
  site: 'demo',
  conversation: 'a'.repeat(64),
  article: '1',
  member: 'nobody',
  token: 'made-up',
};

const isAnybodys = (path: string) => path.startsWith('/app/sign-in');

/** Every address that answers to a method, with something in the place of what varies. */
function pathsOf(method: string): string[] {
  const patterns = dashboard.routes
    .filter((route) => route.method === method && !route.path.endsWith('*'))
    .map(({ path }) =>
      path.replaceAll(/:(\w+)(?:\{.*?\})?(?=\/|$)/g, (_, name) => PARAMS[name] ?? 'x'),
    );
  return [...new Set(patterns)];
}

const FORMS = pathsOf('POST');
const PAGES = pathsOf('GET');

const fromOurPage = { Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };

describe('every form', () => {
  it.each(FORMS)('%s is refused with a page when it is no form at all', async (path) => {
    const owner = await newOwner();
    const bodies = [
      { type: 'application/json', body: `{"form_token":"${await owner.formToken()}"}` },
      { type: 'multipart/form-data', body: 'torn' },
      { type: 'multipart/form-data; boundary=x', body: 'torn' },
      { type: 'application/x-www-form-urlencoded; charset=utf-16', body: 'name=a' },
    ];
    for (const { type, body } of bodies) {
      const headers = { ...fromOurPage, 'Content-Type': type };
      const init = { method: 'POST', headers, body };
      const answer = await (isAnybodys(path) ? knock(path, init) : owner.fetch(path, init));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('Content-Type')).toContain('text/html');
    }
  });

  it.each(FORMS)('%s is refused to another website', async (path) => {
    const owner = await newOwner();
    const body = new URLSearchParams({ form_token: await owner.formToken(), email: 'a@b.example' });
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: HOST, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: HOST, 'Sec-Fetch-Site': 'same-site' },
    ]) {
      expect((await owner.fetch(path, { method: 'POST', headers, body })).status).toBe(403);
    }
  });

  it.each(FORMS.filter((path) => !isAnybodys(path)))(
    '%s is refused with the token of another session, or none',
    async (path) => {
      const [owner, other] = [await newOwner(), await newOwner()];
      for (const fields of [{}, { form_token: '' }, { form_token: await other.formToken() }]) {
        const body = new URLSearchParams(fields);
        const answer = await owner.fetch(path, { method: 'POST', headers: fromOurPage, body });
        expect(answer.status).toBe(403);
      }
    },
  );
});

describe('every page', () => {
  it.each(PAGES)('%s is kept by no cache, whoever asks', async (path) => {
    const owner = await newOwner();
    for (const answer of [await owner.get(path), await knock(path)]) {
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      if (answer.headers.get('Content-Type')?.startsWith('text/html')) {
        expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      }
    }
  });

  it.each(PAGES)('%s is asked for once more over https in production', async (path) => {
    const plain = new URL(path, HOST.replace('https:', 'http:'));
    const production = { BATON_ENV: 'production' };
    const answer = await knock(plain.href, {}, production);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe(new URL(path, HOST).href);
    expect((await knock(plain.href)).status).not.toBe(308);
  });
});

describe('signing in', () => {
  it('is not begun over plain http in production: the link would travel in the open', async () => {
    const { email } = await newMember();
    const http = HOST.replace('https:', 'http:');
    const ask = (origin: string) =>
      knock(
        `${origin}/app/sign-in`,
        { method: 'POST', headers: { Origin: origin }, body: new URLSearchParams({ email }) },
        { ...bindings, BATON_ENV: 'production' },
      );
    expect((await ask(http)).status).toBe(403);
    expect((await ask(HOST)).status).toBe(303);
    expect((await ask(HOST)).headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}$/);
    expect(await mailsTo(email)).toEqual([]);
  });
});
