import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the build leaves: the Worker's static assets, its modules, and a record of both. */
export const DIST = join(ROOT, 'dist');
export const ASSETS = join(DIST, 'assets');
export const WORKER = join(DIST, 'worker');

/** Programs of node_modules that are run with Node, by the file that is run. */
const TOOLS = {
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  wrangler: 'wrangler/bin/wrangler.js',
} as const;

export type Tool = keyof typeof TOOLS;

/** The absolute file of a tool. */
export function toolPath(tool: Tool): string {
  return join(ROOT, 'node_modules', TOOLS[tool]);
}
