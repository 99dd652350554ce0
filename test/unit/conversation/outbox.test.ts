import { describe, expect, it } from 'vitest';
import {
  type Delivery,
  drain,
  type Outbox,
  type PendingJob,
  type Job,
  JITTER,
  type Lane,
  PATIENCE,
  retryAt,
} from '../../../src/conversation/outbox.ts';

const MAIL = 'takeover_mail' satisfies Job['kind'];
const MAILS: Lane = { kind: MAIL, hook: null };

const KINDS = Object.keys(PATIENCE).filter((kind): kind is Job['kind'] => kind in PATIENCE);

/** Neither shorter nor longer than meant. */
const EVEN = 0.5;

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
    due: ({ kind }, now) =>
      [...rows.values()].filter((row) => row.job.kind === kind && row.due <= now),
    postpone: (id, attempts, due) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, attempts, due });
    },
    settle: ({ id }, attempts, end, rest) => {
      const row = rows.get(id);
      if (row && rest) rows.set(id, { ...row, job: rest });
      else if (row?.attempts === attempts) rows.delete(id);
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
    await drain(
      box.outbox,
      MAILS,
      deliver,
      () => now,
      () => EVEN,
    );
  }
  return times;
}

/** Drains once, at the very beginning. */
function drainOnce(box: ReturnType<typeof outboxOf>, deliver: () => Promise<Delivery>) {
  return drain(
    box.outbox,
    MAILS,
    deliver,
    () => 0,
    () => EVEN,
  );
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
      { kind: 'milestone', hook: null },
      () => Promise.resolve(ACCEPTED),
      () => 0,
      () => EVEN,
    );
    expect(box.settled).toEqual([]);
  });

  it('tries again after each delay, then gives up and says why', async () => {
    const box = outboxOf(1);
    const times = await drainAll(box, () => Promise.resolve(FAILED));
    expect(times).toEqual([0, 1_000, 4_000, 13_000]);
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
      expect(box.rows.get(1)).toMatchObject({ attempts: 1, due: PATIENCE[MAIL].firstMs });
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

  it('leaves to others what others have taken on, and tells nobody how it ended', async () => {
    const box = outboxOf(1);
    await drainOnce(box, () => Promise.resolve({ is: 'held' }));
    expect(box.rows.size).toBe(0);
    expect(box.settled).toEqual(['1 moot']);
  });

  it('tries once more what died with its last attempt', async () => {
    const box = outboxOf(1);
    const { attempts } = PATIENCE[MAIL];
    box.rows.set(1, { id: 1, job: { kind: MAIL, escalation: 1 }, attempts: attempts - 1, due: 0 });
    await drainOnce(box, () => {
      expect(box.rows.get(1)?.due).toBe(1_000);
      return Promise.resolve(FAILED);
    });
    expect(box.settled).toEqual(['1 gave up: mailbox full']);
  });

  it('gives up without another attempt what died with that one, too', async () => {
    const box = outboxOf(1);
    const { attempts } = PATIENCE[MAIL];
    const job: Job = { kind: MAIL, escalation: 1 };
    box.rows.set(1, { id: 1, job, attempts: attempts + 1, due: 0 });
    let calls = 0;
    await drainOnce(box, () => {
      calls += 1;
      return Promise.resolve(ACCEPTED);
    });
    expect(calls).toBe(0);
    expect(box.settled).toEqual(['1 gave up: Every attempt was cut off.']);
  });

  it('keeps a job that cannot be settled, for the next attempt', async () => {
    const box = outboxOf(1, 2);
    const { settle } = box.outbox;
    const full = () => {
      throw new Error('full');
    };
    box.outbox.settle = full;
    await expect(drainOnce(box, () => Promise.resolve(ACCEPTED))).rejects.toThrow('full');
    expect(box.rows.get(1)).toMatchObject({ attempts: 1, due: PATIENCE[MAIL].firstMs });
    box.outbox.settle = settle;
    await drainAll(box, () => Promise.resolve(ACCEPTED));
    expect(box.settled.toSorted()).toEqual(['1 accepted', '2 accepted']);
  });

  it('tries no more often a job whose end can never be written', async () => {
    const box = outboxOf(1);
    let calls = 0;
    box.outbox.settle = () => {
      throw new Error('full');
    };
    for (let times = 0; times < 20; times++) {
      const now = box.rows.get(1)?.due ?? 0;
      const deliver = () => {
        calls += 1;
        return Promise.resolve(ACCEPTED);
      };
      const round = drain(
        box.outbox,
        MAILS,
        deliver,
        () => now,
        () => EVEN,
      );
      await expect(round).rejects.toThrow('full');
    }
    expect(calls).toBe(PATIENCE[MAIL].attempts + 1);
    expect(box.rows.has(1)).toBe(true);
  });

  it('does what is asked for meanwhile without waiting for what was tried before', async () => {
    const box = outboxOf(1);
    const done: Job[] = [];
    await drainOnce(box, () => {
      const later: Job = { kind: MAIL, escalation: 2 };
      if (done.length === 0) box.rows.set(2, { id: 2, job: later, attempts: 0, due: 0 });
      done.push({ kind: MAIL, escalation: done.length + 1 });
      return Promise.resolve(ACCEPTED);
    });
    expect(box.settled).toEqual(['1 accepted', '2 accepted']);
  });

  it('tries a job once, even if it is asked for anew at once', async () => {
    const box = outboxOf(1);
    let calls = 0;
    await drainOnce(box, () => {
      calls += 1;
      box.rows.set(1, { id: 1, job: { kind: MAIL, escalation: 1 }, attempts: 0, due: 0 });
      return Promise.resolve(FAILED);
    });
    expect(calls).toBe(1);
  });

  it('goes on with what is left of a job, for the attempts that are left', async () => {
    const box = outboxOf(1);
    const rest: Job = { kind: MAIL, escalation: 1, rest: { left: ['b'], of: 'a, b', refused: '' } };
    const times = await drainAll(box, () => Promise.resolve({ is: 'accepted', rest }));
    expect(times).toEqual([0, 1_000, 4_000, 13_000]);
    expect(box.settled).toEqual(Array(4).fill('1 accepted'));
  });

  it('rests for as long as chance has it', async () => {
    const dues: (number | undefined)[] = [];
    for (const chance of [0, 1]) {
      const box = outboxOf(1);
      const fail = () => Promise.resolve(FAILED);
      await drain(
        box.outbox,
        MAILS,
        fail,
        () => 0,
        () => chance,
      );
      dues.push(box.rows.get(1)?.due);
    }
    expect(dues).toEqual([800, 1_200]);
  });
});

describe.each(KINDS)('the rests of a %s', (kind) => {
  const { attempts, firstMs, factor, longestMs } = PATIENCE[kind];
  const rests = (chance: number) =>
    Array.from({ length: attempts - 1 }, (_, tried) => retryAt(kind, tried + 1, 0, chance) ?? 0);

  it('are as many as there are attempts but one', () => {
    expect(retryAt(kind, attempts - 1, 0, EVEN)).not.toBeNull();
    expect(retryAt(kind, attempts, 0, EVEN)).toBeNull();
    expect(retryAt(kind, attempts + 1, 0, EVEN)).toBeNull();
  });

  it('grow by a factor, up to the longest', () => {
    expect(rests(EVEN)).toEqual(
      Array.from({ length: attempts - 1 }, (_, tried) =>
        Math.min(firstMs * factor ** tried, longestMs),
      ),
    );
  });

  it('are shorter and longer by chance, within bounds', () => {
    for (const [tried, rest] of rests(EVEN).entries()) {
      expect(rests(0)[tried]).toBe(Math.round(rest * (1 - JITTER)));
      expect(rests(1)[tried]).toBe(Math.round(rest * (1 + JITTER)));
    }
  });

  it('begin with the moment of the attempt', () => {
    expect(retryAt(kind, 1, 5_000, EVEN)).toBe(5_000 + firstMs);
  });
});

it('tells a visitor whose call does not get through within a quarter of a minute', () => {
  const { attempts } = PATIENCE[MAIL];
  let now = 0;
  for (let tried = 1; tried < attempts; tried += 1) now = retryAt(MAIL, tried, now, EVEN) ?? now;
  expect(now).toBeLessThanOrEqual(15_000);
});
