/** `npm run build`: everything the Worker serves as a static asset, into dist/assets. */
import { main, onlyFlags } from './lib/complaint.ts';
import { buildAssets } from './build/assets.ts';

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  const began = performance.now();
  const { fresh, files } = await buildAssets();
  const took = Math.round(performance.now() - began);
  console.log(
    fresh ? `Built ${files.length} files in ${took} ms.` : 'Nothing changed since the last build.',
  );
});
