/** `npm run format`: writes every file the way `npm run check` wants it. */
import { main, onlyFlags } from './lib/complaint.ts';
import { run } from './lib/tools.ts';

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  return run('oxfmt', ['.']);
});
