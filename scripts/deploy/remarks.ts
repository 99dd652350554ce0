import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.ts';

/** What a deployed Baton still needs from its owner, by the look of wrangler.toml. */
export async function remarks(): Promise<string[]> {
  const config = await readFile(join(ROOT, 'wrangler.toml'), 'utf8');
  return /^MAIL_FROM\s*=.*\.example\b/m.test(config)
    ? [
        'MAIL_FROM in wrangler.toml is still an example: mails leave only from an address of your own, verified domain.',
      ]
    : [];
}
