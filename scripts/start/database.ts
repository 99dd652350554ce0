import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { hashFiles, list, readText, writeWhole } from '../lib/files.ts';
import { ROOT } from '../lib/paths.ts';
import { capture } from '../lib/tools.ts';

const MIGRATIONS = join(ROOT, 'migrations');

/**
 * Brings the local D1 to the newest schema and plants the seeds, unless this state folder has had
 * exactly these files before. Seeds are written so that planting them again changes nothing.
 */
export async function prepareDatabase(state: string): Promise<void> {
  const migrations = await sqlFiles(MIGRATIONS);
  const seeds = await sqlFiles(join(MIGRATIONS, 'seed'));
  const wanted = await hashFiles([...migrations, ...seeds]);
  const stamp = join(state, 'schema.txt');
  if ((await readText(stamp)) === wanted) return;
  const where = ['--local', '--persist-to', state];
  if (migrations.length > 0) await d1('migrate', ['migrations', 'apply', 'DB', ...where]);
  if (seeds.length > 0) await plant(seeds, where);
  await writeWhole(stamp, wanted);
}

async function sqlFiles(folder: string): Promise<string[]> {
  return (await list(folder, 'flat')).filter((file) => file.endsWith('.sql'));
}

/** All seeds in one go, in the order of their names: starting wrangler is what takes the time. */
async function plant(seeds: readonly string[], where: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-seed-'));
  try {
    const file = join(folder, 'seeds.sql');
    const texts = await Promise.all(seeds.map((seed) => readFile(seed, 'utf8')));
    await writeFile(file, texts.join('\n'));
    await d1('seed', ['execute', 'DB', '--file', file, '--yes', ...where]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function d1(what: string, args: readonly string[]): Promise<void> {
  const { code, output } = await capture('wrangler', ['d1', ...args]);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Complaint(`Could not ${what} the local database: see the lines above.`);
}
