/** One first start for all tests: what it leaves in its state folder is what every test's server begins with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { Server } from './server.ts';
import { SharedServers } from './shared-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The state folder of a server that was started once and stopped. */
    firstState: string;
    /** Where a test asks for a server that it shares with others. */
    sharedServers: string;
  }
}

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const state = await mkdtemp(join(tmpdir(), 'baton-first-'));
  const server = await Server.startOn(state);
  await server.end();
  project.provide('firstState', state);
  const shared = await SharedServers.open(state);
  project.provide('sharedServers', shared.url);
  return async () => {
    await shared.stop();
    await rm(state, { recursive: true, force: true });
  };
}
