import { describe, expect, it } from 'vitest';
import { VISITOR_RATE } from '../../src/objects/rate.ts';
import { answerTo } from './stage.ts';
import { connect, evict, newVisitor } from './client.ts';

describe('bad input', () => {
  it.each([
    ['binary', new TextEncoder().encode('{"type":"typing"}').buffer, 'bad_frame'],
    ['not JSON', 'hello there', 'bad_frame'],
    ['of unknown type', '{"type":"dance"}', 'bad_frame'],
    ['too long a frame', `{"type":"say","ref":"r","text":"${'x'.repeat(17_000)}"}`, 'too_long'],
    ['too long a text', `{"type":"say","ref":"r","text":"${'x'.repeat(4_001)}"}`, 'too_long'],
    ['empty text', '{"type":"say","ref":"r","text":"  "}', 'bad_frame'],
    ['another protocol', '{"type":"hello","protocol":9,"lastSeq":0}', 'unsupported_protocol'],
    ['an agent’s frame', '{"type":"take_over","ref":"r","name":"Eve"}', 'bad_frame'],
  ])('that is %s is refused, and the conversation goes on', async (_, raw, code) => {
    const { client } = await newVisitor();
    client.raw(raw);
    expect(await client.refusal()).toMatchObject({ code });
    client.say('Still here?');
    await client.message(answerTo('Still here?'));
    expect(client.log().map((entry) => entry.seq)).toEqual([1, 2, 4]);
  });

  it('that comes too fast is refused with when to try again, and what was let through is kept', async () => {
    const { client } = await newVisitor();
    for (let at = 0; at < 60; at++) client.raw('{"type":"typing"}');
    const refusal = await client.until((frame) =>
      frame.type === 'refused' && frame.code === 'too_fast' ? frame : undefined,
    );
    expect(refusal.retryAfterMs).toBeGreaterThan(0);
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(1_000);
  });

  it('that comes too fast is not forgiven by hibernation', async () => {
    const { client, conversation } = await newVisitor();
    const typing = '{"type":"typing"}';
    for (let at = 0; at < VISITOR_RATE.burst; at++) client.raw(typing);
    await client.settled();
    await evict(conversation);
    const from = client.frames.length;
    for (let at = 0; at < VISITOR_RATE.burst - 5; at++) client.raw(typing);
    expect(await client.refusal(from)).toMatchObject({ code: 'too_fast' });
  });

  it('before a greeting is refused', async () => {
    const client = await connect('/v1/sites/demo/socket', ['baton.v1']);
    const ref = client.say('No time for greetings');
    expect(await client.refusal()).toMatchObject({ code: 'not_allowed', ref });
  });

  it('about an offer or a wait that is not there is refused', async () => {
    const { client } = await newVisitor();
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    expect(await client.refusal()).toMatchObject({ code: 'not_allowed', ref: 'yes' });
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    expect(await client.refusal(client.frames.length)).toMatchObject({ code: 'not_allowed' });
  });
});
