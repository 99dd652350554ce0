/**
 * `npm run chaos [-- --seconds N --visitors N --agents N --kill-every N --seed N]`: proves delivery under fire.
 * Visitors and agents talk through a network that fails, to a server that is killed again and again. Complains
 * unless everything said is stored once, in order, and seen by everybody.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from './build/assets.ts';
import { readChaosOptions } from './chaos/options.ts';
import { reportOf } from './chaos/report.ts';
import { runChaos } from './chaos/run.ts';
import { main } from './lib/complaint.ts';
import { prepareDatabase } from './start/database.ts';
import { ensureDevVars } from './start/dev-vars.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

await main(async () => {
  const options = readChaosOptions(process.argv.slice(2), randomInt(2 ** 32));
  const folder = await mkdtemp(join(tmpdir(), 'baton-chaos-'));
  try {
    const state = join(folder, 'state');
    await Promise.all([ensureDevVars(), buildAssets(), prepareDatabase(state)]);
    // A server that is killed leaves its temporary files behind.
    process.env['TMPDIR'] = folder;
    const { seed, seconds, visitors, agents } = options;
    process.stdout.write(
      `${visitors} visitors and ${agents} agents for ${seconds} seconds, seed ${seed}.\n\n`,
    );
    const outcome = await runChaos(state, options, 'nobody looks');
    if (outcome === null) return INTERRUPTED;
    process.stdout.write(reportOf(outcome, options));
    return outcome.faults.length > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
