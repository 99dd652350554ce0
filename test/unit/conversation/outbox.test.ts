import { describe, expect, it } from 'vitest';
import {
  type Delivery,
  drain,
  type Outbox,
  type PendingJob,
  type Job,
  retryAt,
  RETRY_DELAYS_MS,
} from '../../../src/conversation/outbox.ts';

const MAIL = 'takeover_mail' satisfies Job['kind'];
const MAIL_DELAYS_MS = RETRY_DELAYS_MS[MAIL];

const ACCEPTED: Delivery = { is: 'accepted' };
const FAILED: Delivery = { is: 'failed', reason: 'mailbox full' };

/** The outbox's rows in memory, with what became of them. */
function outboxOf(...escalations: number[]) {
  const rows = new Map<number, PendingJob & { due: number }>();
  for (const escalation of escalations) {
    const id = rows.size + 1;
    rows.set(id, { id, job: { kind: MAIL, escalation }, attempts: 0, due: 0 });
  }
  const settled: string[] = [];
  const outbox: Outbox = {
    due: (kind, now) => [...rows.values()].filter((row) => row.job.kind === kind && row.due <= now),
    postpone: (id, attempts, due) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, attempts, due });
    },
    settle: ({ id }, attempts, end) => {
      if (rows.get(id)?.attempts === attempts) rows.delete(id);
      if (end === null) settled.push(`${id} moot`);
      else settled.push(end.accepted ? `${id} accepted` : `${id} gave up: ${end.reason}`);
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
    await drain(box.outbox, MAIL, deliver, () => now);
  }
  return times;
}

/** Drains once, at the very beginning. */
function drainOnce(box: ReturnType<typeof outboxOf>, deliver: () => Promise<Delivery>) {
  return drain(box.outbox, MAIL, deliver, () => 0);
}

describe('the outbox', () => {
  it('does a job once when it is accepted at once', async () => {
    const box = outboxOf(1, 2);
    await drainOnce(box, () => Promise.resolve(ACCEPTED));
    expect(box.settled).toEqual(['1 accepted', '2 accepted']);
    expect(box.rows.size).toBe(0);
  });

  it('leaves jobs of another kind alone', async () => {
    const box = outboxOf(1);
    await drain(
      box.outbox,
      'milestone',
      () => Promise.resolve(ACCEPTED),
      () => 0,
    );
    expect(box.settled).toEqual([]);
  });

  it('tries again after each delay, then gives up and says why', async () => {
    const box = outboxOf(1);
    const times = await drainAll(box, () => Promise.resolve(FAILED));
    expect(times).toEqual([0, 1_000, 5_000, 15_000]);
    expect(box.settled).toEqual(['1 gave up: mailbox full']);
  });

  it('does not try again what will never work', async () => {
    const box = outboxOf(1);
    const times = await drainAll(box, () =>
      Promise.resolve({ is: 'impossible', reason: 'no address' }),
    );
    expect(times).toEqual([0]);
    expect(box.settled).toEqual(['1 gave up: no address']);
  });

  it('takes a delivery that throws for one that failed', async () => {
    const box = outboxOf(1);
    let calls = 0;
    await drainAll(box, () => {
      calls += 1;
      return calls < 3 ? Promise.reject(new Error('down')) : Promise.resolve(ACCEPTED);
    });
    expect(calls).toBe(3);
    expect(box.settled).toEqual(['1 accepted']);
  });

  it('has put the job off before it is tried, so that a crash in the middle is retried', async () => {
    const box = outboxOf(1);
    await drainOnce(box, () => {
      expect(box.rows.get(1)).toMatchObject({ attempts: 1, due: MAIL_DELAYS_MS[0] });
      return Promise.resolve(ACCEPTED);
    });
    expect(box.settled).toEqual(['1 accepted']);
  });

  it('drops what there is no reason left to do', async () => {
    const box = outboxOf(1);
    await drainOnce(box, () => Promise.resolve({ is: 'moot' }));
    expect(box.settled).toEqual(['1 moot']);
  });

  it('touches nothing more once its conversation has erased itself', async () => {
    const box = outboxOf(1, 2);
    let calls = 0;
    await drainOnce(box, () => {
      calls += 1;
      return Promise.resolve({ is: 'erased' });
    });
    expect(calls).toBe(1);
    expect(box.settled).toEqual([]);
  });

  it('has as many retries as delays', () => {
    expect(retryAt(MAIL, MAIL_DELAYS_MS.length, 0)).not.toBeNull();
    expect(retryAt(MAIL, MAIL_DELAYS_MS.length + 1, 0)).toBeNull();
  });
});
