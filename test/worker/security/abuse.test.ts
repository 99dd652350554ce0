import { describe, expect, it } from 'vitest';
import { bindings, newVisitor, upgrade } from '../client.ts';
import { knock } from '../knock.ts';

/** Everything that other servers are told an address by, and that anybody may write. */
const CLAIMS = ['X-Forwarded-For', 'X-Real-IP', 'True-Client-IP', 'Forwarded', 'Fastly-Client-IP'];

describe('the address of a caller', () => {
  it('is Cloudflare’s word for it, and no other header’s', async () => {
    const limit = Number(bindings.OPENS_PER_MINUTE);
    const open = async (at: number, address = '203.0.113.40') => {
      const claimed = Object.fromEntries(CLAIMS.map((name) => [name, `198.51.100.${at % 250}`]));
      const headers = { ...claimed, 'CF-Connecting-IP': address };
      const answer = await upgrade('/v1/sites/demo/socket', ['baton.v1'], headers);
      answer.webSocket?.accept();
      answer.webSocket?.close();
      return answer;
    };
    for (let at = 0; at < limit; at++) expect((await open(at)).status).toBe(101);
    const refused = await open(limit);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: { message: expect.stringMatching(/again/) },
    });
    expect((await open(0, '203.0.113.41')).status).toBe(101);
  });
});

describe('a visitor', () => {
  it('is told in words that they are too fast', async () => {
    const { client } = await newVisitor();
    for (let at = 0; at < 60; at++) client.raw('{"type":"typing"}');
    const refusal = await client.until((frame) =>
      frame.type === 'refused' && frame.code === 'too_fast' ? frame : undefined,
    );
    expect(refusal.message).toMatch(/slow down/i);
  });

  it('has no more of a body read than a token is long', async () => {
    const { token } = await newVisitor();
    const ask = async (body: BodyInit) => {
      const answer = await knock('/v1/sites/demo/resumable', { method: 'POST', body });
      expect(answer.status).toBe(200);
      return answer.json();
    };
    expect(await ask(token)).toEqual({ resumable: true });
    expect(await ask('x'.repeat(1_000_000))).toEqual({ resumable: false });
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100));
      },
    });
    expect(await ask(endless)).toEqual({ resumable: false });
    expect(pulled).toBeLessThan(20);
  });
});
