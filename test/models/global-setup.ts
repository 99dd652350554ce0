/** One model server for all tests of a run. */
import type { TestProject } from 'vitest/node';
import { MODEL_SERVER } from './provided.ts';
import { startModelServer } from './server.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startModelServer();
  project.provide(MODEL_SERVER, server.url);
  return () => server.close();
}
