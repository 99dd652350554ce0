/** What holds for every page, whoever asks for it. */
import { describe, expect, it } from 'vitest';
import { routes } from '../../../src/app.ts';
import { dashboard } from '../../../src/routes/dashboard/index.ts';
import { escalate, newVisitor } from '../client.ts';
import { knock } from '../knock.ts';
import { newOwner } from '../members.ts';
import { dump } from './d1.ts';

const PRODUCTION = { BATON_ENV: 'production' };

/** Shows a mail, whose styles are inline, in a frame that may run no script. Nobody else may frame it. */
const MAIL_PREVIEW = '/app/sites/demo/escalation/mail';

interface Address {
  path: string;
  pattern: string;
}

/** Every address that answers to GET, with something in the place of what varies. */
async function addresses(): Promise<Address[]> {
  const { client, conversation } = await newVisitor();
  const token = await escalate(client, conversation);
  const params: Readonly<Record<string, string>> = {
    site: 'demo',
    id: conversation,
    conversation,
    article: '1',
    member: 'nobody',
    token,
  };
  const patterns = [...routes.routes, ...dashboard.routes]
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('*'))
    .map(({ path }) => path);
  return [...new Set([...patterns, '/nowhere', '/app/nowhere'])].map((pattern) => ({
    pattern,
    path: pattern.replaceAll(/:(\w+)(?:\{.*?\})?(?=\/|$)/g, (_, name) => params[name] ?? 'x'),
  }));
}

/** A policy's sources, by directive. */
function policyOf(answer: Response): Readonly<Record<string, string>> {
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const space = directive.indexOf(' ');
      return [directive.slice(0, space), directive.slice(space + 1)];
    }),
  );
}

describe('every page in production', () => {
  it('runs and loads our own files only, has no frame around it, and is taken for nothing else', async () => {
    const owner = await newOwner();
    const seen: string[] = [];
    for (const { path, pattern } of await addresses()) {
      for (const headers of [{}, { Cookie: owner.cookie }]) {
        const answer = await knock(path, { headers }, PRODUCTION);
        expect([path, answer.status < 500]).toEqual([path, true]);
        if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
        seen.push(pattern);
        const policy = policyOf(answer);
        const isPreview = path === MAIL_PREVIEW && policy['frame-ancestors'] === "'self'";
        expect([path, policy]).toEqual([
          path,
          expect.objectContaining({
            'default-src': "'none'",
            'script-src': "'self'",
            'object-src': "'none'",
            'base-uri': "'none'",
            'form-action': "'self'",
            'frame-ancestors': isPreview ? "'self'" : "'none'",
            'style-src': isPreview ? "'unsafe-inline'" : "'self'",
          }),
        ]);
        expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
        const referrer = path.startsWith('/app')
          ? /^(?:same-origin|no-referrer)$/
          : /^no-referrer$/;
        expect(answer.headers.get('Referrer-Policy')).toMatch(referrer);
      }
    }
    for (const pattern of ['/join/:token', '/demo', '/app/sites/:site/live', '/nowhere']) {
      expect(seen).toContain(pattern);
    }
  });

  it('has neither inline script nor inline style nor handler in it', async () => {
    const owner = await newOwner();
    for (const { path } of await addresses()) {
      const answer = await knock(path, { headers: { Cookie: owner.cookie } }, PRODUCTION);
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
      if (path === MAIL_PREVIEW) continue;
      const html = await answer.text();
      expect([
        path,
        html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle="|<[^>]+\son\w+=/g),
      ]).toEqual([path, null]);
    }
  });

  it('keeps what is for developers away', async () => {
    for (const path of ['/dev/mailbox', '/dev/mailbox.json', '/dev/nowhere']) {
      expect((await knock(path, {}, PRODUCTION)).status).toBe(404);
    }
    const ask = await knock('/dev/sign-in', { method: 'POST' }, PRODUCTION);
    expect(ask.status).toBe(404);
  });
});

/** What is worked out anew from the articles whenever it is missing, and says nothing of its own. */
const DERIVED = ['knowledge_terms', 'knowledge_due', 'knowledge_vector'];

describe('asking for a page', () => {
  it('changes nothing in D1, by GET or HEAD, whoever asks', async () => {
    const owner = await newOwner();
    const all = await addresses();
    const before = await dump(DERIVED);
    for (const { path } of all) {
      for (const method of ['GET', 'HEAD']) {
        await knock(path, { method });
        await knock(path, { method, headers: { Cookie: owner.cookie } });
      }
    }
    expect(await dump(DERIVED)).toEqual(before);
  });
});
