import { join, relative, sep } from 'node:path';
import { list } from '../lib/files.ts';
import { ROOT } from '../lib/paths.ts';

export const isMarkdown = (path: string) => path.endsWith('.md');

/** Every file the documentation is made from, relative to the root, the README first. */
export async function docsSources(): Promise<string[]> {
  const top = (await list(ROOT, 'flat')).filter(isMarkdown);
  const deep = await list(join(ROOT, 'docs'));
  const paths = [...top, ...deep].map((file) => relative(ROOT, file).replaceAll(sep, '/'));
  return paths.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
}

/** The README, then the root's other pages, then docs/, then the folders in it. */
const rank = (source: string) => (source === 'README.md' ? 0 : source.split('/').length);
