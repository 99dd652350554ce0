import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.ts';

/** What a deployed Baton still needs from its owner, by the look of wrangler.toml. */
export async function remarks(): Promise<string[]> {
  return remarksOn(await readFile(join(ROOT, 'wrangler.toml'), 'utf8'));
}

/** The same of a configuration's text. Pure. */
export function remarksOn(config: string): string[] {
  const found: string[] = [];
  if (/^MAIL_FROM\s*=.*\.example\b/m.test(config)) {
    found.push(
      'MAIL_FROM in wrangler.toml is still an example: mails leave only from an address of your own, verified domain.',
    );
  }
  if (!/^OWNER_EMAIL\s*=\s*"[^"\s]+"/m.test(config)) {
    found.push(
      'OWNER_EMAIL in wrangler.toml is empty: put your address there, or nobody can sign in to the dashboard.',
    );
  }
  return found;
}
