import { describe, expect, it } from 'vitest';
import type { TroubleReason } from '../../../src/assistant/answerer.ts';
import { troubleOf } from '../../../src/assistant/models/trouble.ts';

const withStatus = (statusCode: number) => Object.assign(new Error('no'), { statusCode });

describe('a failure of a model', () => {
  const table: [number, TroubleReason][] = [
    [200, 'cut_off'],
    [399, 'cut_off'],
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [408, 'too_slow'],
    [429, 'busy'],
    [499, 'refused'],
    [500, 'broken'],
    [503, 'broken'],
  ];
  it.each(table)('with status %i is one that is %s', (status, reason) => {
    expect(troubleOf(withStatus(status)).reason).toBe(reason);
  });

  it('without a status is one that nobody can explain', () => {
    expect(troubleOf(new Error('Network connection lost.'))).toEqual({
      reason: 'broken',
      detail: 'Error: Network connection lost.',
    });
  });

  it('in the middle of a stream is what the provider sent', () => {
    expect(troubleOf({ message: 'The engine died', code: 429 })).toEqual({
      reason: 'busy',
      detail: 'The engine died',
    });
    expect(troubleOf({ message: 'The engine died', code: 'engine' }).reason).toBe('broken');
  });

  it.each([undefined, null, 'no', 7, {}, { statusCode: '429' }])(
    'may be anything that can be thrown: %j',
    (thrown) => {
      expect(troubleOf(thrown)).toEqual({ reason: 'broken', detail: String(thrown) });
    },
  );
});
