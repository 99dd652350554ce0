import { expect, it } from 'vitest';
import { type Bucket, take } from '../../../src/objects/rate.ts';

const RATE = { burst: 3, perSecond: 2 };

/** Takes as often as it can at one moment. */
function drainAt(
  bucket: Bucket,
  now: number,
): { taken: number; bucket: Bucket; retryAfterMs: number } {
  for (let taken = 0; ; taken++) {
    const result = take(bucket, RATE, now);
    if (!result.ok) return { taken, bucket, retryAfterMs: result.retryAfterMs };
    bucket = result.bucket;
  }
}

it('lets a burst through and not one frame more', () => {
  expect(drainAt({ tokens: 3, at: 0 }, 0).taken).toBe(3);
});

it('says when trying again makes sense, and keeps its word', () => {
  const { bucket, retryAfterMs } = drainAt({ tokens: 3, at: 0 }, 0);
  expect(retryAfterMs).toBe(500);
  expect(take(bucket, RATE, retryAfterMs - 1).ok).toBe(false);
  expect(take(bucket, RATE, retryAfterMs).ok).toBe(true);
});

it('refills to a burst and no further, however long nobody spoke', () => {
  const { bucket } = drainAt({ tokens: 3, at: 0 }, 0);
  expect(drainAt(bucket, 3_600_000).taken).toBe(3);
});

it('survives a clock that goes backwards', () => {
  expect(take({ tokens: 0, at: 10_000 }, RATE, 0).ok).toBe(false);
});
