import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../lib/files.ts';
import { ROOT } from '../lib/paths.ts';

const SECRET_BYTES = 32;

/** A new signing secret. Never shown, never a default. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Whoever the seeded demo shop belongs to. */
const DEMO_OWNER = 'owner@acme.example';

/**
 * Makes `.dev.vars`, the local Worker's variables and secrets, or adds what an older one lacks. What it
 * has stays as it is.
 */
export async function ensureDevVars(): Promise<void> {
  const file = join(ROOT, '.dev.vars');
  const there = (await readText(file)) ?? '';
  const wanted = {
    BATON_ENV: 'development',
    BATON_SECRET: newSecret(),
    OWNER_EMAIL: DEMO_OWNER,
    MODEL_PROVIDER: 'embedded',
  };
  const missing = Object.entries(wanted).filter(
    ([name]) => !new RegExp(`^\\s*${name}\\s*=`, 'm').test(there),
  );
  if (missing.length === 0) return;
  const lines = missing.map(([name, value]) => `${name}=${value}\n`).join('');
  const gap = there === '' || there.endsWith('\n') ? '' : '\n';
  await writeFile(file, there + gap + lines, { mode: 0o600 });
}
