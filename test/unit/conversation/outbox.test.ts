import { describe, expect, it } from 'vitest';
import {
  type Delivery,
  drain,
  type Outbox,
  type PendingJob,
  retryAt,
  RETRY_DELAYS_MS,
} from '../../../src/conversation/outbox.ts';

/** The outbox's rows in memory, with what became of them. */
function outboxOf(...escalations: number[]) {
  const rows = new Map<number, PendingJob & { due: number }>();
  for (const escalation of escalations) {
    const id = rows.size + 1;
    rows.set(id, { id, job: { kind: 'takeover_mail', escalation }, attempts: 0, due: 0 });
  }
  const settled: string[] = [];
  const outbox: Outbox = {
    due: (now) => [...rows.values()].filter((row) => row.due <= now),
    postpone: (id, attempts, due) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, attempts, due });
    },
    settle: ({ id, job }, delivery) => {
      rows.delete(id);
      settled.push(`${job.escalation} ${delivery}`);
    },
  };
  return { rows, settled, outbox };
}

/** Drains at every due time until nothing is left, counting what was tried. */
async function drainAll(box: ReturnType<typeof outboxOf>, deliver: () => Promise<Delivery>) {
  const times: number[] = [];
  let now = 0;
  while (box.rows.size > 0) {
    now = Math.min(...[...box.rows.values()].map((row) => row.due));
    times.push(now);
    await drain(box.outbox, deliver, () => now);
  }
  return times;
}

describe('the outbox', () => {
  it('does a job once when it is accepted at once', async () => {
    const box = outboxOf(1, 2);
    await drain(
      box.outbox,
      () => Promise.resolve('accepted'),
      () => 0,
    );
    expect(box.settled).toEqual(['1 accepted', '2 accepted']);
    expect(box.rows.size).toBe(0);
  });

  it('tries again after each delay, then gives up', async () => {
    const box = outboxOf(1);
    const times = await drainAll(box, () => Promise.resolve('failed'));
    expect(times).toEqual([0, 1_000, 5_000, 15_000]);
    expect(box.settled).toEqual(['1 gave_up']);
  });

  it('takes a delivery that throws for one that failed', async () => {
    const box = outboxOf(1);
    let calls = 0;
    await drainAll(box, () => {
      calls += 1;
      return calls < 3 ? Promise.reject(new Error('down')) : Promise.resolve('accepted');
    });
    expect(calls).toBe(3);
    expect(box.settled).toEqual(['1 accepted']);
  });

  it('has put the job off before it is tried, so that a crash in the middle is retried', async () => {
    const box = outboxOf(1);
    await drain(
      box.outbox,
      () => {
        expect(box.rows.get(1)).toMatchObject({ attempts: 1, due: RETRY_DELAYS_MS[0] });
        return Promise.resolve('accepted');
      },
      () => 0,
    );
    expect(box.settled).toEqual(['1 accepted']);
  });

  it('drops what there is no reason left to do', async () => {
    const box = outboxOf(1);
    await drain(
      box.outbox,
      () => Promise.resolve('moot'),
      () => 0,
    );
    expect(box.settled).toEqual(['1 moot']);
  });

  it('has as many retries as delays', () => {
    expect(retryAt(RETRY_DELAYS_MS.length, 0)).not.toBeNull();
    expect(retryAt(RETRY_DELAYS_MS.length + 1, 0)).toBeNull();
  });
});
