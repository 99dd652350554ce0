/** `npm run size`: what a page, an open chat and the Worker weigh, against what they may. */
import { buildAssets } from './build/assets.ts';
import { Complaint, main, onlyFlags } from './lib/complaint.ts';
import { checkSizes } from './size/sizes.ts';

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  await buildAssets();
  if (!(await checkSizes())) throw new Complaint('Something is over its budget.');
});
