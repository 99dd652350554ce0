/**
 * `npm start`: everything on this machine, without an account. Secrets, database and browser code are
 * made on the first run and only looked at on the next.
 */
import { randomUUID } from 'node:crypto';
import { buildAssets } from './build/assets.ts';
import { Complaint, main, onlyFlags } from './lib/complaint.ts';
import { stopAll, stoppedBy } from './lib/tools.ts';
import { claim, release } from './start/claim.ts';
import { prepareDatabase } from './start/database.ts';
import { ensureDevVars } from './start/dev-vars.ts';
import { readOptions } from './start/options.ts';
import { checkPort } from './start/port.ts';
import { isHealthy, startServer } from './start/server.ts';
import { askSignIn } from './start/sign-in.ts';

/** A first start on a slow machine compiles the Worker and warms everything. */
const PATIENCE_MS = 90_000;

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  const { port, state } = readOptions(process.env);
  const run = randomUUID();
  await claim(state, port, run);
  try {
    await checkPort(port);
    await Promise.all([ensureDevVars(), buildAssets(), prepareDatabase(state)]);
    await serve(port, state, run);
  } finally {
    await release(state);
  }
});

/** Serves until asked to end. Complains if the server fails by itself. */
async function serve(port: number, state: string, run: string): Promise<void> {
  if (stoppedBy()) return;
  const server = startServer({ port, state, run });
  const gone = new AbortController();
  void server.ended.then(() => gone.abort());
  if (await isHealthy(port, PATIENCE_MS, gone.signal)) {
    const origin = `http://localhost:${port}`;
    announce(origin, await askSignIn(origin));
    await Promise.race([server.ended, server.lost]);
  }
  // Being asked to end is how a server ends well.
  if (stoppedBy()) {
    await server.ended;
    return;
  }
  const why = gone.signal.aborted ? 'ended by itself: see the lines above' : 'does not answer';
  stopAll('SIGTERM');
  await server.ended;
  throw new Complaint(`The server ${why}.`);
}

/** @param dashboard a fresh sign-in link */
function announce(origin: string, dashboard: string): void {
  const places = [
    ['Demo shop', `${origin}/demo`],
    ['Mailbox', `${origin}/dev/mailbox`],
    ['Dashboard', dashboard],
    ['Docs', `${origin}/docs/`],
  ] as const;
  const width = Math.max(...places.map(([name]) => name.length)) + 2;
  const lines = places.map(([name, url]) => `  ${name.padEnd(width)}${url}`);
  console.log(`\nBaton is running.\n\n${lines.join('\n')}\n\nStop it with Ctrl-C.\n`);
}
