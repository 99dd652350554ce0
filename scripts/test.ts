/** `npm test [-- vitest's arguments]`: builds what the tests serve, then runs all of them. */
import { buildAssets } from './build/assets.ts';
import { main } from './lib/complaint.ts';
import { run } from './lib/tools.ts';

await main(async () => {
  await buildAssets();
  return run('vitest', ['run', ...process.argv.slice(2)]);
});
