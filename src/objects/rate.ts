/** A token bucket that fits into a socket's attachment. Pure. */
import type { Millis } from '../protocol/entry.ts';

export interface Bucket {
  tokens: number;
  at: Millis;
}

export interface Rate {
  /** How many frames may come at once. */
  burst: number;
  /** How many may come per second in the long run. */
  perSecond: number;
}

/** Faster than anybody types, slower than a script would like. */
export const VISITOR_RATE: Rate = { burst: 30, perSecond: 5 };
export const AGENT_RATE: Rate = { burst: 60, perSecond: 10 };

type Taken = { ok: true; bucket: Bucket } | { ok: false; retryAfterMs: Millis };

/** Takes one token, if there is one. */
export function take(bucket: Bucket, rate: Rate, now: Millis): Taken {
  const refilled = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond;
  const tokens = Math.min(rate.burst, refilled);
  if (tokens >= 1) return { ok: true, bucket: { tokens: tokens - 1, at: now } };
  return { ok: false, retryAfterMs: Math.ceil(((1 - tokens) / rate.perSecond) * 1000) };
}
