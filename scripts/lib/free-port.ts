import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this machine that nobody listens at right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port is to be had.');
  return address.port;
}
