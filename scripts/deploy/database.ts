import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Complaint } from '../lib/complaint.ts';
import { writeWhole } from '../lib/files.ts';
import { ROOT } from '../lib/paths.ts';
import { capture } from '../lib/tools.ts';

const CONFIG = join(ROOT, 'wrangler.toml');
const NAME = 'baton';
/** What a fresh clone has in place of an id. */
const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

/** Whether wrangler.toml names no database yet. */
export async function needsDatabase(): Promise<boolean> {
  return (await readFile(CONFIG, 'utf8')).includes(PLACEHOLDER);
}

/** Makes the account's database, or finds the one made before, and writes its id into wrangler.toml. */
export async function ensureDatabase(): Promise<void> {
  if (!(await needsDatabase())) return;
  const id = (await findDatabase()) ?? (await createDatabase());
  const config = await readFile(CONFIG, 'utf8');
  await writeWhole(CONFIG, config.replace(PLACEHOLDER, id));
  console.log(
    `The D1 database "${NAME}" is ${id}: written to wrangler.toml, which you may commit.`,
  );
}

async function createDatabase(): Promise<string> {
  const { code, output } = await capture('wrangler', ['d1', 'create', NAME]);
  if (code !== 0) process.stderr.write(output);
  const id = code === 0 ? await findDatabase() : undefined;
  if (id === undefined) throw new Complaint(`The D1 database "${NAME}" could not be created.`);
  return id;
}

async function findDatabase(): Promise<string | undefined> {
  const { code, stdout, output } = await capture('wrangler', ['d1', 'list', '--json']);
  if (code !== 0) {
    process.stderr.write(output);
    throw new Complaint(
      'The D1 databases of the account could not be listed: see the lines above.',
    );
  }
  const databases: unknown = JSON.parse(stdout);
  const found = Array.isArray(databases) ? databases.find(isOurs) : undefined;
  return found?.uuid;
}

function isOurs(value: unknown): value is { name: string; uuid: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    value.name === NAME &&
    'uuid' in value &&
    typeof value.uuid === 'string'
  );
}
