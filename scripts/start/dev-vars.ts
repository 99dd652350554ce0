import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../lib/files.ts';
import { ROOT } from '../lib/paths.ts';

const SECRET_BYTES = 32;

/** A new signing secret. Never shown, never a default. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Makes `.dev.vars`, the local Worker's variables and secrets, unless there is one already. */
export async function ensureDevVars(): Promise<void> {
  const content = `BATON_ENV=development\nBATON_SECRET=${newSecret()}\n`;
  try {
    await writeFile(join(ROOT, '.dev.vars'), content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
