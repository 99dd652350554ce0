import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, it, vi } from 'vitest';
import { reportOf } from '../../scripts/chaos/report.ts';
import { runChaos } from '../../scripts/chaos/run.ts';

/** What the run takes by itself, and then some for a machine that has much else to do. */
const PATIENCE_MS = 240_000;

/** A short form of `npm run chaos`. */
const SHORT = { seconds: 8, visitors: 6, agents: 2, killEvery: 3, seed: 20 };

let folder = '';
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

it(
  'loses, doubles and reorders nothing on a bad network, while the server is killed again and again',
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-chaos-'));
    const state = join(folder, 'state');
    await cp(inject('firstState'), state, { recursive: true });
    // A server that is killed leaves its temporary files behind.
    vi.stubEnv('TMPDIR', folder);
    const outcome = await runChaos(state, SHORT, 'everybody looks');
    if (!outcome) throw new Error('asked to end');
    console.log(reportOf(outcome, SHORT));
    expect(outcome.faults).toEqual([]);
    expect(outcome.sent).toBeGreaterThan(0);
    expect(outcome.kills).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
