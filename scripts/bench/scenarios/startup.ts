/** What the Worker weighs, and how long it takes until it is there. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Complaint } from '../../lib/complaint.ts';
import { capture } from '../../lib/tools.ts';
import type { Column, Measured, Scenario } from '../scenario.ts';

const COLUMNS = ['ours', 'bare'] as const satisfies readonly Column[];

const FIRST_ANSWER = 'runtime started to first answer, ms';
const SIZE = 'modules, KiB';
const GZIP = 'modules, gzip, KiB';
const ACTIVE = 'wrangler check startup: active, ms';

export const startup: Scenario = {
  title: 'Starting the Worker',
  columns: { ours: 'ours', bare: 'bare' },
  figures: [FIRST_ANSWER, SIZE, GZIP, ACTIVE],
  async run(house) {
    const runs: Record<Column, Measured[]> = { ours: [], bare: [] };
    for (let repeat = 0; repeat < house.repeats; repeat++) {
      const checked = await checkStartup();
      for (const column of COLUMNS) {
        const began = performance.now();
        const took = await house.with(column, {}, async ({ origin }) => {
          await (await fetch(`${origin}/healthz`)).text();
          return performance.now() - began;
        });
        runs[column].push({ [FIRST_ANSWER]: took, ...(column === 'ours' && checked) });
      }
    }
    return runs;
  },
};

/** What wrangler finds when it profiles the Worker's beginning. Needs no account. */
async function checkStartup(): Promise<Measured> {
  const outfile = join(tmpdir(), `baton-startup-${process.pid}.cpuprofile`);
  const args = ['check', 'startup', '--outfile', outfile];
  // What it finds is something that it logs.
  const { code, output } = await capture('wrangler', args, { env: { WRANGLER_LOG: 'log' } });
  await rm(outfile, { force: true });
  if (code !== 0) throw new Complaint(`wrangler check startup failed:\n${output}`);
  return readStartup(output);
}

/** The numbers in what `wrangler check startup` says; NaN for those it does not say. Pure. */
export function readStartup(output: string): Measured {
  const [, size, gzip] = /Bundle: ([\d.]+) KiB \/ gzip: ([\d.]+) KiB/.exec(output) ?? [];
  const [, active] = /Active: ([\d.]+) ms/.exec(output) ?? [];
  return { [SIZE]: Number(size), [GZIP]: Number(gzip), [ACTIVE]: Number(active) };
}
