import { afterEach, expect, it, vi } from 'vitest';
import * as understanding from '../../src/conversation/understanding.ts';
import { newVisitor } from './client.ts';
import { answerTo } from './stage.ts';

afterEach(() => vi.restoreAllMocks());

it('a visitor whom an isolate cannot understand yet is told that something broke, and heard later', async () => {
  const { client } = await newVisitor();
  vi.spyOn(understanding, 'understandingIfReady').mockReturnValue(undefined);
  vi.spyOn(understanding, 'loadUnderstanding').mockRejectedValue(new Error('not there'));
  const from = client.frames.length;
  const ref = client.say('Is it waterproof?');
  expect(await client.refusal(from)).toMatchObject({ ref, code: 'internal' });
  vi.restoreAllMocks();
  client.say('Is it waterproof?', ref);
  await client.message(answerTo('Is it waterproof?'));
});
