/**
 * How often a caller may do something, kept by a small self-saving object per caller. For cold paths
 * only, and failing open: docs/decisions/0001-itty-durable.md says what it can and cannot be used for.
 */
import { createDurable, proxyDurable } from 'itty-durable';

/** What the object answers. */
interface Count {
  count: number;
  /** When the window ends, in ms since 1970. */
  resetsAt: number;
}

/** One caller's count in the current window. All arguments are numbers: nothing a client sent gets in. */
export class RateLimiter extends createDurable({ autoPersist: true }) {
  count = 0;
  resetsAt = 0;

  /** Counts one more and says how many there were. `windowMs` and `now` in milliseconds. */
  hit(windowMs: number, now: number): Count {
    if (now >= this.resetsAt) {
      this.count = 0;
      this.resetsAt = now + windowMs;
      // Nothing is kept of a caller who stays away.
      void this.setAlarm(this.resetsAt + windowMs);
    }
    this.count += 1;
    return { count: this.count, resetsAt: this.resetsAt };
  }

  /** Forgets. What memory still holds is out of date by now, and counted anew by the next hit. */
  async alarm(): Promise<void> {
    await this.destroy();
  }
}

type Allowance = { ok: true } | { ok: false; retryAfterMs: number };

interface Limit {
  /** What is limited, for whom: `claim:203.0.113.7`. */
  key: string;
  perWindow: number;
  windowMs: number;
}

/** Counts one use. When the limiter itself fails, the answer is yes: it guards cost, not secrets. */
export async function allow(
  namespace: DurableObjectNamespace,
  limit: Limit,
  now: number,
): Promise<Allowance> {
  try {
    const answer: unknown = await proxyDurable(namespace, { parse: true, name: 'RATE_LIMITER' })
      .get(limit.key)
      .hit(limit.windowMs, now);
    if (!isCount(answer) || answer.count <= limit.perWindow) return { ok: true };
    return { ok: false, retryAfterMs: Math.max(0, answer.resetsAt - now) };
  } catch {
    return { ok: true };
  }
}

function isCount(value: unknown): value is Count {
  return (
    typeof value === 'object' &&
    value !== null &&
    'count' in value &&
    typeof value.count === 'number' &&
    'resetsAt' in value &&
    typeof value.resetsAt === 'number'
  );
}
