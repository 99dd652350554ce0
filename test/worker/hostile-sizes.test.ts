/** More than anything of ours is long: refused by what it says of its length, or as soon as that much has come. */
import { describe, expect, it } from 'vitest';
import { MAX_FRAME_BYTES } from '../../src/protocol/limits.ts';
import { dashboard } from '../../src/routes/dashboard/index.ts';
import { HOST, newVisitor, upgrade } from './client.ts';
import { knock } from './knock.ts';
import { newOwner } from './members.ts';
import { answerTo } from './stage.ts';

const CHUNK_BYTES = 10_000;
const FORM_BYTES = 1_000_000;
const SIGN_IN_BYTES = 10_000;

/** A body without an end, and how much of it was read. */
function endless(): { body: ReadableStream; read: () => number } {
  let read = 0;
  const body = new ReadableStream({
    pull(controller) {
      read += CHUNK_BYTES;
      controller.enqueue(new TextEncoder().encode('a='.padEnd(CHUNK_BYTES, 'a')));
    },
  });
  return { body, read: () => read };
}

const OURS = {
  Origin: HOST,
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/x-www-form-urlencoded',
};

const PARAMS: Readonly<Record<string, string>> = { site: 'demo', article: '1' };

const FORMS = [
  ...new Set(
    dashboard.routes
      .filter(({ method }) => method === 'POST')
      .map(({ path }) =>
        path.replaceAll(/:(\w+)(?:\{.*?\})?(?=\/|$)/g, (_, name) => PARAMS[name] ?? 'a'.repeat(24)),
      ),
  ),
];

describe('a form that is too large', () => {
  it.each(FORMS)('is refused with a page, and no further read: %s', async (path) => {
    const owner = await newOwner();
    const most = path.startsWith('/app/sign-in') ? SIGN_IN_BYTES : FORM_BYTES;
    const { body, read } = endless();
    const headers = { ...OURS, Cookie: owner.cookie };
    const answer = await knock(path, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(await answer.text()).toContain('too much at once');
    expect(read()).toBeLessThanOrEqual(most + 3 * CHUNK_BYTES);
  });

  it('is not read at all where it says how large it is', async () => {
    const { cookie } = await newOwner();
    const { body, read } = endless();
    const headers = { ...OURS, Cookie: cookie, 'Content-Length': String(FORM_BYTES + 1) };
    const answer = await knock('/app/account', { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(read()).toBeLessThanOrEqual(CHUNK_BYTES);
  });

  it('is refused to a byte: so much is read, and one more is not', async () => {
    const owner = await newOwner();
    const sized = async (bytes: number) => {
      const start = `form_token=${await owner.formToken()}&name=Olive&rest=`;
      return knock('/app/account', {
        method: 'POST',
        headers: { ...OURS, Cookie: owner.cookie },
        body: start.padEnd(bytes, 'x'),
      });
    };
    expect((await sized(FORM_BYTES)).status).toBe(303);
    expect((await sized(FORM_BYTES + 1)).status).toBe(413);
  });

  it('costs somebody who is not signed in no more than their own time', async () => {
    const { body, read } = endless();
    const answer = await knock('/app/sites/demo/assistant', {
      method: 'POST',
      headers: OURS,
      body,
    });
    expect(answer.status).toBe(413);
    expect(read()).toBeLessThanOrEqual(FORM_BYTES + 3 * CHUNK_BYTES);
  });
});

describe('a body that nobody asked for', () => {
  it.each(['/v1/sites/demo/config', '/v1/nothing', '/join/x', '/healthz', '/demo', '/dev/mailbox'])(
    'is not read: %s',
    async (path) => {
      const { body, read } = endless();
      const answer = await knock(path, { method: 'POST', body });
      expect(answer.status).toBe(404);
      expect(read()).toBeLessThanOrEqual(CHUNK_BYTES);
      if (!path.startsWith('/v1/')) return;
      expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } });
    },
  );
});

describe('a frame that is too large', () => {
  it('is refused under its stamp, whatever is in it, and the conversation goes on', async () => {
    const { client } = await newVisitor();
    const say = (bytes: number) => {
      const [start, end] = ['{"type":"say","ref":"large","text":"', '"}'];
      return start + 'x'.repeat(bytes - start.length - end.length) + end;
    };
    for (const bytes of [MAX_FRAME_BYTES + 1, 100_000, 1_000_000]) {
      const from = client.frames.length;
      client.raw(say(bytes));
      expect(await client.refusal(from)).toMatchObject({ code: 'too_long', ref: 'large' });
    }
    // As many bytes as a frame may have are read: what they say is too long a message.
    const from = client.frames.length;
    client.raw(say(MAX_FRAME_BYTES));
    expect((await client.refusal(from)).message).toContain('4000 characters');
    client.say('Still here?');
    await client.message(answerTo('Still here?'));
  });
});

describe('a header that is too large', () => {
  const LARGE = 'x'.repeat(100_000);

  it('is no token, and opens nothing', async () => {
    const socket = (offers: string[], headers: Record<string, string> = {}) =>
      upgrade('/v1/sites/demo/socket', offers, headers);
    for (const offers of [
      ['baton.v1', `token.${LARGE}`],
      ['baton.v1', `token.${'.'.repeat(100_000)}`],
    ]) {
      const answer = await socket(offers);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: 'unauthenticated' } });
    }
    const others = Array.from({ length: 20_000 }, (_, at) => `x${at}`);
    expect((await socket(others)).status).toBe(400);
    expect((await socket(['baton.v1'], { Origin: `https://${LARGE}.example` })).status).toBe(403);
    const { conversation } = await newVisitor();
    const link = ['baton.v1', `takeover.${LARGE}`, `seat.${LARGE}`];
    expect((await upgrade(`/v1/conversations/${conversation}/socket`, link)).status).toBe(401);
  });

  it('is no session, and no address either', async () => {
    for (const headers of [
      { Cookie: `__Host-baton=${LARGE}` },
      { Cookie: 'a=b; '.repeat(20_000) },
    ]) {
      expect((await knock('/app', { headers })).status).toBe(303);
    }
    for (const path of [`/join/${LARGE}`, `/app/sign-in/${LARGE}`, `/${LARGE}`]) {
      const answer = await knock(path);
      expect([401, 404, 410]).toContain(answer.status);
      expect((await answer.text()).length).toBeLessThan(10_000);
    }
    const widget = await knock(`/v1/sites/${LARGE}/config`);
    expect(widget.status).toBe(404);
    expect(await widget.json()).toMatchObject({ error: { code: 'unknown_site' } });
  });
});
