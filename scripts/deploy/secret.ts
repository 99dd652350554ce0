import { Complaint } from '../lib/complaint.ts';
import { capture } from '../lib/tools.ts';
import { newSecret } from '../start/dev-vars.ts';

const NAME = 'BATON_SECRET';

/**
 * Gives the Worker its signing secret, once. Replacing one would invalidate every link and token at
 * large, so it is made only when the answer is certain: no such secret, or no such Worker yet.
 */
export async function ensureSecret(): Promise<void> {
  if (await hasSecret()) return;
  const { code, output } = await capture('wrangler', ['secret', 'put', NAME], {
    input: newSecret(),
  });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Complaint(`The secret ${NAME} could not be set: see the lines above.`);
  }
  console.log(`The secret ${NAME} was made and set.`);
}

async function hasSecret(): Promise<boolean> {
  const { code, stdout, output } = await capture('wrangler', [
    'secret',
    'list',
    '--format',
    'json',
  ]);
  if (code === 0) {
    const secrets: unknown = JSON.parse(stdout);
    return Array.isArray(secrets) && secrets.some((secret: unknown) => nameOf(secret) === NAME);
  }
  // 10007 is the API's word for a Worker that was never deployed.
  if (/\b10007\b|does not exist|not found/i.test(output)) return false;
  process.stderr.write(output);
  throw new Complaint("The Worker's secrets could not be listed: see the lines above.");
}

function nameOf(secret: unknown): unknown {
  return typeof secret === 'object' && secret !== null && 'name' in secret
    ? secret.name
    : undefined;
}
