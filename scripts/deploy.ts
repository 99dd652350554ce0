/**
 * `npm run deploy`: everything a Cloudflare account needs to serve Baton. Each step first looks whether
 * it was done before, so running it again is safe. `-- --dry-run` builds all and only says the rest.
 */
import { buildAssets } from './build/assets.ts';
import { checkAccount, deployWorker, dryRun, migrate } from './deploy/account.ts';
import { ensureDatabase } from './deploy/database.ts';
import { ensureSecret } from './deploy/secret.ts';
import { remarks } from './deploy/remarks.ts';
import { main, onlyFlags } from './lib/complaint.ts';

await main(async () => {
  const flags = onlyFlags(process.argv.slice(2), ['--dry-run']);
  await buildAssets();
  if (flags.has('--dry-run')) {
    await dryRun();
  } else {
    await checkAccount();
    await ensureDatabase();
    await migrate();
    await ensureSecret();
    await deployWorker();
  }
  for (const remark of await remarks()) console.log(`Note: ${remark}`);
});
