import { describe, expect, it } from 'vitest';
import { post, type World } from '../../../src/webhook/post.ts';

const MESSAGE = {
  id: 'd1',
  at: 1_000,
  site: { id: 'demo', name: 'Acme' },
  origin: 'https://baton.example',
  about: null,
};

/** A receiver that answers so, and what it was sent. */
function world(answer: World['fetch'], isDevelopment = false) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: World['fetch'] = (url, init) => {
    sent.push({ url, init });
    return answer(url, init);
  };
  return { sent, fetch, now: () => 1_000, patienceMs: 20, isDevelopment };
}

const to = (url: string) => ({ url, secret: 'whsec_1', format: 'json' as const });
const HOOK = to('https://acme.example/baton');
const never = () => new Promise<never>(() => undefined);

describe('posting', () => {
  it('takes every success for a delivery', async () => {
    for (const code of [200, 201, 204]) {
      const there = world(async () => new Response(null, { status: code }));
      expect(await post(HOOK, MESSAGE, there)).toEqual({ is: 'delivered', code });
      expect(there.sent[0]).toMatchObject({ url: HOOK.url, init: { redirect: 'manual' } });
    }
  });

  it('tells a refusal with the beginning of what was said, as one line', async () => {
    const there = world(async () => new Response(`no\n\t${'x'.repeat(5_000)}`, { status: 422 }));
    const posted = await post(HOOK, MESSAGE, there);
    expect(posted).toEqual({ is: 'refused', code: 422, said: `no ${'x'.repeat(197)}` });
  });

  it('reads no more of an endless answer than it keeps', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000).fill(120));
      },
    });
    const there = world(async () => new Response(body, { status: 500 }));
    expect(await post(HOOK, MESSAGE, there)).toMatchObject({ is: 'refused', code: 500 });
    expect(pulled).toBeLessThan(5);
  });

  it('gives up on whoever does not answer, or not to the end', async () => {
    const silent = world(never);
    expect(await post(HOOK, MESSAGE, silent)).toEqual({ is: 'unreached', reason: 'too_slow' });
    const body = new ReadableStream({ pull: never });
    const stuck = world(async () => new Response(body, { status: 500 }));
    expect(await post(HOOK, MESSAGE, stuck)).toEqual({ is: 'refused', code: 500, said: '' });
    const gone = world(() => Promise.reject(new Error('no such host')));
    expect(await post(HOOK, MESSAGE, gone)).toEqual({ is: 'unreached', reason: 'unreachable' });
  });

  it('is not tried at all where the address is not public any more', async () => {
    const there = world(async () => new Response('ok'));
    for (const url of ['http://acme.example/', 'https://localhost/', 'https://10.0.0.1/']) {
      const posted = await post(to(url), MESSAGE, there);
      expect(posted).toEqual({ is: 'unreached', reason: 'not_allowed' });
    }
    expect(there.sent).toEqual([]);
  });
});
