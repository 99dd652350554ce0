import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { capture, run } from '../lib/tools.ts';
import { needsDatabase } from './database.ts';

/** Complains unless wrangler knows an account, by sign-in or by token. */
export async function checkAccount(): Promise<void> {
  const { code } = await capture('wrangler', ['whoami', '--json']);
  if (code !== 0) {
    throw new Complaint(
      'No Cloudflare account: run "npx wrangler login", or set CLOUDFLARE_API_TOKEN.',
    );
  }
}

/** Brings the deployed database to the newest schema. The demo's seeds stay at home. */
export async function migrate(): Promise<void> {
  console.log('Applying migrations…');
  const code = await run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote']);
  if (code !== 0) throw new Complaint('The migrations could not be applied: see the lines above.');
}

export async function deployWorker(): Promise<void> {
  const code = await run('wrangler', ['deploy']);
  if (code !== 0) throw new Complaint('wrangler could not deploy: see the lines above.');
}

/** Bundles as a deploy would, then says what a real one does besides. */
export async function dryRun(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-deploy-'));
  try {
    const code = await run('wrangler', ['deploy', '--dry-run', '--outdir', folder]);
    if (code !== 0) throw new Complaint('The Worker could not be bundled: see the lines above.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const steps = [
    ...((await needsDatabase())
      ? ['find or create the D1 database "baton" and write its id into wrangler.toml']
      : []),
    'apply the migrations that database has not had yet',
    'make the secret BATON_SECRET, unless the Worker has one',
    'upload the Worker and dist/assets',
  ];
  const list = steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n');
  console.log(`\nEverything builds. A real run, "npm run deploy", would:\n${list}`);
}
