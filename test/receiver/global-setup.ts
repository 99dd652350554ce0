/** One receiver of webhooks for all tests of a run. */
import type { TestProject } from 'vitest/node';
import { RECEIVER } from './provided.ts';
import { startReceiver } from './server.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const receiver = await startReceiver();
  project.provide(RECEIVER, receiver.url);
  return () => receiver.close();
}
